"""Brings the catalogues up to date: finds every message, adds it to each language, and compiles what is translated.

    python journalgen/locale/update.py        after a sentence was added or changed
    python journalgen/locale/update.py nl     to begin a language

What is left to translate is counted for each language, and named with `--missing`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TEMPLATE = HERE / "journalgen.pot"
KEYWORDS = {
    "_": None,
    "N_": None,
    "say": None,
    "gettext": None,
    "ngettext": (1, 2),
}
_JINJA = {"trimmed": "true", "silent": "false"}


def extract() -> Catalog:
    """Return every message of code and templates, in order of their files."""
    found = Catalog(project="journalgen", copyright_holder="journalgen", charset="utf-8", fuzzy=False)
    for folder, method, options in (("journalgen", "python", {}), ("templates", "jinja2", _JINJA)):
        pattern = "**.py" if method == "python" else "**.html"
        messages = extract_from_dir(
            ROOT / folder, [(pattern, method)], {pattern: options}, KEYWORDS, comment_tags=("Translators:",)
        )
        for file, _, message, comments, context in sorted(messages, key=lambda each: each[:2]):
            # Without its line, which would change with each edit above it.
            found.add(message, None, [(f"{folder}/{file}", 0)], auto_comments=comments, context=context)
    return found


def read(file: Path) -> Catalog:
    """Return the catalogue in a file."""
    with file.open("rb") as stream:
        return read_po(stream, locale=None if file == TEMPLATE else file.parents[1].name)


def missing(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages that have no translation, or one that is only a guess."""
    for message in catalogue:
        if message.id and (message.fuzzy or not message.string or not all(_strings(message))):
            yield message


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _write(file: Path, catalogue: Catalog) -> None:
    catalogue.header_comment = "# Messages of journalgen; update.py beside this folder brings them up to date."
    # Else the library leaves blanks to be filled in.
    catalogue.version = catalogue.msgid_bugs_address = ""
    catalogue.last_translator = catalogue.language_team = "journalgen"
    catalogue.revision_date = catalogue.creation_date
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(stream, catalogue, width=120, ignore_obsolete=True, include_previous=False)


def update(language: str | None = None) -> dict[str, Catalog]:
    """Write the template, and the catalogue of each language in both its forms; return them by language."""
    template = extract()
    if TEMPLATE.exists():
        # Else each run would be a change.
        template.creation_date = read(TEMPLATE).creation_date
    _write(TEMPLATE, template)
    if language:
        new = HERE / language / "LC_MESSAGES" / "journalgen.po"
        if not new.exists():
            _write(new, Catalog(locale=language, project="journalgen", fuzzy=False))
    updated = {}
    for file in sorted(HERE.glob("*/LC_MESSAGES/journalgen.po")):
        catalogue = read(file)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.fuzzy = False
        _write(file, catalogue)
        with file.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalogue)
        updated[file.parents[1].name] = catalogue
    return updated


if __name__ == "__main__":
    arguments = [each for each in sys.argv[1:] if not each.startswith("-")]
    for name, each in update(*arguments[:1]).items():
        left = list(missing(each))
        print(f"{name}: {len(left)} to translate")  # noqa: T201
        if "--missing" in sys.argv:
            print("\n".join(f"  {message.id!r}" for message in left))  # noqa: T201
