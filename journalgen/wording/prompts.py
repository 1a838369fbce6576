"""What the themes of prompts, their depths and their forms are called."""

from __future__ import annotations

from journalgen.language import N_

THEMES = {
    "noticing": N_("Noticing"),
    "feelings": N_("Feelings"),
    "stress": N_("Under strain"),
    "problems": N_("Things to sort out"),
    "progress": N_("What has moved"),
    "coping": N_("What helps"),
    "self-worth": N_("On your own side"),
    "gratitude": N_("What was good"),
    "people": N_("People"),
    "values": N_("What matters"),
    "play": N_("Play"),
    "own": N_("Your own"),
}
DEPTHS = {"gentle": N_("gentle"), "middle": N_("in between"), "deep": N_("deep")}
FORMS = {"line": N_("one line"), "list": N_("a list"), "letter": N_("a letter"), "free": N_("freely")}
