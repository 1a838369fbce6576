from __future__ import annotations

from msgspec import Struct

from journalgen.plan.sketch import Sketch


class Poem(Struct, frozen=True):
    lines: tuple[str, ...]


def poem(title: str, lines: tuple[str, ...]) -> Poem:
    return Poem((title, *lines))


def test_a_page_is_drawn_from_its_parts() -> None:
    assert Sketch(Poem, ("Rain", ("all day",)), poem).drawn() == Poem(("Rain", "all day"))


def test_its_digest_is_that_of_its_parts() -> None:
    one = Sketch(Poem, ("Rain", ("all day",)), poem)
    assert one.digest == Sketch(Poem, ("Rain", ("all day",)), poem).digest
    assert one.digest != Sketch(Poem, ("Rain", ("all", "day")), poem).digest
    assert one.digest != Sketch(Poem, ("Rai", ("nall day",)), poem).digest
