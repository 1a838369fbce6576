"""What each of journalgen's templates is for, in a line."""

from __future__ import annotations

from journalgen.language import N_

TEMPLATES = {
    "archive.html": N_("all years and months"),
    "base.html": N_("the frame of every page"),
    "browse.html": N_("the kinds of names: tags, people, places and so on"),
    "day.html": N_("a day with several entries"),
    "entry.html": N_("an entry"),
    "home.html": N_("the first page"),
    "kind.html": N_("all names of one kind"),
    "month.html": N_("a month"),
    "name.html": N_("a tag, a person, a place or the like"),
    "problems.html": N_("what was not understood"),
    "support.html": N_("the plan for hard days"),
    "undated.html": N_("the entries without a day"),
    "year.html": N_("a year"),
    "macros/calendar.html": N_("a part: a month as a calendar"),
    "macros/connections.html": N_("a part: entries that are linked or related"),
    "macros/facts.html": N_("a part: what is noted beside an entry"),
    "macros/mood.html": N_("a part: a mood and its colours"),
    "macros/names.html": N_("a part: what entries and names are called, and counts"),
    "macros/rows.html": N_("a part: entries in a list"),
    "macros/turning.html": N_("a part: links back and on"),
}
