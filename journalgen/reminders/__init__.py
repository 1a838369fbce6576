"""A kind sentence in the evening of a day without an entry: when it comes, who has it come, and how it is shown."""
