"""What may not be offered is nowhere that nobody asked for it: words planted in quiet entries, looked for on every page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

import pytest

from tests.images import photo
from tests.journals import JournalFolder

Part = Literal[
    "title",
    "opening",
    "text",
    "alt",
    "tag",
    "person",
    "emotion",
    "prompt",
    "thread",
    "matter",
    "win",
    "kindword",
    "thanks",
]
PARTS: tuple[Part, ...] = get_args(Part)
NAMES: frozenset[Part] = frozenset(("tag", "person", "emotion", "thread"))


@dataclass(frozen=True)
class Planted:
    """An entry with a word of its own in each part, and why it may not be offered; `fields` are what makes it so."""

    reason: str
    fields: str = ""
    tag: str = "{tag}"
    person: str = "{person}"
    # Another entry of its day, as its front matter.
    beside: str | None = None

    def word(self, part: Part) -> str:
        return f"zq{self.reason}{part}"

    def text(self) -> str:
        word = {part: self.word(part) for part in PARTS}
        tag, person = self.tag.format(**word), self.person.format(**word)
        front = f"title: About {word['title']}\ntags: [walk, {tag}]\npeople: [Anna, {person}]\nemotions: {word['emotion']}\n"
        front += f"prompt: Where is {word['prompt']}?\nexercise: expressive-writing\n"
        front += f"thread: {word['thread']}\ngoal: {word['thread']}\nstatus: open\n"
        matter = word["matter"]
        front += f"next: {matter} next\noutcome: {matter} came\noptions: [{matter} option]\nsteps: [{matter} step]\n"
        front += f"wins: {word['win']}\nkind_words: {word['kindword']}\n"
        words = (
            f"It begins with {word['opening']}.\n\n"
            + "And on and on. " * 30
            + f"{word['text']} ![{word['alt']}](x.jpg)\n\n## Thanks\n\n{word['thanks']}\n"
        )
        return f"---\n{front}{self.fields}\n---\n{words}"


QUIET = (
    Planted("resurface", "resurface: no"),
    Planted("private", "private: yes"),
    Planted("days"),
    Planted("tag", tag="hospital"),
    Planted("within", tag="hospital/{tag}"),
    Planted("person", person="Mark"),
    Planted("alias", person="M."),
    Planted("low", "mood: 1"),
    Planted("exactly", "mood: 3"),
    Planted("beside", "mood: 4", beside="mood: 1"),
    Planted("unmooded", beside="mood: 2"),
    Planted("goodday", "mood: 2", beside="mood: 9"),
)
OPEN = Planted("open", "mood: 4")
SETTINGS = """
quiet_below = 3
[sections]
gratitude = ["Thanks"]
[aliases.people]
"M." = "Mark"
[[quiet]]
from = {days}
to = {days}
note = "zqnote"
[[quiet]]
from = {twin}
to = {twin}
[[quiet]]
tags = ["Hospital"]
people = ["mark"]
"""

# Every file of a site, and which words of a quiet entry may stand on it. A page of a new kind fails until it stands here:
# as one that was asked for (a list that the reader chose shows titles), or as one that may show nothing.
ASKED_FOR: dict[str, set[Part] | frozenset[Part]] = {
    r"\d{4}/\d\d/index\.html": {"title"},  # a month's list
    r"\d{4}/\d\d/\d\d\.html": {"title"},  # a day's list (an entry's own page is looked at by itself)
    r"(tags|people|emotions|places|activities|triggers|coping)/index\.html": NAMES,
    r"(tags|people|emotions|places|activities|triggers|coping)/.+\.html": {"title"},  # and its own name
    r"threads/index\.html": {"thread"},  # and of what is said of each, what may be offered
}
UNASKED = (
    r"index\.html",
    r"on-this-day/.+\.html",
    r"archive\.html",
    r"browse\.html",
    r"patterns/index\.html",
    r"patterns/(closer-)?words\.html",
    r"patterns/feelings\.html",
    r"metrics/.+\.html",
    r"patterns/(index|along|coping|triggers|rhythm)\.html",
    r"patterns/along/.+\.html",
    r"prompts/index\.html",
    r"exercises/index\.html",
    r"(threads|goals)/.+\.html",  # of closed entries, how things stood and no word
    r"scales/.+\.html",
    r"reviews/(index|\d{4}(-(W\d\d|Q\d|\d\d))?)\.html",
    r"search\.html",
    r"strengths/.+\.html",
    r"support\.html",
    r"problems\.html",
    r"\d{4}/index\.html",
    r"(\d{4}|\d{4}/\d\d)/photos\.html",
    r"media/.+",
    r"\d{4}/\d\d/\d\d-.+\.html",
    r"assets/.+",
    r"\.gitignore",
)


# What is searched holds every word, and no page shows any of it before the reader looks for it.
SEARCHED = re.compile(r"search/[0-9a-f]{32}/(\d{4}|undated)\.js")


def allowed(path: str) -> frozenset[Part]:
    for pattern, parts in ASKED_FOR.items():
        if re.fullmatch(pattern, path):
            return frozenset(parts)
    assert any(re.fullmatch(pattern, path) for pattern in UNASKED), f"{path} is asked for or not: say which"
    return frozenset()


def plant(journal: JournalFolder, day_of: dict[str, str]) -> JournalFolder:
    """Write every quiet entry twice, and two that may be offered; all of them show a photo."""
    journal.write("x.jpg", photo())
    for planted in (*QUIET, OPEN):
        for day in days_of(planted, day_of):
            journal.write(f"{day}.md", planted.text())
            if planted.beside is not None:
                journal.write(f"{day}-later.md", f"---\n{planted.beside}\n---\nLater.\n")
    journal.write("2020-01-01.md", "---\ntags: walk\npeople: Anna\nmood: 7\n---\nOpen and plain.\n")
    days, twin = days_of(QUIET[2], day_of)
    return journal.write("journal.toml", SETTINGS.format(days=days, twin=twin))


def days_of(planted: Planted, day_of: dict[str, str]) -> tuple[str, str]:
    """Return the days of an entry and of its twin of another year: what comes twice together is company."""
    day = day_of[planted.reason]
    return day, f"{int(day[:4]) - 30}{day[4:]}"


ON_ONE_DAY = {planted.reason: f"{2000 + number}-03-15" for number, planted in enumerate((*QUIET, OPEN))}
NEWEST = {planted.reason: f"2026-03-{number + 1:02}" for number, planted in enumerate((*QUIET, OPEN))}
NEWEST_LAST = {planted.reason: f"2026-03-{20 - number:02}" for number, planted in enumerate((*QUIET, OPEN))}


def pages_of(planted: Planted, day_of: dict[str, str], pages: dict[str, bytes]) -> list[str]:
    """Return the pages of the entry and of its twin, which may show all of it."""
    plain = tuple(day.replace("-", "/") for day in days_of(planted, day_of))
    if planted.beside is None:
        return [f"{day}.html" for day in plain]
    starts = tuple(f"{day}-" for day in plain)
    return [path for path in pages if path.startswith(starts) and not path.endswith("-later.html")]


def is_of_name(planted: Planted, path: str, part: Part) -> bool:
    """Return whether a page is that of the planted name, or of the tag around it, which lists what is within."""
    return part in NAMES and (
        planted.word(part) in path or (planted.tag.startswith("hospital/") and path == "tags/hospital.html")
    )


@pytest.mark.parametrize("day_of", [ON_ONE_DAY, NEWEST, NEWEST_LAST], ids=["on this day", "newest", "newest last"])
def test_nothing_of_a_quiet_entry_stands_where_nobody_asked_for_it(
    journal: JournalFolder, day_of: dict[str, str]
) -> None:
    plant(journal, day_of).build()
    pages = journal.pages()
    for planted in QUIET:
        own = pages_of(planted, day_of, pages)
        assert len(own) == 2, planted
        for part in PARTS:
            word = planted.word(part)
            if not (part == "tag" and "{tag}" not in planted.tag) and not (
                part == "person" and planted.person != "{person}"
            ):
                assert word in pages[own[0]].decode(), f"{word} is not on its own page {own}"
            for path, data in pages.items():
                if SEARCHED.fullmatch(path):
                    continue
                asked_for = part in allowed(path) and not (planted.reason == "private" and part == "title")
                may_show = path in own or asked_for or is_of_name(planted, path, part)
                assert may_show or word not in data.decode(errors="replace"), f"{word} on {path}"


@pytest.mark.parametrize("day_of", [ON_ONE_DAY, NEWEST_LAST], ids=["on this day", "newest last"])
def test_what_may_be_offered_is(journal: JournalFolder, day_of: dict[str, str]) -> None:
    """Without this the test above could look for words that no page ever shows."""
    plant(journal, day_of).build()
    pages = {path: data.decode(errors="replace") for path, data in journal.pages().items()}
    shown = {part: {path for path, text in pages.items() if OPEN.word(part) in text} for part in PARTS}
    assert "browse.html" in shown["tag"] & shown["person"] & shown["emotion"]
    assert any(path.startswith("on-this-day/") for path in shown["title"] & shown["opening"])
    assert {path for path in shown["alt"] if path.endswith("/photos.html")} == {
        path
        for day in days_of(OPEN, day_of)
        for path in (f"{day[:4]}/photos.html", f"{day[:4]}/{day[5:7]}/photos.html")
    }
    assert {"tags/walk.html", "people/anna.html"} <= shown["opening"] & shown["emotion"] & shown["person"]
    assert "prompts/index.html" in shown["prompt"]
    assert "browse.html" in shown["thread"]
    pages_of_thread = {f"{folder}/{OPEN.word('thread')}.html" for folder in ("threads", "goals")}
    assert {"threads/index.html", *pages_of_thread} <= shown["matter"] & shown["thread"]
    assert pages_of_thread <= shown["title"] & shown["opening"]
    assert "strengths/2012.html" in shown["win"] & shown["kindword"] & shown["thanks"] or day_of is not ON_ONE_DAY
    if day_of is ON_ONE_DAY:
        assert "index.html" in shown["title"] & shown["opening"]
    else:
        assert "index.html" in shown["thread"] & shown["matter"]


def test_a_quiet_list_or_reason_shows_nowhere(journal: JournalFolder) -> None:
    plant(journal, ON_ONE_DAY).build()
    for path, data in journal.pages().items():
        assert b"zqnote" not in data, path
    assert "Mark" not in journal.page("browse.html")
    assert "Mark" in journal.page("people/index.html")
    assert "ospital" not in journal.page("browse.html")
    assert "ospital" in journal.page("tags/index.html")


def test_a_quiet_entry_is_one_sentence_that_leads_to_it(journal: JournalFolder) -> None:
    plant(journal, ON_ONE_DAY).build()
    years = [day[:4] for planted in QUIET for day in days_of(planted, ON_ONE_DAY)]
    for path in ("index.html", "on-this-day/03-15.html"):
        text = journal.page(path)
        closed = re.search(r"There are also entries from (.+?)\. They stay closed unless you open them\.", text)
        assert closed
        assert set(re.findall(r">(\d{4})<", closed[1])) == set(years)


def test_a_low_day_is_offered_where_the_writer_says_so(journal: JournalFolder) -> None:
    low = Planted("low", "mood: 1")
    journal.write("2020-03-15.md", low.text()).build()
    assert low.word("title") not in journal.page("index.html")
    journal.write("journal.toml", "quiet_below = false\n").build()
    assert low.word("title") in journal.page("index.html")
    assert low.word("opening") in journal.page("on-this-day/03-15.html")


def test_an_entry_that_makes_its_day_low_closes_the_other_one_everywhere(journal: JournalFolder) -> None:
    other = Planted("other", "mood: 5")
    journal.write("2020-03-15.md", other.text()).build()
    assert other.word("opening") in journal.page("2020/03/index.html")
    journal.write("2020-03-15-night.md", "---\nmood: 1\n---\nNight.\n").write(
        "journal.toml", "quiet_below = 3\n"
    ).build()
    for path in ("2020/03/index.html", "tags/walk.html", "on-this-day/03-15.html", "index.html", "2020/03/15.html"):
        assert other.word("opening") not in journal.page(path), path
    journal.delete("2020-03-15-night.md").build()
    assert other.word("opening") in journal.page("2020/03/index.html")
