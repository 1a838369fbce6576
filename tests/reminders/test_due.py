from __future__ import annotations

import datetime as dt

import pytest

from journalgen.build.reading import read
from journalgen.reminders.due import is_due
from tests.journals import TODAY, JournalFolder

PAUSE = "[[pause]]\nfrom = {first}\n"


def due(journal: JournalFolder, today: dt.date = TODAY) -> bool:
    return is_due(read(journal.request(today=today))[0], today)


def test_on_a_day_without_an_entry(journal: JournalFolder) -> None:
    assert due(journal)
    journal.write("2026-03-14.md", "Yesterday.\n")
    assert due(journal)
    journal.write("notes/today.md", "---\ndate: 2026-03-15\n---\nToday.\n")
    assert not due(journal)
    assert due(journal, TODAY + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "welcome"),
    [
        ("---\ndate: 2026-03-15\ntime: 09:00\nmood:\ntags: []\n---\n\n", True),
        ("---\ntitle: Sunday\nprompt: What now?\nweather: rain\n---\n\n# Sunday\n", True),
        ("---\nmood: 6\n---\n", False),
        ("---\ntags: [nights]\n---\n", False),
        ("![The weir](weir.jpg)\n", False),
        ("# Sunday\n\nRain.\n", False),
    ],
)
def test_a_new_entry_that_was_left_as_it_was_made_is_none(journal: JournalFolder, text: str, welcome: bool) -> None:
    journal.write("2026-03-15.md", text)
    assert due(journal) is welcome


@pytest.mark.parametrize(
    ("pause", "welcome"),
    [
        ("from = 2026-03-15", False),
        ("from = 2026-03-01\nto = 2026-03-15", False),
        ("from = 2026-03-01\nto = 2026-03-14", True),
        ("from = 2026-03-16", True),
    ],
)
def test_never_in_a_pause(journal: JournalFolder, pause: str, welcome: bool) -> None:
    journal.write("journal.toml", f"[[pause]]\n{pause}\n")
    assert due(journal) is welcome


def test_the_small_hours_belong_to_the_day_before(journal: JournalFolder) -> None:
    journal.write("journal.toml", 'day_starts_at = "04:00"\n').write("2026-03-16.md", "---\ntime: 01:30\n---\nLate.\n")
    assert not due(journal)
    assert due(journal, TODAY + dt.timedelta(days=1))
