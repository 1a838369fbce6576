"""The stylesheet's colours: WCAG 2.2 AA in both themes, and none outside the custom properties."""

from __future__ import annotations

import re

import pytest

from tests.render import samples

CSS = (samples.TEMPLATES / "assets" / "style.css").read_text()
LIGHT = dict(re.findall(r"(--[\w-]+): (#\w{6})", CSS.split("@media (prefers-color-scheme: dark)")[0]))
DARK = LIGHT | dict(
    re.findall(r"(--[\w-]+): (#\w{6})", CSS.split("@media (prefers-color-scheme: dark)")[1].split("/* The frame */")[0])
)
TEXTS = [(text, paper) for text in ("ink", "ink-quiet", "link") for paper in ("paper", "paper-raised")]
TEXTS += [(f"on-mood-{level}", f"mood-{level}") for level in range(7)]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "paper"), TEXTS)
def test_text_can_be_read(theme: dict[str, str], text: str, paper: str) -> None:
    assert contrast(theme[f"--{text}"], theme[f"--{paper}"]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_outlines_and_focus_can_be_seen(theme: dict[str, str]) -> None:
    for line in ("--outline", "--focus"):
        assert contrast(theme[line], theme["--paper"]) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_both_ends_of_mood_weigh_about_the_same(theme: dict[str, str]) -> None:
    ends = [contrast(theme[f"--mood-{level}"], theme["--paper"]) for level in (0, 6)]
    assert max(ends) / min(ends) < 1.35


def test_colours_are_custom_properties() -> None:
    for line in CSS.splitlines():
        if re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsl", line):
            assert line.strip().startswith("--")
    assert "url(" not in CSS
    assert "@import" not in CSS
