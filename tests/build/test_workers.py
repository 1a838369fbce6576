from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

import pytest

from journalgen.build.workers import Workers
from journalgen.refusal import Refusal


def _squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


def _killed_in_a_worker(numbers: Sequence[int]) -> list[int]:
    if 7 in numbers and os.getpid() != _PARENT:
        os._exit(9)
    return _squares(numbers)


def _refused(numbers: Sequence[int]) -> list[int]:
    raise Refusal("template-fault", template="entry.html", line=numbers[0], message="no")


# In a worker this module is imported again, and the name comes with the environment.
_PARENT = int(os.environ.setdefault("JOURNALGEN_TEST_PARENT", str(os.getpid())))


@pytest.mark.parametrize("work", [_squares, _killed_in_a_worker])
def test_results_come_in_order_also_where_the_system_ends_a_worker(
    work: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workers() as workers:
        workers.processors = 2
        for _ in range(2):
            found = list(workers.map(work, range(20), 3))  # type: ignore[arg-type, var-annotated]
            assert found == [number * number for number in range(20)]


def test_a_refusal_crosses_from_a_worker() -> None:
    with Workers() as workers, pytest.raises(Refusal) as refusal:
        list(workers.map(_refused, [4, 5], 1))
    assert refusal.value["line"] == "4"
    assert refusal.value["template"] == "entry.html"


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_interrupts_reach_this_process_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Workers() as workers:
        workers.processors = 2
        list(workers.map(_squares, range(4), 1))
        assert signal.getsignal(signal.SIGINT) is before
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
