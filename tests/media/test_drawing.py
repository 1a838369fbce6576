from __future__ import annotations

import pytest

from journalgen.media.drawing import make_drawing

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">%s</svg>'


def drawn(inside: str) -> str:
    _, files = make_drawing((_SVG % inside).encode())
    return files["drawing.svg"].decode()


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>evil()</script>", '<rect onload="evil()"/>', '<a href="javascript:evil()"><rect/></a>',
        '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="evil()"/></foreignObject>',
        '<image href="https://evil.example/x.png"/>', '<use xlink:href="https://evil.example/x.svg#a"/>',
        '<rect style="fill:url(https://evil.example/x)"/>', "<style>@import 'https://evil.example/x.css';</style>",
        "<style>rect{fill:u\\72l(https://evil.example)}</style>", '<rect fill="url( &quot;//evil.example&quot;)"/>',
        '<set attributeName="href" to="javascript:evil()"/>', '<animate attributeName="href" values="javascript:evil()"/>',
        "<metadata>evil</metadata><!-- evil -->", '<x:y xmlns:x="http://evil.example/">evil</x:y>',
    ],
)  # fmt: skip
def test_nothing_that_runs_fetches_or_tells_is_left(hostile: str) -> None:
    shown = drawn(hostile + '<circle r="3"/>')
    assert "evil" not in shown
    assert "<circle" in shown


def test_what_draws_stays() -> None:
    inside = (
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/><use href="#a"/>'
    )
    shown = drawn(f"<style>.x{{fill:red}}</style>{inside}<text>Words</text>")
    for part in ('fill="url(#a)"', 'href="#a"', ".x{fill:red}", "Words", "linearGradient"):
        assert part in shown


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "picture-broken"), (b"<html/>", "picture-broken"), (b"\xff\xfe", "picture-broken"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "picture-broken"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 5000 + b"</g>" * 5000 + b"</svg>", "picture-broken"),
        (b" " * 5_000_001, "picture-too-large"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_says_why(data: bytes, fault: str) -> None:
    assert make_drawing(data)[0].fault == fault


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="20px"', (40, 20)),
        ('viewBox="0 0 30 10"', (30, 10)),
        ("", (300, 300)),
        ('width="9000" height="4500"', (1600, 800)),
    ],
)
def test_a_drawing_has_a_size(attributes: str, size: tuple[int, int]) -> None:
    made, _ = make_drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())
    assert (made.width, made.height) == size
