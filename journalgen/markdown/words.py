"""How many words a text has, and which."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Ideographs and kana are written without spaces between words.
_IDEOGRAPHS = (
    r"\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑.][^\W_]+)*")
# Scripts that put no spaces between words, besides those above: Thai, Lao, Tibetan, Burmese, Khmer.
_OTHERS_WITHOUT_SPACES = r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"
_ADDRESS = re.compile(r"\S*(?:://|www\.|\w@\w)\S*")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})
# Zero-width joiners and the soft hyphen stand inside words and are not seen.
_INVISIBLE = frozenset("\u00ad\u200c\u200d\u2060")


@cache
def _eastern_word() -> re.Pattern[str]:
    """Return the pattern for texts with ideographs, which takes 5 ms to compile and most journals never need."""
    return re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+(?:['’\-‐‑.][^\W_{_IDEOGRAPHS}]+)*")


def count_words(text: str) -> int:
    """Return the number of words in a text, in the spirit of Unicode's UAX #29.

    A word is a run of letters and digits with their accents; apostrophes, hyphens and full stops between two such runs
    hold them together, so that `don't`, `well-being` and `3.5` are one word each. Every ideograph and kana counts as a
    word. Thai, Lao, Khmer and Burmese, which no rule without a dictionary divides, count a word for each run.
    """
    if text.isascii():
        return len(_WORD.findall(text))
    # A regular expression does not know marks: a decomposed accent would end the word that it belongs to.
    seen = {char for char in set(text) if char > "\x7f"}
    unseen = [char for char in seen if char in _INVISIBLE or unicodedata.category(char)[0] == "M"]
    if unseen:
        text = text.translate(dict.fromkeys(map(ord, unseen)))
    pattern = _eastern_word() if max(seen) >= "\u3005" else _WORD
    return len(pattern.findall(text))


@cache
def _without_spaces() -> re.Pattern[str]:
    return re.compile(rf"[{_OTHERS_WITHOUT_SPACES}{_IDEOGRAPHS}]")


@lru_cache(maxsize=16)
def _spelled(marks: str) -> re.Pattern[str]:
    """Return the pattern of words that are spelled with letters and some marks alone."""
    letters = rf"(?:[^\W\d_][{re.escape(marks)}]*)+" if marks else r"[^\W\d_]+"
    return re.compile(rf"(?<!\w){letters}(?:['-]{letters})*(?!\w)")


def has_words_without_spaces(text: str) -> bool:
    """Return whether any of a text is in a script that puts no spaces between words, such as Japanese, Chinese or Thai."""
    return not text.isascii() and _without_spaces().search(text) is not None


def spelled_words(text: str) -> list[str]:
    """Return the words of a text in order, as they are spelled, with straight apostrophes and plain hyphens.

    Left out are web and mail addresses, what has a digit in it (`5pm`, `B4348`), and words in scripts that put no spaces
    between them, which only a dictionary could tell apart.
    """
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    if text.isascii():
        return _spelled("").findall(text)
    text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    seen = {char for char in set(text) if char > "\x7f"}
    if unseen := seen & _INVISIBLE:
        text = text.translate(dict.fromkeys(map(ord, unseen)))
    # Fractions, powers and Roman numerals are digits of their own kind, which expressions take for letters.
    if numbers := {char for char in seen if char.isalnum() and not char.isalpha()}:
        text = text.translate(dict.fromkeys(map(ord, numbers), "0"))
    marks = "".join(sorted(char for char in seen if unicodedata.category(char)[0] == "M"))
    if seen and max(seen) >= "\u0e00":
        text = _without_spaces().sub("0", text)
    return _spelled(marks).findall(text)
