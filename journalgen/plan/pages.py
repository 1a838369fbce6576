"""A page as one value, and what is remembered of one."""

from __future__ import annotations

from msgspec import Struct


class Page(Struct, frozen=True, gc=False):
    """One file of the site: its path, the template that renders it, all that the template may see, and the digest of that."""

    path: str
    template: str
    view: Struct
    digest: bytes


class Outline(Struct, frozen=True, gc=False):
    """One file of the site to be, without what its template may see: its path, its template and the digest of that view.

    Of an entry's page, `entry` is the path of the entry's file, and `digest` that of its `Surroundings` as encoded, `size`
    bytes long.
    """

    path: str
    template: str
    digest: bytes
    entry: str | None = None
    size: int = 0
