"""Nothing of a sealed letter is in any file of the site: words planted in each part of one, looked for everywhere."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest

from journalgen.build.warm import Warm
from tests.images import photo
from tests.journals import JournalFolder, written

OPENS = dt.date(2026, 3, 20)
SETTINGS = """
[sections]
gratitude = ["Grateful for"]
wins = ["zqheading"]
[words]
closer = true
[metrics.calm]
"""
LETTER = """---
title: About zqtitle
tags: [walk, zqtag/zqnested]
people: [Anna, zqperson]
places: zqplace
emotions: [sad, zqemotion]
activities: zqactivity
triggers: zqtrigger
coping: [{what: zqcoping, before: 2, after: 6}]
gratitude: [zqgratitude]
wins: zqwin
kind_words: zqkind
events: zqevent
medication: zqmedication
aliases: zqalias
prompt: Where is zqprompt?
exercise: unsent-letter
thread: zqthread
next: zqnext
options: [zqoption]
outcome: zqoutcome
weather: zqweather
location: zqlocation
zqfield: zqvalue
mood: 7
calm: 5
starred: yes
OPENS_ON
---
It begins with zqopening.

And it goes on with zqtext, #zqhash and zqinline:: zqinlinevalue.

See [[2026-03-01|zqlinked]], ![[2026-03-01#zqpart]] and [zqdead](zqgone.md). ![zqalt](zqphoto.jpg)

## zqheading

- zqsection

## Grateful for

zqgrateful

> [!note] zqcallout

A footnote[^1], and [away](https://example.org/zqaddress).

[^1]: zqfootnote
"""
PLANTED = sorted(set(re.findall(r"zq[a-z]+", LETTER)))
# Nowhere on an opened site either: an address of a file, what an alias is for, a heading that another entry doesn't have, and
# what comes next in a thread that has one entry.
UNSEEN = ("zqalias", "zqphoto", "zqpart", "zqinline", "zqnext", "zqoption", "zqoutcome")


def letter(opens: str) -> str:
    return LETTER.replace("OPENS_ON", opens)


@pytest.fixture(params=["dated", "one of two", "undated", "old"])
def letters(request: pytest.FixtureRequest, journal: JournalFolder) -> JournalFolder:
    """A letter of each kind, between others that link to it, name what it names, and have its photo."""
    names = {
        "dated": ("2026-03-10-zqname.md",),
        "one of two": ("2026-03-10-zqname.md", "2026-03-10-other.md"),
        "undated": ("zqname.md",),
        "old": ("2024-03-15-zqname.md",),
    }
    name, *others = names[request.param]
    for other in others:
        journal.write(other, "Other.\n")
    for number in range(1, 8):
        journal.write(f"2026-03-{number:02}.md", f"---\nmood: {number}\ntags: walk\npeople: Anna\n---\nA day.\n")
    journal.write("2026-03-12.md", "---\ntags: walk\n---\nI wrote [[About zqtitle|one]]: ![[About zqtitle|this]]\n")
    journal.write("zqphoto.jpg", photo()).write("journal.toml", SETTINGS)
    return journal.write(name, letter(f"open_on: {OPENS}"))


def holding(journal: JournalFolder, word: str) -> list[str]:
    pages = journal.pages()
    return [path for path, data in pages.items() if word in path or word in data.decode(errors="replace")]


def test_no_word_of_a_sealed_letter_is_in_the_site(letters: JournalFolder) -> None:
    report = letters.build()
    assert not holding(letters, "zq")
    assert not [path for path in letters.pages() if path.startswith("media/")]
    assert not [each for each in report.problems if "zq" in repr(each.parameters)]


def test_on_its_day_it_is_there_as_if_it_had_never_been_sealed(letters: JournalFolder) -> None:
    """Without this, the test above could look for words that no page ever shows."""
    letters.build()
    letters.today = OPENS
    letters.build()
    for word in PLANTED:
        assert word in UNSEEN or holding(letters, word), word
    assert [path for path in letters.pages() if path.startswith("media/")]


def _anew(journal: JournalFolder) -> None:
    for file in (journal.path / ".journalgen").glob("cache*"):
        file.unlink()


@pytest.mark.parametrize("forget", [_anew, lambda _: None], ids=["cold", "remembered"])
@pytest.mark.parametrize("is_warm", [False, True])
def test_sealing_what_was_open_takes_all_of_it_back(
    letters: JournalFolder, is_warm: bool, forget: Callable[[JournalFolder], None]
) -> None:
    name = next(file.name for file in letters.path.glob("*zqname.md"))
    letters.warm = Warm() if is_warm else None
    letters.write(name, letter("x: y")).build()
    assert holding(letters, "zqtext")
    forget(letters)
    letters.write(name, letter(f"open_on: {OPENS}")).build()
    assert not holding(letters, "zq")
    assert not letters.build().written


def test_a_sealed_letter_that_is_edited_rewrites_nothing(journal: JournalFolder) -> None:
    text = "---\nopen_on: 2026-03-20\n---\n{} me.\n"
    journal.write("2026-03-10.md", text.format("Dear")).build()
    assert written(journal.write("2026-03-10.md", text.format("Poor")).build()) == []


def test_its_page_says_until_when_and_later_when_it_was_written(journal: JournalFolder) -> None:
    journal.write("2026-03-10.md", "---\nopen_on: 2026-03-20\n---\nDear me.\n").build()
    assert "This is a letter to be opened on" in journal.page("2026/03/10.html")
    assert "is open now" not in journal.page("index.html")
    journal.today = OPENS
    journal.build()
    assert "Written on" in journal.page("2026/03/10.html")
    assert "is open now" in journal.page("index.html")


@pytest.mark.parametrize("is_warm", [False, True])
def test_it_opens_when_the_writers_day_begins(journal: JournalFolder, is_warm: bool) -> None:
    journal.warm = Warm() if is_warm else None
    journal.write("journal.toml", 'day_starts_at = "04:00"\n')
    journal.write("2026-03-10.md", "---\nopen_on: 2026-03-20\n---\nDear zqme.\n")
    for clock, is_open in (("2026-03-20 03:59", False), ("2026-03-20 04:00", True)):
        journal.build(now=dt.datetime.fromisoformat(clock), today=None)
        assert ("zqme" in journal.page("2026/03/10.html")) is is_open


def test_a_link_to_it_leads_to_it(journal: JournalFolder) -> None:
    journal.write("2026-03-10-x.md", "---\ntitle: To me\nopen_on: 2026-03-20\n---\nDear me.\n")
    report = journal.write("2026-03-12.md", "See [[To me]].\n").build()
    assert not report.problems
    assert 'href="10.html"' in journal.page("2026/03/12.html")


def test_where_it_is_not_brought_up_nobody_is_told_to_open_it(journal: JournalFolder) -> None:
    journal.write("2026-03-10-x.md", "---\ntitle: To me\nopen_on: 2026-03-20\n---\nDear me.\n")
    journal.write("2026-03-11.md", "---\nresurface: no\n---\nQuiet.\n").write("2026-03-12.md", "![[To me]]\n").build()
    home, quoting = (" ".join(journal.page(path).split()) for path in ("index.html", "2026/03/12.html"))
    assert "11 Mar 2026</a>. It stays closed unless you open it." in home
    assert "10 Mar 2026</a>, sealed until its day." in home
    assert "It is a letter, sealed until its day." in quoting
    assert "stays closed" not in quoting
    journal.today = OPENS
    journal.build()
    assert "sealed" not in journal.page("index.html") + journal.page("2026/03/12.html")
