"""Where a new entry goes: where the writer's own newest entries lie, named as they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path, PurePosixPath

from journalgen.parse.dates import NotADateError, When, day_in_folders, day_in_format, day_in_name, written_in_format
from journalgen.source.scan import ENTRIES, Scan
from journalgen.source.vaults import Vault

_LIKE = (
    "{base}{day:%Y}/{day:%m}/{day:%d}",
    "{base}{day:%Y}/{day:%m}/{day:%Y}-{day:%m}-{day:%d}",
    "{base}{day:%Y}/{day:%m}-{day:%d}",
    "{base}{day:%Y}/{day:%Y}-{day:%m}-{day:%d}",
    "{base}{day:%Y}_{day:%m}_{day:%d}",
    "{base}{day:%Y}{day:%m}{day:%d}",
    "{base}{day:%Y}-{day:%m}-{day:%d}",
)


def _filled(pattern: str, base: str, day: dt.date) -> str:
    # strftime writes years before 1000 without their zeros on some systems.
    text = pattern.replace("{base}", base)
    for mark, value in (("%Y", f"{day.year:04}"), ("%m", f"{day.month:02}"), ("%d", f"{day.day:02}")):
        text = text.replace("{day:" + mark + "}", value)
    return text


def path_for(journal: Path, scan: Scan, day: dt.date) -> PurePosixPath:
    """Return the path, relative to the journal, that an entry of this day has by the writer's own habit.

    Where the journal is a vault that says how its daily notes are named, they are named so. Else the habit is that of the
    newest dated file; without one it is `entries/2026/2026-03-14.md` in a journal with a folder
    `entries`, the daily folder of a vault, else the journal's own folder.
    """
    if scan.vault and (named := _as_vault_says(journal, scan.vault, day)):
        return named
    base = scan.vault.daily_folder + "/" if scan.vault and scan.vault.daily_folder else ""
    newest: tuple[dt.date, str] | None = None
    for found in scan.files:
        written = _day_of(found.path)
        if written and found.path.startswith(base) and (newest is None or (written, found.path) > newest):
            newest = (written, found.path)
    if newest is None:
        if (journal / ENTRIES).is_dir():
            return PurePosixPath(_filled(_LIKE[3], ENTRIES + "/", day) + ".md")
        return PurePosixPath(_filled(_LIKE[-1], base, day) + ".md")
    return _like(newest[0], PurePosixPath(newest[1]), day)


def _as_vault_says(journal: Path, vault: Vault, day: dt.date) -> PurePosixPath | None:
    """Return the path in the vault's own format, or None where it says none that would be read again as this day."""
    if vault.daily_format is None:
        return None
    written = written_in_format(day, vault.daily_format, moment=vault.moment)
    if written is None or day_in_format(written, vault.daily_format, moment=vault.moment) != When(day):
        return None
    parts = (*vault.daily_folder.split("/"), *written.split("/")) if vault.daily_folder else tuple(written.split("/"))
    # A format is the vault's, not ours: it must not lead out of the journal, nor to where no entry is read.
    if any(part.startswith(".") or not part.strip() or not part.isprintable() for part in parts):
        return None
    if (journal / ENTRIES).is_dir() and parts[0] != ENTRIES:
        return None
    return PurePosixPath(*parts[:-1], parts[-1] + ".md")


def _day_of(path: str) -> dt.date | None:
    pure = PurePosixPath(path)
    try:
        when = day_in_name(pure.stem) or day_in_folders(pure.parent.parts, pure.stem)
    except NotADateError:
        return None
    return when.day if when else None


def _like(known: dt.date, path: PurePosixPath, day: dt.date) -> PurePosixPath:
    written = str(path.with_suffix(""))
    for pattern in _LIKE:
        ending = _filled(pattern, "", known)
        at = written.find(ending)
        if at >= 0 and (at == 0 or written[at - 1] == "/") and "/" not in written[at + len(ending) :]:
            return PurePosixPath(_filled(pattern, written[:at], day) + path.suffix)
    return path.with_name(_filled(_LIKE[-1], "", day) + path.suffix)


def beside(path: PurePosixPath, time: dt.time | None, attempt: int) -> PurePosixPath:
    """Return the path for one more entry of a day that has one: with the time, then with a number behind it.

    Without a time it is the number alone, from 2 on: the name would say a time that nobody meant.
    """
    if time is None:
        return path.with_name(f"{path.stem}-{attempt + 2}{path.suffix}")
    suffix = f"-{time:%H%M}" + (f"-{attempt}" if attempt else "")
    return path.with_name(path.stem + suffix + path.suffix)
