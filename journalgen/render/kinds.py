"""What the kinds of names, the sections of figures, the bands of questionnaires and the standings of threads are called."""

from __future__ import annotations

from journalgen.language import N_

MANY = {
    "tags": N_("Tags"),
    "emotions": N_("Emotions"),
    "people": N_("People"),
    "places": N_("Places"),
    "activities": N_("Activities"),
    "triggers": N_("Triggers"),
    "coping": N_("Coping"),
}
ONE = {
    "tags": N_("Tag"),
    "emotions": N_("Emotion"),
    "people": N_("Person"),
    "places": N_("Place"),
    "activities": N_("Activity"),
    "triggers": N_("Trigger"),
    "coping": N_("What helped"),
}

SECTIONS = {
    "overview": N_("Overview"),
    "along": N_("What goes along"),
    "coping": N_("What you tried"),
    "triggers": N_("Triggers"),
    "metrics": N_("Over time"),
    "feelings": N_("Feelings"),
    "scales": N_("Questionnaires"),
    "rhythm": N_("Rhythm"),
    "words": N_("Words"),
}

# What metrics are compared with, by the names that analysis has for it.
FACTORS = {
    "tag": N_("Tags"),
    "place": N_("Places"),
    "activity": N_("Activities"),
    "trigger": N_("Triggers"),
    "coping": N_("What you tried"),
    "weekday": N_("Days of the week"),
    "metric": N_("Numbers"),
    "person": N_("People"),
}

# The weekdays as factors of patterns, by the names that analysis has for them.
ON_WEEKDAYS = {
    "monday": N_("On Mondays"),
    "tuesday": N_("On Tuesdays"),
    "wednesday": N_("On Wednesdays"),
    "thursday": N_("On Thursdays"),
    "friday": N_("On Fridays"),
    "saturday": N_("On Saturdays"),
    "sunday": N_("On Sundays"),
    "weekend": N_("On weekends"),
}

# Of questionnaires that are known; the writer's own bands have the writer's own names.
BANDS = {
    "mild": N_("mild"),
    "moderate": N_("moderate"),
    "moderately severe": N_("moderately severe"),
    "severe": N_("severe"),
}

# How threads and goals stand.
STATUSES = {
    "open": N_("open"),
    "trying": N_("trying something"),
    "resting": N_("resting"),
    "resolved": N_("worked through"),
}
