"""The sentence that a link stands in, so that the page which it leads to can show who speaks of it."""

from __future__ import annotations

import re

from markdown_it.token import Token

from journalgen.model.entry import Sentence

# Letters of a sentence that is shown, and of its link's own words where these alone are long.
LONGEST = 200
_LONGEST_WORDS = 120
# How far to look for a sentence's ends: letters, and tokens, of which some hold no letter.
_REACH = 2 * LONGEST
_MOST_TOKENS = 200
_SPACE = re.compile(r"\s+")
_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)|[。！？]+[」』”）]*|\n""")
# After these a full stop ends no sentence; nor does it after one letter, as in `J. Preece` and `z. B.`.
_SHORT = frozenset(
    ("dr", "mr", "mrs", "ms", "st", "prof", "rev", "sr", "jr", "vs", "nr", "approx", "ca", "bzw", "vgl", "evtl", "ggf")
)


def sentence_at(children: list[Token], index: int, otherwise: str) -> Sentence:
    """Return the sentence around the link that opens at an index; `otherwise` are its words where it has none.

    It has at most `LONGEST` letters; what is left out at an end is an ellipsis, and whole words stay whole.
    """
    close = index + 1
    while children[close].type != "link_close":
        close += 1
    words = _SPACE.sub(" ", _forwards(children, index + 1, close)).strip() or otherwise
    before = _backwards(children, index)
    after = _forwards(children, close + 1, len(children))
    before = before[_last_end(before, words) :]
    after = after[: _first_end(after)]
    return _shortened(_SPACE.sub(" ", before).lstrip(), words, _SPACE.sub(" ", after).rstrip())


def _seen(token: Token) -> str:
    if token.type in {"text", "code_inline", "tag"}:
        return token.content
    if token.type == "field_name":
        return f"{token.content} "
    if token.type == "image":
        return "".join([_seen(child) for child in token.children or ()])
    return {"softbreak": " ", "hardbreak": "\n"}.get(token.type, "")


def _forwards(children: list[Token], start: int, end: int) -> str:
    found: list[str] = []
    length = 0
    for token in children[start : min(end, start + _MOST_TOKENS)]:
        found.append(_seen(token))
        length += len(found[-1])
        if length >= _REACH:
            break
    return "".join(found)[:_REACH]


def _backwards(children: list[Token], end: int) -> str:
    found: list[str] = []
    length = 0
    for token in reversed(children[max(0, end - _MOST_TOKENS) : end]):
        found.append(_seen(token))
        length += len(found[-1])
        if length >= _REACH:
            break
    return "".join(reversed(found))[-_REACH:]


def _last_end(before: str, words: str) -> int:
    """Return where the sentence begins that goes on to the end of `before`."""
    ends = [end.end() for end in _END.finditer(before) if _is_end(before, end, words)]
    return ends[-1] if ends else 0


def _first_end(after: str) -> int:
    for end in _END.finditer(after):
        if _is_end(after, end, ""):
            return end.end()
    return len(after)


def _is_end(text: str, end: re.Match[str], following: str) -> bool:
    rest = text[end.end() :].lstrip() or following
    if end[0] == "\n":
        return True
    if rest[:1].islower():
        return False
    if end[0] != ".":
        return True
    word = re.search(r"\w*$", text[: end.start()])
    last = word[0] if word else ""
    return last.casefold() not in _SHORT and not (len(last) == 1 and last.isalpha() and last != "I")


def _shortened(before: str, words: str, after: str) -> Sentence:
    if len(words) > _LONGEST_WORDS:
        words = _cut(words, _LONGEST_WORDS)
    room = LONGEST - len(words)
    if len(before) + len(after) > room:
        # Each side has half, and what the other does not need.
        for_before = max(room // 2, room - len(after))
        for_after = max(room - room // 2, room - len(before))
        if len(before) > for_before:
            # Spaces are where they are from either side.
            before = _cut(before[::-1], for_before)[::-1]
        if len(after) > for_after:
            after = _cut(after, for_after)
    return Sentence(before, words, after)


def _cut(text: str, length: int) -> str:
    """Return the beginning of a text, at most that long with its ellipsis, ending with a whole word where it has words."""
    kept = text[: length - 2]
    whole = kept.rpartition(" ")[0]
    return f"{(whole if len(whole) > length // 2 else kept).rstrip()} …"
