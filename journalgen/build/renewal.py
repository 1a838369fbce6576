"""A build after nothing but the texts of a few entries changed: their pages are made, and hardly another entry is read for it.

What it takes for granted is proved: that nothing else changed, by the digest of all that went into the last whole build; that
the site holds what is remembered, by the fingerprints of its pages; that no other page shows what changed, by the digest of what
others may show of an entry. Where something can't be proved nothing is done, and everything is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from journalgen.build.build import Look, Progress, report_of
from journalgen.build.cache import Cache, NewRow, Row
from journalgen.build.exercises import titled
from journalgen.build.outlines import KeptOutlines, read_kept
from journalgen.build.parsing import Parsing, cache_version, day_format, parse_files
from journalgen.build.plains import Plains
from journalgen.build.record import Record
from journalgen.build.rendering import Rendering, Texts
from journalgen.build.request import Change, Report, Request, Waiting
from journalgen.build.searching import Shards
from journalgen.build.secret import read_or_make_search_folder, read_or_make_secret
from journalgen.build.shown import for_whom, is_shown
from journalgen.build.stamps import keep_stamps
from journalgen.build.workers import Workers
from journalgen.language import load
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal
from journalgen.output.changes import Changes, Reason, Wanted
from journalgen.output.site import Site
from journalgen.parse.letters import NOTHING, is_sealed, sealed
from journalgen.parse.record import decode
from journalgen.plan.entry_page import digest_of_entry_page, entry_page
from journalgen.plan.pages import Outline, Page
from journalgen.plan.search import Search


def renew(
    request: Request,
    found: Look,
    record: Record,
    paths: Sequence[str],
    state: Path,
    progress: Progress,
    waiting: Waiting,
) -> Report | None:
    """Return what was done where the texts in these files are all that changed since the build of the record, else None."""
    with Site.open(found.output, request.journal, state, on_wait=waiting) as site:
        if waiting.has_waited or site.record != record.encode() or not site.is_intact():
            return None
        kept = read_kept(state, record.plan)
        if kept is None:
            return None
        with closing(Cache(state, cache_version(found.settings.config, found.scan.vault))) as cache:
            return _Renewal(request, found, record, state, site, cache, kept).done(paths, progress)


class _Text(Struct, frozen=True):
    """The entry of a file as it was and as it is, with the outline and the surroundings of its page."""

    outline: Outline
    around: bytes
    before: Entry
    after: Entry


class _Renewal:
    def __init__(
        self, request: Request, found: Look, record: Record, state: Path, site: Site, cache: Cache, kept: KeptOutlines
    ) -> None:
        self._request = request
        self._found = found
        self._config = found.settings.config
        self._today = request.day(self._config.day_starts_at)
        self._record = record
        self._state = state
        self._site = site
        self._cache = cache
        self._kept = kept
        self._outlines = {each.entry: each for each in kept.all if each.entry is not None}

    def done(self, paths: Sequence[str], progress: Progress) -> Report | None:
        rows = self._cache.some_rows(paths)
        parsing = Parsing(self._request.journal, self._config, day_format(self._found.scan.vault))
        new = [row for row in parse_files(parsing, paths) if row is not None]
        texts = [text for each in new if (text := self._text(rows.get(each.row.path), each.row))]
        if len(texts) < len(paths):
            return None
        pages = self._pages_wanted(texts)
        shards = self._shards(texts, new)
        if pages is None or shards is None:
            return None
        written = self._site.manifest.files
        wanted = (*pages, *shards.wanted)
        write = sorted(each.path for each in wanted if written[each.path][0] != each.fingerprint)
        changes = Changes(tuple(write), (), (), dict.fromkeys(write, Reason.CHANGED))
        self._cache.update(new, (), ())
        contents = shards.contents(
            self._contents([each for each in texts if each.outline.path in write], new, progress)
        )
        record = replace(self._record, inputs=self._found.inputs, read_at=self._found.read_at)
        self._site.commit(changes, contents, wanted, record.encode())
        keep_stamps(self._found, self._state)
        return self._report(changes)

    def _text(self, was: Row | None, now: Row) -> _Text | None:
        """Return an entry as it was and as it is, None where another page may have to change with it."""
        outline = self._outlines.get(now.path)
        if was is None or outline is None:
            return None
        before, after = (self._known(each) for each in (was, now))
        if before.shared != after.shared or after.counted is None or is_sealed(after, self._today):
            return None
        # Its words may be among those that are counted.
        if self._record.counted_until is not None and after.counted < self._record.counted_until:
            return None
        have_moved = (before.links, before.attachments) != (after.links, after.attachments)
        if have_moved and any(each.where.path == now.path for each in self._record.problems):
            return None
        with self._kept.file.open("rb") as file:
            around = self._kept.around(outline, file.fileno())
        return None if around is None else _Text(outline, around, before, after)

    def _known(self, row: Row) -> Entry:
        """Return an entry as the site knows it."""
        entry = for_whom(decode(row.entry), self._request)
        return titled(entry, self._request.language or self._config.site_language)

    def _pages_wanted(self, texts: Sequence[_Text]) -> tuple[Wanted, ...] | None:
        """Return the pages of the entries, None where the site does not hold them as they were."""
        wanted = []
        for text in texts:
            was = digest_of_entry_page(text.outline.digest, text.before)
            written = self._site.manifest.files.get(text.outline.path)
            if written is None or written[0] is None or not written[0].endswith(was):
                return None
            shaping = written[0].removesuffix(was)
            now = digest_of_entry_page(text.outline.digest, text.after)
            wanted.append(Wanted(text.outline.path, shaping + now))
        return tuple(wanted)

    def _shards(self, texts: Sequence[_Text], new: Sequence[NewRow]) -> Shards | None:
        """Return what is searched of the years of the entries, None where the site does not hold it as it was."""
        years = {text.after.day.year for text in texts if text.after.day}
        others = [path for path, each in self._outlines.items() if _year(each.path) in years]
        rows = self._cache.some_rows(others)
        if rows.keys() != set(others):
            return None
        shown = [self._known(rows[path]) for path in others]
        shown = [sealed(each) if is_sealed(each, self._today) else each for each in shown]
        if not all(is_shown(each, self._request) and each.day and each.day.year in years for each in shown):
            return None
        after = {text.after.path: text.after for text in texts}
        search = read_or_make_search_folder(self._state)
        plains = {each.row.path: each.plain for each in new} | {each.path: NOTHING for each in shown if each.sealed}
        secret = read_or_make_secret(self._state) if self._config.plain_names else None

        def searched(entries: Sequence[Entry], fresh: Mapping[str, str]) -> Shards:
            journal = Journal(self._config, tuple(entries), (), (), (), None)
            return Shards(Search(journal, search, secret), Plains(fresh, self._cache))

        before = searched(shown, {})
        now = searched([after.get(each.path, each) for each in shown], plains)
        written = self._site.manifest.files
        if any(each.path not in written or written[each.path][0] != each.fingerprint for each in before.wanted):
            return None
        return now

    def _contents(self, texts: Sequence[_Text], new: Sequence[NewRow], progress: Progress) -> Callable[[str], bytes]:
        """Return what gives the bytes of the entries' pages."""
        language = load(self._request.language or self._config.site_language)
        rendering = Rendering(self._config, language, self._request.templates, self._found.own.theme)
        pages = [_page(text) for text in texts]
        html = Texts({each.row.body: each.html for each in new}, self._cache)
        return rendering.contents(pages, html, Workers(), lambda done, total: progress("render", done, total))

    def _report(self, changes: Changes) -> Report:
        told = report_of(self._record, self._found)
        written = tuple(Change(path, str(changes.reasons[path])) for path in changes.write if path.endswith(".html"))
        return replace(told, written=written, unchanged=told.pages - len(written))


def _page(text: _Text) -> Page:
    outline, entry = text.outline, text.after
    digest = digest_of_entry_page(outline.digest, entry)
    return Page(outline.path, outline.template, entry_page(entry, text.around), digest)


def _year(address: str) -> int | None:
    """Return the year that the address of an entry begins with."""
    year = address.partition("/")[0]
    return int(year) if year.isdecimal() else None
