"""The page to take along, put together."""

from __future__ import annotations

from msgspec import Struct

from journalgen.analysis.changes import Span
from journalgen.analysis.patterns.values import Patterns
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.plan.offering import Offering
from journalgen.plan.summary.noted import events_kept_closed, feelings, names, noted, tried
from journalgen.plan.summary.numbers import before, numbers, questionnaires, went_along
from journalgen.plan.summary.views import Asked, IncludedText, SummaryPage


class Summary(Struct, frozen=True):
    """The page, and on how many days something happened of which it says nothing, since these days stay closed."""

    page: SummaryPage
    events_kept_closed: int


def summary(
    journal: Journal,
    asked: Asked,
    included: tuple[IncludedText, ...] = (),
    known: Patterns | None = None,
    *,
    private_counted: bool = True,
) -> Summary:
    """Return the page of some days of a journal.

    `included` are the texts that were asked for by name, `known` the patterns up to the last day, where they need not be computed.

    Private entries count in the numbers, as they do everywhere, and no word of theirs stands there. That the answer to item 9 of
    a PHQ-9 was above 0 is not known here.
    """
    offering = Offering(journal)

    def may_tell(entry: Entry) -> bool:
        return not entry.private and (asked.closed or offering.may_offer(entry))

    period = asked.period
    earlier = before(period)
    rows, more_numbers = numbers(journal, asked)
    patterns, compared = went_along(journal, asked, may_tell, known)
    listed, more_noted = noted(journal, asked, may_tell)
    page = SummaryPage(
        first=period.first,
        last=period.last,
        days=(period.last - period.first).days + 1,
        written=_written(journal, period),
        written_before=_written(journal, earlier) if earlier else 0,
        numbers=rows,
        more_numbers=more_numbers,
        patterns=patterns,
        pattern_days=compared.days if compared else 0,
        tests=compared.tests if compared else 0,
        scales=questionnaires(journal, asked),
        feelings=feelings(journal, asked),
        noted=listed,
        more_noted=more_noted,
        tried=tried(journal, asked, may_tell),
        names=names(journal, asked, may_tell),
        included=included,
        private_counted=private_counted,
    )
    return Summary(page, events_kept_closed(journal, asked, may_tell))


def _written(journal: Journal, span: Span) -> int:
    return len({each.counted for each in journal.entries if each.counted and span.first <= each.counted <= span.last})
