"""The thread that builds: again after each change and each midnight, by the very build that the command `build` runs."""

from __future__ import annotations

import datetime as dt
import gc
import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from msgspec.structs import replace

from journalgen.build.build import Progress, build, no_progress
from journalgen.build.request import Report, Request
from journalgen.build.warm import Coming, Warm
from journalgen.language import Language, load
from journalgen.model.journal import Journal
from journalgen.refusal import Refusal, refused
from journalgen.serve.changes import Changes
from journalgen.serve.mistake import mistake
from journalgen.serve.showing import Line, Showing, moves, problem_lines, refusal_line

# Without a build that reached its end for so long, one goes on whatever is saved meanwhile.
_LATEST = 30.0
# What is left to render is worth giving up for, if so much of it is.
_MANY = 60
# What may mend itself, and when to look again.
_PASSING = ("locked", "disk-full", "disk-error", "no-permission", "no-journal", "cache-damaged")
_AGAIN = 3.0
_MOMENT = 0.3
# What a front matter says that is being written: it may be whole in a moment, and until then the page before is the better one.
_HALF = frozenset((
    "empty", "frontmatter-unclosed", "frontmatter-not-mapping", "yaml-syntax", "yaml-tab", "toml-syntax", "json-syntax",
))  # fmt: skip
_HELD = 1.5


class _SupersededError(Exception):
    """Something was saved while the rest of the site was being rendered: it comes first."""


@dataclass(frozen=True, slots=True)
class Told:
    """To whom the builder tells what there is to see; `looked_at` are the addresses that somebody has before them.

    `read` gives a file of the site as it is on the disk.
    """

    show: Callable[[Showing], None]
    looked_at: Callable[[], tuple[str, ...]]
    report: Callable[[Report], None]
    refuse: Callable[[Refusal], None]
    missed: Callable[[], None]
    read: Callable[[str], bytes | None]


class Builder:
    """Builds one journal whenever `changes` says so; `clock` gives the civil time on the wall."""

    def __init__(
        self, request: Request, changes: Changes, told: Told, language: Language, clock: Callable[[], dt.datetime]
    ) -> None:
        self._request = request
        self._changes = changes
        self._told = told
        self._language = language
        self._clock = clock
        self._warm = Warm(self._show)
        self._coming: Coming | None = None
        self._asked: queue.SimpleQueue[tuple[str, Future[bytes | None]]] = queue.SimpleQueue()
        self._assets: dict[str, bytes] = {}
        self._bytes: dict[str, bytes] = {}
        self._day_starts_at = dt.time(0)
        self._ended_at = time.monotonic()
        self._thread: threading.Thread | None = None
        self._halves: frozenset[str] = frozenset()
        self._held_until = 0.0
        self._moved_later: dict[str, str] = {}
        self._followed: tuple[str, bytes] | None = None
        self.showing = Showing()

    def first(self, progress: Progress = no_progress, on_wait: Callable[[], None] = lambda: None) -> Report | None:
        """Build for the first time, in this thread, and return what was done; raises `Refusal`."""
        try:
            report = self._once(progress, on_wait)
        finally:
            # One that was kept from its end makes no more pages for anybody.
            self._coming = None
            self._answer_all()
        # What is there now stays for as long as the server does: nobody needs to look for cycles in it ever again.
        gc.collect()
        gc.freeze()
        return report

    def start(self) -> None:
        """Build whenever there is something to build, in a thread of its own, until `stop`."""
        self._thread = threading.Thread(target=self._run, name="journalgen-build", daemon=True)
        self._thread.start()

    def stop(self, within: float) -> None:
        """Build no more; one that takes longer than so many seconds to its end is left to be mended by the next."""
        self._changes.end()
        if self._thread is not None:
            self._thread.join(within)

    def ask(self, path: str) -> Future[bytes | None]:
        """Return what will hold a page that is about to be written; None where the site has it, or soon will."""
        answer: Future[bytes | None] = Future()
        self._asked.put((path, answer))
        # A build that ends sets this before it looks who has asked: either it answers, or this is seen.
        if self._coming is None:
            self._answer_all()
        return answer

    def notice(self, text: str) -> None:
        """Show a sentence about the preview itself until the server ends."""
        self._publish(replace(self.showing, notice=text))

    def _run(self) -> None:
        # What kept the first build from its end is to be seen at once.
        again = None if self.showing.pages and self.showing.is_written else 0.0
        while (was_touched := self._changes.wait(self._until_next_day(), again)) is not None:
            before = self._seen()
            self._warm.touched = self._changes.take()
            again = self._attempt()
            self._warm.touched = frozenset()
            if not was_touched and not self._changes.polls and self._seen() != before:
                self._look_oneself()

    def _seen(self) -> tuple[object, ...]:
        """Return what was last seen of the journal's files, by what is in them: some programs set a file's time back and forth."""
        found = self._warm.found
        return self._bytes, [(each.path, each.stamp.size) for each in found.scan.media] if found else []

    def _look_oneself(self) -> None:
        """Look again and again from now on, where something changed and nobody told: a moment may lie between the two."""
        time.sleep(_MOMENT)
        if not self._changes.is_waiting:
            self._changes.polls = True
            self._told.missed()

    def _attempt(self) -> float | None:
        """Build, and return after how many seconds to try again although nothing is saved, None where there is no need."""
        gc.disable()
        try:
            report = self._once(no_progress, lambda: None)
            if report is not None:
                self._told.report(report)
        except _SupersededError:
            return 0.0
        except Refusal as refusal:
            self._refuse(refusal)
            return _AGAIN if refusal.code in _PASSING else None
        except OSError as error:
            self._refuse(refused(error))
            return _AGAIN
        except Exception as error:  # noqa: BLE001 -- a mistake of ours must not end the preview of an evening's writing
            self._refuse(mistake(error))
        finally:
            self._coming = None
            self._answer_all()
            gc.enable()
            gc.collect()
        return max(0.0, self._held_until - time.monotonic()) if self.showing.held else None

    def _once(self, progress: Progress, on_wait: Callable[[], None]) -> Report | None:
        """Build, and return what was done, None where there was nothing to do."""
        last = self._warm.report
        began = time.monotonic()

        def tell(stage: str, done: int, total: int) -> None:
            progress(stage, done, total)
            self._between_pages(stage, total - done)

        self._request = replace(self._request, now=self._clock())
        report = build(self._request, progress=tell, on_wait=on_wait, warm=self._warm)
        self._coming = None
        self._ended_at = time.monotonic()
        if last is not None and self._warm.report is last:
            self._changes.took(self._ended_at - began)
            if self.showing.refusal is None and not self.showing.held:
                return None
        shown = self.showing
        is_held = bool(shown.held) and time.monotonic() < self._held_until
        self._publish(
            Showing(
                shown.pages,
                self._warm.wanted,
                problems=shown.problems,
                notice=shown.notice,
                todays=shown.todays,
                held=shown.held if is_held else {},
                moved={} if is_held else self._moved_later,
            )
        )
        return report

    def _between_pages(self, stage: str, left: int) -> None:
        """Answer who asked for a page meanwhile, and give up where something newer waits."""
        if stage != "render" or self._coming is None:
            return
        for path, answer in self._waiting():
            _give(answer, partial(self._unwritten, self._coming, path))
        if left > _MANY and self._changes.is_waiting and time.monotonic() - self._ended_at < _LATEST:
            raise _SupersededError

    def _answer_all(self) -> None:
        for _, answer in self._waiting():
            _give(answer, lambda: None)

    def _waiting(self) -> Iterator[tuple[str, Future[bytes | None]]]:
        """Yield who has asked for a page, each to one thread."""
        with suppress(queue.Empty):
            while True:
                yield self._asked.get_nowait()

    def _unwritten(self, coming: Coming, path: str) -> bytes | None:
        """Return a page that is not in the site as it is to be, None where it is."""
        fingerprint = coming.fingerprint(path)
        written = coming.manifest.files.get(path)
        if fingerprint is None or (written is not None and written[0] == fingerprint):
            return None
        return coming.content(path)

    def _show(self, coming: Coming) -> None:
        """Show what is looked at before any of it is written; raises what its template refuses."""
        before = self.showing
        is_first = not before.pages
        pages = {outline.path: outline.entry or "" for outline in coming.outlines}
        files = {path: row.data for path, row in coming.rows.items()}
        moved = {} if is_first else moves(before.pages, pages, self._bytes, files)
        saved = "" if is_first else self._just_saved(coming, pages, files)
        assets = {each.path: each.fingerprint for each in coming.assets}
        changed = () if is_first else tuple(path for path, is_ in assets.items() if self._assets.get(path) != is_)
        held = {} if is_first else self._hold(coming)
        self._moved_later = {address: to for address, to in moved.items() if address in held}
        moved = {address: to for address, to in moved.items() if address not in held}
        looked_at = {moved.get(address, address) for address in self._told.looked_at()} | ({saved} if saved else set())
        ahead = {path: coming.content(path) for path in changed}
        looked_at &= pages.keys()
        for path in sorted(looked_at):
            page = self._unwritten(coming, path)
            if page is not None:
                ahead[path] = page
        if saved:
            self._followed = (pages[saved], files[pages[saved]])
        self._bytes, self._assets = files, assets
        self._day_starts_at = coming.journal.config.day_starts_at
        self._language = load(coming.journal.config.language) if coming.journal.config.language else self._language
        self._coming = coming
        self._publish(
            Showing(
                pages=pages,
                files=before.files.union(changed),
                ahead=ahead,
                problems=problem_lines(coming.journal.problems, coming.journal, self._language),
                notice=before.notice,
                moved=moved,
                saved=saved,
                changed=changed,
                is_written=False,
                current=frozenset(looked_at.difference(ahead)),
                todays=_todays(coming.journal, self._request.day(self._day_starts_at)),
                held=held,
            )
        )

    def _just_saved(self, coming: Coming, pages: Mapping[str, str], files: Mapping[str, bytes]) -> str:
        """Return the address of the one entry that was just saved, "" where there is none, or it was shown as that before.

        A build shows a save twice where it plans anew, and whoever went elsewhere in between must not be fetched back.
        """
        if len(coming.fresh) != 1:
            return ""
        path = next(iter(coming.fresh))
        return "" if (path, files.get(path)) == self._followed else _address_of(path, pages)

    def _hold(self, coming: Coming) -> dict[str, bytes]:
        """Return pages that are looked at as they were, where their entries have just become half of what they were."""
        before = self.showing
        halves = frozenset(each.where.path for each in coming.journal.problems if each.code in _HALF)
        fresh, self._halves = halves - self._halves, halves
        now = time.monotonic()
        is_over = now >= self._held_until
        held = {path: data for path, data in before.held.items() if before.pages.get(path) in halves and not is_over}
        for address in self._told.looked_at():
            if before.pages.get(address) in fresh:
                data = before.ahead.get(address) or self._told.read(address)
                if data is not None:
                    held[address] = data
                    self._held_until = now + _HELD
        return held

    def _refuse(self, refusal: Refusal) -> None:
        self._told.refuse(refusal)
        line: Line = refusal_line(refusal, self._language)
        self._publish(replace(self.showing, refusal=line, moved={}, saved="", changed=()))

    def _publish(self, showing: Showing) -> None:
        self.showing = showing
        self._told.show(showing)

    def _until_next_day(self) -> float:
        """Return in how many seconds the writer's day is another one."""
        now = self._clock()
        begins = dt.datetime.combine(now.date(), self._day_starts_at)
        if begins <= now:
            if now.date() == dt.date.max:
                return float("inf")
            begins += dt.timedelta(days=1)
        return (begins - now).total_seconds() + 0.01


def _todays(journal: Journal, day: dt.date) -> str:
    """Return the file of the newest entry that counts for a day."""
    return next((entry.path for entry in reversed(journal.entries) if entry.counted == day), "")


def _give(answer: Future[bytes | None], page: Callable[[], bytes | None]) -> None:
    """Answer who asked for a page, unless they are gone: a tab may be closed while it waits."""
    if not answer.set_running_or_notify_cancel():
        return
    found = None
    try:
        found = page()
    finally:
        answer.set_result(found)


def _address_of(file: str, pages: Mapping[str, str]) -> str:
    return next((address for address, entry in pages.items() if entry == file), "")
