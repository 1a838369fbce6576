"""Processes that parse and render beside the main one, started only where there is work enough to pay for them."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _belong_to_parent() -> None:
    """Leave interrupts to the parent, and end when it does: killed, it could not tell us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold back interrupts for a moment, and from processes started in it for good: these would show a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Workers:
    """A pool that is started at its first use; use it in a `with`."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self.processors = processors()

    def map(
        self, work: Callable[[Sequence[_Item]], Sequence[_Result]], items: Sequence[_Item], chunk: int
    ) -> Iterator[_Result]:
        """Yield the results of `work` over chunks of the items, in order; `work` and the items must be picklable."""
        from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415 -- few builds need them
        from multiprocessing import get_context  # noqa: PLC0415

        if self._pool is None:
            # Spawned, not forked: the same on every system, and safe beside threads.
            self._pool = ProcessPoolExecutor(
                self.processors, mp_context=get_context("spawn"), initializer=_belong_to_parent
            )
        chunks = [items[start : start + chunk] for start in range(0, len(items), chunk)]
        done = 0
        try:
            with _interrupts_held_back():
                found = self._pool.map(work, chunks)
            for results in found:
                yield from results
                done += 1
        except BrokenExecutor:
            # The system ended one of them, for want of memory perhaps: then the rest is done here.
            for left in chunks[done:]:
                yield from work(left)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            # What is begun is waited for, a fraction of a second: left to itself, the pool may trip over its own end.
            self._pool.shutdown(cancel_futures=True)
