"""Parsed entries into a `Journal`: their order, and what becomes of notes without a day."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.model.journal import Journal, Support
from journalgen.model.left_out import LeftOut, Reason
from journalgen.model.prompts import Prompt
from journalgen.problems import Level, Location, Problem, in_order, problem

# So many notes without a day are a collection beside the diary, and no slip of the pen: they are told in one line.
MANY = 10


def in_journal_order(entry: Entry) -> tuple[object, ...]:
    """Return the key that sorts dated entries by day, time (none first) and name."""
    name = entry.path.rpartition("/")[2].rpartition(".")[0]
    return (entry.day, entry.time is not None, entry.time, name, entry.path)


def assemble(
    config: Config,
    entries: Iterable[Entry],
    *,
    left_out: tuple[LeftOut, ...] = (),
    problems: tuple[Problem, ...] = (),
    support: Support | None = None,
    prompts: tuple[Prompt, ...] = (),
    in_vault: bool = False,
) -> Journal:
    """Return the journal that these entries make.

    Notes without a day, under `undated = "auto"`: a few (below `MANY`, outside a vault) each get a page and a warning. Of
    many, those that lie in a folder with dated notes get a page, and one line tells of them all; the others are left
    alone. `"list"` gives every one a page without a warning, `"hide"` leaves every one alone.
    """
    dated: list[Entry] = []
    loose: list[Entry] = []
    for entry in entries:
        (loose if entry.day is None else dated).append(entry)
    dated.sort(key=in_journal_order)
    loose.sort(key=lambda entry: entry.path)
    listed, alone, told = _sort_out(config, dated, loose, in_vault=in_vault)
    found = [each for entry in (*dated, *listed) for each in entry.problems]
    return Journal(
        config=config,
        entries=tuple(dated),
        undated=tuple(listed),
        left_out=(*left_out, *(LeftOut(entry.path, Reason.UNDATED) for entry in alone)),
        problems=in_order((*problems, *found, *told)),
        support=support,
        prompts=prompts,
    )


def _sort_out(
    config: Config, dated: list[Entry], loose: list[Entry], *, in_vault: bool
) -> tuple[list[Entry], list[Entry], list[Problem]]:
    if not loose or config.undated == "list":
        return loose, [], []
    if config.undated == "hide":
        return [], loose, []
    if not dated or (len(loose) < MANY and not in_vault):
        return loose, [], [_undated(entry) for entry in loose]
    folders = {_folder(entry) for entry in dated}
    listed = [entry for entry in loose if _folder(entry) in folders]
    alone = [entry for entry in loose if _folder(entry) not in folders]
    told = []
    if len(listed) < MANY:
        told += [_undated(entry) for entry in listed]
    else:
        told.append(_in_one_line("undated-many", dated, listed))
    if alone:
        told.append(_in_one_line("left-alone", dated, alone))
    return listed, alone, told


def _folder(entry: Entry) -> PurePosixPath:
    return PurePosixPath(entry.path).parent


def _undated(entry: Entry) -> Problem:
    return problem(Location(entry.path), Level.WARNING, "undated")


def _in_one_line(code: str, dated: list[Entry], others: list[Entry]) -> Problem:
    return problem(Location("."), Level.NOTE, code, dated=len(dated), count=len(others))
