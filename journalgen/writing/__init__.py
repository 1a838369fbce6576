"""The commands that write into a journal: each creates files that were not there, or puts something behind what one holds."""
