"""The page that lists what is wrong in a journal."""

from __future__ import annotations

from collections.abc import Callable

from journalgen.model.journal import Journal
from journalgen.plan.views import Link, ProblemRow, ProblemsPage
from journalgen.problems import Location, Problem


def problems_page(journal: Journal, link_to_file: Callable[[str], Link | None]) -> ProblemsPage:
    """Return the page of a journal's problems; `link_to_file` gives the link to the page of a file by its path.

    Nothing of a private file is told but that there is something, and of a sealed letter not even its name.
    """
    private = journal.private_files
    # The name of a letter's file may say what it is about: its day stands for it.
    every = (*journal.entries, *journal.undated)
    day_of = {entry.path: entry.day.isoformat() if entry.day else "." for entry in every if entry.sealed}

    def row(each: Problem) -> ProblemRow:
        path, line, column = each.where.path, each.where.line, each.where.column
        if path in private:
            # What was written in a private entry is said on its own page alone; the page of a review says no problems.
            line, column, each = 0, 0, Problem(Location(path), each.level, private[path])
        where = Location(day_of.get(path, path), line, column)
        return ProblemRow(Problem(where, each.level, each.code, each.parameters), link_to_file(path))

    return ProblemsPage(tuple(dict.fromkeys(map(row, journal.problems))))
