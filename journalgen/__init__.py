"""journalgen: a private, browsable site from a folder of journal entries."""

__version__ = "0.1.0"
