"""The page to take along to an appointment: some days of a journal in plain words and figures, and nothing of its texts."""
