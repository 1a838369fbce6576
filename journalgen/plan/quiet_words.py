"""Words that are never told among those of a time: the writer's own list, and those that quiet names are made of."""

from __future__ import annotations

from collections.abc import Iterator

from journalgen.analysis.terms import Spellings
from journalgen.markdown.words import spelled_words
from journalgen.model.config import Config


def quiet_words(config: Config) -> frozenset[str]:
    """Return the words in small letters: `[words] leave_out`, and what `[[quiet]]` tags and people are called or also called.

    Of a tag within others, that is its last part: `family` may be told where `family/mam` is quiet.
    """
    spellings = Spellings(config.aliases)
    names = [*config.words_left_out]
    for kind, quiet in _quiet_names(config):
        key = spellings.key(kind, quiet)
        aliases = [each.spelling for each in config.aliases if spellings.key(kind, each.spelling) == key]
        names += [name.rpartition("/")[2] for name in (quiet, spellings.resolve(kind, quiet), *aliases)]
    return frozenset(
        part for name in names for word in spelled_words(name) for part in (word.lower(), *word.lower().split("-"))
    )


def _quiet_names(config: Config) -> Iterator[tuple[str, str]]:
    for quiet in config.quiet:
        yield from (("tags", name) for name in quiet.tags)
        yield from (("people", name) for name in quiet.people)
