from __future__ import annotations

from journalgen.writing.clock import Clock, is_time_up, wait_for_the_rest


class Hands:
    """A clock that a test moves; a wait is often a little shorter than was asked for."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.now, self.wait)

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += max(seconds / 2, 1)


def test_the_time_is_up_when_it_is() -> None:
    hands = Hands()
    hands.now += 59.9
    assert not is_time_up(hands.clock, 1000.0, 1)
    hands.now += 0.1
    assert is_time_up(hands.clock, 1000.0, 1)


def test_what_is_left_is_waited_for_however_short_a_wait_is() -> None:
    hands = Hands()
    hands.now += 20
    wait_for_the_rest(hands.clock, 1000.0, 15)
    assert hands.now >= 1900
    assert hands.waits[0] == 880
    before = list(hands.waits)
    wait_for_the_rest(hands.clock, 1000.0, 15)
    assert hands.waits == before
