from __future__ import annotations

import json

import pytest

from tests.cli.running import run
from tests.journals import JournalFolder

KEYS = [
    "entries", "days", "undated", "first", "last", "words", "by_year", "streaks", "longest_gap", "tags", "emotions", "people",
    "places", "activities", "triggers", "coping", "metrics", "problems",
]  # fmt: skip


def _journal(journal: JournalFolder) -> JournalFolder:
    return (
        journal.write("2025-12-31.md", "---\nmood: 4\ntags: [work]\npeople: Anna\n---\nTwo words.\n")
        .write("2026-03-13.md", "---\nmood: 6\ntags: [work, walk]\n---\nThree more words.\n")
        .write("2026-03-14.md", "---\nmood: 8\nprivate: true\nemotions: [calm]\n---\nOne.\n")
        .write("loose.md", "---\ndraft: true\n---\nSomewhere.\n")
    )


def test_json_is_one_object_with_exactly_these_keys(journal: JournalFolder) -> None:
    ran = run("stats", _journal(journal).path, "--json", "--today", "2026-03-15")
    told = json.loads(ran.out)
    assert ran.code == 0
    assert list(told) == KEYS
    assert set(told["streaks"]) == {"current", "longest"}
    assert set(told["problems"]) == {"errors", "warnings"}
    assert {key: told[key] for key in ("entries", "days", "undated", "first", "last", "words")} == {
        "entries": 4, "days": 3, "undated": 1, "first": "2025-12-31", "last": "2026-03-14", "words": 7,
    }  # fmt: skip
    assert told["by_year"] == {"2025": 1, "2026": 2}
    assert told["tags"] == {"work": 2, "walk": 1}
    assert told["metrics"]["mood"] == {"n": 3, "mean": 6, "min": 4, "max": 8}
    assert told["longest_gap"] == {"days": 71, "after": "2025-12-31", "before": "2026-03-13"}


def test_an_empty_journal_has_the_same_keys(journal: JournalFolder) -> None:
    told = json.loads(run("stats", journal.path, "--json").out)
    assert list(told) == KEYS
    assert told["first"] is None
    assert told["streaks"] == {"current": None, "longest": None}
    assert run("stats", journal.path).out == "Nothing here yet.\n"


@pytest.mark.parametrize(("option", "entries", "gone"), [("--public-only", 3, "emotions"), ("--no-drafts", 3, None)])
def test_what_is_left_out_leaves_nothing(journal: JournalFolder, option: str, entries: int, gone: str | None) -> None:
    told = json.loads(run("stats", _journal(journal).path, "--json", option).out)
    assert told["entries"] == entries
    if gone:
        assert told[gone] == {}


def test_people_get_sentences(journal: JournalFolder) -> None:
    out = run("stats", _journal(journal).path, "--today", "2026-03-15").out
    for line in (
        "4 entries on 3 days, 7 words.",
        "From 31 Dec 2025 to 14 Mar 2026.",
        "In a row, up to now: 2 days.",
        "Longest rest: 71 days, after 31 Dec 2025.",
        "Tags: work 2, walk 1",
        "mood: mean 6, from 4 to 8 (3 entries)",
    ):
        assert f"{line}\n" in out


def test_errors_show_in_the_exit_code_and_nothing_is_written(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "---\nmood: great\n---\nA day.\n")
    ran = run("stats", journal.path, "--json")
    assert ran.code == 1
    assert json.loads(ran.out)["problems"] == {"errors": 1, "warnings": 0}
    assert [path.name for path in journal.path.iterdir()] == ["2026-03-13.md"]
