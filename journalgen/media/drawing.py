"""Drawings (SVG): what is known to draw is kept, and nothing else.

A drawing in a page runs nothing, but one that is opened by itself is a page of its own: scripts, links, other files and
styles that could fetch are left out, and so are the notes that drawing programs leave. What is kept is written anew.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from journalgen.digests import digest
from journalgen.media.forms import Form, Made

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
LARGEST = 5_000_000
_MOST_PARTS = 100_000
_DEEPEST = 100
_PARTS = frozenset(
    """svg g defs symbol use title desc switch path rect circle ellipse line polyline polygon text tspan textPath marker pattern
    clipPath mask linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer feComposite
    feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    style""".split()  # noqa: SIM905 -- a list of words
)
_NO_ATTRIBUTES = ("base", "space", "href")
# In a style or a colour: what fetches (but for a part of the same drawing), and what could hide it.
_FETCHES = re.compile(
    r"url\s*\(\s*['\"]?\s*(?!#)|@import|@font-face|expression|javascript:|\\|image\s*\(|image-set", re.IGNORECASE
)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")


class _RefusedError(Exception):
    """A drawing holds what is not read: definitions of its own, or more than a drawing needs."""


def make_drawing(data: bytes) -> tuple[Made, dict[str, bytes]]:
    """Return what becomes of a drawing, and its bytes by their ending; never raises."""
    if len(data) > LARGEST:
        return Made(fault="picture-too-large"), {}
    try:
        root = _parsed(data)
    except (ET.ParseError, _RefusedError, ValueError, LookupError, RecursionError):
        return Made(fault="picture-broken"), {}
    if root.tag != f"{_SVG}svg":
        return Made(fault="picture-broken"), {}
    _clean(root)
    width, height = _size(root)
    ET.register_namespace("", _SVG[1:-1])
    ET.register_namespace("xlink", _LINK[1:].partition("}")[0])
    content = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return Made(width, height, plain=(Form("drawing.svg", width, digest(content)),)), {"drawing.svg": content}


def _parsed(data: bytes) -> ET.Element:
    # Entities unfold; without definitions of a document's own there are none but XML's.
    if re.search(rb"<!(?:DOCTYPE[^>]*\[|ENTITY)", data, re.IGNORECASE) or b"\0" in data:
        raise _RefusedError
    root = ET.fromstring(data)  # noqa: S314 -- what makes XML dangerous is refused above
    parts = 0
    level = [root]
    for _ in range(_DEEPEST):
        parts += len(level)
        level = [part for each in level for part in each]
    if level or parts > _MOST_PARTS:
        raise _RefusedError
    return root


def _clean(element: ET.Element) -> None:
    for name, value in tuple(element.attrib.items()):
        if not _may_stay(name, value):
            del element.attrib[name]
    for part in tuple(element):
        if not _may_be_drawn(part):
            element.remove(part)
        else:
            _clean(part)


def _may_be_drawn(part: ET.Element) -> bool:
    if not isinstance(part.tag, str) or not part.tag.startswith(_SVG) or part.tag[len(_SVG) :] not in _PARTS:
        return False
    return part.tag != f"{_SVG}style" or not _FETCHES.search("".join(part.itertext()))


def _may_stay(name: str, value: str) -> bool:
    if name in (_LINK, "href"):
        return value.strip().startswith("#")
    if name.startswith("{") or name.lower().startswith("on"):
        return False
    return name not in _NO_ATTRIBUTES and not _FETCHES.search(value)


def _size(root: ET.Element) -> tuple[int, int]:
    """Return the size that a drawing asks for, in pixels, or that of its view; a square where it says neither."""
    found = [_NUMBER.fullmatch(root.get(name, "")) for name in ("width", "height")]
    numbers = [float(each[1]) for each in found if each]
    if len(numbers) < 2:
        view = re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))
        numbers = [float(each) for each in view[2:4]]
    if len(numbers) < 2 or min(numbers) <= 0:
        return 300, 300
    scale = min(1.0, 1600 / max(numbers))
    return max(1, round(numbers[0] * scale)), max(1, round(numbers[1] * scale))
