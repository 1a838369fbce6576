"""Pictures for tests, made by Pillow, with what cameras write into them."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

SECRET = b"ZANZIBAR"
PLACE = {1: "N", 2: (51.0, 28.0, 38.0), 3: "W", 4: (0.0, 0.0, 1.0)}


def picture(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Return a picture whose top left quarter is red, and the rest of it blue."""
    made = Image.new("RGB", (width, height), (20, 40, 200))
    made.paste((220, 20, 20), (0, 0, width // 2, height // 2))
    return made.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Return the file of a picture."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def told(orientation: int = 1) -> Image.Exif:
    """Return what a telephone writes: who, with what, where, and which way it was held."""
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif[0x013B] = SECRET.decode()
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update(PLACE)
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + SECRET
    return exif


def photo(width: int = 64, height: int = 48, *, orientation: int = 1, kind: str = "JPEG", **options: Any) -> bytes:
    """Return a photo with all that it may tell of its owner, wherever its format has room."""
    image = picture(width, height)
    if kind == "JPEG":
        options |= {"comment": SECRET, "icc_profile": profile()}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", SECRET.decode())
        text.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
        options |= {"pnginfo": text, "icc_profile": profile()}
    if kind == "WEBP":
        options |= {"xmp": b"<x>" + SECRET + b"</x>", "icc_profile": profile()}
    if kind == "GIF":
        return saved(image, kind, comment=SECRET)
    return saved(image, kind, exif=told(orientation), **options)


def profile() -> bytes:
    """Return a colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def opened(data: bytes) -> Image.Image:
    """Return the picture of a file."""
    return Image.open(io.BytesIO(data))


def tells(data: bytes) -> bool:
    """Say whether a file has anything in it beside its picture that may tell of its owner."""
    return any(
        mark in data
        for mark in (SECRET, b"Exif", b"EXIF", b"eXIf", b"GPS", b"ICC", b"iCCP", b"http://ns.adobe", b"tEXt", b"iTXt")
    )
