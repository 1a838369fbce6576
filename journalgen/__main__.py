"""`python -m journalgen`: the same program as the `journalgen` script."""

from journalgen.cli import run

if __name__ == "__main__":
    run()
