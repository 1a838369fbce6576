"""On how many days each word was used: words in small letters, without function words and what clings to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from journalgen.analysis.function_words import content_word
from journalgen.markdown.words import has_words_without_spaces, spelled_words

# On fewer days, a word would say something of those days and not of the time.
FEWEST_DAYS = 4
# Where a word has a capital on so large a share of its days, it is a name, or a noun in German.
_NAMED = 0.9


class Counted(Struct, frozen=True):
    """The words of a stretch of time: on how many of its days there are any, and each was used.

    `capitals` are those that had a capital on some days and were not in small letters as well: how they were written, and on
    how many days.
    `unspaced` are the days with words in a script that puts no spaces between them, which are not counted.
    """

    days: int
    words: dict[str, int]
    capitals: dict[str, tuple[str, int]]
    unspaced: int = 0

    def frequent(self) -> dict[str, int]:
        """Return the words that were used on enough days to be told."""
        return {word: days for word, days in self.words.items() if days >= FEWEST_DAYS}

    def written(self, words: Iterable[str]) -> dict[str, str]:
        """Return how some words are written, those that are not in small letters throughout."""
        found = {}
        for word in words:
            written, days = self.capitals.get(word, ("", 0))
            if days >= _NAMED * self.words[word]:
                found[word] = written
        return found


class WordDays:
    """Counts the words of days without some that are left out; what a spelling comes to is remembered."""

    def __init__(self, left_out: frozenset[str] = frozenset()) -> None:
        self._left_out = left_out
        self._known: dict[str, _Spellings] = {}

    def counted(self, days: Iterable[Iterable[tuple[str, str]]]) -> Counted:
        """Return the words of some days; each has its texts, with the language (ISO 639-1) of each."""
        words: Counter[str] = Counter()
        forms: dict[str, Counter[str]] = {}
        with_words = unspaced = 0
        for texts in days:
            seen: set[str] = set()
            of_day: set[str] = set()
            capital: dict[str, str] = {}
            without_spaces = False
            for text, language in texts:
                spellings = self._spellings(language)
                without_spaces = without_spaces or has_words_without_spaces(text)
                found = set(spelled_words(text))
                of_day.update(map(spellings.__getitem__, found))
                for spelled in found.intersection(spellings.capitals):
                    word, written = spellings.capitals[spelled]
                    capital[word] = min(written, capital.get(word, written))
                seen = seen | found if seen else found
            of_day.discard("")
            for word, written in capital.items():
                if word not in seen:
                    forms.setdefault(word, Counter())[written] += 1
            words.update(of_day)
            with_words += bool(of_day)
            unspaced += without_spaces
        capitals = {word: (_most(each), each.total()) for word, each in forms.items()}
        return Counted(with_words, dict(words), capitals, unspaced)

    def _spellings(self, language: str) -> _Spellings:
        known = self._known.get(language)
        if known is None:
            known = self._known[language] = _Spellings(language, self._left_out)
        return known


def _most(counts: Counter[str]) -> str:
    """Return the most frequent of some spellings, of several the first by code point."""
    return min(counts, key=lambda spelled: (-counts[spelled], spelled))


class _Spellings(dict[str, str]):
    """The word that each spelling comes to, empty for none to tell.

    `capitals` are the spellings with a capital letter: the word, and how it is written.
    """

    def __init__(self, language: str, left_out: frozenset[str]) -> None:
        super().__init__()
        self.capitals: dict[str, tuple[str, str]] = {}
        self._language = language
        self._left_out = left_out

    def __missing__(self, spelled: str) -> str:
        word = content_word(spelled, self._language) or ""
        if word in self._left_out or not self._left_out.isdisjoint(word.split("-")):
            word = ""
        at = spelled.lower().find(word)
        written = spelled[at : at + len(word)] if at >= 0 else word
        if written != word:
            self.capitals[spelled] = (word, written)
        self[spelled] = word
        return word


def together(parts: Iterable[Counted]) -> Counted:
    """Return the words of several stretches of time that have no day in common, as those of one."""
    days = unspaced = 0
    words: Counter[str] = Counter()
    capitals: dict[str, tuple[str, int]] = {}
    for part in parts:
        days += part.days
        unspaced += part.unspaced
        words.update(part.words)
        for word, (written, on) in part.capitals.items():
            # How the last of them wrote it: names keep their spelling.
            capitals[word] = (written, capitals.get(word, ("", 0))[1] + on)
    return Counted(days, dict(words), capitals, unspaced)
