"""A build that has something to do: parse, plan, render and write what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from journalgen.build.build import Look, Progress, look
from journalgen.build.cache import Cache
from journalgen.build.code import templates_digest
from journalgen.build.glance import bears_out
from journalgen.build.journal import ReadJournal, read_journal, remember
from journalgen.build.media import Media
from journalgen.build.outlines import Outlines
from journalgen.build.parsing import cache_version
from journalgen.build.plains import Plains
from journalgen.build.planning import Counted, Planning
from journalgen.build.record import Record
from journalgen.build.rendering import Rendering, Texts
from journalgen.build.request import Change, Report, Request, Waiting
from journalgen.build.searching import Shards
from journalgen.build.secret import read_or_make_search_folder, read_or_make_secret
from journalgen.build.stamps import keep_stamps
from journalgen.build.vocabulary import counted_until
from journalgen.build.warm import Coming, Warm
from journalgen.build.workers import Workers
from journalgen.language import Language, load
from journalgen.model.journal import Journal
from journalgen.output.changes import Changes, Reason, Wanted
from journalgen.output.site import Site
from journalgen.plan.addresses import HOME
from journalgen.plan.search import Search
from journalgen.problems import Level


def build_changed(
    request: Request,
    found: Look,
    state: Path,
    progress: Progress,
    waiting: Waiting,
    warm: Warm | None = None,
) -> Report | None:
    """Bring the site up to date; the lock of the state folder is held throughout.

    What is `warm` from the build before is used where it is still true, and is shown the site before that is written. Where a
    glance turns out not to have seen everything, nothing is written, and None is returned.
    """
    output = found.output
    last = warm.manifest if warm else None
    with (
        Site.open(output, request.journal, state, on_wait=waiting, last=last) as site,
        Workers() as workers,
        ExitStack() as held,
    ):
        if waiting.has_waited:
            # What was found before may be older than the site that the other build has made meanwhile.
            found = look(request)
        settings = found.settings
        cache = Cache(state, cache_version(settings.config, found.scan.vault))
        try:
            read = read_journal(
                request,
                settings,
                found.scan,
                found.own,
                cache,
                workers,
                lambda done, total: progress("parse", done, total),
                warm,
            )
            media = held.enter_context(Media(request.journal, state, read.attached, lambda: read_or_make_secret(state)))
            media.read(workers, lambda done, total: progress("photos", done, total))
            journal = media.told(read.journal)
            if request.strict and any(problem.level is Level.ERROR for problem in journal.problems):
                remember(read, cache, warm)
                return _report(journal, 0, Changes((), (), (), {}), output, stopped=True)
            language = load(request.language or settings.config.site_language)
            rendering = _rendering(request, found, language, warm)
            secret = read_or_make_secret(state) if settings.config.plain_names else None
            today = request.day(settings.config.day_starts_at)
            search = read_or_make_search_folder(state)
            texts, plains = Texts(read.texts, cache), Plains(read.plains, cache)
            planning = Planning(
                journal, request, today, state, language, rendering.first_day, secret, read.graph, search, media.by_text
            )
            outlines = _outlined(
                planning,
                lambda: planning.counted(plains, workers),
                [each.row.path for each in read.parsed.new],
                warm,
                lambda outlines: _coming(site, journal, outlines, rendering, texts, read, workers),
            )
            pages = outlines.all
            sure = _sure(request, found, warm)
            if sure is None:
                return None
            remember(read, cache, warm)
            shards = Shards(Search(journal, search, secret), plains)
            wanted = (
                *(Wanted(page.path, rendering.shaping(page.template) + outlines.plan.digest(page)) for page in pages),
                *rendering.assets(),
                *media.wanted(),
                *shards.wanted,
            )
            changes = site.changes(wanted)
            if request.force:
                changes = _everything(changes)
            record = _record(sure, journal, outlines, today)
            contents = media.contents(
                rendering.contents(
                    outlines.pages(set(changes.write)),
                    texts,
                    workers,
                    lambda done, total: progress("render", done, total),
                )
            )
            site.commit(changes, shards.contents(contents), wanted, record.encode())
        finally:
            cache.close()
    report = _report(journal, len(pages), changes, output)
    if warm is None:
        keep_stamps(sure, state)
    else:
        warm.report, warm.wanted, warm.manifest = report, frozenset(each.path for each in wanted), site.manifest
    return report


def _outlined(
    planning: Planning,
    count: Callable[[], Counted],
    fresh: Sequence[str],
    warm: Warm | None,
    coming: Callable[[Outlines], Coming],
) -> Outlines:
    """Return the outlines of the site, and show it to who is warm: before the counting too, as far as that goes.

    Where texts alone changed that is the whole site; else it is the pages of what was just saved.
    """
    if warm is None:
        return planning.outlines(count())
    early = None
    if warm.counted and warm.outlines:
        early = planning.unchanged(warm.counted, warm.outlines) or planning.ahead(warm.counted, warm.outlines, fresh)
    if early:
        warm.show(coming(early))
    warm.counted = count()
    warm.outlines = planning.outlines(warm.counted, warm.outlines)
    if early is None or warm.outlines.key != early.key:
        warm.show(coming(warm.outlines))
    return warm.outlines


def _sure(request: Request, found: Look, warm: Warm | None) -> Look | None:
    """Return a look at everything that there is to build, None where a glance had not seen all that changed."""
    sure = found if found.is_sure else look(request)
    if not found.is_sure and not bears_out(sure, found):
        return None
    if warm:
        warm.found = sure
    return sure


def _rendering(request: Request, found: Look, language: Language, warm: Warm | None) -> Rendering:
    config, theme = found.settings.config, found.own.theme

    def make() -> Rendering:
        return Rendering(config, language, request.templates, theme)

    if warm is None:
        return make()
    key = (config, language.tag, request.templates, templates_digest(request.templates), theme)
    return warm.rendering(key, make)


def _coming(
    site: Site,
    journal: Journal,
    outlines: Outlines,
    rendering: Rendering,
    texts: Texts,
    read: ReadJournal,
    workers: Workers,
) -> Coming:
    by_path = {outline.path: outline for outline in outlines.all}

    def fingerprint(path: str) -> bytes | None:
        outline = by_path.get(path)
        return rendering.shaping(outline.template) + outlines.plan.digest(outline) if outline else None

    def content(path: str) -> bytes:
        return rendering.contents(outlines.pages({path}), texts, workers, lambda _done, _total: None)(path)

    return Coming(
        journal=journal,
        manifest=site.manifest,
        outlines=outlines.all,
        assets=rendering.assets(),
        rows={row.path: row for row in read.parsed.rows},
        fresh=frozenset(each.row.path for each in read.parsed.new),
        fingerprint=fingerprint,
        content=content,
    )


def _record(found: Look, journal: Journal, outlines: Outlines, today: dt.date) -> Record:
    return Record(
        found.inputs,
        found.read_at,
        outlines.key,
        counted_until(journal, today) if journal.config.figures else None,
        len(journal.entries) + len(journal.undated),
        len(outlines.all),
        journal.problems,
        journal.left_out,
    )


def _everything(changes: Changes) -> Changes:
    reasons = {**dict.fromkeys(changes.keep, Reason.FORCED), **changes.reasons}
    return Changes((*changes.write, *changes.keep), (), changes.remove, reasons)


def _report(journal: Journal, pages: int, changes: Changes, output: Path, *, stopped: bool = False) -> Report:
    written = tuple(Change(path, str(changes.reasons[path])) for path in changes.write if path.endswith(".html"))
    return Report(
        entries=len(journal.entries) + len(journal.undated),
        pages=pages,
        unchanged=pages - len(written),
        written=written,
        removed=tuple(Change(path, str(changes.reasons[path])) for path in changes.remove if path.endswith(".html")),
        problems=journal.problems,
        left_out=journal.left_out,
        index=output / HOME,
        stopped=stopped,
    )
