from __future__ import annotations

import datetime as dt

from journalgen.analysis.coping import CopingUse, Pair, coping_uses
from journalgen.analysis.terms import Spellings
from journalgen.model.config import Alias
from journalgen.model.entry import Coping, Entry
from tests.parse.entries import made

UNTIL = dt.date(2026, 3, 15)


def found(*entries: Entry, aliases: tuple[Alias, ...] = ()) -> dict[str, CopingUse]:
    spellings = Spellings(aliases)
    return {use.key: use for use in coping_uses(entries, spellings, UNTIL)}


def test_uses_days_and_pairs_are_counted() -> None:
    uses = found(
        made("2026-03-13", "a.md", coping=(Coping("Walk", 4.0, 6.0), Coping("tea"))),
        made("2026-03-13", "b.md", coping=(Coping("walk", 4.0, 6.0), Coping("walk", 3.0, None))),
        made("2026-03-14", "c.md", coping=(Coping("walk", 2.0, 3.0),)),
    )
    assert uses["walk"] == CopingUse("walk", 4, 2, 3, 3.33, 5.0, (Pair(2.0, 3.0, 1), Pair(4.0, 6.0, 2)), 0)
    assert uses["tea"] == CopingUse("tea", 1, 1, 0, None, None, (), 0)


def test_private_pairs_count_and_are_not_told_one_by_one() -> None:
    use = found(
        made("2026-03-13", "a.md", coping=(Coping("walk", 4.0, 6.0),)),
        made("2026-03-14", "b.md", coping=(Coping("walk", 2.0, 8.0),), private=True),
    )["walk"]
    assert (use.n, use.mean_after, use.private) == (2, 7.0, 1)
    assert use.pairs == (Pair(4.0, 6.0, 1),)


def test_what_comes_after_today_and_has_no_day_does_not_count() -> None:
    use = found(
        made("2026-03-16", "a.md", coping=(Coping("walk", 4.0, 6.0),)), made(None, "b.md", coping=(Coping("walk"),))
    )
    assert use == {}


def test_other_spellings_are_the_same_technique() -> None:
    entries = (
        made("2026-03-13", "a.md", coping=(Coping("stroll", 4.0, 6.0),)),
        made("2026-03-14", "b.md", coping=(Coping("walk", 4.0, 5.0),)),
    )
    assert found(*entries, aliases=(Alias("coping", "stroll", "walk"),))["walk"].n == 2
