from __future__ import annotations

from journalgen.model.config import Alias, Config, Quiet
from journalgen.plan.quiet_words import quiet_words


def test_nothing_is_quiet_that_nobody_named() -> None:
    assert quiet_words(Config()) == frozenset()


def test_quiet_people_are_left_out_under_every_spelling() -> None:
    config = Config(
        quiet=(Quiet(people=("Marky",)),),
        aliases=(Alias("people", "Marky", "Mark Webb"), Alias("people", "M-boy", "mark webb")),
    )
    assert quiet_words(config) == {"marky", "mark", "webb", "m-boy", "m", "boy"}


def test_of_a_quiet_tag_the_last_part_is_left_out() -> None:
    assert quiet_words(Config(quiet=(Quiet(tags=("family/long-ward",)),))) == {"long-ward", "long", "ward"}


def test_the_writers_own_list_is_left_out() -> None:
    assert quiet_words(Config(words_left_out=("Hospital", "van man"))) == {"hospital", "van", "man"}
