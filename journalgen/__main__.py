"""`python -m journalgen`: the same program as the `journalgen` script."""

from journalgen.cli import main

if __name__ == "__main__":
    main()
