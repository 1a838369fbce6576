from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from unittest import mock

import pytest

from journalgen.build import build as build_module
from journalgen.build import record as record_module
from journalgen.build import renewal, whole
from journalgen.build.record import Record
from journalgen.model.left_out import LeftOut, Reason
from journalgen.problems import Level, Location, problem
from tests.journals import TODAY, JournalFolder

TOMORROW = TODAY + dt.timedelta(days=1)


def test_a_record_comes_back_as_it_was() -> None:
    wrong = problem(Location("a.md", 4, 7), Level.ERROR, "expected-number", field="mood", got="grüße\udc80"[:5])
    record = Record(b"inputs", 12, b"plan", dt.date(2026, 1, 1), 3, 9, (wrong,), (LeftOut("b.md~", Reason.BACKUP),))
    assert Record.decode(record.encode()) == record


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b"\xff", b'{"inputs": 3}', b"[" * 100_000])
def test_what_is_no_record_is_none(data: bytes) -> None:
    assert Record.decode(data) is None


def _is_quick(journal: JournalFolder, **options: object) -> bool:
    """Return whether a build sees at once that there is nothing to do."""
    looked = False
    whole_site, texts = whole.build_changed, renewal.renew

    def look_closely(*arguments: object) -> object:
        nonlocal looked
        looked = True
        return whole_site(*arguments)  # type: ignore[arg-type]

    def look_at_texts(*arguments: object) -> object:
        nonlocal looked
        looked = True
        return texts(*arguments)  # type: ignore[arg-type]

    with mock.patch.object(whole, "build_changed", look_closely), mock.patch.object(renewal, "renew", look_at_texts):
        journal.build(**options)
    return not looked


@pytest.fixture
def built(journal: JournalFolder) -> JournalFolder:
    journal.own_templates(journal.path.parent / "theme")
    journal.write("2026-03-13.md", "---\nmood: 6\n---\nA day.\n").write("2026-03-14.md", "Another.\n")
    journal.write("journal.toml", 'title = "Mine"\nignore = ["drafts/"]\n').write("support.md", "Breathe.\n")
    journal.build()
    return journal


def _touch(journal: JournalFolder) -> None:
    os.utime(journal.path / "2026-03-13.md", ns=(1, 1))


def _same_size_and_time(journal: JournalFolder) -> None:
    file = journal.path / "2026-03-14.md"
    before = file.stat()
    file.write_text("Anathor.\n")
    os.utime(file, ns=(before.st_mtime_ns, before.st_mtime_ns))


def _edit_theme(journal: JournalFolder) -> object:
    file = journal.options["templates"] / "home.html"
    return file.write_text(file.read_text(encoding="utf-8") + "{# edited #}", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda journal: journal.write("2026-03-13.md", "Edited.\n"),
        lambda journal: journal.write("2026-03-12.md", "New.\n"),
        lambda journal: journal.delete("2026-03-13.md"),
        lambda journal: journal.rename("2026-03-13.md", "2026-03-12.md"),
        lambda journal: journal.write("journal.toml", 'title = "Ours"\n'),
        lambda journal: journal.delete("journal.toml"),
        lambda journal: journal.write("support.md", "Ring Anna.\n"),
        lambda journal: (journal.site / "2026" / "03" / "13.html").unlink(),
        lambda journal: (journal.site / "index.html").write_text("spoiled"),
        lambda journal: (journal.path / ".obsidian").mkdir(),
        _touch,
        _same_size_and_time,
        _edit_theme,
    ],
)
def test_whatever_changes_is_looked_into(built: JournalFolder, change: Callable[[JournalFolder], object]) -> None:
    with mock.patch.object(record_module, "TOO_YOUNG", 0):
        assert _is_quick(built)
        change(built)
        assert not _is_quick(built)
        assert _is_quick(built)


@pytest.mark.parametrize(
    "options", [{"today": TOMORROW}, {"language": "de"}, {"public_only": True}, {"no_drafts": True}, {"force": True}]
)
def test_another_build_is_another_site(built: JournalFolder, options: dict[str, object]) -> None:
    with mock.patch.object(record_module, "TOO_YOUNG", 0):
        assert not _is_quick(built, **options)


def test_another_version_of_the_program_is_looked_into(built: JournalFolder) -> None:
    with mock.patch.object(record_module, "TOO_YOUNG", 0):
        with mock.patch.object(build_module, "code_digest", return_value=b"upgraded"):
            assert not _is_quick(built)
        assert not _is_quick(built)


def test_what_is_hidden_needs_no_look(built: JournalFolder) -> None:
    with mock.patch.object(record_module, "TOO_YOUNG", 0):
        built.write(".DS_Store", b"\0")
        assert _is_quick(built)


def test_a_young_file_is_not_trusted_and_still_nothing_is_written(built: JournalFolder) -> None:
    assert not _is_quick(built)
    assert not built.build().written
