"""Why a file of the journal's folder is not read as an entry, in words; the keys are the values of `Reason`."""

from __future__ import annotations

from journalgen.language import N_

REASONS = {
    "hidden": N_("hidden"),
    "output": N_("part of the built site"),
    "reserved": N_("journalgen's own"),
    "ignored": N_("ignored by your settings"),
    "vault": N_("a note app's own settings"),
    "template": N_("a template"),
    "conflict": N_("a sync conflict's copy"),
    "backup": N_("an editor's backup"),
    "outside": N_("a link that leads out of the journal"),
    "beside": N_("kept beside the entries, not one of them"),
    "not-read": N_("not Markdown"),
    "undated": N_("a note without a day"),
    "name": N_("its name is not UTF-8"),
    "link": N_("a link to a folder, which is not followed"),
    "dangling": N_("a link that leads nowhere"),
    "special": N_("not an ordinary file"),
    "no-period": N_("a review whose name is no time, such as 2026-W11, 2026-03, 2026-Q1 or 2026"),
    "same-period": N_("a second review of the same time"),
    "unreadable": N_("the system does not let it be read"),
}
