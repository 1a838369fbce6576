"""What the writer means to try on a hard day: the only ways of coping that are ever offered.

People write down drinking or hurting themselves as coping too, so nothing is taken from what was used, however well it went.
"""

from __future__ import annotations

from journalgen.analysis.terms import Spellings
from journalgen.model.journal import Journal


def coping_plan(journal: Journal) -> tuple[str, ...]:
    """Return what `journal.toml` and `support.md` list, in that order; of spellings of one name the first."""
    spellings = Spellings(journal.config.aliases)
    support = journal.support.coping_plan if journal.support else ()
    plan: dict[str, str] = {}
    for name in (*journal.config.coping_plan, *support):
        plan.setdefault(spellings.key("coping", name), name)
    return tuple(plan.values())
