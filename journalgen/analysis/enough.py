"""How many days it takes before anything is computed from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

# Below these nothing is compared: days in all, and days on either side of a comparison.
DAYS = 28
ON_EITHER_SIDE = 5


def varied(values: Sequence[float]) -> int:
    """Return how many values are not the commonest one."""
    return len(values) - max(Counter(values).values(), default=0)


def are_enough(values: Sequence[float]) -> bool:
    """Return whether there are enough values of days, and enough of them that are not the commonest."""
    return len(values) >= DAYS and varied(values) >= ON_EITHER_SIDE
