"""Pictures, sound, video and documents: what an entry says of them, and what the site has of them.

Which file a reference means is found by `journalgen.plan.attachments`; what it becomes, by `journalgen.media`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct


class Kind(enum.StrEnum):
    """What a file is, told by its name alone; a drawing is an SVG."""

    PICTURE = "picture"
    DRAWING = "drawing"
    SOUND = "sound"
    VIDEO = "video"
    DOCUMENT = "document"


_ENDINGS = {
    Kind.PICTURE: "jpg jpeg jpe jfif png apng gif webp avif bmp tif tiff heic heif hif",
    Kind.DRAWING: "svg",
    Kind.SOUND: "mp3 m4a aac ogg oga opus wav flac",
    Kind.VIDEO: "mp4 m4v mov webm ogv mkv 3gp",
    Kind.DOCUMENT: "pdf",
}
_KINDS = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}


def kind_of_name(name: str) -> Kind | None:
    """Return what a file of that name is, or None for one that no page shows."""
    dot = name.rfind(".")
    return _KINDS.get(name[dot + 1 :].lower()) if dot >= 0 else None


def readings(target: str) -> Iterator[str]:
    """Yield the paths that an address may mean, likeliest first.

    As written, since a name may hold `%20`; then percent-decoded; then either without what follows `#` or `?`, which is a
    place in the file.
    """
    whole = target.strip()
    both = dict.fromkeys((whole, unquote(whole)))
    yield from both
    for text in both:
        for sign in "#?":
            before, found, _ = text.partition(sign)
            if found:
                yield before.strip()


def kind_of_target(target: str) -> Kind | None:
    """Return what an address leads to, told by the ending of the likeliest file that it may mean."""
    if "." not in target:
        return None
    return next((kind for each in readings(target) if (kind := kind_of_name(each))), None)


class Attachment(Struct, frozen=True, array_like=True, gc=False):
    """A file that a text shows or links to, as written; its number in `Entry.attachments` stands in the rendered body.

    `shown` tells a picture or player from a link. `alt` describes it, `title` is its caption where the writer gave one,
    `width` the width in pixels that the writer asked for.
    """

    target: str
    shown: bool
    alt: str
    title: str
    width: int | None
    line: int
    column: int

    @property
    def kind(self) -> Kind | None:
        """Return what the target is, told by its ending."""
        return kind_of_target(self.target)

    @property
    def is_picture(self) -> bool:
        """Say whether this is a picture that stands in the text."""
        return self.shown and self.kind in (Kind.PICTURE, Kind.DRAWING)


class Size(Struct, frozen=True, gc=False):
    """One size of a picture: the address of its file in the site, and its width in pixels."""

    address: str
    width: int


class MediaFile(Struct, frozen=True, gc=False):
    """What the site has of one file of the journal.

    `address` is the file that a link leads to: of a picture its largest size. `name` is the name of the journal's file.
    `type` is the media type of the smaller forms that `small` holds, from the narrowest; `plain` are those in a format that
    every browser shows. `still` stands for a moving picture where movement is not wanted. `width` and `height` are those
    of the largest size, 0 where there is none; `length` is in bytes.
    """

    kind: Kind
    address: str
    name: str
    length: int
    width: int = 0
    height: int = 0
    small: tuple[Size, ...] = ()
    plain: tuple[Size, ...] = ()
    still: str | None = None
    digest: bytes = b""
