"""When people need which command, and what each does in a line: what `journalgen --help` shows."""

from __future__ import annotations

from journalgen.language import N_

# A command that stands under none of these is shown under the last.
OCCASIONS = (
    (N_("To begin"), ("init", "build")),
    (N_("Each day"), ("today", "new", "prompt", "write", "exercises", "serve", "open", "remind")),
    (N_("Each week"), ("review", "stats")),
    (N_("Each year"), ("patterns", "summary")),
    (N_("Now and then"), ()),
)

# At most 60 letters; of a command without one, the first sentence of its help is shown.
IN_A_LINE = {
    "init": N_("Make a small journal to start from."),
    "build": N_("Build the site from what is written."),
    "today": N_("Open today's entry, or make it."),
    "new": N_("Make another entry, or put a few words behind today's."),
    "prompt": N_("Print something to write from."),
    "exercises": N_("List the exercises: headings to fill in."),
    "write": N_("Write freely for a while."),
    "serve": N_("See the site in your browser, and each change as you save."),
    "open": N_("Open any entry, by its day or its title."),
    "remind": N_("Have one kind sentence in the evening, if you want one."),
    "review": N_("Look back on a week, a month, a quarter or a year."),
    "stats": N_("Print the journal in figures."),
    "patterns": N_("Print what goes along with what."),
    "summary": N_("Print a page to take along to a doctor or a therapist."),
    "check": N_("Say what could not be understood, and where."),
    "templates": N_("List or copy the templates of the pages."),
    "clean": N_("Remove the site. Your entries are not touched."),
    "completion": N_("Print what completes commands in your shell."),
}
