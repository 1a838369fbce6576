"""Pages into bytes: the digest of all that shapes each, and the rendering of those that changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace as with_values

from journalgen.build.cache import Cache
from journalgen.build.code import code_digest, templates_digest
from journalgen.build.workers import Workers
from journalgen.digests import digest
from journalgen.language import Language, load
from journalgen.model.config import Config
from journalgen.model.own import OwnFile, OwnTheme
from journalgen.output.changes import Wanted
from journalgen.plan.addresses import ASSETS
from journalgen.plan.pages import Page
from journalgen.plan.reviews.views import ReviewPage
from journalgen.plan.views import EntryPage, SupportPage
from journalgen.refusal import Refusal
from journalgen.render.closure import template_closure
from journalgen.render.dates import Dates
from journalgen.render.page import Renderer, SiteFrame
from journalgen.render.policy import OWN_ASSETS
from journalgen.render.theme import Theme
from journalgen.source.own import FONTS

# Below this, starting processes takes longer than they save.
WORTH_WORKERS = 1500
_CHUNK = 100


class Texts(Struct, frozen=True):
    """The rendered texts of entries by their digest: those that were just parsed, and those that the cache keeps."""

    fresh: dict[bytes, str]
    cache: Cache

    def get(self, digest: bytes) -> str:
        """Return a text; refuses where the cache has lost it, which a build without the cache mends."""
        text = self.fresh.get(digest)
        if text is None:
            text = self.cache.body(digest)
        if text is None:
            self.cache.forget_everything()
            raise Refusal("cache-damaged")
        return text


class Shape(Struct, frozen=True):
    """What pages are rendered with, besides what they show.

    `as_read` is the digest of journalgen's templates: a process that builds again after they changed must read them again.
    """

    frame: SiteFrame
    language: str
    theme: Theme
    compiled_under: bytes
    as_read: bytes


class _Task(Struct, frozen=True):
    """A page to render in another process, with the texts that it shows."""

    page: Page
    texts: tuple[tuple[bytes, str], ...]


class _GivenTexts:
    """The texts of the page at hand."""

    def __init__(self) -> None:
        self.texts: dict[bytes, str] = {}

    def __call__(self, digest: bytes) -> str:
        return self.texts[digest]


@lru_cache(maxsize=1)
def _renderer(shape: Shape) -> tuple[Renderer, _GivenTexts]:
    texts = _GivenTexts()
    return Renderer(shape.frame, load(shape.language), shape.theme, texts, compiled_under=shape.compiled_under), texts


def render_tasks(shape: Shape, tasks: Sequence[_Task]) -> list[bytes]:
    """Return the bytes of some pages."""
    renderer, texts = _renderer(shape)
    rendered = []
    for task in tasks:
        texts.texts = dict(task.texts)
        rendered.append(renderer.render(task.page))
    return rendered


class Rendering:
    """Renders the pages of one site in one language."""

    def __init__(self, config: Config, language: Language, templates: Path, own: OwnTheme) -> None:
        first_day = config.first_day_of_week
        self.first_day = Dates(language.locale).first_day if first_day is None else first_day
        frame = SiteFrame(
            title=config.title or language.gettext("Journal"),
            author=config.author,
            language=language.tag,
            direction=language.direction,
            first_day=self.first_day,
            remote_images=config.remote_images,
            styles=tuple(_address(file) for file in own.assets if file.name.lower().endswith(".css")),
            figures=config.figures,
            fonts=any(file.name.lower().endswith(FONTS) for file in own.assets),
        )
        compiled_under = hashlib.blake2b(code_digest() + language.tag.encode(), digest_size=8).digest()
        self._shape = Shape(frame, language.tag, Theme(templates, own.templates), compiled_under, b"")
        self._own_assets = {_address(file): file for file in own.assets}
        # The scale of the mood decides its colours, on all pages alike.
        self._shaping = code_digest() + repr((frame, language.locale, config.metric("mood"))).encode()
        self._closures: dict[str, bytes] = {}

    def shaping(self, template: str) -> bytes:
        """Return the digest of all that shapes a template's pages but what they show: its closure, code, libraries, language."""
        known = self._closures.get(template)
        if known is None:
            digest = hashlib.blake2b(self._shaping, digest_size=16)
            for name, data in template_closure(template, self._shape.theme):
                digest.update(f"{name}\0{len(data)}\0".encode())
                digest.update(data)
            known = self._closures[template] = digest.digest()
        return known

    def assets(self) -> tuple[Wanted, ...]:
        """Return the files that are copied as they are."""
        return (
            *(Wanted(path, digest(file.read_bytes())) for path, file in self._assets.items()),
            *(Wanted(path, digest(file.data)) for path, file in self._own_assets.items()),
        )

    @cached_property
    def _assets(self) -> dict[str, Path]:
        """Return where each file lies that pages go with, by its address: styles and scripts."""
        folder = self._shape.theme.folder / ASSETS
        files = sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
        return {f"{ASSETS}/{file.relative_to(folder).as_posix()}": file for file in files}

    def contents(
        self, pages: Sequence[Page], texts: Texts, workers: Workers, progress: Callable[[int, int], None]
    ) -> Callable[[str], bytes]:
        """Return what gives the bytes of each page by its path; pages are rendered as they are asked for, in their order."""
        # Taken after the closures were read: an edit in between is seen as one by the next build.
        shape = with_values(self._shape, as_read=templates_digest(self._shape.theme.folder))
        rendered = _in_order(shape, pages, texts, workers)
        waiting: dict[str, bytes] = {}
        done = 0

        def content(path: str) -> bytes:
            nonlocal done
            if path in self._assets:
                return self._assets[path].read_bytes()
            if path in self._own_assets:
                return self._own_assets[path].data
            while path not in waiting:
                at, data = next(rendered)
                waiting[at] = data
            done += 1
            progress(done, len(pages))
            return waiting.pop(path)

        return content


def _address(file: OwnFile) -> str:
    return f"{OWN_ASSETS}/{file.name}"


def _in_order(shape: Shape, pages: Sequence[Page], texts: Texts, workers: Workers) -> Iterator[tuple[str, bytes]]:
    tasks = (_Task(page, tuple(_texts_of(page, texts))) for page in pages)
    if len(pages) < WORTH_WORKERS or workers.processors < 2:
        for task in tasks:
            yield task.page.path, render_tasks(shape, (task,))[0]
        return
    results = workers.map(partial(render_tasks, shape), list(tasks), _CHUNK)
    for page, data in zip(pages, results, strict=True):
        yield page.path, data


def _texts_of(page: Page, texts: Texts) -> Iterable[tuple[bytes, str]]:
    view = page.view
    if isinstance(view, EntryPage):
        yield view.entry.body, texts.get(view.entry.body)
    elif isinstance(view, (SupportPage, ReviewPage)) and view.body is not None:
        yield view.body, texts.get(view.body)
