"""The text of an entry as it stands in its page: its links to other things in the journal lead there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

# Within a tag quotation marks only ever end a value; in the text every `<` is escaped. Links hold no links.
_LINK = re.compile(r'<a((?:[^">]|"[^"]*")*?) href="journal:(\d+)"((?:[^">]|"[^"]*")*)>(.*?)</a>', re.DOTALL)

# Nothing else in the paragraph or the item: a quotation is a block of its own, and can't stand within a line.
_EMBED = r'<a class="embed" href="journal:(\d+)"[^>]*>[^<]*</a>'
_EMBEDS = re.compile(rf"<p>(?:{_EMBED}(?:\s|<br>)*)+</p>|(?<=<li>){_EMBED}(?=\s*(?:</li>|<[ou]l>))")
_INDEX = re.compile(r'href="journal:(\d+)"')


def with_quotations(html: str, quotations: Mapping[int, str]) -> str:
    """Return a text in which embeds that stand alone are their quotations, by the index of their link; others stay links."""

    def quoted(embeds: re.Match[str]) -> str:
        indices = [int(index) for index in _INDEX.findall(embeds[0])]
        if not all(index in quotations for index in indices):
            return embeds[0]
        return "\n".join([str(quotations[index]) for index in indices])

    return _EMBEDS.sub(quoted, html)


def with_links(html: str, targets: Sequence[str | None], href: Callable[[str], str]) -> Markup:
    """Return a text with `href="journal:N"` replaced by the link to the Nth target; plain text where there is none."""
    if '"journal:' not in html:
        return Markup(html)  # noqa: S704 -- journalgen.markdown made it safe

    def resolved(link: re.Match[str]) -> str:
        before, number, after, text = link.groups()
        index = int(number)
        target = targets[index] if index < len(targets) else None
        if target is None:
            return f'<span class="link-nowhere">{text}</span>'
        return f'<a{before} href="{href(target)}"{after}>{text}</a>'

    return Markup(_LINK.sub(resolved, html))  # noqa: S704 -- as above, and href encodes
