"""An entry's front matter: where it ends, and what it says, each value with its place and its text as written.

Import from the modules: `split` reads an entry's text, `nodes` holds what comes of it, `toml_reader` also reads
`journal.toml`. This file imports nothing, so that reading the configuration does not load a YAML parser.
"""
