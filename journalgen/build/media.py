"""The pictures and other files that entries show: which they are, what became of each, and their bytes for the site."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct
from msgspec.structs import asdict, replace

from journalgen.build.attached import Attached
from journalgen.build.code import media_recipe
from journalgen.build.pictures import NAME, KnownFile, Pictures
from journalgen.build.workers import Workers
from journalgen.media.forms import Form, Made
from journalgen.model.journal import Journal
from journalgen.model.media import Kind, MediaFile, Size, kind_of_name
from journalgen.output.changes import Wanted
from journalgen.plan.addresses import MEDIA
from journalgen.plan.fingerprint import digest_of
from journalgen.problems import in_order
from journalgen.source.files import Stamp
from journalgen.source.media import content_of, pieces, read_media

_MADE = (Kind.PICTURE, Kind.DRAWING)
# Below this many bytes of pictures, starting processes takes longer than they save.
_WORTH_WORKERS = 8_000_000
_LARGEST = 300_000_000


class Read(Struct, frozen=True):
    """A picture that was read by one of the processes: None in place of what it held where it could not be."""

    path: str
    known: KnownFile | None
    made: Made
    forms: dict[str, bytes]


def make_files(journal: Path, paths: Sequence[str]) -> list[Read]:
    """Return what becomes of some pictures of a journal; what is wrong with one is told by its `made`."""
    return [_make_file(journal, path) for path in paths]


def _make_file(journal: Path, path: str) -> Read:
    read_at = time.time_ns()
    try:
        data, content = read_media(journal, path, _LARGEST)
    except OSError:
        return Read(path, None, Made(fault="file-unreadable"), {})
    known = KnownFile(content.stamp, read_at, content.digest)
    if content.stamp.size > len(data):
        return Read(path, known, Made(fault="picture-too-large"), {})
    if kind_of_name(path) is Kind.DRAWING:
        from journalgen.media.drawing import make_drawing  # noqa: PLC0415 -- as below

        return Read(path, known, *make_drawing(data))
    from journalgen.media.picture import make_picture  # noqa: PLC0415 -- Pillow is for pictures that changed alone

    return Read(path, known, *make_picture(data))


class Media:
    """The files that the entries of a journal show, brought up to date; use it in a `with`.

    `secret` is the key under which their names in the site are made: a page on this machine that is not ours can load a
    picture whose address it knows, so that none may be guessed.
    """

    def __init__(self, journal: Path, state: Path, attached: Attached, secret: Callable[[], bytes]) -> None:
        self._journal = journal
        self._attached = attached
        self._held = ExitStack()
        self._known: dict[str, KnownFile] = {}
        self._made: dict[bytes, Made] = {}
        self._unreadable: set[str] = set()
        self._files: dict[str, MediaFile] = {}
        self._sources: dict[str, tuple[bytes, Form] | str] = {}
        self._pictures: Pictures | None = None
        self._secret = b""
        # A journal without pictures goes without the database.
        if attached.referenced or (state / NAME).exists():
            self._pictures = Pictures(state, media_recipe())
            self._held.callback(self._pictures.close)
        if attached.paths:
            self._secret = secret()

    def read(self, workers: Workers, progress: Callable[[int, int], None]) -> None:
        """Read what changed, make the pictures that are not there yet, and forget those that nothing refers to."""
        if self._pictures is None:
            return
        self._known, self._made = self._pictures.files(), self._pictures.made()
        stamps = {found.path: found.stamp for found in self._attached.files}
        fresh: dict[str, KnownFile] = {}
        to_make: list[str] = []
        for path in self._attached.paths:
            content = self._content(path, stamps[path], fresh)
            if content is not None and kind_of_name(path) in _MADE and content not in self._made:
                to_make.append(path)
        for done, read in enumerate(self._make(to_make, stamps, workers), start=1):
            if read.known is None:
                self._unreadable.add(read.path)
            else:
                self._known[read.path] = fresh[read.path] = read.known
                self._made[read.known.content] = read.made
                self._pictures.keep(read.known.content, read.made, read.forms)
            progress(done, len(to_make))
        self._pictures.update(fresh, [path for path in self._known if path not in self._attached.referenced])
        for path in self._attached.paths:
            if path not in self._unreadable and (file := self._file(path, self._known[path])):
                self._files[path] = file

    def _content(self, path: str, stamp: Stamp, fresh: dict[str, KnownFile]) -> bytes | None:
        """Return the digest of a file's content, read only where its stamp does not prove it unchanged."""
        known = self._known.get(path)
        if known is not None and known.stamp == stamp and known.is_trusted():
            return known.content
        read_at = time.time_ns()
        try:
            content = content_of(self._journal, path)
        except OSError:
            self._unreadable.add(path)
            return None
        self._known[path] = fresh[path] = KnownFile(content.stamp, read_at, content.digest)
        return content.digest

    def _make(self, paths: Sequence[str], stamps: Mapping[str, Stamp], workers: Workers) -> Iterable[Read]:
        if len(paths) < 2 or workers.processors < 2 or sum(stamps[path].size for path in paths) < _WORTH_WORKERS:
            for path in paths:
                yield from make_files(self._journal, (path,))
        else:
            yield from workers.map(partial(make_files, self._journal), paths, 1)

    def _file(self, path: str, known: KnownFile) -> MediaFile | None:
        kind = kind_of_name(path)
        if kind is None:
            return None
        name = path.rpartition("/")[2]
        stem = f"{MEDIA}/{hashlib.blake2b(known.content, digest_size=16, key=self._secret).hexdigest()}"
        if kind not in _MADE:
            address = f"{stem}.{name.rpartition('.')[2].lower()}"
            self._sources[address] = path
            return _digested(MediaFile(kind, address, name, known.stamp.size))
        made = self._made[known.content]
        if not made.forms:
            return None
        for form in made.forms:
            self._sources[f"{stem}-{form.ending}"] = (known.content, form)

        def sizes(forms: tuple[Form, ...]) -> tuple[Size, ...]:
            return tuple(Size(f"{stem}-{form.ending}", form.width) for form in forms)

        return _digested(
            MediaFile(
                kind=kind,
                address=f"{stem}-{made.plain[-1].ending}",
                name=name,
                length=known.stamp.size,
                width=made.width,
                height=made.height,
                small=sizes(made.small),
                plain=sizes(made.plain),
                still=f"{stem}-{made.still.ending}" if made.still else None,
            )
        )

    @property
    def by_text(self) -> Mapping[str, tuple[MediaFile | None, ...]]:
        """Return the files of each text's attachments, by the path of the text; None for each that there is nothing of."""
        return {
            text: tuple(self._files.get(path) if path else None for path in paths)
            for text, paths in self._attached.by_text.items()
        }

    def told(self, journal: Journal) -> Journal:
        """Return the journal with what was found wrong with files among its problems."""
        faults = dict.fromkeys(self._unreadable, "file-unreadable")
        for path in self._attached.paths:
            if path not in faults and (made := self._made.get(self._known[path].content)) and made.fault:
                faults[path] = made.fault
        if not faults:
            return journal
        return replace(journal, problems=in_order((*journal.problems, *self._attached.problems_of(faults))))

    def wanted(self) -> Iterator[Wanted]:
        """Yield the files of the site, with their fingerprints."""
        for address, source in self._sources.items():
            yield Wanted(address, self._known[source].content if isinstance(source, str) else source[1].digest)

    def contents(self, others: Callable[[str], bytes]) -> Callable[[str], bytes | Iterable[bytes]]:
        """Return what gives the bytes of each file of the site by its address; `others` gives those of pages."""

        def content(path: str) -> bytes | Iterable[bytes]:
            source = self._sources.get(path)
            if source is None:
                return others(path)
            if isinstance(source, str):
                return pieces(self._journal, source)
            assert self._pictures is not None  # noqa: S101 -- there are no forms without it
            return self._pictures.form(*source)

        return content

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._held.close()


def _digested(file: MediaFile) -> MediaFile:
    values = tuple(value for name, value in asdict(file).items() if name != "digest")
    return replace(file, digest=digest_of(values))
