"""How sure a comparison is among all that were made with it, and which of them are worth showing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from journalgen.analysis.effects import Effect
from journalgen.analysis.rounding import rounded

Compare = Callable[[Sequence[int], Sequence[int]], list[Effect | None]]


class Part(NamedTuple):
    """Comparisons of a family by their numbers, and as how many they count at most where the family's limit is shared out."""

    numbers: Sequence[int]
    at_most: int | None = None


def adjusted(values: Sequence[float], among: float | None = None) -> list[float]:
    """Return the q of each p in a family: the share of false ones to expect if it and all smaller ones are shown.

    With `among`, the family is part of one of so many comparisons and gets its share of the limit alone. Benjamini and Hochberg
    1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
    """
    found = [1.0] * len(values)
    least = 1.0
    order = sorted(range(len(values)), key=lambda place: values[place])
    for rank in range(len(values), 0, -1):
        place = order[rank - 1]
        least = min(least, values[place] * ((among or len(values)) / rank))
        found[place] = least
    return found


def stepwise(
    parts: Sequence[Part],
    limit: float,
    compare: Compare,
    is_held: Callable[[int], bool],
    beside: Sequence[int] = (),
) -> tuple[dict[int, tuple[Effect, float]], list[int]]:
    """Return the effect and the q of each comparison of a family, by its number, and those that are shown, the surest first.

    While one of them has a q within the limit, the surest is taken, and the others are compared anew beside it, if it is one that
    is held constant (`is_held`), and beside what was held from the beginning. So what only goes along with a stronger factor is
    not shown a second time: on days of night shifts one is at work. The parts of a family share its limit, each as much of it as it
    counts for, so that what is found in one makes nothing surer in another.
    """
    shown: dict[int, Effect] = {}
    held = list(beside)
    left = [number for part in parts for number in part.numbers]
    while True:
        answers = dict(zip(left, compare(left, held), strict=True))
        found = {number: answer for number, answer in answers.items() if answer is not None}
        effects = {**shown, **found}
        qs = _qs(parts, effects)
        surest = min(
            (number for number in found if qs[number] <= limit),
            key=lambda number: (found[number].p, number),
            default=None,
        )
        if surest is None:
            return {number: (effect, qs[number]) for number, effect in effects.items()}, list(shown)
        shown[surest] = found[surest]
        left.remove(surest)
        if is_held(surest):
            held.append(surest)


def _qs(parts: Sequence[Part], effects: Mapping[int, Effect]) -> dict[int, float]:
    """Return the q of each effect, by which the parts' shares of false ones add up to the family's at most."""
    made = [[number for number in part.numbers if number in effects] for part in parts]
    counts = [
        len(numbers) if part.at_most is None else min(part.at_most, len(numbers))
        for part, numbers in zip(parts, made, strict=True)
    ]
    qs: dict[int, float] = {}
    for numbers, count in zip(made, counts, strict=True):
        if count:
            values = adjusted([rounded(effects[number].p) for number in numbers], len(numbers) * sum(counts) / count)
            qs.update(zip(numbers, map(rounded, values), strict=True))
    return qs
