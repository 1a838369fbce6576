"""The commands as a person runs them: in this process, which is quick, or in one of their own."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest import mock

from journalgen.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, answer: str | bytes = "") -> Ran:
    """Run a command in this process; `answer` is what the person types, or what is piped."""
    typed = answer.encode() if isinstance(answer, str) else answer
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    code: object = None
    with (
        mock.patch.object(sys, "argv", ["journalgen", *map(str, arguments)]),
        mock.patch.object(sys, "stdin", TextIOWrapper(BytesIO(typed), encoding="utf-8")),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code
        finally:
            gc.enable()
    assert code is None or isinstance(code, int)
    for stream in (out, err):
        stream.flush()
    return Ran(code or 0, *(stream.buffer.getvalue().decode() for stream in (out, err)))


def environment(**more: str) -> dict[str, str]:
    """Return the environment for a process of journalgen's."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def unmeasured(**more: str) -> dict[str, str]:
    """Return the environment for a process that is asked what it imports: what measures coverage would import more."""
    return {name: value for name, value in environment(**more).items() if not name.startswith("COVERAGE_PROCESS")}


def process(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own; `more` is added to its environment."""
    return subprocess.run(
        [sys.executable, "-m", "journalgen", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=environment(**more),
        timeout=60,
        check=False,
    )
