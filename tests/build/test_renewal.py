from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from journalgen.build import record, renewal, stamps
from journalgen.build.build import build
from journalgen.output.lock import acquire
from tests.journals import JournalFolder, written

_LONG = "It rained on the roof, and went on all night, and nobody in the house could sleep for it. " * 4
DAY = f"---\nmood: 5\ntags: work\n---\n{_LONG}\n"
PAGE = "2026/03/14.html"


@pytest.fixture(autouse=True)
def _old() -> Iterator[None]:
    # Whatever is written here is young: taken for old, it is told by its stamp alone, as by the next day.
    with mock.patch.object(stamps, "TOO_YOUNG", 0), mock.patch.object(record, "TOO_YOUNG", 0):
        yield


@pytest.fixture
def built(journal: JournalFolder) -> JournalFolder:
    journal.write("2025-11-02.md", DAY).write("2026-02-01.md", DAY).write("2026-03-13.md", DAY)
    journal.write("2026-03-14.md", DAY).build()
    return journal


def _renewed(journal: JournalFolder, **options: Any) -> list[str] | None:
    """Build, and return what was written where texts alone were renewed, None where everything was read."""
    was_renewed = False
    real = renewal.renew

    def renew(*arguments: Any) -> Any:
        nonlocal was_renewed
        report = real(*arguments)
        was_renewed = report is not None
        return report

    with mock.patch.object(renewal, "renew", renew):
        report = journal.build(**options)
    return written(report) if was_renewed else None


def test_of_an_edited_text_its_page_alone_is_written(built: JournalFolder) -> None:
    built.write("2026-03-14.md", DAY + "\nAnd then **some**.\n")
    assert _renewed(built) == [PAGE]
    assert "<strong>some</strong>" in built.page(PAGE)
    built.write("2026-03-14.md", DAY + "\nAnd then none.\n").write("2026-03-13.md", DAY + "\nSo.\n")
    assert _renewed(built) == ["2026/03/13.html", PAGE]
    assert _renewed(built) is None
    assert not built.build().written


@pytest.mark.parametrize(
    "text",
    [
        DAY.replace("mood: 5", "mood: 6"),
        DAY.replace("work", "rest"),
        DAY.replace("It rained", "Snow fell"),
        DAY.replace("---\nmood", "---\nprivate: yes\nmood"),
        DAY + "\nSee [[2026-03-13]].\n",
        DAY + "\n![](hill.png)\n",
        DAY + "\n" + "More of it all. " * 20,
    ],
)
def test_what_other_pages_show_is_read_as_a_whole(built: JournalFolder, text: str) -> None:
    built.write("2026-03-14.md", text)
    assert _renewed(built) is None
    assert not built.build().written


def test_of_a_quarter_whose_words_are_counted_everything_is_read(built: JournalFolder) -> None:
    built.write("2025-11-02.md", DAY + "\nSo.\n")
    assert _renewed(built) is None
    built.write("journal.toml", "figures = false\n").build()
    built.write("2025-11-02.md", DAY + "\nSo it was.\n")
    assert _renewed(built) == ["2025/11/02.html"]


def test_a_dead_link_is_told_where_it_stands_now(built: JournalFolder) -> None:
    built.write("2026-03-14.md", DAY + "\nSee [it](nowhere.md).\n").build()
    built.write("2026-03-14.md", DAY + "\nSo.\n\nSee [it](nowhere.md).\n")
    assert _renewed(built) is None
    assert [each.where.line for each in built.build().problems] == [9]
    built.write("2026-03-14.md", DAY + "\nSo.\n\nSee [it](nowhere.md). And on.\n")
    assert _renewed(built) == [PAGE]
    assert [each.where.line for each in built.build().problems] == [9]


@pytest.mark.parametrize("spoil", [Path.unlink, lambda page: page.write_text("spoiled")])
def test_a_page_that_somebody_spoiled_is_made_as_well(built: JournalFolder, spoil: Any) -> None:
    spoil(built.site / "2026" / "02" / "01.html")
    built.write("2026-03-14.md", DAY + "\nSo.\n")
    assert _renewed(built) is None
    assert "It rained" in built.page("2026/02/01.html")


def test_what_another_site_has_seen_is_new_to_this_one(built: JournalFolder) -> None:
    built.write("2026-03-14.md", DAY + "\nSeen elsewhere.\n").build(output=built.path / "elsewhere")
    assert _renewed(built) is None
    assert "Seen elsewhere." in built.page(PAGE)


def test_what_is_searched_keeps_a_sealed_letter_to_itself(built: JournalFolder) -> None:
    built.write("2026-03-12.md", "---\nopen_on: 2027-01-01\n---\nThe canary sings.\n").build()
    built.write("2026-03-14.md", DAY + "\nThe heron waits.\n")
    assert _renewed(built) == [PAGE]
    searched = b"".join(data for path, data in built.pages().items() if path.startswith("search/"))
    assert b"heron" in searched
    assert b"canary" not in b"".join(built.pages().values())


def test_of_what_others_may_not_see_nothing_is_written(built: JournalFolder) -> None:
    built.write("2026-03-12.md", "---\nprivate: yes\n---\nThe canary sings.\n").build(public_only=True)
    built.write("2026-03-14.md", DAY + "\nThe heron waits.\n")
    assert _renewed(built, public_only=True) == [PAGE]
    assert b"canary" not in b"".join(built.pages().values())


@pytest.mark.parametrize("name", ["cache-stamps", "cache-outlines", "cache.sqlite", "search.key"])
def test_what_is_remembered_may_be_lost_or_damaged(built: JournalFolder, name: str) -> None:
    file = built.path / ".journalgen" / name
    for lose in (lambda: file.write_bytes(file.read_bytes()[:40]), file.unlink):
        lose()
        built.write("2026-03-14.md", f"{DAY}\nAfter {lose}.\n".replace("<", "").replace(">", ""))
        assert _renewed(built) is None
        assert "After" in built.page(PAGE)
        built.build()


def test_one_that_waited_for_another_build_sees_what_that_saw(built: JournalFolder) -> None:
    lock = acquire(built.path / ".journalgen" / "lock")
    built.write("2026-03-14.md", DAY + "\nSo.\n")

    def meanwhile() -> None:
        lock.release()
        if not (built.path / "2026-03-10.md").exists():
            built.write("2026-03-10.md", DAY).build()

    report = build(built.request(), on_wait=meanwhile)
    assert not report.removed
    assert "2026/03/10.html" in built.pages()
