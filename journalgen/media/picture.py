"""A photo or other picture, as it was taken, into the sizes that pages show. Knows formats, and limits to what is opened.

What comes out is drawn anew from the colours of each point, so that nothing else of the file can be in it: no place, no
camera, no comment, no profile, no earlier state of the picture.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.util import find_spec
from typing import BinaryIO

from PIL import Image, ImageFile, ImageOps

from journalgen.digests import digest
from journalgen.media.colours import eight_bits, in_srgb
from journalgen.media.forms import Form, Made
from journalgen.media.moving import is_moving, moving_forms

WIDTHS = (480, 960, 1600)
# A page is read in width; what is much higher than wide is scaled down all the same, since WebP ends at 16,383.
_HIGHEST = 8000
# Points that are held in memory at a time, at four bytes each; a larger picture is refused before it is opened.
MOST_POINTS = 120_000_000
# JPEG can be opened at an eighth of its size, and so may be larger, unless it comes in layers.
MOST_POINTS_OF_JPEG = 400_000_000
LARGEST_FILE = 300_000_000
# What Pillow may take a file for, whatever its name. Others, such as PostScript, would start programs.
_KNOWN = ("JPEG", "MPO", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
_DRAWN = ("PNG", "GIF", "BMP")
# The beginnings of HEIC's own kinds of file, from the fifth byte on.
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftyphevx", b"ftypheim", b"ftypheis", b"ftypmif1", b"ftypmsf1")

# Our own limits hold instead, and depend on the format.
Image.MAX_IMAGE_PIXELS = None
Image.init()
# Some builds of Pillow go without AVIF.
_FORMATS = tuple(each for each in _KNOWN if each in Image.OPEN)


def can_read_heic() -> bool:
    """Say whether the library for HEIC is installed."""
    return find_spec("pillow_heif") is not None


def probe(file: BinaryIO) -> str | None:
    """Return what is wrong with a picture as far as its first bytes tell, as a code, or None."""
    try:
        opened = _opened(file)
    except Exception:  # noqa: BLE001 -- a decoder that meets hostile bytes may raise anything
        return "picture-broken"
    return opened if isinstance(opened, str) else None


def make_picture(data: bytes) -> tuple[Made, dict[str, bytes]]:
    """Return what becomes of a picture, and the bytes of each of its forms by their ending; never raises."""
    try:
        opened = _opened(io.BytesIO(data))
        if isinstance(opened, str):
            return Made(fault=opened), {}
        with opened:
            return _made(opened)
    except MemoryError:
        return Made(fault="picture-too-large"), {}
    except Exception:  # noqa: BLE001 -- as above
        return Made(fault="picture-broken"), {}


def _opened(file: BinaryIO) -> Image.Image | str:
    """Return the picture with nothing of it decoded yet, or the code of what is wrong with it."""
    formats = _FORMATS
    beginning = file.read(12)
    file.seek(0)
    if beginning[4:] in _HEIC:
        if not can_read_heic():
            return "picture-heic"
        from pillow_heif import register_heif_opener  # noqa: PLC0415 -- an extra

        register_heif_opener()
        formats = (*_FORMATS, "HEIF")
    opened = Image.open(file, formats=formats)
    points = opened.width * opened.height
    most = MOST_POINTS_OF_JPEG if _opens_small(opened) else MOST_POINTS
    if points > most:
        opened.close()
        return "picture-too-large"
    return opened


def _opens_small(opened: Image.Image) -> bool:
    return opened.format in ("JPEG", "MPO") and not opened.info.get("progressive")


def _made(opened: Image.Image) -> tuple[Made, dict[str, bytes]]:
    if is_moving(opened) and (moving := moving_forms(opened, WIDTHS[1])):
        return moving
    fault = "picture-too-many-frames" if is_moving(opened) else None
    opened.seek(0)
    kind = str(opened.format)
    if _opens_small(opened):
        # Twice what is needed, and turned it may need its other side: the rest is thrown away unread.
        opened.draft(None, (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
    if not _loaded(opened):
        fault = "picture-cut-short"
    profile = opened.info.get("icc_profile")
    picture = eight_bits(_upright(opened))
    sizes = _sizes(*picture.size)
    picture = in_srgb(_resized(picture, sizes[-1]), profile)
    made: dict[str, bytes] = {}
    small: list[Form] = []
    plain: list[Form] = []
    # From the largest down, each from the one before.
    for size in reversed(sizes):
        picture = _resized(picture, size)
        for forms, (ending, content) in zip((small, plain), _encoded(picture, kind), strict=False):
            made[ending] = content
            forms.insert(0, Form(ending, picture.width, digest(content)))
    width, height = sizes[-1]
    if not plain:
        small, plain = [], small
    return Made(width, height, tuple(small), tuple(plain), None, fault), made


def _loaded(opened: Image.Image) -> bool:
    """Decode a picture, and say whether all of it was there; of one that was cut short, what is there."""
    try:
        opened.load()
    except OSError:
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            opened.load()
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
        return False
    return True


def _upright(opened: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(opened)
    except Exception:  # noqa: BLE001 -- what a camera wrote there may be anything
        return opened


def _sizes(width: int, height: int) -> tuple[tuple[int, int], ...]:
    """Return the sizes to make, from the narrowest, none of them larger than the picture."""
    high = min(1.0, _HIGHEST / height)
    widest = max(1, min(width, WIDTHS[-1], round(width * high)))
    widths = [each for each in WIDTHS if each < widest]
    return tuple((each, max(1, round(height * each / width))) for each in (*widths, widest))


def _resized(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    if picture.size == size:
        return picture
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encoded(picture: Image.Image, kind: str) -> Iterator[tuple[str, bytes]]:
    """Yield a picture's small form and, unless that is the original's own, its plain one: the ending and the bytes."""
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    drawn = kind in _DRAWN
    webp = io.BytesIO()
    bare.save(webp, "WEBP", quality=90 if drawn else 80, method=3)
    yield f"{bare.width}.webp", webp.getvalue()
    if kind == "WEBP":
        return
    file = io.BytesIO()
    if drawn or bare.mode == "RGBA":
        bare.save(file, "PNG", compress_level=7)
        yield f"{bare.width}.png", file.getvalue()
    else:
        bare.save(file, "JPEG", quality=82, progressive=True, optimize=True)
        yield f"{bare.width}.jpg", file.getvalue()
