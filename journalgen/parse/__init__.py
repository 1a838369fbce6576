"""Text into values: front matter, fields, days, entries and the configuration. Reads no disk and no clock."""
