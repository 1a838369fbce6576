"""`journalgen serve`: the site of a journal in the browser, as it is written."""

from __future__ import annotations

import datetime as dt
import gc
import os
import queue
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click

from journalgen.build.build import Progress
from journalgen.build.folders import make_state, output_folder, read_settings
from journalgen.build.request import Report, Request
from journalgen.cli.build import say_waiting
from journalgen.cli.progress import Bar
from journalgen.cli.spoken import Command
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import (
    EXIT_REFUSED,
    count,
    is_plain,
    journal_argument,
    language_of,
    tell_problems,
    tell_refusal,
)
from journalgen.language import N_
from journalgen.output.clean import remove, what_to_remove
from journalgen.problems import Problem
from journalgen.refusal import Refusal

# What a mistake in the writer's own settings or templates makes: the preview is there to show it, and goes on once it is mended.
_SHOWN = ("settings-", "template-", "page-")
_TO_THE_END = 1.0


@click.command(
    name="serve",
    cls=Command,
    help=N_(
        "Show the site of JOURNAL in your browser, and each change as you save it.\n\n"
        "It is built as `build` does, into the same place. Only you can see it: other machines can't reach it, nor other people "
        "on this one. Ctrl-C ends it."
    ),
    example="journalgen serve ~/journal",
)
@journal_argument
@click.option(
    "--port", type=click.IntRange(1, 65535), help=N_("The port to begin looking for a free one at (else 8375).")
)
@click.option("--open/--no-open", "opens", default=True, help=N_("Open the browser."))
@click.option(
    "--follow/--no-follow",
    default=True,
    help=N_("Turn to the entry that was just saved, at the paragraph that changed."),
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help=N_("Where the site goes (else JOURNAL/site); a folder that was not there is removed at the end."),
)
@click.option("--poll", is_flag=True, help=N_("Look for changes every second, where the system can't tell of them."))
@click.option("--plain", is_flag=True, help=N_("Bare sentences: no bar, no colour."))
def command(
    journal: Path, port: int | None, opens: bool, follow: bool, output: Path | None, poll: bool, plain: bool
) -> None:
    """Show the site of a journal, and each change as it is saved."""
    from journalgen.serve.changes import Changes  # noqa: PLC0415 -- what it stands on takes long to import
    from journalgen.serve.editor import find_editor  # noqa: PLC0415
    from journalgen.serve.mounts import lies_elsewhere  # noqa: PLC0415
    from journalgen.serve.server import Preview, Wanted  # noqa: PLC0415
    from journalgen.serve.session import Session, remove_opening, write_opening  # noqa: PLC0415
    from journalgen.serve.sockets import DEFAULT_PORT, listen, port_of  # noqa: PLC0415
    from journalgen.serve.watching import Watching  # noqa: PLC0415

    # Other commands end before anything is worth collecting; this one stays.
    gc.enable()
    settings = read_settings(journal)
    language = terminal_language()
    site = output_folder(journal, settings.config, output)
    is_passing = output is not None and not site.exists()
    state = make_state(journal, settings.config)
    request = Request(journal, _now(), output=site if output else None)
    changes = Changes(polls=poll or lies_elsewhere(journal))
    watching = Watching(journal, (site, state), changes)
    sockets = listen(port)
    session = Session(port_of(sockets))
    say = _Terminal()
    wanted = Wanted(
        request=request,
        site=site,
        state=state,
        language=language_of(settings.config),
        editor=find_editor(os.environ),
        follow=follow,
        report=say.report,
        refuse=say.refuse,
        missed=say.polls,
        clock=_now,
    )
    preview = Preview(wanted, session, changes)
    if not changes.polls and not watching.start():
        changes.polls = True
    try:
        report = _build_first(preview.builder.first, plain=is_plain(plain), say=say)
        if report is not None:
            say.report(report)
        if changes.polls and not poll:
            preview.polls()
        if session.port != (port or DEFAULT_PORT):
            click.echo(language.gettext("Port %(port)s is in use.") % {"port": port or DEFAULT_PORT})

        def announce() -> None:
            said = language.gettext("Your journal is at %(address)s (only for you, until Ctrl-C).")
            click.echo(said % {"address": session.address})
            if opens:
                _open(write_opening(session, state))

        say.start()
        # Said no sooner than a signal ends it as it should.
        preview.run(sockets, announce)
    finally:
        watching.stop()
        say.stop()
        remove_opening(state)
        for each in sockets:
            each.close()
        if is_passing:
            _remove(site, journal, state)


def _now() -> dt.datetime:
    return dt.datetime.now()  # noqa: DTZ005 -- the civil time on the wall is meant


def _build_first(
    first: Callable[[Progress, Callable[[], None]], Report | None], *, plain: bool, say: _Terminal
) -> Report | None:
    """Build before anything is shown, and return what was done; None where the writer's own files have a mistake to be shown."""
    try:
        with Bar(plain=plain) as bar:
            return first(bar, lambda: say_waiting(quiet=False))
    except Refusal as refusal:
        say.refuse(refusal)
        if not refusal.code.startswith(_SHOWN):
            sys.exit(EXIT_REFUSED)
    return None


def _open(page: Path) -> None:
    """Open the browser, where there is one with a window: one within the terminal would take it from us."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    # Some systems do not return before the browser is there.
    threading.Thread(target=webbrowser.open, args=(page.absolute().as_uri(),), daemon=True).start()


def _remove(site: Path, journal: Path, state: Path) -> None:
    """Remove a site that was made for this preview; what was remembered for the next build stays."""
    try:
        files = what_to_remove(site, journal, state)
        made = [each for each in files if each.parent != state.resolve() or each.name.startswith("manifest-")]
        remove(made, site, journal, state)
    except Refusal as refusal:
        tell_refusal(refusal)


class _Terminal:
    """Says on the terminal what a build did, in a line, and each problem when it is new.

    Where nobody reads any more, as behind `head`, the preview goes on without a word. Once it has begun, what there is to say is
    said in a thread of its own: a terminal that was stopped (Ctrl-S, or a selection on Windows) takes nothing, and must not hold
    up the pages.
    """

    def __init__(self) -> None:
        self._language = terminal_language()
        self._waiting: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._told: frozenset[Problem] = frozenset()
        self._refused = ""
        self._is_first = True

    def start(self) -> None:
        """Say from now on what there is to say without keeping anybody waiting."""
        self._thread = threading.Thread(target=self._say_all, name="journalgen-terminal", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Say what is left, as far as that can be done at once."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join(_TO_THE_END)

    def _say_all(self) -> None:
        while (say := self._waiting.get()) is not None:
            with suppress(BrokenPipeError):
                say()

    def _say(self, say: Callable[[], None]) -> None:
        if self._thread is not None:
            self._waiting.put(say)
            return
        with suppress(BrokenPipeError):
            say()

    def report(self, report: Report) -> None:
        """Say what was written, and what is newly wrong."""
        self._say(lambda: self._report(report))

    def _report(self, report: Report) -> None:
        tell_problems([each for each in report.problems if each not in self._told])
        self._told = frozenset(report.problems)
        self._refused = ""
        written, removed = len(report.written), len(report.removed)
        if self._is_first:
            self._is_first = False
            entries = self._language.ngettext("%(n)s entry", "%(n)s entries", report.entries)
            pages = self._language.ngettext("%(n)s page", "%(n)s pages", report.pages)
            shown = {
                "entries": entries % {"n": count(report.entries, self._language)},
                "pages": pages % {"n": count(report.pages, self._language)},
            }
            click.echo(self._language.gettext("%(entries)s, %(pages)s") % shown)
        elif written or removed:
            pages = self._language.ngettext("%(n)s page", "%(n)s pages", written)
            shown = {
                "time": f"{_now():%H:%M:%S}",
                "pages": pages % {"n": count(written, self._language)},
                "removed": count(removed, self._language),
            }
            click.echo(self._language.gettext("%(time)s  %(pages)s written, %(removed)s removed") % shown)

    def refuse(self, refusal: Refusal) -> None:
        """Say why a build came to nothing, once."""
        self._say(lambda: self._refuse(refusal))

    def _refuse(self, refusal: Refusal) -> None:
        if str(refusal) != self._refused:
            self._refused = str(refusal)
            tell_refusal(refusal)

    def polls(self) -> None:
        """Say that changes are looked for from now on."""
        said = self._language.gettext(
            "This folder doesn't say when a file changes, so it is looked at every second or so."
        )
        self._say(lambda: click.echo(said, err=True))
