"""The style sheets' colours: WCAG 2.2 AA in both themes, and none outside the custom properties."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.render import samples

ASSETS = samples.TEMPLATES / "assets"
# What all pages share begins with the colours.
CSS = "\n".join(file.read_text() for file in sorted(ASSETS.glob("*.css"), key=lambda file: file.name != "style.css"))
COLOURS = re.findall(r"(--[\w-]+): light-dark\((#\w{6})\w{0,2}, (#\w{6})\w{0,2}\);", CSS)
LIGHT = {name: light for name, light, _ in COLOURS}
DARK = {name: dark for name, _, dark in COLOURS}
PRINTED = LIGHT | dict(re.findall(r"(--[\w-]+): (#\w{6});", CSS.split("/* On paper */")[1]))
THEMES = {"light": LIGHT, "dark": DARK, "printed": PRINTED}
TEXTS = [(text, paper) for text in ("ink", "ink-quiet", "link") for paper in ("paper", "paper-raised")]
TEXTS += [(f"on-mood-{level}", f"mood-{level}") for level in range(7)]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("text", "paper"), TEXTS)
def test_text_can_be_read(theme: dict[str, str], text: str, paper: str) -> None:
    assert contrast(theme[f"--{text}"], theme[f"--{paper}"]) >= 4.5


def test_every_colour_has_a_light_and_a_dark_one() -> None:
    beside = re.findall(r"(--[\w-]+): #", CSS.split("/* On paper */")[0])
    assert beside == []
    assert {f"--{name}" for pair in TEXTS for name in pair} <= set(LIGHT)
    # A theme chosen by hand is no matter of the system's preference.
    assert "prefers-color-scheme" not in CSS


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("paper", ["--paper", "--paper-raised"])
def test_outlines_and_focus_can_be_seen(theme: dict[str, str], paper: str) -> None:
    for line in ("--outline", "--focus"):
        assert contrast(theme[line], theme[paper]) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_sand_is_the_deeper_the_more_words(theme: dict[str, str]) -> None:
    against = [contrast(theme[f"--sand-{depth}"], theme["--paper"]) for depth in range(1, 5)]
    assert against == sorted(against)
    assert all(deeper / lighter > 1.2 for lighter, deeper in pairwise(against))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_both_ends_of_mood_weigh_about_the_same(theme: dict[str, str]) -> None:
    ends = [contrast(theme[f"--mood-{level}"], theme["--paper"]) for level in (0, 6)]
    assert max(ends) / min(ends) < 1.35


def test_nothing_moves() -> None:
    assert not re.search(r"\b(?:transition|animation|scroll-behavior)\b|@keyframes", CSS)


def test_the_serif_font_is_asked_for_in_weights_that_it_has() -> None:
    weights = set(re.findall(r"font-weight: (\w+)|font: (?:italic )?(\d+) ", CSS))
    # The figures of days are sans.
    assert {one or other for one, other in weights} <= {"400", "700", "650"}


def test_colours_are_custom_properties() -> None:
    for line in CSS.splitlines():
        if re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsl", line):
            assert line.strip().startswith("--")
    assert "url(" not in CSS
    assert "@import" not in CSS
