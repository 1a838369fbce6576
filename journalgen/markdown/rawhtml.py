"""Tags in raw HTML as CommonMark has them: which are whole, and what they say."""

from __future__ import annotations

import html
import re

# No more and no less than HTML's own white space, which a regular expression's differs from.
_SPACE = r"[ \t\n\f\r]"
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^ \t\n\f\r"'=<>`]++)"""
_ATTRIBUTE = rf"""[^ \t\n\f\r"'<>/=]++(?:{_SPACE}*+={_SPACE}*+{_VALUE}|(?!{_SPACE}*+=))"""
# What an HTML parser would read on as a tag up to any later `>`, and CommonMark would not, is no tag: it may hold words.
TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>[a-zA-Z][^ \t\n\f\r/<>]*+)(?P<attributes>(?:{_SPACE}++{_ATTRIBUTE})*+){_SPACE}*+/?>"
)
_PAIR = re.compile(rf"([^ \t\n\f\r\"'<>/=]++)(?:{_SPACE}*+={_SPACE}*+({_VALUE}))?")


def attributes(tag: re.Match[str]) -> dict[str, str]:
    """Return the attributes of a tag that `TAG` found, by their names in lower case; of two alike the first counts."""
    found: dict[str, str] = {}
    for name, value in _PAIR.findall(tag["attributes"]):
        bare = value[1:-1] if value[:1] in {'"', "'"} else value
        found.setdefault(name.lower(), html.unescape(bare))
    return found


def text_of_html(shown: str) -> str:
    """Return the text of HTML whose tags are all whole, with spaces for them."""
    return " ".join(html.unescape(TAG.sub(" ", shown)).split())
