from __future__ import annotations

import json

import pytest

from journalgen.source.prompts import shipped_prompts
from tests.cli.running import run
from tests.journals import JournalFolder, tree

TODAY = ("--today", "2026-03-15")
DEEP = '[[prompt]]\ntext = "Write to the sea."\ntheme = "Sea"\ndepth = "deep"\nid = "sea"\n'


def test_the_day_s_is_printed_and_nothing_is_written(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "A day.\n")
    before = tree(journal.path)
    first, again = (run("prompt", journal.path, *TODAY) for _ in range(2))
    assert (first.code, first.err) == (0, "")
    assert first == again
    text, kind = first.out.splitlines()
    chosen = next(each for each in shipped_prompts() if each.text == text)
    assert kind.startswith("    ")
    assert kind.endswith(f" · {chosen.id}")
    assert tree(journal.path) == before
    assert run("prompt", journal.path, "--today", "2026-03-16").out != first.out


def test_it_is_the_one_that_home_shows(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "A day.\n").build()
    chosen = json.loads(run("prompt", journal.path, *TODAY, "--json").out)["prompt"]
    assert f"#prompt-{chosen['id']}" in journal.page("index.html")


@pytest.mark.parametrize("theme", ["play", "Play", "PLAY", "coping", "what helps"])
def test_a_theme_is_known_by_its_name_or_what_it_is_called(journal: JournalFolder, theme: str) -> None:
    shown = json.loads(run("prompt", journal.path, *TODAY, "--theme", theme, "--json").out)
    assert shown["day"] == "2026-03-15"
    assert shown["prompt"]["theme"] in ("play", "coping")
    assert set(shown["prompt"]) == {"id", "theme", "depth", "form", "text", "own"}


def test_a_theme_that_is_not_there_is_said_with_those_that_are(journal: JournalFolder) -> None:
    ran = run("prompt", journal.path, "--theme", "zanzibar")
    assert ran.code == 2
    assert "noticing, feelings" in ran.err


def test_after_a_low_day_a_deep_one_waits_to_be_asked_for(journal: JournalFolder) -> None:
    journal.write("prompts.toml", DEEP).write("2026-03-14.md", "---\nmood: 1\n---\nA day.\n")
    ran = run("prompt", journal.path, *TODAY, "--theme", "sea")
    assert (ran.code, ran.out) == (
        0, "Nothing of that kind for today. Another one: journalgen prompt --theme noticing\n"
    )  # fmt: skip
    assert json.loads(run("prompt", journal.path, *TODAY, "--theme", "sea", "--json").out)["prompt"] is None
    assert "Write to the sea." in run("prompt", journal.path, *TODAY, "--theme", "sea", "--depth", "deep").out
    assert "Write to the sea." in run("prompt", journal.path, "--today", "2026-03-14", "--theme", "sea").out


def test_a_mistake_in_the_writer_s_own_is_said(journal: JournalFolder) -> None:
    journal.write("prompts.toml", DEEP + "colour = 'blue'\n")
    ran = run("prompt", journal.path, *TODAY)
    assert ran.code == 0
    assert ran.err.startswith("prompts.toml:6:1: prompt.colour: unknown setting")


def test_the_journal_s_language_is_spoken(journal: JournalFolder) -> None:
    journal.write("journal.toml", 'language = "de"\n')
    text = run("prompt", journal.path, *TODAY).out.splitlines()[0]
    assert text in {each.text for each in shipped_prompts("de")}
