"""Questionnaires that people answer again and again, as far as their scores are concerned; none of their questions stands here."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Better = Literal["higher", "lower", "neither"]


class Band(Struct, frozen=True):
    """What the authors of a questionnaire call the scores from one on."""

    start: float
    name: str


class Source(Struct, frozen=True):
    """Where a number comes from: who says so, and the DOI, if it has one; `says` is the number, where that is another one."""

    who: str
    doi: str | None = None
    says: float | None = None


class ScaleConfig(Struct, frozen=True):
    """A questionnaire: what it is called, the ends of its scores, which way is lighter, its bands by their start.

    `change` is the smallest difference of two scores that is more than what the same questionnaire varies by; None where that
    is not known. `look_at` is the score at or below which its authors advise a closer look, `step` what all its scores are
    multiples of. `source` is where its bands come from, `change_sources` where its change does: none where the writer gave them.
    """

    name: str
    label: str | None = None
    min: float | None = None
    max: float | None = None
    better: Better = "neither"
    bands: tuple[Band, ...] = ()
    change: float | None = None
    look_at: float | None = None
    step: float | None = None
    source: Source | None = None
    change_sources: tuple[Source, ...] = ()


_NHS = Source("NHS Talking Therapies manual")
_PHQ9 = Source("Kroenke, Spitzer, Williams 2001", "10.1046/j.1525-1497.2001.016009606.x")
_GAD7 = Source("Spitzer, Kroenke, Williams, Löwe 2006", "10.1001/archinte.166.10.1092")
_GAD7_CHANGE = Source("Bischoff, Anderson, Heafner, Tambling 2020", "10.5964/pch.v8i1.309", says=6)
_WHO5 = Source("Topp, Østergaard, Søndergaard, Bech 2015", "10.1159/000376585")
_FOUR = (Band(5, "mild"), Band(10, "moderate"), Band(15, "moderately severe"), Band(20, "severe"))
_THREE = (Band(5, "mild"), Band(10, "moderate"), Band(15, "severe"))
# Changes of 6 on the PHQ-9 and 4 on the GAD-7 count as reliable in the manual of NHS Talking Therapies.
KNOWN = {
    "phq9": ScaleConfig("phq9", "PHQ-9", 0, 27, "lower", _FOUR, 6, source=_PHQ9, change_sources=(_NHS,)),
    "gad7": ScaleConfig("gad7", "GAD-7", 0, 21, "lower", _THREE, 4, source=_GAD7, change_sources=(_NHS, _GAD7_CHANGE)),
    "who5": ScaleConfig(
        "who5", "WHO-5", 0, 100, "higher", change=10, look_at=50, step=4, source=_WHO5, change_sources=(_WHO5,)
    ),
}
