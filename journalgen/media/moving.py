"""Moving pictures (GIF, WebP, APNG): they go on moving, as one WebP, with a still for those who want no movement."""

from __future__ import annotations

import io

from PIL import Image, ImageSequence

from journalgen.digests import digest
from journalgen.media.forms import Form, Made

_FORMATS = ("GIF", "WEBP", "PNG")
# Points of all frames together: as they come, and as they are held in memory at once.
_MOST_READ = 1_500_000_000
_MOST_HELD = 60_000_000
_MOST_FRAMES = 2_000
_NARROWEST = 120


def is_moving(opened: Image.Image) -> bool:
    """Say whether a picture has several frames that follow each other in time."""
    return opened.format in _FORMATS and bool(getattr(opened, "is_animated", False))


def moving_forms(opened: Image.Image, widest: int) -> tuple[Made, dict[str, bytes]] | None:
    """Return what becomes of a moving picture, and its forms' bytes; None where it is longer than can be handled."""
    frames = int(getattr(opened, "n_frames", 1))
    points = opened.width * opened.height
    if frames > _MOST_FRAMES or frames * points > _MOST_READ:
        return None
    width = min(opened.width, widest)
    ratio = opened.height / opened.width
    while frames * width * width * ratio > _MOST_HELD and width > _NARROWEST:
        width = max(_NARROWEST, width * 3 // 4)
    if frames * width * width * ratio > _MOST_HELD:
        return None
    size = (width, max(1, round(width * ratio)))
    shown: list[Image.Image] = []
    durations: list[int] = []
    for frame in ImageSequence.Iterator(opened):
        durations.append(max(20, round(float(frame.info.get("duration", 100) or 100))))
        shown.append(_bare(frame.convert("RGBA").resize(size, Image.Resampling.LANCZOS)))
    # A GIF that says nothing of repeating is played once.
    repeats = int(opened.info.get("loop", 1 if opened.format == "GIF" else 0))
    file = io.BytesIO()
    shown[0].save(
        file, "WEBP", save_all=True, append_images=shown[1:], duration=durations, loop=repeats, quality=80, method=2
    )
    still = io.BytesIO()
    shown[0].save(still, "WEBP", quality=85, method=3)
    made = {f"{width}-moving.webp": file.getvalue(), f"{width}.webp": still.getvalue()}
    moving, unmoved = (Form(ending, width, digest(content)) for ending, content in made.items())
    return Made(*size, plain=(moving,), still=unmoved), made


def _bare(picture: Image.Image) -> Image.Image:
    made = Image.new(picture.mode, picture.size)
    made.paste(picture)
    return made
