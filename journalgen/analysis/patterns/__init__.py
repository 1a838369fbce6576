"""What goes along with what, over the days of a journal, and what only looks as if it did."""
