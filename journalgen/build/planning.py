"""A journal that was read into its outlines: with what is counted over all of it, and before that with what was counted last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from journalgen.analysis.figures import Figures
from journalgen.analysis.vocabulary import Vocabulary
from journalgen.build.code import code_digest
from journalgen.build.exercises import exercises_for_plan
from journalgen.build.figuring import figured
from journalgen.build.outlines import Outlines, OutlinesAhead, key_of
from journalgen.build.plains import Plains
from journalgen.build.prompts import prompts_for_plan
from journalgen.build.questions import questions_for_plan
from journalgen.build.request import Request
from journalgen.build.vocabulary import told
from journalgen.build.workers import Workers
from journalgen.language import Language
from journalgen.model.journal import Journal
from journalgen.plan.graph import LinkGraph
from journalgen.plan.photos import Media
from journalgen.plan.site import Plan

# So many entries are shown before the site is planned, at the most: of more, a burst, nobody waits for one.
_FEW = 3


class Counted(Struct, frozen=True):
    """What is counted over a whole journal, each with the digest of all that it depends on; None where it is not wanted."""

    figures: tuple[Figures, bytes] | None
    words: tuple[Vocabulary, bytes] | None


class Planning(Struct, frozen=True):
    """All that a plan depends on besides what is counted; see `journalgen.plan.site.Plan`."""

    journal: Journal
    request: Request
    today: dt.date
    state: Path
    language: Language
    first_day: int
    secret: bytes | None
    graph: LinkGraph
    search: str
    media: Media

    def counted(self, plains: Plains, workers: Workers) -> Counted:
        """Return what is counted over the journal: remembered, or counted anew where an entry changed in what it knows of."""
        figures = figured(self.journal, self.request, self.today, self.state)
        words = told(self.journal, self.request, self.today, self.state, plains, workers)
        return Counted(
            (figures.figures, figures.key) if figures else None,
            (words.vocabulary, words.key) if words else None,
        )

    def outlines(self, counted: Counted, last: Outlines | None = None) -> Outlines:
        """Return the pages of the site in outline; `last` are those of the build before in this process."""
        return Outlines(self._plan(counted), self.state, code_digest(), last)

    def unchanged(self, counted: Counted, last: Outlines) -> Outlines | None:
        """Return the outlines of a plan that differs from the last in the texts of entries alone, None of any other."""
        plan = self._plan(counted)
        is_like = key_of(plan, code_digest()) == last.key
        return Outlines(plan, self.state, code_digest(), last) if is_like else None

    def ahead(self, counted: Counted, last: Outlines, fresh: Collection[str]) -> Outlines | None:
        """Return the last outlines with the pages of a few entries as they are now, None where there are more, or any page moved.

        Figures on them are those that were counted before.
        """
        if not 0 < len(fresh) <= _FEW:
            return None
        plan = self._plan(counted)
        if {outline.entry: outline.path for outline in last.all if outline.entry is not None} != plan.addresses:
            return None
        shown = [path for path in fresh if path in plan.addresses]
        return OutlinesAhead(plan, last, shown)

    def _plan(self, counted: Counted) -> Plan:
        return Plan(
            self.journal,
            self.today,
            first_day=self.first_day,
            secret=self.secret,
            graph=self.graph,
            search=self.search,
            media=self.media,
            figures=counted.figures,
            words=counted.words,
            prompts=prompts_for_plan(self.journal.prompts, self.language),
            exercises=exercises_for_plan(self.language),
            questions=questions_for_plan(self.language),
        )
