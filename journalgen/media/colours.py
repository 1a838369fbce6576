"""A picture's colours as every screen knows them: eight bits each, in sRGB, so that they stay right without a profile."""

from __future__ import annotations

import io

from PIL import Image, ImageCms


def eight_bits(picture: Image.Image) -> Image.Image:  # noqa: PLR0911 -- one for each kind of mode
    """Return the picture in a mode of eight bits: grey, RGB, RGBA or CMYK."""
    mode = picture.mode
    if mode in ("L", "RGB", "RGBA", "CMYK", "LAB"):
        if mode in ("L", "RGB") and "transparency" in picture.info:
            return picture.convert("RGBA")
        return picture
    if mode.startswith("I"):
        # Sixteen bits, whatever the mode could hold.
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if mode == "F":
        return _stretched(picture)
    if mode == "1":
        return picture.convert("L")
    if mode == "P" and "transparency" not in picture.info and picture.palette and picture.palette.mode == "RGB":
        return picture.convert("RGB")
    if mode in ("YCbCr", "HSV", "RGBX", "P;RGB"):
        return picture.convert("RGB")
    return picture.convert("RGBA")


def _stretched(picture: Image.Image) -> Image.Image:
    """Return a picture of real numbers with its darkest point black and its lightest white."""
    low, high = picture.getextrema()
    if not isinstance(low, (int, float)) or not isinstance(high, (int, float)) or not high > low:
        return Image.new("L", picture.size)
    return picture.point(lambda value: value * (255 / (high - low)) - low * (255 / (high - low))).convert("L")


def in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """Return the picture in RGB or, where something shows through it, RGBA; `profile` is what the file says of its colours."""
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    if alpha is not None and alpha.getextrema() == (255, 255):
        alpha = None
    plain = picture.convert("RGB") if picture.mode == "RGBA" else picture
    shown = _by_profile(plain, profile)
    if alpha is not None:
        shown.putalpha(alpha)
    return shown


def _by_profile(picture: Image.Image, profile: object) -> Image.Image:
    if isinstance(profile, bytes) and profile:
        try:
            found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            seen = ImageCms.profileToProfile(picture, found, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            # Broken, or for other colours than the picture's: then it is as if there were none.
            seen = None
        if seen is not None:
            return seen
    return picture if picture.mode == "RGB" else picture.convert("RGB")
