"""Journals and vaults of others, read whole: nothing is lost, nothing breaks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from frontmatter.default_handlers import YAMLHandler

from journalgen.analysis.statistics import statistics
from journalgen.build.reading import read
from journalgen.build.request import Request
from journalgen.model.journal import Journal
from journalgen.problems import Level
from tests.corpora import corpus

NOW = dt.datetime(2026, 3, 14, 12, 0)  # noqa: DTZ001 -- the civil time on the wall
OWN = {"journal.toml", "support.md", "prompts.toml"}


def journal_in(folder: Path) -> Journal:
    before = sorted(folder.iterdir())
    journal, _ = read(Request(folder, NOW))
    assert sorted(folder.iterdir()) == before
    return journal


def unaccounted(folder: Path, journal: Journal) -> list[str]:
    """Return the files that are neither an entry, nor undated, nor named as left out with their folder or alone."""
    known = {entry.path for entry in (*journal.entries, *journal.undated)} | OWN
    known |= {left.path for left in journal.left_out}
    folders = tuple(left.path for left in journal.left_out if left.path.endswith("/"))
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    every = (*journal.entries, *journal.undated)
    shown = {each.target.rpartition("/")[2] for entry in every for each in entry.attachments}
    known |= {path for path in paths if path.rpartition("/")[2] in shown}
    return [path for path in paths if path not in known and not path.startswith(folders)]


def test_pepys_first_quarter_is_read_as_it_was_written() -> None:
    journal = journal_in(corpus("pepys_1660_q1"))
    found = statistics(journal, NOW.date())
    assert (found.entries, found.days, found.undated, found.errors) == (81, 81, 0, 0)
    assert found.first == dt.date(1660, 1, 11)


@pytest.mark.parametrize(
    ("name", "dated"),
    [
        ("obsidian_export", 0), ("obsidian_journal_e2e", 5), ("kepano_vault", 3), ("logseq_demo_cc0", 7),
        ("tracker_diary", 56),
        ("python_frontmatter", 0), ("graymatter", 0), ("daylio", 0), ("dayone_classic", 0), ("pepys_1660_q1", 81),
    ],
)  # fmt: skip
def test_every_file_of_a_vault_is_accounted_for(name: str, dated: int) -> None:
    folder = corpus(name)
    journal = journal_in(folder)
    assert unaccounted(folder, journal) == []
    assert len(journal.entries) == dated
    paths = [entry.path for entry in (*journal.entries, *journal.undated)] + [left.path for left in journal.left_out]
    assert len(set(paths)) == len(paths)


def rejects(path: Path) -> bool:
    """Return whether PyYAML's parser rejects what stands between the fences."""
    try:
        source, _ = YAMLHandler().split(path.read_text(encoding="utf-8"))
    except ValueError:
        return False
    try:
        list(yaml.parse(source, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return True
    return False


def test_every_case_of_the_yaml_test_suite_is_an_entry_and_what_the_parser_rejects_is_located() -> None:
    folder = corpus("yaml_fm")
    journal = journal_in(folder)
    assert unaccounted(folder, journal) == []
    files = sorted(path.name for path in folder.iterdir())
    assert len(files) == 406
    assert len(journal.entries) + len(journal.undated) + len(journal.left_out) == 406
    located = {
        each.where.path
        for each in journal.problems
        if each.level is Level.ERROR and each.where.line and each.where.column
    }
    rejected = [name for name in files if rejects(folder / name)]
    assert len(rejected) > 50
    assert [name for name in rejected if name not in located] == []
