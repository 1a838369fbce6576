from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from journalgen.build import record
from tests.cli.running import environment, process, run, unmeasured
from tests.journals import JournalFolder, tree

TODAY = ("--today", "2026-03-15")
ENTRY = "---\nmood: 7\ntags: [walk]\n---\nA day by the river.\n"
WRONG = "---\nmood: great\n---\nA day.\n"


def _stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    found = {path: path.stat() for path in folder.rglob("*") if path.is_file()}
    return {
        path.relative_to(folder).as_posix(): (status.st_mtime_ns, status.st_size, status.st_ino)
        for path, status in found.items()
    }


def test_the_last_line_tells_what_was_done(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", ENTRY)
    first = run("build", journal.path, *TODAY)
    shown = re.fullmatch(
        r"1 entry, (\d+) pages: (\d+) written, 0 unchanged, 0 removed in \d+\.\d s → (.+)\n", first.out
    )
    assert shown
    assert shown[1] == shown[2]
    assert Path(shown[3]).resolve() == journal.site.resolve() / "index.html"
    again = run("build", journal.path, *TODAY)
    assert f"0 written, {shown[1]} unchanged, 0 removed" in again.out
    assert (first.code, first.err, again.code, again.err) == (0, "", 0, "")


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        ({"2026-03-14.md": ENTRY}, (), 0),
        ({}, (), 0),
        ({"2026-03-14.md": WRONG}, (), 1),
        ({"2026-03-14.md": WRONG}, ("--strict",), 1),
        ({"2026-03-14.md": ENTRY, "journal.toml": "title = \n"}, (), 3),
        ({"2026-03-14.md": ENTRY, "journal.toml": "title = 3\n"}, (), 1),
        ({}, ("--locale", "xx"), 2),
        ({"2026-03-14.md": ENTRY, "support.md": "---\ntags: [\n---\nRing Anna.\n"}, (), 1),
        ({}, ("--today", "tomorrow"), 2),
        ({}, ("--nonsense",), 2),
        ({}, ("one", "two"), 2),
        ({"2026-03-14.md": ENTRY}, ("--output", "{journal}/.."), 3),
        ({"2026-03-14.md": ENTRY}, ("--output", "{journal}/2026-03-14.md"), 3),
        ({"site/mine.txt": "mine", "2026-03-14.md": ENTRY}, (), 3),
        ({".journalgen": "a file", "2026-03-14.md": ENTRY}, (), 3),
        ({"2026-03-14.md": ENTRY, "journal.toml": 'output = "~nobody-of-this-name/site"\n'}, (), 0),
        ({"2026-03-14.md": ENTRY, "journal.toml": 'state = "~nobody-of-this-name/state"\n'}, (), 0),
    ],
)
def test_exit_codes(journal: JournalFolder, files: dict[str, str], arguments: tuple[str, ...], code: int) -> None:
    for name, text in files.items():
        journal.write(name, text)
    ran = run("build", journal.path, *(each.format(journal=journal.path) for each in arguments))
    assert ran.code == code
    assert "Traceback" not in ran.err
    if code == 3:
        assert ran.err.startswith("journalgen: ")
        assert ran.err.count("\n") == 1
        assert ran.out == ""


@pytest.mark.parametrize("command", ["build", "check", "stats", "new", "clean"])
@pytest.mark.parametrize("place", ["nowhere", "file.md"])
def test_what_is_no_folder_is_refused_by_every_command(journal: JournalFolder, command: str, place: str) -> None:
    journal.write("file.md", "text")
    ran = run(command, journal.path / place)
    assert ran.code == 3
    assert ran.err.startswith("journalgen: ")
    assert ran.err.count("\n") == 1


def test_a_process_ends_with_the_same_codes(journal: JournalFolder, tmp_path: Path) -> None:
    journal.write("2026-03-14.md", WRONG)
    built = process("build", journal.path, *TODAY)
    assert built.returncode == 1
    assert "2026-03-14.md:2:7: mood: expected 1 to 10, got 'great'" in built.stderr
    assert "1 entry, " in built.stdout
    assert process("build", tmp_path / "nowhere").returncode == 3
    assert process("build", "--today", "x").returncode == 2


def test_every_error_is_listed_also_by_a_build_with_nothing_to_do(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", WRONG).write("2026-03-14.md", WRONG)
    first = run("build", journal.path, *TODAY)
    with mock.patch.object(record, "TOO_YOUNG", 0):
        again = run("build", journal.path, *TODAY)
    assert first.err == again.err
    assert first.err.count("mood: expected") == 2
    assert again.code == 1


def test_strict_writes_nothing_while_there_is_an_error(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", ENTRY)
    run("build", journal.path, *TODAY)
    before = tree(journal.site)
    journal.write("2026-03-13.md", WRONG)
    ran = run("build", journal.path, "--strict", *TODAY)
    assert ran.code == 1
    assert "Nothing was written" in ran.out
    assert tree(journal.site) == before
    # Also after a build that was not strict, which has nothing to do but the error.
    run("build", journal.path, *TODAY)
    with mock.patch.object(record, "TOO_YOUNG", 0):
        assert "Nothing was written" in run("build", journal.path, "--strict", *TODAY).out


def test_strict_makes_no_site_where_there_was_none(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", WRONG)
    assert run("build", journal.path, "--strict").code == 1
    assert not journal.site.exists()


def test_verbose_says_why_each_page_was_written(journal: JournalFolder) -> None:
    journal.write("2026-03-13.md", ENTRY).write("2026-03-14.md", ENTRY)
    assert "written: 2026/03/14.html (new)\n" in run("build", journal.path, "-v", *TODAY).out
    journal.write("2026-03-14.md", ENTRY + "More.\n").delete("2026-03-13.md")
    (journal.site / "support.html").unlink()
    out = run("build", journal.path, "-v", *TODAY).out
    (journal.site / "support.html").write_text("spoiled")
    out += run("build", journal.path, "-v", *TODAY).out
    for line in (
        "written: 2026/03/14.html (what it shows changed)",
        "written: support.html (it was gone from the site)",
        "written: support.html (its file was changed by something else)",
        "removed: 2026/03/13.html (nothing leads to it any more)",
    ):
        assert f"{line}\n" in out
    assert "written: support.html (asked for)\n" in run("build", journal.path, "-v", "--force", *TODAY).out


def test_json_is_one_object(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", WRONG)
    ran = run("build", journal.path, "--json", *TODAY)
    told = json.loads(ran.out)
    assert ran.code == 1
    assert told["entries"] == 1
    assert told["errors"] == 1
    assert len(told["written"]) == told["pages"]
    assert told["problems"][0]["path"] == "2026-03-14.md"
    assert (told["problems"][0]["line"], told["problems"][0]["column"]) == (2, 7)


def test_quiet_prints_problems_alone(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", WRONG)
    ran = run("build", journal.path, "--quiet", *TODAY)
    assert ran.out == ""
    assert ran.err.startswith("2026-03-14.md:2:7: ")


def test_the_language_is_the_one_asked_for(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", ENTRY).write("journal.toml", 'language = "en"\n')
    run("build", journal.path, "--locale", "de_AT", *TODAY)
    assert '<html lang="de-AT"' in journal.page("index.html")
    run("build", journal.path, *TODAY)
    assert '<html lang="en"' in journal.page("index.html")


# Puts the quick path within reach without waiting: a file may be as young as it is.
_AT_ONCE = """
import sys
from journalgen.build import record
record.TOO_YOUNG = 0
from journalgen.cli import main
sys.argv = ["journalgen", *sys.argv[1:]]
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def test_a_build_with_nothing_to_do_imports_next_to_nothing(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", ENTRY).write("journal.toml", 'title = "Mine"\n')
    arguments = [sys.executable, "-c", _AT_ONCE, "build", str(journal.path), *TODAY]
    loaded = []
    for _ in range(2):
        ran = subprocess.run(arguments, capture_output=True, encoding="utf-8", env=unmeasured(), check=True)
        loaded.append({name.split(".")[0] for name in ran.stderr.split()})
    assert " 0 written" in ran.stdout
    heavy = {
        "jinja2",
        "yaml",
        "markdown_it",
        "babel",
        "rich",
        "nh3",
        "numpy",
        "multiprocessing",
        "concurrent",
        "asyncio",
    }
    assert loaded[0] >= {"jinja2", "yaml", "markdown_it"}
    assert not loaded[1] & heavy


def test_only_the_owner_may_look(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", ENTRY)
    before = os.umask(0)
    try:
        run("build", journal.path, *TODAY)
    finally:
        os.umask(before)
    for folder in (journal.site, journal.path / ".journalgen"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        for path in folder.rglob("*"):
            if folder == journal.site or path.suffix == ".sqlite":
                assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_no_command_that_reads_changes_the_journal(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", ENTRY).write("loose note.md", "").write("support.md", "Breathe.\n")
    journal.write("journal.toml", "nonsense = 1\n").write("photo.jpg", b"\xff\xd8")
    before, stamps = tree(journal.path), _stamps(journal.path)
    for command in ("build", "check", "stats", "stats", "build"):
        run(command, journal.path)
    run("clean", journal.path, "--yes")
    assert tree(journal.path) == before
    assert _stamps(journal.path) == stamps


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("arguments", "more", "bar"),
    [
        ((), {}, True),
        (("--plain",), {}, False),
        (("--quiet",), {}, False),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
    ],
)
def test_a_bar_is_shown_on_a_terminal_alone(
    journal: JournalFolder, arguments: tuple[str, ...], more: dict[str, str], bar: bool
) -> None:
    journal.write("2026-03-14.md", ENTRY)
    code = _AT_ONCE.replace("from journalgen.cli import main", "from journalgen.cli import main, progress\n"
                            "progress._SHOWN_AFTER = -1")  # fmt: skip
    code = code.replace("    print(*sys.modules, file=sys.stderr)", "    pass")
    master, slave = os.openpty()
    env = {name: value for name, value in environment(TERM="xterm").items() if name != "NO_COLOR"} | more
    ran = subprocess.run(
        [sys.executable, "-c", code, "build", str(journal.path), *arguments], stdout=subprocess.PIPE, stderr=slave, env=env,
        check=True,
    )  # fmt: skip
    os.write(slave, b"\nend\n")
    shown = b""
    while not shown.rstrip().endswith(b"end"):
        shown += os.read(master, 65536)
    os.close(master)
    os.close(slave)
    assert (b"\x1b[" in shown) is bar
    assert b"\x1b" not in ran.stdout
