"""The pages that look back on a week, a month, a quarter or a year."""
