from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.journals import EXAMPLE, JournalFolder

KEYS = ["q", "tests", "left_out", "patterns", "coping", "metrics"]
PATTERN = [
    "factor", "kind", "metric", "lag_days", "days_with", "days_without", "per", "estimate", "low", "high", "p", "q", "shown",
    "first_shown", "since",
]  # fmt: skip
DAYS = 60
FIRST = dt.date(2026, 1, 1)
TODAY = (FIRST + dt.timedelta(days=DAYS - 1)).isoformat()


def _journal(journal: JournalFolder, days: int = DAYS) -> JournalFolder:
    """Write moods that fall by about three on days with a deadline, and rise a little after walks."""
    journal.write("journal.toml", "[metrics.sleep]\nunit = 'h'\n")
    for place in range(days):
        day = (FIRST + dt.timedelta(days=place)).isoformat()
        deadline = place * place % 7 == 2
        mood = 7 + place * 5 % 13 / 8 - 3 * deadline
        tags = [*(["deadline"] if deadline else []), *(["tea"] if place * 7 % 11 in {0, 3, 8} else [])]
        coping = f"coping: [{{what: walk, before: {3 + place % 3}, after: 6}}]\n" if place % 10 == 0 else ""
        private = "private: true\n" if place % 20 == 1 else ""
        journal.write(f"{day}.md", f"---\nmood: {mood}\ntags: {json.dumps(tags)}\n{coping}{private}---\nA day.\n")
    return journal


def told(path: Path, *options: str) -> dict[str, object]:
    ran = run("patterns", path, "--json", "--today", TODAY, *options)
    assert ran.code == 0, ran.err
    found: dict[str, object] = json.loads(ran.out)
    return found


def rows(found: dict[str, object], what: str = "patterns") -> list[dict[str, object]]:
    every = found[what]
    assert isinstance(every, list)
    return every


def test_json_is_one_object_with_exactly_these_keys(journal: JournalFolder) -> None:
    found = told(_journal(journal).path)
    assert list(found) == KEYS
    assert found["q"] == 0.05
    assert found["tests"] == len(rows(found))
    assert all(list(row) == PATTERN for row in rows(found))
    (deadline,) = [row for row in rows(found) if row["factor"] == "deadline" and row["lag_days"] == 0]
    assert deadline["shown"] is True
    assert deadline["kind"] == "tag"
    assert deadline["first_shown"] == TODAY
    assert deadline["since"] == {"days_with": 0, "days_without": 0, "estimate": None, "low": None, "high": None}
    (tea,) = [row for row in rows(found) if row["factor"] == "tea" and row["lag_days"] == 0]
    assert (tea["shown"], tea["first_shown"], tea["since"]) == (False, None, None)
    assert [list(row) for row in rows(found, "coping")] == [["what", "n", "change", "low", "high", "expected_anyway"]]
    assert rows(found, "coping")[0]["n"] == 6
    assert found["metrics"] == {
        "mood": {
            "days": 60,
            "mean_of_days": 6.902,
            "median": 7.438,
            "change_90_days": None,
            "low": None,
            "high": None,
        }
    }


def test_people_get_sentences(journal: JournalFolder) -> None:
    out = run("patterns", _journal(journal).path, "--today", TODAY).out
    assert "Worth watching" in out
    assert "days with *deadline*, mood was about 3 points lower than otherwise expected, likely between" in out
    assert "The journal can't say why." in out
    assert "other comparisons over 60 days; small effects may still be there." in out
    assert "*walk* (6 times): afterwards about" in out
    assert "cause" not in out


def test_nothing_that_stands_out_is_said_plainly(journal: JournalFolder) -> None:
    for place in range(40):
        day = (FIRST + dt.timedelta(days=place)).isoformat()
        tag = "tags: [tea]\n" if place % 4 == 0 else ""
        journal.write(f"{day}.md", f"---\nmood: {5 + place * 7 % 5 / 2}\n{tag}---\nA day.\n")
    out = run("patterns", journal.path, "--today", TODAY).out
    assert "Worth watching" not in out
    assert "Nothing stood out among 10 comparisons over 40 days; small effects may still be there." in out


def test_too_little_is_said_kindly_and_named(journal: JournalFolder) -> None:
    out = run("patterns", _journal(journal, 20).path, "--today", TODAY).out
    assert out.startswith("There are not enough days to compare anything yet. They will come.\n")
    assert "mood: Too few days to tell from chance: mood 20." in out
    assert run("patterns", journal.path / "nowhere", "--json").code != 0


def test_an_empty_journal_has_the_same_keys(journal: JournalFolder) -> None:
    found = told(journal.path)
    assert list(found) == KEYS
    assert (found["tests"], found["patterns"], found["metrics"]) == (0, [], {})


def test_narrowing_changes_what_is_printed_and_never_what_was_tested(journal: JournalFolder) -> None:
    path = _journal(journal).path
    whole, some = told(path), told(path, "--factor", "DEADLINE", "--metric", "mood")
    assert some["tests"] == whole["tests"]
    assert rows(some) == [row for row in rows(whole) if row["factor"] == "deadline"]
    assert rows(told(path, "--metric", "sleep")) == []
    out = run("patterns", path, "--factor", "tea", "--today", TODAY, "--plain").out
    assert "deadline" not in out
    assert "same day" in out
    assert "day after" in out


@pytest.mark.parametrize(
    ("options", "days"),
    [(("--public-only",), 57), (("--from", "2026-01-11"), 50), (("--from", "2026-01-11", "--to", "2026-02-09"), 30)],
)
def test_what_is_left_out_does_not_count(journal: JournalFolder, options: tuple[str, ...], days: int) -> None:
    found = told(_journal(journal).path, *options)
    metrics = found["metrics"]
    assert isinstance(metrics, dict)
    assert metrics["mood"]["days"] == days


def test_the_day_on_which_the_site_first_showed_a_pattern_is_remembered(journal: JournalFolder) -> None:
    path = _journal(journal, 45).path
    journal.build(today=FIRST + dt.timedelta(days=44))
    found = told(_journal(journal).path)
    (deadline,) = [row for row in rows(found) if row["factor"] == "deadline" and row["lag_days"] == 0]
    assert deadline["first_shown"] == "2026-02-14"
    since = deadline["since"]
    assert isinstance(since, dict)
    assert since["days_with"] + since["days_without"] == 15
    assert "Since 14 Feb 2026: " in run("patterns", path, "--today", TODAY).out


def test_errors_show_in_the_exit_code_and_nothing_is_written(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", "---\nmood: great\n---\nA day.\n")
    ran = run("patterns", journal.path, "--json")
    assert ran.code == 1
    assert list(json.loads(ran.out)) == KEYS
    assert [path.name for path in journal.path.iterdir()] == ["2026-03-13.md"]


def test_the_example_shows_what_was_planted_and_nothing_else() -> None:
    ran = run("patterns", EXAMPLE, "--json", "--today", "2026-03-20")
    shown = {(row["metric"], row["factor"], row["lag_days"]) for row in json.loads(ran.out)["patterns"] if row["shown"]}
    assert shown == {
        ("mood", "ringing", 0),
        ("mood", "work/night-shift", 0),
        ("anxiety", "work/night-shift", 0),
        ("mood", "sleep", 0),
        ("mood", "family/mam", 1),
    }
