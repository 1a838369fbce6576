from __future__ import annotations

import json
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
    if editor == "false":
        assert ran.err == "The editor ended with an error; the file is there, as it left it.\n"
    else:
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


def test_what_is_no_day_is_told_in_words(journal: JournalFolder) -> None:
    ran = run("new", journal.path, "--date", "14 March")
    assert ran.code == 2
    assert "'14 March' is no day. Write it with the year first: 2026-03-14." in ran.err


def test_a_file_in_a_folders_place_is_refused(journal: JournalFolder) -> None:
    journal.write("2025/12/31.md", "Last year.\n").write("2026", "a file")
    before = tree(journal.path)
    ran = run("new", journal.path, "--date", "2026-03-14")
    assert ran.code == 3
    assert ran.err.count("\n") == 1
    assert tree(journal.path) == before


def made_with(journal: JournalFolder, *arguments: str) -> str:
    ran = run("new", journal.path, "--date", "2026-03-14", "--no-open", *arguments)
    assert (ran.code, ran.err) == (0, "")
    return Path(ran.out.strip()).read_text(encoding="utf-8")


def test_a_prompt_stands_in_the_front_matter_and_nowhere_else(journal: JournalFolder) -> None:
    plain = made_with(journal)
    journal.delete("2026-03-14.md")
    text = made_with(journal, "--prompt", "can-wait")
    assert text.replace('prompt: "What can wait?"\n', "") == plain
    journal.build()
    assert "../../prompts/index.html#prompt-can-wait" in journal.page("2026/03/14.html")


def test_the_prompt_is_the_day_s_or_the_day_s_of_a_theme(journal: JournalFolder) -> None:
    todays, playful = (
        run("prompt", journal.path, "--today", "2026-03-14", *theme).out.splitlines()[0]
        for theme in ((), ("--theme", "play"))
    )
    for name, expected in (("", todays), ("play", playful), ("Play", playful)):
        text = made_with(journal, *(("--prompt", name) if name else ("--prompt",)))
        assert f"prompt: {json.dumps(expected, ensure_ascii=False)}\n" in text


def test_a_template_gets_the_prompt_too(journal: JournalFolder) -> None:
    journal.write("templates/new.md", "---\nmood:\nprompt:\n---\n\n# {{date}}\n")
    assert made_with(journal, "--prompt", "can-wait") == '---\nmood:\nprompt: "What can wait?"\n---\n\n# 2026-03-14\n'
    assert made_with(journal) == "---\nmood:\nprompt:\n---\n\n# 2026-03-14\n"


def test_one_of_the_writer_s_own_is_taken_by_its_id(journal: JournalFolder) -> None:
    journal.write("prompts.toml", '[[prompt]]\ntext = "What did the ropes do?"\nid = "Ropes"\n')
    assert 'prompt: "What did the ropes do?"' in made_with(journal, "--prompt", "ropes")


def test_the_journal_may_stand_after_a_prompt_without_a_name(journal: JournalFolder) -> None:
    ran = run("new", "--no-open", "--prompt", journal.path)
    assert ran.code == 0
    assert Path(ran.out.strip()).parent == journal.path
    assert "\nprompt: " in Path(ran.out.strip()).read_text(encoding="utf-8")


def test_a_prompt_that_is_not_there_makes_no_file(journal: JournalFolder) -> None:
    ran = run("new", journal.path, "--prompt", "zanzibar")
    assert ran.code == 2
    assert "zanzibar" in ran.err
    assert tree(journal.path) == {}


def test_a_folder_called_as_a_theme_is_no_journal(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    (journal.path / "play").mkdir()
    monkeypatch.chdir(journal.path)
    ran = run("new", "--no-open", "--prompt", "play")
    assert ran.code == 0
    assert Path(ran.out.strip()).parent == Path()
    assert list((journal.path / "play").iterdir()) == []
