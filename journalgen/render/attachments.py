"""The files of a text as they stand in its page: pictures with their captions, players, documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup

from journalgen.plan.views import AttachedFile

# As in `render.body`: within a tag quotation marks only ever end a value, and links hold no links.
_TAG = r"""<a((?:[^">]|"[^"]*")*?) href="journal:m(\d+)"((?:[^">]|"[^"]*")*)>"""
_LINK = re.compile(_TAG + r"(.*?)</a>", re.DOTALL)
_NUMBER = re.compile(r' href="journal:m(\d+)"')
_PARAGRAPH = re.compile(
    r"""<p>\s*+((?:<a(?:[^">]|"[^"]*")*? href="journal:m\d+"(?:[^">]|"[^"]*")*>[^<]*+</a>(?:\s|<br ?/?>)*+)+)</p>"""
)
_SOURCE = re.compile(r' src="journal:m(\d+)"')

Show = Callable[[AttachedFile, bool], str]


def with_files(html: str, files: Sequence[AttachedFile | None], show: Show | None, href: Callable[[str], str]) -> str:
    """Return a text with its files in their places: `show` makes the HTML of one, told whether it stands alone.

    A link to a file leads to it; where there is no such file, what was written stands as plain text. Without `show` there are
    only links.
    """
    if '"journal:m' not in html:
        return html

    def found(number: str) -> AttachedFile | None:
        index = int(number)
        return files[index] if index < len(files) else None

    def alone(paragraph: re.Match[str]) -> str:
        each = [found(number) for number in _NUMBER.findall(paragraph[1])]
        shown = [show(file, True) for file in each if file and file.shown] if show else []
        if len(shown) < len(each):
            return paragraph[0]
        return shown[0] if len(shown) == 1 else f'<div class="pictures">\n{"".join(shown)}</div>\n'

    def linked(link: re.Match[str]) -> str:
        before, number, after, text = link.groups()
        file = found(number)
        if file is None:
            return f'<span class="link-nowhere">{text}</span>'
        if file.shown and show:
            return show(file, False)
        return f'<a{before} href="{href(file.file.address)}"{after}{_download(file)}>{text}</a>'

    def source(attribute: re.Match[str]) -> str:
        file = found(attribute[1])
        return f' src="{href(file.file.address)}"' if file else ""

    return _SOURCE.sub(source, _LINK.sub(linked, _PARAGRAPH.sub(alone, html)))


def _download(file: AttachedFile) -> str:
    """Return the attribute that gives a file its own name where it is saved; what a browser shows is not saved unasked."""
    if file.file.kind in ("picture", "drawing", "document"):
        return ""
    return Markup(' download="{}"').format(file.file.name)
