from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from journalgen.media import picture as module
from journalgen.media.picture import make_picture, probe
from tests.images import opened, photo, picture, saved, tells

RED, BLUE = (220, 20, 20), (20, 40, 200)


def is_near(one: object, other: tuple[int, ...]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 30 for a, b in zip(one, other, strict=False))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF"])
def test_nothing_but_the_picture_is_left(kind: str) -> None:
    data = photo(700, 500, kind=kind)
    assert tells(data)
    made, files = make_picture(data)
    assert made.fault is None
    assert len(files) >= 2
    for ending, content in files.items():
        assert not tells(content), ending
        image = opened(content)
        assert not image.getexif()
        assert not {"icc_profile", "exif", "xmp", "comment"} & image.info.keys()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(orientation: int) -> None:
    made, files = make_picture(photo(80, 40, orientation=orientation))
    assert (made.width, made.height) == ((80, 40) if orientation < 5 else (40, 80))
    image = opened(files[made.plain[-1].ending]).convert("RGB")
    corners = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
    for place in ((0, 0), (1, 0), (0, 1), (1, 1)):
        point = image.getpixel((5 + place[0] * (made.width - 11), 5 + place[1] * (made.height - 11)))
        assert is_near(point, RED if place == corners[orientation] else BLUE), place


@pytest.mark.parametrize(
    ("width", "widths"), [(100, [100]), (480, [480]), (1000, [480, 960, 1000]), (2000, [480, 960, 1600])]
)
def test_sizes_are_never_larger_than_the_picture(width: int, widths: list[int]) -> None:
    made, files = make_picture(saved(picture(width, 30)))
    assert [form.width for form in made.plain] == [form.width for form in made.small] == widths
    assert [opened(files[form.ending]).width for form in made.plain] == widths


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "JPEG"), ("CMYK", "JPEG"), ("L", "JPEG"), ("RGBA", "PNG"), ("P", "PNG"), ("LA", "PNG"), ("1", "PNG"),
        ("I;16", "PNG"), ("P", "GIF"), ("RGB", "BMP"), ("CMYK", "TIFF"), ("F", "TIFF"), ("RGBA", "WEBP"), ("YCbCr", "JPEG"),
    ],
)  # fmt: skip
def test_every_mode_becomes_one_that_browsers_show(mode: str, kind: str) -> None:
    image = picture(60, 40, "L").convert("I").convert("I;16") if mode == "I;16" else picture(60, 40, mode)
    made, files = make_picture(saved(image, kind))
    assert made.fault is None
    assert (made.width, made.height) == (60, 40)
    assert all(opened(content).mode in ("RGB", "RGBA") for content in files.values())


def test_sixteen_bits_keep_their_light() -> None:
    made, files = make_picture(saved(Image.new("I;16", (20, 20), 32_768), "PNG"))
    assert is_near(opened(files[made.plain[-1].ending]).convert("RGB").getpixel((5, 5)), (128, 128, 128))


def test_what_is_seen_through_stays_so() -> None:
    image = picture(40, 40, "RGBA")
    image.putalpha(90)
    made, files = make_picture(saved(image, "PNG"))
    point = opened(files[made.plain[-1].ending]).convert("RGBA").getpixel((30, 30))
    assert isinstance(point, tuple)
    assert abs(point[3] - 90) < 4


def test_colours_of_another_profile_are_brought_to_srgb() -> None:
    lab = ImageCms.createProfile("LAB")
    shown = ImageCms.profileToProfile(picture(40, 40), ImageCms.createProfile("sRGB"), lab, outputMode="LAB")
    assert shown is not None
    data = saved(shown, "TIFF", icc_profile=ImageCms.ImageCmsProfile(lab).tobytes())
    made, files = make_picture(data)
    assert is_near(opened(files[made.plain[-1].ending]).convert("RGB").getpixel((30, 30)), BLUE)


def test_a_broken_profile_is_passed_over() -> None:
    assert make_picture(saved(picture(), icc_profile=b"no profile"))[0].fault is None


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_goes_on_moving(kind: str) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "green", "blue")]
    made, files = make_picture(saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=200))
    assert made.still is not None
    assert getattr(opened(files[made.plain[0].ending]), "n_frames", 1) == 3
    assert getattr(opened(files[made.still.ending]), "n_frames", 1) == 1


def test_one_that_moves_for_too_long_is_a_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journalgen.media.moving._MOST_FRAMES", 2)
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "green", "blue")]
    made, files = make_picture(saved(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert made.fault == "picture-too-many-frames"
    assert made.still is None
    assert files


def _bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "picture-broken"), (b"<html><script>", "picture-broken"), (b"%!PS-Adobe-3.0 EPSF\n", "picture-broken"),
        (_bomb(50_000, 50_000), "picture-too-large"), (_bomb(0, 0), "picture-broken"),
        (b"\0\0\0\x18ftypheic" + bytes(40), None),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_says_why(data: bytes, fault: str | None) -> None:
    made, files = make_picture(data)
    assert made.fault == fault if fault else made.fault in ("picture-broken", "picture-heic")
    assert not files
    assert probe(io.BytesIO(data)) == made.fault or fault is None


def test_heic_without_its_library_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "can_read_heic", lambda: False)
    assert make_picture(b"\0\0\0\x18ftypheic" + bytes(40))[0].fault == "picture-heic"


def test_heic_is_read_where_its_library_is() -> None:
    heif = pytest.importorskip("pillow_heif")
    heif.register_heif_opener()
    made, files = make_picture(saved(picture(64, 48), "HEIF"))
    assert (made.fault, made.width, made.height) == (None, 64, 48)
    assert "64.jpg" in files


def test_one_that_is_cut_short_shows_what_there_is() -> None:
    data = saved(Image.effect_noise((300, 200), 60).convert("RGB"))
    made, files = make_picture(data[: len(data) // 2])
    assert made.fault == "picture-cut-short"
    assert (made.width, made.height) == (300, 200)
    assert files


@given(st.binary(max_size=200), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_no_bytes_make_it_fail(noise: bytes, at: int) -> None:
    data = saved(picture(16, 16), "PNG")
    made, files = make_picture(data[:at] + noise + data[at + len(noise) :])
    assert set(files) == {form.ending for form in made.forms}


def test_the_same_picture_becomes_the_same_bytes() -> None:
    assert make_picture(photo(600, 400)) == make_picture(photo(600, 400))
