"""A page that is drawn only where it is rendered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from journalgen.plan.fingerprint import digest_of

_View_co = TypeVar("_View_co", bound=Struct, covariant=True)


class Sketch(Struct, Generic[_View_co], frozen=True):
    """A page to be: its kind, all that it is drawn from, and the function that draws it, which sees nothing else.

    Most builds need no more of a page than its digest, and that of the parts serves as well.
    """

    kind: type[_View_co]
    parts: tuple[object, ...]
    draw: Callable[..., _View_co]

    @property
    def digest(self) -> bytes:
        """Return the digest of all that the page may show."""
        return digest_of(self.parts)

    def drawn(self) -> _View_co:
        """Return the page's view."""
        return self.draw(*self.parts)
