"""The text of an entry: Markdown in, safe HTML and all that was found in it out."""
