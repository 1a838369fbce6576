from __future__ import annotations

from journalgen.analysis.coping_plan import coping_plan
from journalgen.model.config import Alias, Config
from journalgen.model.entry import Coping
from journalgen.model.journal import Support
from journalgen.parse.journal import assemble
from tests.parse.entries import made


def plan(in_settings: tuple[str, ...], in_support: tuple[str, ...] | None) -> tuple[str, ...]:
    config = Config(coping_plan=in_settings, aliases=(Alias("coping", "ring Mags", "call Mags"),))
    support = None if in_support is None else Support("Plan", b"p" * 16, (), coping_plan=in_support)
    used = made("2026-03-14", coping=(Coping("wine", 2.0, 9.0),))
    return coping_plan(assemble(config, [used], support=support))


def test_both_lists_add_up_each_name_once() -> None:
    assert plan(("walk", "call Mags"), ("Walk", "bath", "ring Mags")) == ("walk", "call Mags", "bath")
    assert plan((), ("bath",)) == ("bath",)
    assert plan(("walk",), None) == ("walk",)


def test_what_was_used_is_no_plan_however_well_it_went() -> None:
    assert plan((), None) == ()
    assert plan((), ()) == ()
