"""The only reader of a journal: which files there are, which are left out and why, and their bytes."""
