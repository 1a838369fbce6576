"""How often some groups of words were used, month by month: those that research on words and well-being looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from journalgen.analysis.closer_lists import GROUPS, LISTS, Group
from journalgen.markdown.words import spelled_words

# With fewer entries or words, a month would say something of single entries.
FEWEST_ENTRIES = 5
FEWEST_WORDS = 500
# What clings to `I` and the like: "I'd", "everything's", "geht's".
_APOSTROPHE = "'"


class MonthOfWords(Struct, frozen=True, array_like=True, gc=False):
    """How many words a month's entries have, and how many are of each group, in the order of `GROUPS`.

    `entries` are those in a language that has lists; `others` those in another.
    """

    year: int
    month: int
    entries: int
    others: int
    words: int
    groups: tuple[int, int, int]

    @property
    def is_enough(self) -> bool:
        """Return whether there are words of enough entries for a share that is about a month."""
        return self.entries >= FEWEST_ENTRIES and self.words >= FEWEST_WORDS


def month_of_words(year: int, month: int, texts: Iterable[tuple[str, str]]) -> MonthOfWords:
    """Return the counts of a month from the texts of its entries, each with its language (ISO 639-1)."""
    entries = others = words = 0
    counts: Counter[Group] = Counter()
    for text, language in texts:
        if language not in LISTS:
            others += 1
            continue
        group_of = _groups(language)
        spelled = spelled_words(text)
        entries += 1
        words += len(spelled)
        for word, times in Counter(spelled).items():
            group = group_of.get(word.lower()) or group_of.get(word.lower().rpartition(_APOSTROPHE)[0])
            if group:
                counts[group] += times
    first, second, third = (counts[group] for group in GROUPS)
    return MonthOfWords(year, month, entries, others, words, (first, second, third))


@cache
def _groups(language: str) -> dict[str, Group]:
    return {word.lower(): group for group, words in LISTS[language].items() for word in words}
