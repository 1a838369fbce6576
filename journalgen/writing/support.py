"""The plan for hard times that a new journal begins with, to be filled in.

Its six steps and their order are those of the Safety Planning Intervention (Stanley and Brown 2012,
doi 10.1016/j.cbpra.2011.01.001); the words are journalgen's own.
"""

from __future__ import annotations

from journalgen.language import N_, Language

_TITLE = N_("For a hard day")
_OPENING = N_(
    "This page is yours: write it on a good day, change it whenever you like. It is best made together with somebody you "
    "trust, such as a friend, a doctor or a therapist. Begin at the first step and go on only as far as you need. "
    "You can go to any step straight away."
)
_STEPS = (
    (N_("How I notice"), N_("What I think, feel or do when it gets hard. What others would see.")),
    (N_("What I can do myself"), N_("Things that have carried me through an hour before, without anyone else.")),
    (
        N_("People and places that take my mind off it"),
        N_("Where I can go, who I can be with, without having to talk about it."),
    ),
    (
        N_("People I can ask for help"),
        N_("Names and numbers. What I could say: “I am not well, can you stay on the phone?”"),
    ),
    (
        N_("Professionals"),
        N_(
            "My doctor, therapist or clinic, with numbers and hours; the crisis line and the emergency number where I live "
            "(findahelpline.com lists crisis lines by country)."
        ),
    ),
    (N_("Making things safe"), N_("What I put out of reach or give to somebody to keep, and who helps me with it.")),
)
_CLOSING = N_("What is worth staying for:")


def support_template(language: Language) -> str:
    """Return the text of a new `support.md`."""
    say = language.gettext
    parts = [f"# {say(_TITLE)}", say(_OPENING)]
    for number, (heading, question) in enumerate(_STEPS, start=1):
        parts += [f"## {number}. {say(heading)}", f"*{say(question)}*", "- "]
    parts.append(f"**{say(_CLOSING)}**")
    return "\n\n".join(parts) + "\n"
