"""Words that hold sentences together and say nothing of a life, by language; and how a word is told from what clings to it."""

from __future__ import annotations

from functools import cache

# What the library counts among them in English, and what yet is somebody's life; some of it is there for `she'd` and `I'll`.
_OF_A_LIFE = {
    "en": frozenset((
        "bill", "book", "call", "computer", "face", "faces", "fire", "group", "help", "home", "ill", "keys", "mill", "miss",
        "move", "novel", "page", "pages", "ring", "room", "rooms", "shed", "shell", "sorry", "system", "test", "welcome",
        "work", "worked", "working", "works", "world", "young",
    )),
}  # fmt: skip
# After an apostrophe, in English and German; what stands before it is the word.
_ENDINGS = frozenset(("s", "d", "ll", "ve", "re", "m", "t", "em"))
# In these an article or the like clings to the beginning, up to so many letters: `l'amie`, `dell'arte`, `quest'anno`.
_BEGINNINGS = {"fr": 2, "it": 5, "ca": 2, "oc": 2}


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language (ISO 639-1), in lower case; none of a language that has no list.

    The lists are those of Stopwords ISO, https://github.com/stopwords-iso/stopwords-iso.
    """
    from stopwordsiso import stopwords  # noqa: PLC0415 -- takes 5 ms, and most builds have no words to count

    return frozenset(stopwords(_LISTED.get(language, language))) - _OF_A_LIFE.get(language, frozenset())


# The list of Norwegian is for both of its written forms.
_LISTED = {"nb": "no", "nn": "no"}


def content_word(spelled: str, language: str) -> str | None:
    """Return a word in lower case without what clings to it (`Mags's` is `mags`), or None of a function word or a letter."""
    word = spelled.casefold() if spelled.isascii() else spelled.lower()
    stopped = function_words(language)
    if word in stopped:
        return None
    if "'" in word:
        most = _BEGINNINGS.get(language)
        if most:
            first, _, rest = word.partition("'")
            word = rest if len(first) <= most else word
        else:
            rest, _, last = word.rpartition("'")
            word = rest if last in _ENDINGS else word
        if word in stopped:
            return None
    return word if len(word) > 1 else None
