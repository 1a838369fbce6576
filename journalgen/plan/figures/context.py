"""What the pages of figures are made from, besides the figures themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from journalgen.analysis.figures import Figures
from journalgen.analysis.terms import Term
from journalgen.analysis.vocabulary import Vocabulary
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan.figures.sections import SectionLink
from journalgen.plan.views import Companions, Link, NameLink


@dataclass(frozen=True, slots=True)
class Context:
    """The journal and its figures on a day, and the ways to pages that lie elsewhere.

    `terms` are the journal's names by kind (`tags`, `people` …); `name_link` takes a kind and a term's key, and gives None
    where there is no such page; `metric_address` does so for a metric's name. `day_address` leads to a day's entry or its page,
    None on a day without. `link` is that to an entry, with its title; `may_offer` is the rule of what may be brought up unasked.
    `sections` are the links that all pages of figures share. `first_day` is the first day of the week, Monday being 0.
    `along_address` is where all that was compared with a metric lies, None where nothing was. `companions` are the names that
    stand beside a term most often, by kind. `scale_address` is where the page of a questionnaire lies. `words` are those that set
    the journal's times apart.
    """

    journal: Journal
    today: dt.date
    first_day: int
    figures: Figures
    terms: Mapping[str, Sequence[Term]]
    sections: tuple[SectionLink, ...]
    name_link: Callable[[str, str], NameLink | None]
    metric_address: Callable[[str], str | None]
    day_address: Callable[[dt.date], str | None]
    link: Callable[[Entry], Link]
    may_offer: Callable[[Entry], bool]
    words: Vocabulary | None = None
    along_address: Callable[[str], str | None] = lambda _: None
    companions: Callable[[Term], tuple[Companions, ...]] = lambda _: ()
    scale_address: Callable[[str], str | None] = lambda _: None
