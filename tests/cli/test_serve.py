"""The command in a process of its own: how it begins, what it says, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from journalgen.cli.serve import _Terminal
from tests.cli.running import environment, process
from tests.journals import JournalFolder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")


def _small(journal: JournalFolder) -> JournalFolder:
    return journal.write("2026-03-12.md", "---\nmood: great\n---\nCanary.\n").write("2026-03-13.md", "Canary.\n")


@contextmanager
def _started(
    journal: JournalFolder, *arguments: str | Path, **more: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the command, and yield it with what it said until it named its address."""
    running = subprocess.Popen(
        [sys.executable, "-m", "journalgen", "serve", journal.path, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(DISPLAY="", WAYLAND_DISPLAY="", PYTHONUNBUFFERED="1") | more,
        start_new_session=True,
    )
    try:
        yield running, _said(running.stdout)
    finally:
        running.kill()
        running.communicate()


def _said(out: IO[str] | None) -> str:
    assert out is not None
    said = ""
    for line in out:
        said += line
        if "http://" in line:
            return said
    raise AssertionError(said)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_at_once(journal: JournalFolder, number: signal.Signals) -> None:
    with _started(_small(journal), "--no-open") as (running, _):
        begun = time.monotonic()
        running.send_signal(number)
        out, err = running.communicate(timeout=20)
        assert time.monotonic() - begun < 10
    assert running.returncode == 0
    assert "Traceback" not in out + err
    assert "Canary" not in out + err
    assert not (journal.path / ".journalgen/serve.html").exists()
    assert process("build", journal.path, "--today", "2026-03-15").returncode == 1


def test_it_goes_on_where_nobody_reads_what_it_says(journal: JournalFolder) -> None:
    with _started(_small(journal), "--no-open") as (running, _):
        assert running.stdout
        running.stdout.close()
        page = journal.path / "site/2026/03/13.html"
        for word in ("first", "second"):
            (journal.path / "2026-03-13.md").write_text(f"The {word} time.\n")
            end = time.monotonic() + 20
            while f"The {word} time." not in page.read_text():
                assert time.monotonic() < end
                time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        assert running.stderr
        said = running.stderr.read()
        assert running.wait(20) == 0
    assert "ipe" not in said


def test_a_terminal_that_was_stopped_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on, said = threading.Event(), []

    def echo(text: str, **_: object) -> None:
        goes_on.wait()
        said.append(text)

    monkeypatch.setattr("journalgen.cli.serve.click.echo", echo)
    terminal = _Terminal()
    terminal.start()
    terminal.polls()
    terminal.polls()
    assert said == []
    goes_on.set()
    terminal.stop()
    assert len(said) == 2


def test_it_says_where_and_what_was_not_understood(journal: JournalFolder) -> None:
    with _started(_small(journal), "--no-open") as (running, said):
        assert "2 entries" in said
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
    assert "2026-03-12.md:2:7: mood: expected 1 to 10, got 'great'" in err


def test_a_port_in_use_gives_way_to_the_next(journal: JournalFolder) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with _started(_small(journal), "--no-open", "--port", str(port)) as (_, said):
            assert f"Port {port} is in use." in said
            found = re.search(r"localhost:(\d+)/", said)
            assert found
            assert int(found[1]) > port


def test_the_browser_is_told_of_a_file_and_never_of_the_key(journal: JournalFolder, tmp_path: Path) -> None:
    browser, told = tmp_path / "browser", tmp_path / "told"
    browser.write_text(f'#!/bin/sh\nprintf %s "$*" > {told}.part\nmv {told}.part {told}\nsleep 30\n')
    browser.chmod(0o755)
    with _started(_small(journal), BROWSER=f"{browser} %s", DISPLAY=":0") as (running, said):
        end = time.monotonic() + 20
        while not told.exists():
            assert time.monotonic() < end
            time.sleep(0.02)
        opened = told.read_text()
        key = re.search(r"key=([\w-]+)", said)
        assert key
        assert opened == (journal.path / ".journalgen/serve.html").as_uri()
        for command in (opened, *_command_lines()):
            assert key[1] not in command
        page = journal.path / ".journalgen/serve.html"
        assert page.stat().st_mode & 0o777 == 0o600
        assert key[1] in page.read_text()
        address = re.search(r"http://([\w.]+):(\d+)(/\S+)", said)
        assert address
        request = urllib.request.Request(
            f"http://127.0.0.1:{address[2]}{address[3]}", headers={"Host": f"{address[1]}:{address[2]}"}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert answer.status == 200
        assert not page.exists()
        running.send_signal(signal.SIGINT)


def _command_lines() -> list[str]:
    return [
        file.read_bytes().decode(errors="replace")
        for file in Path("/proc").glob("[0-9]*/cmdline")
        if os.access(file, os.R_OK)
    ]


def test_a_folder_of_its_own_is_gone_afterwards(journal: JournalFolder, tmp_path: Path) -> None:
    output = tmp_path / "elsewhere"
    with _started(_small(journal), "--no-open", "--output", output) as (running, _):
        assert (output / "index.html").is_file()
        assert output.stat().st_mode & 0o777 == 0o700
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=20)
    assert not output.exists()
    assert not journal.site.exists()
    assert (journal.path / ".journalgen/cache.sqlite").exists()


def test_a_folder_that_was_there_stays(journal: JournalFolder, tmp_path: Path) -> None:
    output = tmp_path / "elsewhere"
    output.mkdir()
    with _started(_small(journal), "--no-open", "--output", output) as (running, _):
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=20)
    assert (output / "index.html").is_file()


def test_what_can_not_be_served_is_said_in_one_sentence(tmp_path: Path) -> None:
    ran = process("serve", tmp_path / "nowhere", "--no-open")
    assert ran.returncode == 3
    assert ran.stderr.count("\n") == 1
    assert "There is no folder" in ran.stderr


def test_a_mistake_in_the_settings_is_there_to_be_mended(journal: JournalFolder) -> None:
    _small(journal).write("journal.toml", 'title = "\n')
    with _started(journal, "--no-open") as (running, said):
        assert "http://" in said
        (journal.path / "journal.toml").write_text('title = "Mended"\n')
        end = time.monotonic() + 30
        while not (journal.site / "index.html").exists():
            assert time.monotonic() < end
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
    assert "Mended" in journal.page("index.html")
    assert "Traceback" not in err


def test_settings_of_a_journal_choose_no_command(journal: JournalFolder, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    _small(journal).write("journal.toml", f'editor = "touch {ran}"\n[serve]\neditor = "touch {ran}"\n')
    with _started(journal, "--no-open", VISUAL="", EDITOR="", XDG_CONFIG_HOME=str(tmp_path)) as (_, said):
        found = re.search(r"http://(\w+\.localhost:(\d+))(/\S+key=[\w-]+)", said)
        assert found
        host, port, path = found.groups()
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host})
        with urllib.request.urlopen(request, timeout=20) as answer:
            cookie = answer.headers["Set-Cookie"].split(";")[0]
        headers = {"Host": host, "Cookie": cookie, "Origin": f"http://{host}"}
        for what in ("open", "write", "new"):
            asked = urllib.request.Request(
                f"http://127.0.0.1:{port}/.journalgen/{what}", b'{"path": "2026-03-12.md"}', headers, method="POST"
            )
            with urllib.request.urlopen(asked, timeout=20) as answer:
                answer.read()
    assert not ran.exists()
