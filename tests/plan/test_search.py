from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from journalgen.model.config import Alias, Config
from journalgen.model.entry import Coping, Entry, Matter, Measure, Step
from journalgen.parse.journal import assemble
from journalgen.plan.search import Found, Search, Shard, search_page
from tests.parse.entries import field_names, made, parsed


def search(*entries: Entry, config: Config | None = None, secret: bytes | None = None) -> Search:
    return Search(assemble(config or Config(), entries), "0f", secret)


def found(*entries: Entry, config: Config | None = None, text: str = "a text") -> list[Found]:
    one = search(*entries, config=config)
    return [each for shard in one.shards for each in one.found(shard, [text] * len(shard.entries))]


def digests(*entries: Entry, **options: Any) -> dict[str, bytes]:
    return {shard.path: shard.digest for shard in search(*entries, **options).shards}


YEARS = (made("2024-12-31"), made("2025-01-01"), made("2025-06-01"), made(None, "note.md"))


def test_each_year_has_a_shard_the_newest_first_and_the_undated_last() -> None:
    shards: tuple[Shard, ...] = search(*YEARS).shards
    assert [(shard.path, len(shard.entries)) for shard in shards] == [
        ("search/0f/2025.js", 2), ("search/0f/2024.js", 1), ("search/0f/undated.js", 1)
    ]  # fmt: skip
    journal = assemble(Config(), YEARS)
    assert search_page(journal, "0f").shards == tuple(shard.path for shard in shards)
    assert search_page(assemble(Config(), ()), "0f").shards == ()


def test_an_edit_makes_its_own_year_stale_and_no_other() -> None:
    before = digests(*YEARS)
    after = digests(*YEARS[:2], made("2025-06-01", plain=b"y" * 16), YEARS[3])
    assert {path for path in before if before[path] != after[path]} == {"search/0f/2025.js"}


@pytest.mark.parametrize("field", ["plain", "title", "name", "wins", "weather", "pictures", "starred", "private"])
def test_all_that_is_written_of_an_entry_counts(field: str) -> None:
    others: dict[str, Any] = {"plain": b"y" * 16, "wins": ("w",), "pictures": True, "starred": True, "private": True}
    change: dict[str, Any] = {field: others.get(field, "x")}
    assert digests(made(**change)) != digests(made())
    assert field in field_names(Entry)


def test_the_settings_that_shape_a_shard_count() -> None:
    configs = (
        Config(),
        Config(aliases=(Alias("people", "Annie", "Anna"),)),
        Config(plain_names=True),
        Config(metrics=(Config().metric("mood").__class__("mood", min=0, max=5),)),
    )
    assert len({digests(made(), config=config, secret=b"k")["search/0f/2026.js"] for config in configs}) == len(configs)


def test_addresses_are_those_of_the_whole_plan() -> None:
    entries = (made("2026-03-14", "a.md", name="a"), made("2026-03-14", "b.md", name="b"), made("2026-03-15"))
    assert [each.address for each in found(*entries)] == [
        "2026/03/15.html", "2026/03/14-b.html", "2026/03/14-a.html"
    ]  # fmt: skip


def test_names_are_found_as_they_are_called_and_as_they_are_spelled() -> None:
    config = Config(aliases=(Alias("people", "Annie", "Anna"),))
    entry = made(people=("Annie",), tags=("work/night",), coping=(Coping("walk"),), gratitude=("soup",), weather="rain")
    (one,) = found(entry, config=config)
    assert one.names == (("work/night",), (), ("Anna", "Annie"), (), (), (), ("walk",), (), ())
    assert one.noted == ("work/night", "Anna", "Annie", "walk", "soup", "rain")


def test_a_thread_and_all_that_is_said_of_it_are_found() -> None:
    config = Config(aliases=(Alias("threads", "nights", "sleep"),))
    matter = Matter("trying", "tea", ("a walk",), "no difference", (Step("ring them", done=True),))
    (one,) = found(made(thread="nights", goal="a quiet\nflat", matter=matter), config=config)
    assert one.names[-2:] == (("sleep", "nights"), ("a quiet flat",))
    assert set(one.noted) == {
        "sleep", "nights", "a quiet flat", "tea", "a walk", "no difference", "ring them",
    }  # fmt: skip


def test_numbers_and_the_mood_are_there_to_compare_and_to_show() -> None:
    (one,) = found(made(measures=(Measure("mood", 10.0, 4.0), Measure("sleep", 7.5)), time=dt.time(21, 40)))
    assert one.measures == (("mood", 10.0, 4.0), ("sleep", 7.5, None))
    assert one.mood is not None
    assert (one.mood.text, one.mood.level, one.time) == ("10", 6, dt.time(21, 40))


def test_a_heading_that_is_the_title_is_not_said_twice() -> None:
    entry = made(title="The long way home")
    assert found(entry, text="The long\u00a0way home\nOver the hill.")[0].text == "Over the hill."
    assert found(entry, text="Another\nOver the hill.")[0].text == "Another Over the hill."
    assert found(made(), text="A heading\nThe rest.")[0].text == "A heading The rest."


def test_pictures_are_seen_wherever_they_lie() -> None:
    for body in ("![me](me.jpg)", "![[me.jpg]]", "![](https://example.org/p.png)", '<img src="me.jpg">'):
        assert parsed(body=body).pictures, body
    for body in ("[me](me.jpg)", "`![me](me.jpg)`", "![[2026-03-14]]", "picture"):
        assert not parsed(body=body).pictures, body
