"""How many words a text has."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Ideographs and kana are written without spaces between words.
_IDEOGRAPHS = (
    r"\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑.][^\W_]+)*")
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
