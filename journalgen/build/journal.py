"""A journal's folder into a `Journal`: scanned, parsed as far as it changed, assembled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from journalgen.build.attached import Attached, attached_files
from journalgen.build.cache import Cache, Row
from journalgen.build.exercises import with_titles
from journalgen.build.folders import Settings
from journalgen.build.linking import linked
from journalgen.build.own import Own, problems_of_own
from journalgen.build.parsing import Parsed, Parsing, day_format, parse_changed
from journalgen.build.prompts import own_prompts
from journalgen.build.request import Request
from journalgen.build.shown import for_whom, is_shown
from journalgen.build.workers import Workers
from journalgen.digests import digest
from journalgen.model.config import SUPPORT_FILE
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal, Support
from journalgen.model.left_out import LeftOut, Reason
from journalgen.model.periods import period_named
from journalgen.model.reviews import Review
from journalgen.parse.entry import EntryParser
from journalgen.parse.entry import Parsed as ParsedEntry
from journalgen.parse.journal import assemble
from journalgen.parse.letters import NOTHING, addressed, is_sealed, sealed
from journalgen.parse.record import decode_all
from journalgen.parse.reviews import review_of
from journalgen.parse.support import read_coping_plan
from journalgen.plan.graph import LinkGraph
from journalgen.problems import Level, Location, Problem, in_order, problem
from journalgen.source.scan import Scan
from journalgen.wording import REASONS

if TYPE_CHECKING:
    from journalgen.build.warm import Warm


class ReadJournal(Struct, frozen=True):
    """A journal, what its links mean, the files that it refers to, and what was just parsed of it.

    `texts` are rendered, by their digest; `plains` are texts as seen, by path, of sealed letters nothing; `parsed` is what the
    cache is to keep.
    """

    journal: Journal
    graph: LinkGraph
    texts: dict[bytes, str]
    plains: dict[str, str]
    attached: Attached
    parsed: Parsed


def read_journal(
    request: Request,
    settings: Settings,
    scanned: Scan,
    own: Own,
    cache: Cache | None,
    workers: Workers,
    progress: Callable[[int, int], None],
    warm: Warm | None = None,
    *,
    seal: bool = True,
) -> ReadJournal:
    """Return the journal in a folder. Without a cache every file is parsed, and nothing is written anywhere.

    What is new to the cache is handed to it by `remember`. Letters whose day has not come are sealed, unless `seal` is False.
    """
    config = settings.config
    parsing = Parsing(request.journal, config, day_format(scanned.vault))
    files = (*scanned.files, *scanned.reviews) if scanned.reviews else scanned.files
    parsed = parse_changed(parsing, files, _rows(cache, warm), workers, progress)
    texts = {each.row.body: each.html for each in parsed.new}
    plains = {each.row.path: each.plain for each in parsed.new}
    entries = warm.entries(parsed.rows) if warm else decode_all(row.entry for row in parsed.rows)
    entries, reviews, told_of_reviews = _apart(entries, scanned, request)
    support = _support(own.support, request, parsing)
    plan, wrong = read_coping_plan(SUPPORT_FILE, own.support) if support and own.support else ((), ())
    prompts, told = own_prompts(own.prompts, request)
    if support:
        texts[support.entry.body] = support.html
    shown = [for_whom(entry, request) for entry in entries if is_shown(entry, request)]
    today = request.day(config.day_starts_at)
    letters = {entry.path: entry for entry in shown if is_sealed(entry, today)} if seal else {}
    if letters:
        # What was just parsed of them is known by their paths.
        texts[digest(NOTHING.encode())] = NOTHING
        plains.update(dict.fromkeys(letters, NOTHING))
        shown = [sealed(entry) if entry.path in letters else entry for entry in shown]
    journal = assemble(
        config,
        shown,
        left_out=scanned.left_out,
        problems=(
            *settings.problems,
            *problems_of_own(own.theme, request.templates),
            *_unreadable(scanned.left_out),
            *(support.entry.problems if support else ()),
            *wrong,
            *told,
            *told_of_reviews,
        ),
        support=_support_of(support.entry, plan) if support else None,
        prompts=prompts,
        in_vault=scanned.vault is not None,
    )
    if reviews:
        journal = replace(journal, reviews=reviews)
    journal, graph = linked(journal, scanned, request, cache.folder if cache else None, _addressed(letters))
    attached = attached_files(journal, entries, scanned)
    unused = (LeftOut(found.path, Reason.NOT_READ) for found in scanned.media if found.path not in attached.referenced)
    journal = replace(
        journal,
        problems=in_order((*journal.problems, *attached.problems)) if attached.problems else journal.problems,
        left_out=(*journal.left_out, *unused),
    )
    journal = with_titles(journal, request.language or config.site_language)
    return ReadJournal(_without_hidden(journal, request), graph, texts, plains, attached, parsed)


def remember(read: ReadJournal, cache: Cache, warm: Warm | None = None) -> None:
    """Hand to the cache what was just parsed, and what is gone."""
    parsed = read.parsed
    if parsed.new or parsed.renewed or parsed.gone:
        cache.update(parsed.new, parsed.renewed, parsed.gone)
    if warm:
        warm.keep_rows(parsed.rows, cache)


def _rows(cache: Cache | None, warm: Warm | None) -> dict[str, Row]:
    if cache is None:
        return {}
    return warm.rows(cache) if warm else cache.rows()


def _support_of(entry: Entry, coping_plan: tuple[str, ...]) -> Support:
    return Support(entry.title, entry.body, entry.links, entry.attachments, coping_plan)


def _apart(
    entries: list[Entry], scanned: Scan, request: Request
) -> tuple[list[Entry], tuple[Review, ...], tuple[Problem, ...]]:
    """Return the entries, the reviews among what was read that may be shown, and what is wrong with these."""
    if not scanned.reviews:
        return entries, (), ()
    paths = {found.path for found in scanned.reviews}
    shown = [entry for entry in entries if entry.path in paths and is_shown(entry, request)]
    periods = ((entry, period_named(entry.path.rpartition("/")[2].rpartition(".")[0])) for entry in shown)
    reviews = tuple([review_of(entry, period) for entry, period in periods if period])
    return [entry for entry in entries if entry.path not in paths], reviews, tuple(_of_reviews(shown))


def _of_reviews(reviews: list[Entry]) -> Iterator[Problem]:
    """Yield what is wrong with reviews; that nothing is written yet is nothing wrong, nor that their names are no days."""
    for entry in reviews:
        for each in entry.problems:
            if each.code != "empty" and not each.code.startswith("name-"):
                yield each


def _unreadable(left_out: tuple[LeftOut, ...]) -> list[Problem]:
    """Return an error for each place that the system keeps shut: entries may be missing, which no site may pass over."""
    return [
        problem(Location(left.path), Level.ERROR, "unreadable-file", reason=left.said or REASONS[left.reason.value])
        for left in left_out
        if left.reason is Reason.UNREADABLE
    ]


def _addressed(letters: Mapping[str, Entry]) -> dict[str, Entry]:
    return {path: addressed(entry) for path, entry in letters.items()}


def _without_hidden(journal: Journal, request: Request) -> Journal:
    """Leave the names of files that were not read out of what others may be shown."""
    return replace(journal, left_out=()) if request.public_only else journal


def _support(data: bytes | None, request: Request, parsing: Parsing) -> ParsedEntry | None:
    """Return the support plan, where there is one that may be shown."""
    parsed = EntryParser(parsing.config).parse(SUPPORT_FILE, data) if data and data.strip() else None
    return parsed if parsed and is_shown(parsed.entry, request) else None
