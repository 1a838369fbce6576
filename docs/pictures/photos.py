"""The photos of the example journal: painted, since the person who took them does not exist.

    python docs/pictures/photos.py

Draws each scene as SVG from shapes and a fixed seed, lets Chromium paint it, and saves it as JPEG in
`example-journal/photos`. Needs the test extra and Chromium.
"""

from __future__ import annotations

import io
import math
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).resolve().parents[2] / "example-journal" / "photos"
WIDE = (1200, 900)
HIGH = (900, 1200)
LARGEST_OF_ALL = 3_000_000

# Edges that a brush would leave, a paper that the paint lies on, and a fog.
FILTERS = """
<filter id="brush" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.018" numOctaves="4"
 seed="{seed}" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="22" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="leaf" x="-10%" y="-10%" width="120%" height="120%"><feTurbulence type="fractalNoise" baseFrequency="0.07" numOctaves="3"
 seed="{seed}" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="34" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="hand" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.03" numOctaves="2"
 seed="{seed}" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="5" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="soft" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="14"/></filter>
<filter id="softer" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="46"/></filter>
<filter id="blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="4"/></filter>
<filter id="wash" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.0045 0.009" numOctaves="5"
 seed="{seed}"/><feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  1.5 0 0 0 -0.62"/></filter>
<filter id="shade" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.006 0.012" numOctaves="5"
 seed="{seed}7"/><feColorMatrix values="0 0 0 0 0.1  0 0 0 0 0.08  0 0 0 0 0.12  1.3 0 0 0 -0.55"/></filter>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.55" numOctaves="2"
 seed="{seed}3"/><feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  0 0.75 0 0 -0.24"/></filter>
"""


class Scene:
    """A picture that is being painted, from the back to the front."""

    def __init__(self, seed: int, size: tuple[int, int] = WIDE) -> None:
        self.random = random.Random(seed)
        self.seed = seed
        self.width, self.height = size
        self.parts: list[str] = []
        self.defs: list[str] = []

    def add(self, *parts: str) -> None:
        self.parts += parts

    def fade(self, *stops: tuple[float, str], across: bool = False) -> str:
        """Return a colour that runs from one to the next, downwards or across; a stop is a place from 0 to 1."""
        name = f"g{len(self.defs)}"
        ends = 'x1="0" y1="0" x2="1" y2="0"' if across else 'x1="0" y1="0" x2="0" y2="1"'
        inner = "".join(
            f'<stop offset="{at}" stop-color="{colour[:7]}" stop-opacity="{int(colour[7:] or "ff", 16) / 255:.2f}"/>'
            for at, colour in stops
        )
        self.defs.append(f'<linearGradient id="{name}" {ends}>{inner}</linearGradient>')
        return f"url(#{name})"

    def sky(self, *stops: tuple[float, str], clouds: float = 0.5) -> None:
        self.add(f'<rect width="{self.width}" height="{self.height}" fill="{self.fade(*stops)}"/>')
        if clouds:
            self.add(
                f'<rect width="{self.width}" height="{self.height * 0.7}" filter="url(#wash)" opacity="{clouds}"/>'
            )

    def glow(self, x: float, y: float, size: float, colour: str, opacity: float = 0.8) -> None:
        self.add(f'<circle cx="{x}" cy="{y}" r="{size}" fill="{colour}" opacity="{opacity}" filter="url(#softer)"/>')

    def disc(self, x: float, y: float, size: float, colour: str, opacity: float = 1) -> None:
        self.add(f'<circle cx="{x}" cy="{y}" r="{size}" fill="{colour}" opacity="{opacity}" filter="url(#hand)"/>')

    def hill(self, y: float, high: float, colour: str, *, waves: float = 1.5, shape: str = "brush") -> None:
        """A ridge across the picture, `high` at its most, filled down to the foot."""
        turn = [self.random.uniform(0, 7) for _ in range(3)]
        points = []
        for x in range(-40, self.width + 60, 20):
            at = x / self.width * math.tau * waves
            up = (
                math.sin(at * 0.5 + turn[0]) * 0.6
                + math.sin(at * 1.3 + turn[1]) * 0.3
                + math.sin(at * 3.1 + turn[2]) * 0.1
            )
            points.append(f"{x},{y - high * up:.0f}")
        foot = self.height + 60
        self.add(
            f'<polygon points="-40,{foot} {" ".join(points)} {self.width + 60},{foot}" fill="{colour}" filter="url(#{shape})"/>'
        )

    def mist(self, y: float, high: float, colour: str, opacity: float) -> None:
        fill = self.fade((0, colour + "00"), (0.5, colour + "ff"), (1, colour + "00"))
        self.add(
            f'<rect x="-50" y="{y}" width="{self.width + 100}" height="{high}" fill="{fill}" opacity="{opacity}"/>'
        )

    def tree(self, x: float, y: float, size: float, colour: str, *, bare: bool = False) -> None:
        """A tree that stands at a point."""
        trunk = "#2d2620" if not bare else colour
        if bare:
            self.add('<g filter="url(#hand)" stroke-linecap="round" fill="none">')
            self._branch(x, y, -math.pi / 2, size * 0.36, size * 0.05, 7, trunk)
            self.add("</g>")
            return
        self.add(f'<path d="M{x - size * 0.04},{y} L{x},{y - size * 0.6} L{x + size * 0.05},{y} Z" fill="{trunk}"/>')
        self.add('<g filter="url(#leaf)">')
        for _ in range(16):
            dx, dy = self.random.gauss(0, size * 0.19), self.random.gauss(-size * 0.66, size * 0.15)
            r = size * self.random.uniform(0.09, 0.2)
            self.add(f'<circle cx="{x + dx:.0f}" cy="{y + dy:.0f}" r="{r:.0f}" fill="{colour}" opacity="0.8"/>')
        self.add("</g>")

    def _branch(self, x: float, y: float, turn: float, length: float, thick: float, left: int, colour: str) -> None:
        ends = x + math.cos(turn) * length, y + math.sin(turn) * length
        self.add(
            f'<line x1="{x:.0f}" y1="{y:.0f}" x2="{ends[0]:.0f}" y2="{ends[1]:.0f}" stroke="{colour}" stroke-width="{max(0.8, thick):.1f}"/>'
        )
        if left:
            for side in (-1, 1):
                bend = side * self.random.uniform(0.2, 0.6)
                self._branch(
                    *ends, turn + bend, length * self.random.uniform(0.66, 0.84), thick * 0.62, left - 1, colour
                )

    def grass(self, top: float, colours: list[str], *, blades: int = 900, high: float = 26) -> None:
        self.add('<g stroke-linecap="round">')
        for _ in range(blades):
            y = self.random.triangular(top, self.height + 20, self.height)
            near = (y - top) / (self.height - top)
            x, up, lean = self.random.uniform(0, self.width), high * (0.25 + near), self.random.gauss(0, 7)
            colour = self.random.choice(colours)
            self.add(
                f'<path d="M{x:.0f},{y:.0f} q{lean / 2:.0f},{-up / 2:.0f} {lean:.0f},{-up:.0f}" stroke="{colour}"'
                f' stroke-width="{0.8 + 2.2 * near:.1f}" fill="none" opacity="{self.random.uniform(0.35, 0.9):.2f}"/>'
            )
        self.add("</g>")

    def stars(self, bottom: float, number: int) -> None:
        for _ in range(number):
            x, y = self.random.uniform(0, self.width), self.random.uniform(0, bottom) * self.random.uniform(0.3, 1)
            r = self.random.choice((0.8, 0.9, 1.2, 1.2, 1.9))
            self.add(
                f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{r}" fill="#fff6e0" opacity="{self.random.uniform(0.35, 1):.2f}"/>'
            )

    def signal_box(
        self, x: float, y: float, size: float, *, wall: str, roof: str, light: str, base: str, snow: bool = False
    ) -> None:
        """A signal box whose foot is at a point: a brick base, a row of windows, a roof with its finial, a stair."""
        w, b, g, r = size, size * 0.36, size * 0.32, size * 0.24
        top = y - b - g
        self.add('<g filter="url(#hand)">')
        self.add(f'<rect x="{x}" y="{y - b}" width="{w}" height="{b}" fill="{base}"/>')
        self.add(f'<rect x="{x - w * 0.02}" y="{top}" width="{w * 1.04}" height="{g}" fill="{wall}"/>')
        panes = 7
        for pane in range(panes):
            px = x + w * (0.03 + pane * 0.94 / panes)
            self.add(
                f'<rect x="{px:.0f}" y="{top + g * 0.12:.0f}" width="{w * 0.94 / panes - 5:.0f}" height="{g * 0.62:.0f}" fill="{light}"/>',
                f'<rect x="{px:.0f}" y="{top + g * 0.4:.0f}" width="{w * 0.94 / panes - 5:.0f}" height="2.5" fill="{wall}"/>',
            )
        self.add(
            f'<polygon points="{x - w * 0.08},{top} {x + w * 0.12},{top - r} {x + w * 0.88},{top - r} {x + w * 1.08},{top}" fill="{roof}"/>',
            f'<rect x="{x + w * 0.12}" y="{top - r - 16}" width="3" height="18" fill="{roof}"/>',
            f'<rect x="{x + w * 0.86}" y="{top - r - 16}" width="3" height="18" fill="{roof}"/>',
            f'<rect x="{x + w * 0.66}" y="{top - r * 1.6}" width="{w * 0.06}" height="{r * 0.8}" fill="{base}"/>',
        )
        if snow:
            self.add(
                f'<polygon points="{x - w * 0.08},{top} {x + w * 0.12},{top - r} {x + w * 0.88},{top - r} {x + w * 1.08},{top}'
                f' {x + w * 1.05},{top - 8} {x + w * 0.87},{top - r - 9} {x + w * 0.13},{top - r - 9} {x - w * 0.06},{top - 8}"'
                ' fill="#f6eef0"/>',
                f'<polygon points="{x - w * 0.05},{top - 6} {x + w * 0.12},{top - r} {x + w * 0.88},{top - r} {x + w * 1.05},{top - 6}" fill="#eadfe6"/>',
            )
        for step in range(9):
            sx, sy = x + w * 1.04 + step * size * 0.04, y - b + step * b / 9
            self.add(f'<rect x="{sx:.0f}" y="{sy:.0f}" width="{size * 0.06:.0f}" height="4" fill="{wall}"/>')
        self.add(
            f'<line x1="{x + w * 1.05}" y1="{y - b - 26}" x2="{x + w * 1.42}" y2="{y - 26}" stroke="{wall}" stroke-width="3"/>'
        )
        self.add("</g>")

    def signal(
        self, x: float, y: float, high: float, *, colour: str, arm: str, off: bool, lamp: str | None = None
    ) -> None:
        tilt = -38 if off else 0
        top = y - high
        self.add(
            f'<g filter="url(#hand)"><rect x="{x - 4}" y="{top}" width="8" height="{high}" fill="{colour}"/>'
            f'<g transform="rotate({tilt} {x} {top + 18})"><rect x="{x - 74}" y="{top + 10}" width="74" height="16" fill="{arm}"/>'
            f'<rect x="{x - 60}" y="{top + 10}" width="8" height="16" fill="#fff" opacity="0.75"/></g></g>'
        )
        if lamp:
            self.glow(x + 10, top + 20, 16, lamp, 0.9)
            self.disc(x + 10, top + 20, 4, lamp)

    def heron(self, x: float, y: float, size: float, colour: str) -> None:
        """A heron that stands at a point."""
        s = size
        self.add(
            f'<g filter="url(#hand)" fill="{colour}" stroke="{colour}" stroke-linecap="round">'
            f'<path d="M{x},{y} l{s * 0.02},{-s * 0.42} M{x + s * 0.1},{y} l{-s * 0.03},{-s * 0.42}" stroke-width="{s * 0.016}" fill="none"/>'
            f'<path d="M{x - s * 0.16},{y - s * 0.36} q{s * 0.05},{-s * 0.16} {s * 0.2},{-s * 0.2} q{s * 0.12},{s * 0.02} {s * 0.1},{s * 0.12}'
            f' q{-s * 0.1},{s * 0.1} {-s * 0.3},{s * 0.08} Z"/>'
            f'<path d="M{x + s * 0.11},{y - s * 0.5} q{s * 0.12},{-s * 0.1} {s * 0.02},{-s * 0.24} q{-s * 0.05},{-s * 0.12} {s * 0.05},{-s * 0.16}"'
            f' stroke-width="{s * 0.042}" fill="none"/>'
            f'<path d="M{x + s * 0.14},{y - s * 0.93} l{s * 0.25},{s * 0.045} l{-s * 0.24},{s * 0.02} Z"/>'
            f'<path d="M{x + s * 0.17},{y - s * 0.91} l{-s * 0.14},{s * 0.01}" stroke-width="{s * 0.014}"/></g>'
        )

    def tower(self, x: float, y: float, size: float, stone: str, dark: str, *, lit: str | None = None) -> None:
        """A church tower with its battlements and louvres; the foot of its middle is at a point."""
        w, h = size * 0.42, size
        self.add(
            '<g filter="url(#hand)">', f'<rect x="{x - w / 2}" y="{y - h}" width="{w}" height="{h}" fill="{stone}"/>'
        )
        self.add(f'<rect x="{x + w * 0.16}" y="{y - h}" width="{w * 0.34}" height="{h}" fill="{dark}" opacity="0.35"/>')
        for notch in range(5):
            self.add(
                f'<rect x="{x - w / 2 - 4 + notch * w * 0.225}" y="{y - h - 18}" width="{w * 0.13}" height="22" fill="{stone}"/>'
            )
        self.add(f'<rect x="{x - w / 2 - 7}" y="{y - h}" width="{w + 14}" height="9" fill="{dark}"/>')
        for side in (-0.2, 0.2):
            cx = x + w * side
            self.add(
                f'<path d="M{cx - w * 0.09},{y - h * 0.66} v{-h * 0.14} q{w * 0.09},{-h * 0.1} {w * 0.18},0 v{h * 0.14} Z" fill="{dark}"/>'
            )
        self.add(
            f'<path d="M{x - w * 0.07},{y - h * 0.36} v{-h * 0.07} q{w * 0.07},{-h * 0.06} {w * 0.14},0 v{h * 0.07} Z" fill="{lit or dark}"/>'
        )
        self.add(f'<rect x="{x - 1.5}" y="{y - h - 78}" width="3" height="64" fill="{dark}"/></g>')

    def kiln(self, x: float, y: float, size: float, wall: str, roof: str) -> None:
        """A hop kiln with its cowl; the foot of its middle is at a point."""
        s = size
        self.add(
            f'<g filter="url(#hand)"><rect x="{x - s * 0.3}" y="{y - s * 0.6}" width="{s * 0.6}" height="{s * 0.6}" fill="{wall}"/>'
            f'<polygon points="{x - s * 0.34},{y - s * 0.6} {x - s * 0.05},{y - s * 1.25} {x + s * 0.05},{y - s * 1.25} {x + s * 0.34},{y - s * 0.6}" fill="{roof}"/>'
            f'<polygon points="{x - s * 0.06},{y - s * 1.24} {x + s * 0.02},{y - s * 1.5} {x + s * 0.12},{y - s * 1.42} {x + s * 0.06},{y - s * 1.24}" fill="#e9e2d2"/></g>'
        )

    def svg(self) -> str:
        w, h = self.width, self.height
        edge = (
            '<radialGradient id="edge" cx="0.5" cy="0.48" r="0.75"><stop offset="0.55" stop-opacity="0"/>'
            '<stop offset="1" stop-opacity="0.34"/></radialGradient>'
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
            f"<defs>{FILTERS.format(seed=self.seed)}{edge}{''.join(self.defs)}</defs>{''.join(self.parts)}"
            f'<rect width="{w}" height="{h}" filter="url(#shade)" opacity="0.2"/>'
            f'<rect width="{w}" height="{h}" fill="url(#edge)"/>'
            f'<rect width="{w}" height="{h}" filter="url(#grain)" opacity="0.16"/></svg>'
        )


def golden_fog() -> Scene:
    s = Scene(11)
    s.sky((0, "#b9b6a8"), (0.4, "#eccf94"), (0.75, "#f3ddb0"), clouds=0.4)
    s.glow(830, 250, 150, "#fff0c0", 0.95)
    s.disc(830, 250, 46, "#fffbe6", 0.9)
    for y, colour, fog in ((420, "#c9b283", 0.8), (500, "#a8946a", 0.75), (590, "#7f7450", 0.7)):
        s.hill(y, 46, colour, waves=2)
        for _ in range(7):
            x = s.random.uniform(0, 1200)
            s.tree(x, y + 26, s.random.uniform(50, 90), colour)
        s.mist(y + 20, 150, "#f6dfae", fog)
    s.hill(740, 30, "#57532f", waves=1)
    for post in range(9):
        x = 40 + post * 150
        y = 800 - post * 7
        s.add(f'<rect x="{x}" y="{y - 90}" width="9" height="100" fill="#332c1c" filter="url(#hand)"/>')
    for wire in (0, 32):
        s.add(f'<path d="M0,{726 + wire} L1200,{664 + wire}" stroke="#3b331f" stroke-width="2" opacity="0.8"/>')
    s.grass(730, ["#6e6633", "#8a7c3e", "#bfa75a", "#443f22"])
    return s


def foxwhelp() -> Scene:
    s = Scene(12)
    s.sky((0, "#cfd8c2"), (0.35, "#9db186"), (0.6, "#556f3d"), (1, "#35502a"), clouds=0.3)
    for _ in range(9):
        s.tree(
            s.random.uniform(0, 1200),
            s.random.uniform(360, 420),
            s.random.uniform(240, 330),
            s.random.choice(["#5f7a44", "#6d8650", "#4d6839"]),
        )
    s.mist(330, 170, "#e3e7c8", 0.5)
    s.add(
        '<path d="M250,640 q-8,-220 -60,-400 q90,120 100,230 q60,-150 150,-200 q-110,170 -112,370 Z" fill="#3a2f24" filter="url(#brush)"/>'
    )
    s.add('<g filter="url(#leaf)">')
    for _ in range(60):
        x, y = s.random.gauss(300, 260), s.random.gauss(130, 90)
        s.add(
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{s.random.uniform(26, 64):.0f}" fill="{s.random.choice(["#4b6a2f", "#6b8a3e", "#3b5626", "#8a9c4a"])}" opacity="0.85"/>'
        )
    s.add("</g>")
    s.grass(540, ["#5d7a36", "#7d9545", "#3d5926", "#a3ad5c"], blades=1900, high=40)
    fallen = sorted((s.random.triangular(560, 880, 760), s.random.uniform(20, 1180)) for _ in range(85))
    for y, x in fallen:
        r = 7 + (y - 540) / 20
        red = s.random.choice(["#8d1f22", "#a72f2a", "#7a1a22", "#b5472f", "#9c2a24"])
        s.add(
            f'<g filter="url(#hand)"><ellipse cx="{x + 3:.0f}" cy="{y + r * 0.8:.0f}" rx="{r:.0f}" ry="{r * 0.35:.0f}" fill="#1f2e14" opacity="0.55"/>'
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{r:.1f}" fill="{red}"/><circle cx="{x - r * 0.3:.0f}" cy="{y - r * 0.35:.0f}" r="{r * 0.36:.1f}" fill="#e39a6c" opacity="0.6"/></g>'
        )
    s.add(
        '<g filter="url(#hand)"><path d="M880,560 l36,190 q62,26 124,0 l36,-190 Z" fill="#7d858a"/><path d="M880,560 l36,190 q20,9 40,12 l-24,-202 Z" fill="#a7aeb0"/>'
    )
    s.add('<ellipse cx="978" cy="560" rx="98" ry="24" fill="#4b5256"/>')
    for _ in range(26):
        x, y = s.random.gauss(978, 40), s.random.gauss(550, 8)
        s.add(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="17" fill="{s.random.choice(["#8d1f22", "#a72f2a", "#b5472f"])}"/>')
    s.add('<path d="M882,556 q96,-150 192,0" stroke="#4b5256" stroke-width="5" fill="none"/></g>')
    return s


def night_box() -> Scene:
    s = Scene(13)
    s.sky((0, "#0b1026"), (0.55, "#1b2447"), (0.8, "#2d3354"), clouds=0.06)
    s.stars(640, 330)
    s.hill(600, 40, "#121729", waves=1.6)
    s.glow(190, 594, 12, "#ffd98a", 0.9)
    s.disc(190, 594, 3, "#ffe9b0")
    s.hill(690, 16, "#0c101d", waves=1)
    s.glow(690, 520, 150, "#ffb649", 0.4)
    s.signal_box(560, 720, 290, wall="#231f22", roof="#0f1018", light="#ffca6a", base="#1d1719")
    s.signal(300, 740, 330, colour="#10131f", arm="#3b1216", off=False, lamp="#ff4a3a")
    s.add('<polygon points="420,900 800,900 640,735 600,735" fill="#171a27"/>')
    for rail in ((450, 606), (770, 634)):
        s.add(
            f'<line x1="{rail[0]}" y1="900" x2="{rail[1]}" y2="736" stroke="#c79a52" stroke-width="3.5" opacity="0.8"/>'
        )
    s.grass(740, ["#0b0f18", "#161c26", "#2b2a22"], blades=900)
    s.glow(690, 800, 120, "#ffb649", 0.16)
    return s


def heron() -> Scene:
    s = Scene(14)
    s.sky((0, "#c6ccd0"), (0.5, "#dcdcd4"), (1, "#cfcabd"), clouds=0.5)
    s.hill(430, 40, "#a9b0ac", waves=2)
    for _ in range(9):
        s.tree(s.random.uniform(0, 1200), 450, s.random.uniform(90, 150), "#97a09a")
    s.mist(380, 170, "#e4e4dc", 0.85)
    s.add('<polygon points="430,900 520,470 640,470 860,900" fill="#77787a" filter="url(#brush)"/>')
    s.add(
        '<polygon points="0,560 520,480 470,620 0,820" fill="#5f6a4e" filter="url(#leaf)"/><polygon points="1200,540 640,478 720,620 1200,840" fill="#566246" filter="url(#leaf)"/>'
    )
    for y in (640, 690, 742):
        s.add(
            f'<polygon points="{450 - (y - 640) * 0.3},{y} {735 + (y - 640) * 0.55},{y} {737 + (y - 640) * 0.55},{y + 10} {448 - (y - 640) * 0.3},{y + 10}" fill="#d8b13c" opacity="0.85" filter="url(#hand)"/>'
        )
    s.add('<polygon points="0,905 0,830 1200,830 1200,905" fill="#4a4642" opacity="0.9" filter="url(#hand)"/>')
    for rail in (838, 886):
        s.add(f'<rect x="0" y="{rail}" width="1200" height="6" fill="#b9b6ae"/>')
    s.add('<g filter="url(#hand)"><rect x="860" y="420" width="18" height="360" fill="#f1efe8"/>')
    for bar in range(5):
        s.add(f'<rect x="878" y="{470 + bar * 58}" width="330" height="14" fill="#f3f1ea"/>')
    s.add(
        '<line x1="880" y1="720" x2="1200" y2="470" stroke="#efece4" stroke-width="10"/><circle cx="1060" cy="600" r="62" fill="#b53030"/></g>'
    )
    s.add('<ellipse cx="590" cy="742" rx="90" ry="10" fill="#3d3d40" opacity="0.4"/>')
    s.heron(580, 744, 330, "#4b535b")
    return s


def frost() -> Scene:
    s = Scene(15)
    s.sky((0, "#9fb5cf"), (0.5, "#dfe3e6"), (0.7, "#f3e3d6"), clouds=0.35)
    s.hill(470, 40, "#b9c3cf", waves=1.6)
    s.hill(520, 24, "#a3b0bd", waves=2.2)
    for x in (150, 210, 300, 360, 450):
        h = s.random.uniform(46, 66)
        s.add(
            f'<g filter="url(#hand)"><rect x="{x}" y="{540 - h}" width="56" height="{h}" fill="#8d7f7c"/><polygon points="{x - 6},{540 - h} {x + 28},{540 - h - 34} {x + 62},{540 - h}" fill="#c9d0d8"/><rect x="{x + 40}" y="{540 - h - 44}" width="10" height="26" fill="#77696a"/></g>'
        )
        s.add(
            f'<path d="M{x + 45},{540 - h - 46} q-8,-90 4,-170 q10,-70 -2,-150" stroke="#f4f1ef" stroke-width="17" fill="none" opacity="0.6" filter="url(#blur)"/>'
        )
    s.tower(620, 548, 190, "#9a928c", "#5f5a58")
    s.mist(500, 120, "#eef0f2", 0.75)
    for x in (820, 960, 1110):
        s.tree(x, 640, s.random.uniform(190, 270), "#7d8791", bare=True)
    s.hill(690, 20, "#d9e0e6", waves=1.1)
    s.add('<polygon points="0,745 1200,690 1200,790 0,860" fill="#8b8f8c" filter="url(#leaf)"/>')
    for _ in range(900):
        x = s.random.uniform(0, 1200)
        y = 770 - x * 0.045 + s.random.gauss(20, 26)
        s.add(
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{s.random.uniform(1, 4):.1f}" fill="#fbfdff" opacity="{s.random.uniform(0.4, 0.95):.2f}"/>'
        )
    s.grass(800, ["#ffffff", "#dfe8ef", "#c2d0dc", "#a9b7c2"], blades=1200, high=30)
    return s


def on_the_green() -> Scene:
    s = Scene(16, HIGH)
    s.sky((0, "#152042"), (0.5, "#3b4a78"), (0.72, "#a9839a"), (0.8, "#e0ac8f"), clouds=0.15)
    s.stars(420, 90)
    s.hill(900, 20, "#2a2d45", waves=1)
    s.tower(420, 930, 560, "#3a3c55", "#20223a", lit="#ffcf76")
    s.add('<polygon points="520,930 520,780 600,700 900,700 960,780 960,930" fill="#2f3149" filter="url(#hand)"/>')
    for x in (610, 700, 790):
        s.add(f'<path d="M{x},880 v-70 q18,-30 36,0 v70 Z" fill="#f6b95b" opacity="0.9"/>')
        s.glow(x + 18, 840, 26, "#f6b95b", 0.5)
    s.tree(90, 960, 420, "#161a30", bare=True)
    s.hill(1000, 14, "#3d4463", waves=0.8)
    colours = ["#ff6b57", "#ffd15c", "#6fd08c", "#6fb2ff", "#ff9ad0"]
    for number in range(26):
        x = -10 + number * 37
        y = 905 + 70 * math.sin(number / 25 * math.pi * 2.0) ** 2
        s.add(
            f'<circle cx="{x}" cy="{y:.0f}" r="16" fill="{colours[number % 5]}" opacity="0.45" filter="url(#blur)"/><circle cx="{x}" cy="{y:.0f}" r="5" fill="{colours[number % 5]}"/>'
        )
    for number in range(15):
        x = 100 + number * 52 + s.random.gauss(0, 10)
        h = s.random.uniform(105, 150)
        coat = s.random.choice(["#1b2038", "#2c2036", "#15283a", "#33283a"])
        s.add(
            f'<g filter="url(#hand)"><path d="M{x - 26:.0f},1110 q2,{-h:.0f} 26,{-h:.0f} q24,0 26,{h:.0f} Z" fill="{coat}"/><circle cx="{x:.0f}" cy="{1112 - h - 18:.0f}" r="17" fill="#6b4a45"/><path d="M{x - 18:.0f},{1110 - h - 20:.0f} q18,-26 36,0 Z" fill="{s.random.choice(["#7a2b33", "#2b4a6a", "#5d6b3a", "#20243c"])}"/></g>'
        )
    s.add('<rect x="0" y="1090" width="900" height="120" fill="#3a4060" filter="url(#brush)"/>')
    s.glow(450, 1120, 190, "#ffcf86", 0.25)
    return s


def beans() -> Scene:
    s = Scene(17)
    s.sky((0, "#6f8094"), (0.45, "#a7b4ba"), (0.62, "#d7d9c8"), clouds=0.75)
    for width, colour in (
        (0, "#d9605a"),
        (11, "#e6a35a"),
        (22, "#ecd877"),
        (33, "#7fb98a"),
        (44, "#6f95c8"),
        (55, "#8a79b8"),
    ):
        s.add(
            f'<path d="M690,470 A620,620 0 0 1 980,{40 + width * 0.4:.0f}" transform="translate({width * 0.7:.0f} {width * 0.5:.0f})" stroke="{colour}" stroke-width="13" fill="none" opacity="0.42" filter="url(#blur)"/>'
        )
    s.hill(470, 26, "#7d8f73", waves=2)
    for x in (60, 180, 930, 1060, 1170):
        s.tree(x, 500, s.random.uniform(110, 170), s.random.choice(["#6a7f55", "#7c9160", "#5b7049"]))
    s.add(
        '<g filter="url(#hand)"><rect x="330" y="360" width="190" height="150" fill="#6a5a4a"/><polygon points="312,366 425,292 538,366" fill="#4d4640"/><rect x="392" y="410" width="56" height="100" fill="#3b332c"/><rect x="470" y="405" width="36" height="36" fill="#b9c4c6"/></g>'
    )
    s.add('<rect x="560" y="420" width="78" height="96" rx="8" fill="#3f4f47" filter="url(#hand)"/>')
    s.hill(530, 8, "#5a4634", waves=1)
    for x in range(-500, 1900, 150):
        s.add(
            f'<polygon points="{600 + (x - 600) * 0.24:.0f},520 {600 + (x + 55 - 600) * 0.24:.0f},520 {x + 90},930 {x},930" fill="#3d2e21" opacity="0.75" filter="url(#brush)"/>'
        )
    for row in (-0.62, 0.4):
        for number in range(15):
            t = (number / 14) ** 1.7
            y, x = 545 + t * 340, 600 + row * (70 + t * 640)
            size = 6 + t * 46
            s.add(
                f'<g filter="url(#hand)"><path d="M{x:.0f},{y:.0f} q{size * 0.1:.0f},{-size * 0.9:.0f} {size * 0.45:.0f},{-size * 1.1:.0f}" stroke="#7fa35a" stroke-width="{size * 0.14:.1f}" fill="none"/>'
                f'<ellipse cx="{x - size * 0.3:.0f}" cy="{y - size * 0.55:.0f}" rx="{size * 0.42:.0f}" ry="{size * 0.2:.0f}" fill="#86b062" transform="rotate(28 {x:.0f} {y:.0f})"/>'
                f'<ellipse cx="{x + size * 0.5:.0f}" cy="{y - size * 0.95:.0f}" rx="{size * 0.42:.0f}" ry="{size * 0.22:.0f}" fill="#6f9a50" transform="rotate(-18 {x:.0f} {y:.0f})"/></g>'
            )
    s.add('<line x1="225" y1="900" x2="557" y2="535" stroke="#e8e2cf" stroke-width="2.5"/>')
    return s


def blossom() -> Scene:
    s = Scene(18)
    s.sky((0, "#6d7391"), (0.5, "#98919f"), (1, "#5d6650"), clouds=0.35)
    s.hill(520, 16, "#4f5a48", waves=1)
    s.grass(530, ["#4c5a3e", "#5f6d4a", "#38452e"], blades=1300, high=30)
    for x, y, size in ((120, 560, 330), (420, 530, 250), (760, 535, 260), (1080, 570, 360)):
        s.tree(x, y, size, "#2d2a2b", bare=True)
        s.add('<g filter="url(#leaf)">')
        for _ in range(80):
            bx, by = s.random.gauss(x, size * 0.27), s.random.gauss(y - size * 0.78, size * 0.17)
            s.add(
                f'<circle cx="{bx:.0f}" cy="{by:.0f}" r="{s.random.uniform(6, 24):.0f}" fill="{s.random.choice(["#f6e6e6", "#f0d3d6", "#fff6f2", "#e7c1c8"])}" opacity="0.72"/>'
            )
        s.add("</g>")
    s.mist(440, 160, "#a8a4b4", 0.35)
    s.glow(600, 640, 110, "#ffd08a", 0.5)
    s.add(
        '<g filter="url(#hand)"><polygon points="330,690 880,690 960,760 250,760" fill="#efeae2"/><polygon points="250,760 960,760 960,826 250,826" fill="#c9c3be"/><rect x="290" y="826" width="14" height="60" fill="#2c2623"/><rect x="905" y="826" width="14" height="60" fill="#2c2623"/></g>'
    )
    for x in range(400, 860, 62):
        s.add(f'<ellipse cx="{x}" cy="{722 + s.random.uniform(-8, 14):.0f}" rx="19" ry="6" fill="#a9a6ab"/>')
    s.add('<g filter="url(#hand)"><path d="M568,700 h74 v-26 h-10 v-20 h-54 v20 h-10 Z" fill="#f7e3c4"/></g>')
    for x in range(572, 642, 8):
        s.add(
            f'<rect x="{x}" y="638" width="2.5" height="15" fill="#e9d9c0"/><circle cx="{x + 1}" cy="634" r="3.4" fill="#ffcf6a"/>'
        )
    for x, coat in ((452, "#3b4a7a"), (520, "#c9a13a")):
        s.add(
            f'<g filter="url(#hand)"><path d="M{x - 34},700 q4,-96 34,-96 q30,0 34,96 Z" fill="{coat}"/><circle cx="{x}" cy="586" r="20" fill="#a87f6c"/><path d="M{x - 22},584 q4,-28 22,-28 q18,0 22,28 q-22,-14 -44,0 Z" fill="#dcd8d2"/></g>'
        )
    s.add('<path d="M400,700 q80,-40 190,2 l-10,26 h-172 Z" fill="#6d3f3a" opacity="0.9" filter="url(#brush)"/>')
    for _ in range(120):
        s.add(
            f'<circle cx="{s.random.uniform(0, 1200):.0f}" cy="{s.random.uniform(560, 900):.0f}" r="{s.random.uniform(1.5, 3.6):.1f}" fill="#f9e9e9" opacity="0.8"/>'
        )
    return s


def weir() -> Scene:
    s = Scene(19)
    s.sky((0, "#8ba5b5"), (0.4, "#d5d8cf"), (0.56, "#f3dcbd"), clouds=0.35)
    s.glow(880, 330, 100, "#ffe4b4", 0.8)
    s.hill(400, 36, "#8fa39c", waves=2)
    for _ in range(16):
        s.tree(
            s.random.uniform(0, 1200),
            450,
            s.random.uniform(90, 190),
            s.random.choice(["#6f8578", "#7f9384", "#5f766a"]),
        )
    s.add(
        f'<rect y="452" width="1200" height="460" fill="{s.fade((0, "#b9bfb4"), (0.3, "#93a6a5"), (1, "#3f5a60"))}"/>'
    )
    s.add('<g filter="url(#blur)">')
    for _ in range(170):
        y = s.random.triangular(470, 900, 800)
        near = (y - 460) / 440
        x = s.random.uniform(-50, 1200)
        s.add(
            f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{40 + 130 * near:.0f}" ry="{1 + 5 * near:.1f}" fill="{s.random.choice(["#dfe0d2", "#7f979a", "#54737a", "#f0dcbf"])}" opacity="0.35"/>'
        )
    s.add("</g>")
    s.add(
        '<path d="M0,505 L560,497 L1200,512 L1200,522 L560,508 L0,516 Z" fill="#f8f6ee" opacity="0.75" filter="url(#leaf)"/>'
    )
    for y, o in ((420, 0.85), (470, 0.9), (540, 0.6)):
        s.add(
            f'<ellipse cx="{s.random.uniform(300, 900):.0f}" cy="{y}" rx="760" ry="44" fill="#f4efe4" opacity="{o}" filter="url(#softer)"/>'
        )
    s.add(
        '<path d="M330,740 q90,-24 180,0" stroke="#e9e9de" stroke-width="3" fill="none" opacity="0.7"/><path d="M290,762 q130,-34 260,0" stroke="#e9e9de" stroke-width="3" fill="none" opacity="0.5"/>'
    )
    s.add(
        '<g filter="url(#hand)"><circle cx="420" cy="722" r="21" fill="#5d4237"/><path d="M396,722 q0,-32 24,-32 q24,0 24,32 q-24,-12 -48,0 Z" fill="#9c3d3a"/><circle cx="420" cy="688" r="7" fill="#e8e0d0"/></g>'
    )
    for x in range(0, 330, 15):
        h = s.random.uniform(110, 270)
        s.add(
            f'<path d="M{x},910 q{s.random.gauss(0, 16):.0f},{-h / 2:.0f} {s.random.gauss(12, 26):.0f},{-h:.0f}" stroke="{s.random.choice(["#2f4339", "#40564a", "#24352f"])}" stroke-width="{s.random.uniform(3, 7):.0f}" fill="none"/>'
        )
    return s


def short_night() -> Scene:
    s = Scene(20)
    s.sky((0, "#0f1c33"), (0.4, "#1d3f55"), (0.62, "#4f8a80"), (0.76, "#b9d3a2"), clouds=0.14)
    s.stars(300, 60)
    s.hill(690, 22, "#12222a", waves=1.4)
    for number in range(15):
        x = 40 + number * 80 + s.random.gauss(0, 5)
        top = 395 + s.random.gauss(0, 8)
        s.add(f'<rect x="{x:.0f}" y="{top:.0f}" width="6" height="400" fill="#0b1519" filter="url(#hand)"/>')
        s.add('<g filter="url(#leaf)">')
        for climb in range(18):
            y = 420 + climb * 20
            s.add(
                f'<circle cx="{x + s.random.gauss(3, 9):.0f}" cy="{y}" r="{s.random.uniform(7, 17):.0f}" fill="#0d1c1b" opacity="0.9"/>'
            )
        s.add("</g>")
    for wire in (398, 406):
        s.add(f'<path d="M0,{wire} Q600,{wire + 16} 1200,{wire - 6}" stroke="#0b1519" stroke-width="2.5" fill="none"/>')
    s.grass(760, ["#0c1719", "#14262a", "#1e3330"], blades=900)
    s.add(
        '<g filter="url(#hand)" fill="#060c10"><rect x="-10" y="-10" width="70" height="930"/><rect x="1150" y="-10" width="70" height="930"/><rect x="0" y="836" width="1200" height="70"/><rect x="590" y="0" width="16" height="840"/></g>'
    )
    s.add(
        '<g filter="url(#hand)"><path d="M790,840 v-58 q0,-8 8,-8 h62 q8,0 8,8 v58 Z" fill="#1c2c33"/><path d="M868,790 q34,0 30,24 q-4,18 -30,14" stroke="#1c2c33" stroke-width="8" fill="none"/></g>'
    )
    return s


def seal() -> Scene:
    s = Scene(21)
    s.sky((0, "#a7adb2"), (0.45, "#c6c8c6"), (0.6, "#d3d2cb"), clouds=0.6)
    s.add('<polygon points="760,420 830,330 960,300 1220,270 1220,440 760,436" fill="#7f8482" filter="url(#brush)"/>')
    s.add(
        f'<rect y="425" width="1200" height="500" fill="{s.fade((0, "#b4bab9"), (0.4, "#8f9a9b"), (1, "#4e5f63"))}"/>'
    )
    s.add('<g filter="url(#blur)">')
    for _ in range(240):
        y = s.random.triangular(430, 900, 560)
        near = (y - 425) / 475
        s.add(
            f'<ellipse cx="{s.random.uniform(-50, 1250):.0f}" cy="{y:.0f}" rx="{30 + 150 * near:.0f}" ry="{1 + 5 * near:.1f}" fill="{s.random.choice(["#d4d8d5", "#76868a", "#5f7175", "#aab3b2"])}" opacity="0.34"/>'
        )
    s.add("</g>")
    s.mist(390, 90, "#d8d8d2", 0.8)
    for ring in (150, 108, 70):
        s.add(
            f'<ellipse cx="560" cy="628" rx="{ring}" ry="{ring * 0.15:.0f}" stroke="#dfe3e0" stroke-width="2.5" fill="none" opacity="0.5"/>'
        )
    s.add(
        '<g filter="url(#hand)"><path d="M512,628 q-2,-76 48,-80 q50,4 48,80 Z" fill="#474a4c"/><path d="M534,612 q26,22 52,0 q-6,-26 -26,-26 q-20,0 -26,26 Z" fill="#6c6d6c"/><circle cx="541" cy="580" r="6.5" fill="#111"/><circle cx="579" cy="580" r="6.5" fill="#111"/><ellipse cx="560" cy="600" rx="9" ry="6" fill="#1e1f21"/><circle cx="543" cy="578" r="2" fill="#eee"/><circle cx="581" cy="578" r="2" fill="#eee"/>'
    )
    for side in (-1, 1):
        for whisker in range(4):
            s.add(
                f'<path d="M{560 + side * 12},{606 + whisker * 2} q{side * 20},{whisker * 3 - 2} {side * 40},{whisker * 6 - 6}" stroke="#c9cac6" stroke-width="1.3" fill="none"/>'
            )
    s.add('<path d="M532,566 q8,-7 17,-2 M571,564 q9,-5 17,2" stroke="#b9bab6" stroke-width="4" fill="none"/></g>')
    s.add(
        '<polygon points="-20,920 -20,700 190,730 330,790 520,812 640,920" fill="#3d4042" filter="url(#brush)"/><polygon points="-20,715 180,742 300,796 120,790 -20,770" fill="#6b6d69" filter="url(#brush)"/><polygon points="1220,920 1220,770 1010,806 900,920" fill="#35383a" filter="url(#brush)"/>'
    )
    for _ in range(90):
        s.add(
            f'<circle cx="{s.random.gauss(200, 150):.0f}" cy="{s.random.gauss(840, 34):.0f}" r="{s.random.uniform(3, 9):.0f}" fill="{s.random.choice(["#5d5a3a", "#4a4a2c", "#6b6640"])}" opacity="0.7" filter="url(#leaf)"/>'
        )
    return s


def harvest_moon() -> Scene:
    s = Scene(22)
    s.sky((0, "#131b33"), (0.5, "#2f3a57"), (0.78, "#6f6a72"), clouds=0.16)
    s.stars(350, 60)
    s.glow(780, 210, 150, "#f6d9a0", 0.6)
    s.disc(780, 210, 78, "#f7e3b4")
    for x, y, r in ((760, 195, 20), (805, 225, 15), (775, 240, 11), (800, 182, 9)):
        s.disc(x, y, r, "#dcc592", 0.6)
    s.hill(530, 30, "#2b334a", waves=1.6)
    s.hill(590, 18, "#232a3d", waves=1.3)
    for x in (240, 320, 400):
        s.kiln(x, 610, 110, "#4d4247", "#2f2a33")
    s.add('<rect x="130" y="550" width="330" height="64" fill="#3c353c" filter="url(#hand)"/>')
    s.hill(650, 10, "#20283a", waves=1)
    s.add('<polygon points="560,900 700,650 722,650 800,900" fill="#cfc9bd" opacity="0.85" filter="url(#brush)"/>')
    for row in range(10):
        y = 655 + row * row * 2.6
        gap = 26 + row * 9
        for number in range(28):
            for x in (700 + gap * (number + 1.4), 690 - gap * (number + 1.2)):
                if -20 < x < 1220:
                    s.add(
                        f'<rect x="{x:.0f}" y="{y - 40 - row * 9:.0f}" width="{1.5 + row * 0.4:.1f}" height="{40 + row * 9}" fill="#141a28"/>'
                    )
    s.grass(680, ["#1a2231", "#2b3446", "#474a52"], blades=1000, high=20)
    s.add(
        '<g filter="url(#hand)"><rect x="470" y="800" width="14" height="110" fill="#e9e5da"/><rect x="484" y="812" width="380" height="11" fill="#e4e0d6"/><rect x="484" y="850" width="380" height="9" fill="#d2cfc8"/><circle cx="672" cy="838" r="30" fill="#7a2c30"/></g>'
    )
    return s


def zeeland() -> Scene:
    s = Scene(24)
    s.sky((0, "#4f86b5"), (0.45, "#a9c9d8"), (0.66, "#eae3cf"), clouds=0.95)
    s.add(f'<rect y="560" width="1200" height="90" fill="{s.fade((0, "#6f9db0"), (1, "#9fbdbd"))}"/>')
    for y in (590, 612, 634):
        s.add(
            f'<path d="M0,{y} q300,-9 600,0 t600,0" stroke="#f2f3ea" stroke-width="4" fill="none" opacity="0.75" filter="url(#leaf)"/>'
        )
    s.add(
        '<g filter="url(#hand)"><polygon points="872,556 872,478 918,548" fill="#a8452f"/><polygon points="866,556 866,492 838,550" fill="#b9563a"/><path d="M830,556 h96 l-14,14 h-70 Z" fill="#33271f"/></g>'
    )
    s.add('<polygon points="0,645 1200,640 1200,720 0,730" fill="#dfcfa8" filter="url(#brush)"/>')
    s.hill(730, 60, "#d9c492", waves=1.3)
    s.hill(800, 52, "#c9b27c", waves=1.8)
    s.grass(690, ["#8d9a5e", "#a9ad6c", "#6f7f4c", "#d8cf9c"], blades=900, high=84)
    s.add(
        '<g filter="url(#hand)" transform="translate(250 690)"><circle cx="0" cy="70" r="58" stroke="#22262a" stroke-width="6" fill="none"/><circle cx="170" cy="70" r="58" stroke="#22262a" stroke-width="6" fill="none"/><path d="M0,70 L52,-24 L140,-24 L84,70 Z M52,-24 L84,70 L170,70 L138,-36" stroke="#2d5a45" stroke-width="8" fill="none"/><path d="M138,-36 q4,-30 34,-26" stroke="#22262a" stroke-width="6" fill="none"/><path d="M34,-32 h38" stroke="#3a2a20" stroke-width="11"/></g>'
    )
    return s


def ringing_room() -> Scene:
    s = Scene(25, HIGH)
    s.add(
        '<rect width="900" height="1200" fill="#cbbfa9"/>',
        '<rect width="900" height="1200" filter="url(#wash)" opacity="0.5"/>',
    )
    s.add(
        '<g filter="url(#blur)"><polygon points="560,330 760,410 760,560 560,480" fill="#fff0c2" opacity="0.95"/></g>'
    )
    s.glow(660, 445, 110, "#ffe6a8", 0.55)
    s.add(
        '<g filter="url(#hand)"><rect x="90" y="240" width="210" height="300" fill="#3a2b20"/><rect x="104" y="254" width="182" height="272" fill="#1e1814"/>'
    )
    for line in range(13):
        s.add(
            f'<rect x="{122 + (line % 3) * 7}" y="{276 + line * 18}" width="{100 + (line * 37) % 44}" height="4" fill="#c9a95a" opacity="0.85"/>'
        )
    s.add("</g>")
    s.add('<polygon points="0,960 900,960 900,1200 0,1200" fill="#5d4a3a" filter="url(#hand)"/>')
    for x in range(-200, 1200, 90):
        s.add(f'<line x1="{450 + (x - 450) * 0.7:.0f}" y1="960" x2="{x}" y2="1200" stroke="#463628" stroke-width="3"/>')
    s.add(
        '<rect x="0" y="850" width="900" height="22" fill="#77604a"/><rect x="0" y="872" width="900" height="80" fill="#665140" opacity="0.8"/>'
    )
    for number, x in enumerate((150, 270, 395, 520, 640, 765)):
        low = 640 + 60 * math.sin(number * 1.7)
        s.add(
            f'<g filter="url(#hand)"><line x1="{x}" y1="0" x2="{x}" y2="{low - 170:.0f}" stroke="#b59c72" stroke-width="8"/>'
        )
        for band, colour in enumerate(("#a3272d", "#f0ead9", "#274b7d") * 3):
            s.add(f'<rect x="{x - 15}" y="{low - 175 + band * 20:.0f}" width="30" height="20" rx="8" fill="{colour}"/>')
        s.add(
            f'<path d="M{x},{low + 5:.0f} q-6,130 10,210 q14,56 -22,50 q-26,-8 -6,-54 L{x - 8},{low + 30:.0f}" stroke="#b59c72" stroke-width="7" fill="none"/></g>'
        )
        s.add(f'<ellipse cx="{x}" cy="1040" rx="46" ry="9" fill="#2a1f17" opacity="0.35" filter="url(#blur)"/>')
    s.add('<rect x="300" y="980" width="330" height="40" fill="#4a3a2c" filter="url(#hand)"/>')
    for x in range(330, 610, 48):
        s.add(f'<circle cx="{x}" cy="974" r="8" fill="#f7f5ee"/>')
    return s


def frosted_gate() -> Scene:
    s = Scene(26)
    s.sky((0, "#a9c2dc"), (0.5, "#e6e9ea"), (0.75, "#fbe6cf"), clouds=0.3)
    s.glow(950, 330, 90, "#fff3d6", 0.9)
    s.hill(520, 26, "#aebac4", waves=2)
    for x in (80, 190, 330, 1010, 1130):
        s.tree(x, 550, s.random.uniform(130, 210), "#8b97a1", bare=True)
    s.mist(470, 130, "#f5efe6", 0.7)
    s.hill(610, 10, "#dde4e9", waves=1)
    s.grass(600, ["#ffffff", "#e3ebf1", "#c3d0da", "#aebbc4", "#f4e6d4"], blades=1500, high=34)
    s.add(
        '<g filter="url(#hand)"><rect x="220" y="430" width="26" height="400" fill="#5d5650"/><rect x="960" y="430" width="26" height="400" fill="#5d5650"/>'
    )
    for bar in range(5):
        y = 480 + bar * 66
        s.add(
            f'<rect x="240" y="{y}" width="725" height="16" fill="#756c63"/><rect x="240" y="{y - 6}" width="725" height="8" fill="#f7fafc"/>'
        )
    s.add(
        '<line x1="250" y1="760" x2="955" y2="486" stroke="#756c63" stroke-width="14"/><line x1="250" y1="752" x2="955" y2="478" stroke="#f7fafc" stroke-width="6"/><rect x="214" y="422" width="38" height="14" fill="#fbfdff"/><rect x="954" y="422" width="38" height="14" fill="#fbfdff"/></g>'
    )
    for _ in range(500):
        bar = s.random.randrange(5)
        s.add(
            f'<line x1="{(x := s.random.uniform(240, 962)):.0f}" y1="{478 + bar * 66}" x2="{x + s.random.gauss(0, 3):.0f}" y2="{478 + bar * 66 - s.random.uniform(4, 15):.0f}" stroke="#fff" stroke-width="1.6" opacity="0.9"/>'
        )
    cx, cy = 560, 582
    s.add('<g stroke="#ffffff" fill="none" opacity="0.95" filter="url(#hand)">')
    for spoke in range(14):
        turn = spoke / 14 * math.tau
        s.add(
            f'<line x1="{cx}" y1="{cy}" x2="{cx + math.cos(turn) * 92:.0f}" y2="{cy + math.sin(turn) * 62:.0f}" stroke-width="2"/>'
        )
    for ring in range(1, 9):
        points = " ".join(
            f"{cx + math.cos(k / 14 * math.tau) * 11 * ring:.0f},{cy + math.sin(k / 14 * math.tau) * 7.4 * ring:.0f}"
            for k in range(15)
        )
        s.add(f'<polyline points="{points}" stroke-width="2.6" stroke-dasharray="5 2"/>')
    s.add("</g>")
    return s


def snow_box() -> Scene:
    s = Scene(27)
    s.sky((0, "#8ea4c6"), (0.45, "#d3c6d4"), (0.66, "#f5c9bd"), (0.75, "#f9dcc8"), clouds=0.35)
    s.glow(270, 520, 110, "#ffb49a", 0.8)
    s.disc(270, 520, 36, "#ffd9c6")
    s.hill(570, 40, "#b3b6cb", waves=1.7)
    for _ in range(14):
        s.tree(s.random.uniform(0, 1200), 600, s.random.uniform(60, 120), "#8f93ae", bare=True)
    s.hill(630, 18, "#d9d6e2", waves=1.2)
    s.signal_box(620, 720, 310, wall="#6a5a52", roof="#59545c", light="#ffdd9a", base="#7d4f43", snow=True)
    s.glow(780, 560, 90, "#ffcf86", 0.35)
    s.add(
        '<path d="M838,430 q-16,-70 14,-120 q26,-50 0,-110" stroke="#efe8ea" stroke-width="24" fill="none" opacity="0.65" filter="url(#soft)"/>'
    )
    s.signal(430, 740, 320, colour="#e9e4e0", arm="#c03a35", off=True, lamp="#7fe0a0")
    s.hill(740, 10, "#ece8ef", waves=0.9)
    s.add('<polygon points="150,900 560,748 600,748 520,900" fill="#c9c6d6" filter="url(#brush)"/>')
    for low, high in ((215, 568), (450, 592)):
        s.add(f'<line x1="{low}" y1="900" x2="{high}" y2="748" stroke="#59545f" stroke-width="5"/>')
    for sleeper in range(9):
        t = sleeper / 9
        y = 748 + t * t * 150
        s.add(
            f'<line x1="{566 - t * t * 400:.0f}" y1="{y:.0f}" x2="{596 - t * t * 100:.0f}" y2="{y:.0f}" stroke="#8b879a" stroke-width="{2 + 7 * t:.0f}" opacity="0.7"/>'
        )
    for step in range(14):
        s.add(
            f'<ellipse cx="{1090 - step * 14 + (step % 2) * 16}" cy="{880 - step * 11}" rx="9" ry="4" fill="#a9a6bd"/>'
        )
    for _ in range(260):
        s.add(
            f'<circle cx="{s.random.uniform(0, 1200):.0f}" cy="{s.random.uniform(760, 900):.0f}" r="1.4" fill="#fff" opacity="0.9"/>'
        )
    return s


def moor() -> Scene:
    s = Scene(28)
    s.sky((0, "#93a6b4"), (0.4, "#cbd0cd"), (0.52, "#e6dcc8"), clouds=0.7)
    s.hill(455, 22, "#93a09f", waves=1.4)
    s.add(
        f'<rect y="470" width="1200" height="440" fill="{s.fade((0, "#d8d4c6"), (0.4, "#a9b6b9"), (1, "#71858c"))}"/>'
    )
    s.add('<g filter="url(#blur)">')
    for _ in range(130):
        y = s.random.triangular(476, 900, 600)
        near = (y - 470) / 430
        s.add(
            f'<ellipse cx="{s.random.uniform(-50, 1250):.0f}" cy="{y:.0f}" rx="{40 + 150 * near:.0f}" ry="{1 + 4 * near:.1f}" fill="{s.random.choice(["#ece6d8", "#8fa1a6", "#6f848b"])}" opacity="0.35"/>'
        )
    s.add("</g>")
    for x, y, size in (
        (120, 520, 120),
        (230, 512, 90),
        (420, 506, 70),
        (690, 502, 60),
        (820, 510, 84),
        (1010, 530, 140),
    ):
        s.tree(x, y, size, "#5f6a5c")
        s.add(
            f'<ellipse cx="{x}" cy="{y + size * 0.34:.0f}" rx="{size * 0.3:.0f}" ry="{size * 0.36:.0f}" fill="#6f7a70" opacity="0.35" filter="url(#soft)"/>'
        )
    for number in range(12):
        x = 60 + number * 64
        s.add(
            f'<rect x="{x}" y="{600 + number * 4}" width="7" height="{34 + number * 2}" fill="#46433d" filter="url(#hand)"/>'
        )
    s.signal(880, 830, 470, colour="#ded9cf", arm="#b7372f", off=False)
    s.heron(868, 362, 150, "#3f474e")
    s.add('<polygon points="-20,920 -20,850 520,800 1220,810 1220,920" fill="#6e6a4c" filter="url(#brush)"/>')
    s.grass(800, ["#7f7a4f", "#9c9560", "#5c5a3a", "#b9ae78"], blades=1000, high=40)
    return s


def blackbird() -> Scene:
    s = Scene(29)
    s.sky((0, "#6f83ab"), (0.45, "#c9a9b4"), (0.65, "#f2bd93"), (0.8, "#f7dba8"), clouds=0.55)
    s.glow(320, 640, 130, "#ffd694", 0.8)
    s.hill(690, 24, "#6b5d63", waves=1.7)
    s.tower(200, 700, 150, "#5b5058", "#3d363f")
    s.hill(760, 14, "#443d3c", waves=1.1)
    s.add(
        '<g filter="url(#hand)"><rect x="900" y="600" width="190" height="190" fill="#3b302c"/><polygon points="880,606 995,530 1110,606" fill="#2c2624"/><rect x="968" y="660" width="58" height="130" fill="#241d1b"/></g>'
    )
    s.add(
        '<rect x="560" y="170" width="16" height="640" fill="#2f2a2c" filter="url(#hand)"/><rect x="510" y="206" width="118" height="11" fill="#2f2a2c" filter="url(#hand)"/>'
    )
    for y, sag in ((208, 70), (216, 84), (226, 60)):
        s.add(
            f'<path d="M-20,{y - 60} Q270,{y + sag} 568,{y} Q880,{y + sag} 1220,{y - 70}" stroke="#2f2a2c" stroke-width="3" fill="none"/>'
        )
    s.add(
        '<g fill="#191719" filter="url(#hand)"><path d="M300,236 q-10,-40 26,-46 q30,-2 36,18 q14,20 -16,32 Z"/><circle cx="358" cy="196" r="16"/><path d="M302,232 l-46,24 l50,-6 Z"/><path d="M372,192 l26,-4 l-24,12 Z" fill="#e39a2f"/><circle cx="362" cy="192" r="3" fill="#e39a2f"/></g>'
    )
    s.add('<rect x="0" y="800" width="1200" height="110" fill="#3a2d26" filter="url(#brush)"/>')
    for x in range(40, 860, 60):
        s.add(
            f'<path d="M{x},840 q-8,-30 -22,-40 M{x},840 q6,-34 20,-46" stroke="#7c8a5a" stroke-width="4" fill="none"/>'
        )
    for x in (120, 170, 230, 290):
        s.add(
            f'<g filter="url(#hand)"><path d="M{x},880 q-12,-60 {s.random.gauss(0, 22):.0f},-110" stroke="#c2455a" stroke-width="9" fill="none"/><ellipse cx="{x + s.random.gauss(0, 10):.0f}" cy="766" rx="34" ry="22" fill="#7f9a4d"/></g>'
        )
    s.add(
        '<g filter="url(#hand)"><line x1="760" y1="860" x2="790" y2="640" stroke="#6b4a30" stroke-width="11"/><path d="M744,850 l32,4 l-8,60 l-30,-4 Z" fill="#8f9496"/><rect x="768" y="630" width="46" height="10" fill="#6b4a30"/></g>'
    )
    return s


SCENES: dict[str, Callable[[], Scene]] = {
    "2023/fog-at-wyle": golden_fog,
    "2023/foxwhelp": foxwhelp,
    "2023/ten-past-three": night_box,
    "2023/heron": heron,
    "2023/churchyard-frost": frost,
    "2023/on-the-green": on_the_green,
    "2024/broad-beans": beans,
    "2024/long-table": blossom,
    "2024/weir-pool": weir,
    "2024/no-dark": short_night,
    "2024/seal": seal,
    "2024/harvest-moon": harvest_moon,
    "2025/zeeland": zeeland,
    "2025/ringing-room": ringing_room,
    "2025/mill-lane-gate": frosted_gate,
    "2026/snow-at-wyle": snow_box,
    "2026/lugg-moor": moor,
    "2026/still-light": blackbird,
}


def main() -> None:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("Chromium is not on this machine.")
    wanted = sys.argv[1:]
    total = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for name, paint in SCENES.items():
            file = FOLDER / f"{name}.jpg"
            if not wanted or any(each in name for each in wanted):
                scene = paint()
                page = browser.new_page(viewport={"width": scene.width, "height": scene.height})
                page.set_content(f'<body style="margin:0">{scene.svg()}</body>')
                painted = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
                page.close()
                file.parent.mkdir(parents=True, exist_ok=True)
                painted.save(file, "JPEG", quality=80, optimize=True, progressive=True)
                print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")
            total += file.stat().st_size
        browser.close()
    if total > LARGEST_OF_ALL:
        sys.exit(f"together they take {total / 1e6:.1f} MB, more than {LARGEST_OF_ALL / 1e6:.0f}")


if __name__ == "__main__":
    main()
