"""What each of journalgen's templates is for, in a line."""

from __future__ import annotations

from journalgen.language import N_

TEMPLATES = {
    "archive.html": N_("all years and months"),
    "base.html": N_("the frame of every page"),
    "browse.html": N_("the kinds of names: tags, people, places and so on"),
    "day.html": N_("a day with several entries"),
    "days-of-year.html": N_("the days of the year, each of which leads to all its years"),
    "entry.html": N_("an entry"),
    "home.html": N_("the first page"),
    "kind.html": N_("all names of one kind"),
    "month.html": N_("a month"),
    "name.html": N_("a tag, a person, a place or the like"),
    "on-this-day.html": N_("a day of the year, in all years"),
    "patterns.html": N_("what the figures come to"),
    "photos.html": N_("the photos of a month or a year"),
    "problems.html": N_("what was not understood"),
    "search.html": N_("the search"),
    "support.html": N_("the plan for hard days"),
    "undated.html": N_("the entries without a day"),
    "year.html": N_("a year"),
    "macros/calendar.html": N_("a part: a month as a calendar"),
    "macros/closed.html": N_("a part: entries that stay closed, in a sentence"),
    "macros/connections.html": N_("a part: entries that are linked or related"),
    "macros/facts.html": N_("a part: what is noted beside an entry"),
    "macros/heat.html": N_("a part: a year as one picture, and its table"),
    "macros/media.html": N_("a part: photos, sound and files"),
    "macros/mood.html": N_("a part: a mood and its colours"),
    "macros/names.html": N_("a part: what entries and names are called, and counts"),
    "macros/rows.html": N_("a part: entries in a list"),
    "macros/sections.html": N_("a part: links between the pages of figures"),
    "macros/timeline.html": N_("a part: the months in which a name was used"),
    "macros/turning.html": N_("a part: links back and on"),
}
