"""The exercises that there are, by the names that entries call them."""

from __future__ import annotations

EXERCISES = (
    "thought-record",
    "problem-solving",
    "worry-time",
    "expressive-writing",
    "three-good-things",
    "unsent-letter",
    "values",
    "coping-plan",
    "weekly-rhythm",
)
