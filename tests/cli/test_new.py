from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.journals import JournalFolder, tree


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("journalgen.writing.editor.click.launch", lambda *_, **__: 1)


def test_the_path_is_printed_and_the_entry_is_sound(journal: JournalFolder) -> None:
    ran = run("new", journal.path, "--date", "2026-03-14", "--title", 'A "quoted": title', "--no-open")
    assert (ran.code, ran.err) == (0, "")
    path = Path(ran.out.strip())
    assert path == journal.path / "2026-03-14.md"
    assert path.read_text().startswith("---\ndate: 2026-03-14\n")
    assert run("check", journal.path).out.splitlines()[-1] == "1 entry, all understood."
    journal.build()
    assert "A &#34;quoted&#34;: title" in journal.page("2026/03/14.html")


def test_a_vaults_format_names_the_entry_and_is_understood(journal: JournalFolder) -> None:
    journal.write(".obsidian/daily-notes.json", '{"folder": "Daily", "format": "DD-MM-YYYY"}')
    made = [run("new", journal.path, "--date", "2026-06-07", "--no-open").out.strip() for _ in range(2)]
    assert made[0] == str(journal.path / "Daily" / "07-06-2026.md")
    assert made[1].startswith(str(journal.path / "Daily" / "07-06-2026-"))
    assert run("check", journal.path).out.splitlines()[-1] == "2 entries, all understood."


def test_the_editor_gets_the_file(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "edit or.py"
    script.write_text("import sys\nopen(sys.argv[1], 'a').write('Written.')\n")
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}"')
    ran = run("new", journal.path)
    assert (ran.code, ran.err) == (0, "")
    assert Path(ran.out.strip()).read_text().endswith("Written.")


@pytest.mark.parametrize("editor", ["false", "/no/such/editor", "'unclosed", ""])
def test_an_editor_that_fails_is_said_and_the_file_stays(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    ran = run("new", journal.path)
    assert ran.code == 0
    assert ran.err == "No editor could be opened; the file is there, ready to be written.\n"
    assert Path(ran.out.strip()).is_file()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--date", "14 March"), 2),
        (("--template", "nowhere.md"), 3),
        (("--template", "."), 3),
    ],
)
def test_what_cannot_be_makes_no_file(journal: JournalFolder, arguments: tuple[str, ...], code: int) -> None:
    ran = run("new", journal.path, *arguments)
    assert ran.code == code
    assert tree(journal.path) == {}


def test_a_file_in_a_folders_place_is_refused(journal: JournalFolder) -> None:
    journal.write("2025/12/31.md", "Last year.\n").write("2026", "a file")
    before = tree(journal.path)
    ran = run("new", journal.path, "--date", "2026-03-14")
    assert ran.code == 3
    assert ran.err.count("\n") == 1
    assert tree(journal.path) == before
