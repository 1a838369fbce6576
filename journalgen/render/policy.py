"""What no page may do, whoever wrote its templates: contact another host, or run a script that is not the theme's.

A browser is held to it by the content security policy that each page begins with. What that leaves open (a page that sends the
reader elsewhere, a name that is looked up, a script that lies beside the site) is looked for in the text of pages that come
out of somebody's own templates. Tags are looked for as letters, wherever they stand, since a browser reads more kinds of
HTML than any parser here.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from journalgen.refusal import Refusal

OWN_ASSETS = "assets/own"
# Far more than a book.
LONGEST = 20_000_000

_TAG = re.compile(r"<(?=(?:script|meta|link|img|form|embed|object|iframe)(?![a-z0-9-]))", re.IGNORECASE)
_ATTRIBUTES = r'(?: (?!on)[a-z][a-z-]*(?:="[^"<>]*")?)*'
_SCRIPT = re.compile(rf"<script({_ATTRIBUTES})></script>")
_SOURCE = re.compile(r' src="((?:[\w.~-]|/(?!/)|%[0-9A-Fa-f]{2})*\.js)"')
# A picture or a form with a name stands, for a script, in the place of what the document has by that name.
_NAMELESS = re.compile(r'<(?:img|form)(?:\s+(?!name\b|on)[a-z][a-z-]*(?:="[^"]*")?)*\s*/?>')
# What the search loads by this attribute are scripts too.
_PARTS = re.compile(r"data-shards\s*=", re.IGNORECASE)
_SAFE_PARTS = re.compile(r'data-shards="(?:(?:[\w-]+/)+[\w-]+\.js(?: (?=[\w])|(?=")))*"')
_LINK = re.compile(r'<link((?: [a-z][a-z-]*(?:="[^"<>]*")?)+)>')
_RELATIONS = {"stylesheet", "icon", "prev", "next", "up", "author", "license", "help"}
_META = re.compile(
    r'<meta (?:charset="[^"<>]*"|(?:name|property)="[^"<>]*" content="[^"<>]*"(?: media="[^"<>]*")?'
    r'|http-equiv="x-dns-prefetch-control" content="off")>'
)
# Before the policy nothing stands that could do anything.
_BEGINNING = re.compile(
    r'\s*<!doctype html>\s*<html(?: (?:lang|dir|class|id|data-[a-z-]+)="[^"<>]*")*>\s*<head>\s*'
    r'(?:<meta (?:charset="[^"<>]*"|name="[^"<>]*" content="[^"<>]*")>\s*)*'
)


def policy(*, remote_images: bool = False, fonts: bool = False) -> str:
    """Return the content security policy of every page; fonts are in it only where the writer has brought some.

    'self' serves over http and for a double-clicked file alike: tried in Chromium 156 and Firefox 153.
    """
    images = "img-src 'self' https: http:" if remote_images else "img-src 'self'"
    own = " font-src 'self';" if fonts else ""
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self'; {images}; media-src 'self';{own} base-uri 'none'; "
        "form-action 'none'"
    )


def check(text: str, path: str, rules: str) -> None:
    """Refuse a page that does not begin with the policy (`page-without-policy`) or has what it can't hold back (`page-unsafe`)."""
    stated = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    beginning = _BEGINNING.match(text)
    if beginning is None or not text.startswith(stated, beginning.end()):
        raise Refusal("page-without-policy", page=path)
    found = [tag.start() for tag in _TAG.finditer(text) if not _is_harmless(text, tag.start(), path, stated)]
    found += [parts.start() for parts in _PARTS.finditer(text) if not _SAFE_PARTS.match(text, parts.start())]
    if found:
        raise Refusal("page-unsafe", page=path, found=text[found[0] : found[0] + 60])


def _is_harmless(text: str, start: int, path: str, stated: str) -> bool:
    return bool(
        text.startswith(stated, start)
        or _META.match(text, start)
        or _NAMELESS.match(text, start)
        or _is_ours(text, start, path)
        or _leads(text, start)
    )


def _is_ours(text: str, start: int, path: str) -> bool:
    """Return whether a script stands there that belongs to the site."""
    script = _SCRIPT.match(text, start)
    if script is None or len(re.findall(r"\ssrc\b", script[1])) != 1:
        return False
    source = _SOURCE.search(script[1])
    if source is None:
        return False
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(source[1])))
    return not source[1].startswith("/") and file.split("/")[0] != ".." and not file.startswith(OWN_ASSETS + "/")


def _leads(text: str, start: int) -> bool:
    """Return whether a link stands there that only says what belongs to the page."""
    link = _LINK.match(text, start)
    if link is None:
        return False
    attributes = dict(re.findall(r' ([a-z-]+)="([^"]*)"', link[1]))
    href = attributes.get("href", "")
    is_near = ":" not in href and "&" not in href and not href.lstrip().startswith(("/", "\\"))
    return set(attributes.get("rel", "").split()) <= _RELATIONS and bool(attributes.get("rel")) and is_near
