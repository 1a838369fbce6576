"""A build that has something to do: parse, plan, render and write what changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from journalgen.build.build import Look, Progress, look
from journalgen.build.cache import Cache
from journalgen.build.code import code_digest
from journalgen.build.figuring import figured
from journalgen.build.journal import cache_version, read_journal
from journalgen.build.media import Media
from journalgen.build.outlines import Outlines
from journalgen.build.plains import Plains
from journalgen.build.prompts import prompts_for_plan
from journalgen.build.record import Record
from journalgen.build.rendering import Rendering, Texts
from journalgen.build.request import Change, Report, Request
from journalgen.build.searching import Shards
from journalgen.build.secret import read_or_make_search_folder, read_or_make_secret
from journalgen.build.vocabulary import told
from journalgen.build.workers import Workers
from journalgen.language import load
from journalgen.model.journal import Journal
from journalgen.output.changes import Changes, Reason, Wanted
from journalgen.output.site import Site
from journalgen.plan.addresses import HOME
from journalgen.plan.search import Search
from journalgen.plan.site import Plan
from journalgen.problems import Level


def build_changed(
    request: Request, found: Look, state: Path, progress: Progress, on_wait: Callable[[], None]
) -> Report:
    """Bring the site up to date; the lock of the state folder is held throughout."""
    has_waited = False

    def wait() -> None:
        nonlocal has_waited
        has_waited = True
        on_wait()

    output = found.output
    with Site.open(output, request.journal, state, on_wait=wait) as site, Workers() as workers, ExitStack() as held:
        if has_waited:
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
            )
            media = held.enter_context(Media(request.journal, state, read.attached, lambda: read_or_make_secret(state)))
            media.read(workers, lambda done, total: progress("photos", done, total))
            journal = media.told(read.journal)
            if request.strict and any(problem.level is Level.ERROR for problem in journal.problems):
                return _report(journal, 0, Changes((), (), (), {}), output, stopped=True)
            language = load(request.language or settings.config.site_language)
            rendering = Rendering(settings.config, language, request.templates, found.own.theme)
            secret = read_or_make_secret(state) if settings.config.plain_names else None
            today = request.day(settings.config.day_starts_at)
            search = read_or_make_search_folder(state)
            plains = Plains(read.plains, cache)
            found_figures = figured(journal, request, today, state)
            found_words = told(journal, request, today, state, plains, workers)
            plan = Plan(
                journal,
                today,
                first_day=rendering.first_day,
                secret=secret,
                graph=read.graph,
                search=search,
                media=media.by_text,
                figures=(found_figures.figures, found_figures.key) if found_figures else None,
                words=(found_words.vocabulary, found_words.key) if found_words else None,
                prompts=prompts_for_plan(journal.prompts, language),
            )
            outlines = Outlines(plan, state, code_digest())
            pages = outlines.all
            shards = Shards(Search(journal, search, secret), plains)
            wanted = (
                *(Wanted(page.path, rendering.shaping(page.template) + plan.digest(page)) for page in pages),
                *rendering.assets(),
                *media.wanted(),
                *shards.wanted,
            )
            changes = site.changes(wanted)
            if request.force:
                changes = _everything(changes)
            record = _record(found, journal, len(pages))
            contents = media.contents(
                rendering.contents(
                    outlines.pages(set(changes.write)),
                    Texts(read.texts, cache),
                    workers,
                    lambda done, total: progress("render", done, total),
                )
            )
            site.commit(changes, shards.contents(contents), wanted, record.encode())
        finally:
            cache.close()
    return _report(journal, len(pages), changes, output)


def _record(found: Look, journal: Journal, pages: int) -> Record:
    entries = len(journal.entries) + len(journal.undated)
    return Record(found.inputs, found.read_at, entries, pages, journal.problems, journal.left_out)


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
