"""`python -m journalgen` and the `journalgen` script: the same program."""

import signal
from typing import NoReturn


def run() -> NoReturn:
    """Load the program and run it. Ctrl-C before it is there ends it at once, without a traceback: nothing was begun yet."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from journalgen.cli import run as begin  # noqa: PLC0415 -- what takes its time

    begin()


if __name__ == "__main__":
    run()
