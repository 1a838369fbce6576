"""The commands that write into a journal: each creates files that were not there, and never changes one that was."""
