"""What a picture becomes: its forms, each a file of the site, and what was wrong with it."""

from __future__ import annotations

from msgspec import Struct


class Form(Struct, frozen=True):
    """One file that a picture became: how its name ends (`960.webp`), its width in pixels, and the digest of its bytes."""

    ending: str
    width: int
    digest: bytes


class Made(Struct, frozen=True):
    """What became of a picture: its forms from the narrowest, the size of the largest, and what was wrong, as a code.

    `plain` is in a format that all browsers show, `small` in one that takes less; `still` stands for a moving picture where
    movement is not wanted. Without any form the picture cannot be shown, and `fault` says why.
    """

    width: int = 0
    height: int = 0
    small: tuple[Form, ...] = ()
    plain: tuple[Form, ...] = ()
    still: Form | None = None
    fault: str | None = None

    @property
    def forms(self) -> tuple[Form, ...]:
        """Return all forms."""
        return (*self.small, *self.plain, *((self.still,) if self.still else ()))
