"""One file of the journal into an `Entry` and its rendered text."""

from __future__ import annotations

import html
import re
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace as with_values

from journalgen.digests import digest
from journalgen.markdown.fields import InlineField
from journalgen.markdown.headings import folded
from journalgen.markdown.render import Options, Rendered, Renderer
from journalgen.markdown.words import count_words
from journalgen.model.config import Config
from journalgen.model.days import counted_day
from journalgen.model.entry import NO_DAY, Entry, Section
from journalgen.parse.dates import NotADateError, When, day_in_folders, day_in_format, day_in_name
from journalgen.parse.decode import LARGEST, SHOWN_OF_LARGE, decode
from journalgen.parse.fields import Fields
from journalgen.parse.frontmatter.nodes import Mapping, Scalar
from journalgen.parse.frontmatter.split import FrontMatter, read_front_matter
from journalgen.parse.record import encode
from journalgen.parse.reviews import answered, is_review
from journalgen.problems import Level, Location, Problem, in_order, problem

_OPENING = 140
_SAYS_PRIVATE = re.compile(
    r"(?:^[ \t]*(?:-[ \t]+)?|[{,][ \t]*)[\"']?private[\"']?[ \t]*[:=](?![ \t]*[\"']?(?:false|no|off|n|0)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_SAYS_OPEN_ON = re.compile(
    r"(?:^[ \t]*(?:-[ \t]+)?|[{,][ \t]*)[\"']?open[ _-]on[\"']?[ \t]*[:=][ \t]*[^ \t\n]", re.IGNORECASE | re.MULTILINE
)
# Shown, or led to: those of other hosts are links.
_PICTURE = re.compile(r'<img\s|<a\s[^>]*?class="picture-elsewhere\b')


class DayFormat(Struct, frozen=True):
    """How a vault names its daily notes: paths under `folder`, in a format of Moment.js or (Logseq) of Java."""

    folder: str
    written: str
    moment: bool


class Parsed(Struct, frozen=True):
    """What was read from one file: the entry, its text as safe HTML, and the text that is seen, one block a line."""

    entry: Entry
    html: str
    plain: str


class EntryParser:
    """Parses entries under one configuration; holds the Markdown renderer, which is costly to make."""

    def __init__(self, config: Config, day_format: DayFormat | None = None) -> None:
        self._config = config
        self._day_format = day_format
        self._kinds = {folded(heading): each.kind for each in config.sections for heading in each.headings}
        self._renderer = Renderer(Options(config.smart_quotes, config.remote_images, no_titles=frozenset(self._kinds)))

    def parse(self, path: str, data: bytes) -> Parsed:
        """Return the entry that the bytes of a file hold. Whatever is wrong with them is among the entry's problems."""
        text, problems = decode(data, path)
        if len(data) > LARGEST:
            large = problem(
                Location(path),
                Level.ERROR,
                "too-large",
                size=f"{LARGEST / 1e6:g}",
                shown=f"{SHOWN_OF_LARGE / 1e3:g}",
            )
            front, fields = self._front(path, text[:SHOWN_OF_LARGE])
            fields.settle()
            return self._entry(path, _plain(front.body), fields, (*problems, *front.problems, large))
        if not text.strip():
            if not problems:
                problems = (problem(Location(path), Level.WARNING, "empty"),)
            fields = Fields(path, self._config)
            if _SAYS_PRIVATE.search(data.decode("latin-1")):
                fields.flags["private"] = True
            return self._entry(path, _plain(""), fields, problems)
        front, fields = self._front(path, text)
        body = answered(front.body) if is_review(path) else front.body
        # The headings of an exercise are its own, and name no entry.
        rendered = self._renderer.render(
            body,
            path=path,
            first_line=front.body_line,
            drop_title=_repeats_title(front.body, fields),
            one_title="exercise" in fields.texts,
        )
        fields.read(_as_mapping(rendered.fields), in_text=True)
        fields.settle()
        rendered = _with_raw(rendered, front)
        return self._entry(path, rendered, fields, (*problems, *front.problems, *rendered.problems))

    def _front(self, path: str, text: str) -> tuple[FrontMatter, Fields]:
        front = read_front_matter(text, path)
        fields = Fields(path, self._config)
        if front.mapping is not None:
            fields.read(front.mapping)
        if front.problems and "private" not in fields.flags and _SAYS_PRIVATE.search(front.raw or front.body):
            # What could not be read may have said so: better hidden from others than shown by mistake.
            fields.flags["private"] = True
        if front.problems and fields.open_on is None and _SAYS_OPEN_ON.search(front.raw or front.body):
            # So is a letter to a later day.
            fields.open_on = NO_DAY
        return front, fields

    def unreadable(self, path: str, reason: str) -> Parsed:
        """Return the entry of a file that the machine does not let us read: its day is known, its text is not."""
        told = problem(Location(path), Level.ERROR, "unreadable-file", reason=reason)
        return self._entry(path, _plain(""), Fields(path, self._config), (told,))

    def _entry(self, path: str, rendered: Rendered, fields: Fields, problems: tuple[Problem, ...]) -> Parsed:
        when, name, day_problems = self._when(path, fields)
        heading = rendered.heading or ""
        title = " ".join(fields.texts.get("title", heading).split())
        names = fields.names
        body = digest(rendered.html.encode())
        entry = Entry(
            path=path,
            day=when.day if when else None,
            counted=counted_day(when.day, when.time, self._config.day_starts_at) if when else None,
            time=when.time if when else fields.time,
            name=name,
            title=title,
            opening=_opening(rendered.plain, heading if heading.casefold() == title.casefold() else ""),
            tags=_merged_tags(names.get("tags", ()), rendered.tags),
            emotions=names.get("emotions", ()),
            people=names.get("people", ()),
            places=names.get("places", ()),
            activities=names.get("activities", ()),
            triggers=names.get("triggers", ()),
            coping=tuple(fields.coping),
            measures=tuple(sorted(fields.measures.values(), key=lambda measure: measure.metric != "mood")),
            scores=tuple(fields.scores.found.values()),
            gratitude=fields.phrases.get("gratitude", ()),
            wins=fields.phrases.get("wins", ()),
            kind_words=fields.phrases.get("kind_words", ()),
            events=fields.phrases.get("events", ()),
            medication=fields.phrases.get("medication", ()),
            aliases=names.get("aliases", ()),
            prompt=fields.texts.get("prompt"),
            thread=fields.texts.get("thread"),
            goal=fields.texts.get("goal"),
            matter=fields.matter,
            exercise=(exercise := fields.texts.get("exercise")),
            open_on=fields.open_on,
            sealed=False,
            sections=self._sections(rendered, has_all=exercise is not None or is_review(path)),
            weather=fields.texts.get("weather"),
            location=fields.texts.get("location"),
            lang=fields.texts.get("lang"),
            starred=fields.flags.get("starred", False),
            private=fields.flags.get("private", False),
            draft=fields.flags.get("draft", False),
            resurface=fields.flags.get("resurface", True),
            fields=tuple(fields.others),
            links=rendered.links,
            attachments=rendered.attachments,
            headings=rendered.headings,
            words=rendered.words,
            pictures=_has_pictures(rendered),
            support_first=fields.scores.support_first,
            body=body,
            plain=digest(rendered.plain.encode()),
            problems=in_order((*problems, *fields.problems, *day_problems)),
            linked=b"",
            listed=b"",
            figured=b"",
            reviewed=b"",
            shared=b"",
            digest=b"",
        )
        return Parsed(with_digests(entry), rendered.html, rendered.plain)

    def _sections(self, rendered: Rendered, *, has_all: bool) -> tuple[Section, ...]:
        """Return what stands under the headings that mean something: all of an exercise or a review, else those named."""
        if not rendered.parts or not (has_all or self._kinds):
            return ()
        found = (
            Section(part.heading, self._kinds.get(folded(part.heading), ""), part.blocks) for part in rendered.parts
        )
        return tuple([section for section in found if has_all or section.kind])

    def _when(self, path: str, fields: Fields) -> tuple[When | None, str, tuple[Problem, ...]]:
        """Return the day and time that count, what is left of the file's name, and what did not agree or could not be."""
        problems: tuple[Problem, ...] = ()
        try:
            named = self._day_of_path(path)
        except NotADateError as error:
            named = None
            if fields.day is None:
                problems = (problem(Location(path), Level.WARNING, f"name-{error.reason}"),)
        name = named.rest if named else PurePosixPath(path).stem
        if fields.day is None:
            return (When(named.day, fields.time or named.time) if named else None), name, problems
        if named and named.day != fields.day and fields.date:
            where = Location(path, fields.date.line, fields.date.column)
            differs = problem(where, Level.WARNING, "date-differs", field="date", date=fields.day, name=named.day)
            return When(fields.day, fields.time), name, (differs,)
        return When(fields.day, fields.time or (named.time if named else None)), name, ()

    def _day_of_path(self, path: str) -> When | None:
        pure = PurePosixPath(path)
        vault = self._day_format
        if vault and (not vault.folder or pure.is_relative_to(vault.folder)):
            within = pure.relative_to(vault.folder) if vault.folder else pure
            found = day_in_format(str(within.with_suffix("")), vault.written, moment=vault.moment)
            if found:
                return found
        try:
            found = day_in_name(pure.stem)
        except NotADateError:
            # Folders that say the whole day outweigh the name; in `2026/03/01-04-2026` they say no more than it does.
            if day_in_folders(pure.parent.parts, "") is None:
                raise
            found = None
        return found or day_in_folders(pure.parent.parts, pure.stem)


# What no page but the entry's own ever shows or counts; a test holds every other page to it. Of the words, others know
# about how many there are; what is searched goes by the entry's whole digest.
_ON_ITS_OWN_PAGE: dict[str, object] = {
    "pictures": False, "body": b"", "plain": b"",
    "weather": None, "location": None, "lang": None, "fields": (),
}  # fmt: skip


def with_digests(entry: Entry) -> Entry:
    """Return an entry with the digests of what it holds now."""
    linked = (entry.title, entry.day, entry.time, entry.name, entry.private)
    # Where in its file a link stands, only problems say, and these are found from the entry itself.
    links = tuple([with_values(link, line=0, column=0) for link in entry.links])
    files = tuple([with_values(each, line=0, column=0) for each in entry.attachments])
    # Whether anything is written yet, others tell, and that goes by a picture, a field and every word.
    written = b"written" if entry.written_on else b""
    wrong = any(each.level is Level.ERROR for each in entry.problems)
    alone = {"links": links, "attachments": files, "words": entry.about_words, **_ON_ITS_OWN_PAGE}
    listed = (*linked, entry.opening, entry.mood, entry.starred, entry.draft, entry.resurface, entry.sealed, wrong)
    figured = (
        entry.counted, entry.time, entry.private, entry.measures, entry.coping, entry.events,
        entry.tags, entry.places, entry.activities, entry.triggers, entry.people,
    )  # fmt: skip
    reviewed = (
        entry.about_words, entry.starred, entry.emotions, entry.coping, entry.wins, entry.gratitude,
        tuple([each for each in entry.sections if each.kind]), entry.thread, entry.goal, entry.matter.status, entry.matter.next,
    )  # fmt: skip
    return with_values(
        entry,
        linked=digest(repr(linked).encode()),
        listed=digest(repr(listed).encode()),
        figured=digest(repr(figured).encode()),
        reviewed=digest(repr(reviewed).encode()),
        shared=digest(encode(with_values(entry, **alone)) + written),
        digest=digest(encode(entry)),
    )


# Those that are made anew know nothing of what was there before.
NO_DIGESTS: dict[str, bytes] = dict.fromkeys(("linked", "listed", "figured", "reviewed", "shared", "digest"), b"")


def renamed(entry: Entry, title: str) -> Entry:
    """Return an entry under a title that stands nowhere in it."""
    return with_digests(with_values(entry, title=title, **NO_DIGESTS))


def _has_pictures(rendered: Rendered) -> bool:
    html = rendered.html
    if any(each.is_picture for each in rendered.attachments):
        return True
    # Those that lie elsewhere are no files of the journal.
    return ("<img" in html or 'class="picture-' in html) and _PICTURE.search(html) is not None


def _merged_tags(fields: tuple[str, ...], inline: tuple[str, ...]) -> tuple[str, ...]:
    known = {tag.casefold() for tag in fields}
    return fields + tuple(tag for tag in inline if tag.casefold() not in known)


def _repeats_title(body: str, fields: Fields) -> bool:
    """Return whether a heading that the body begins with is what stands as the page's title anyhow."""
    title = fields.texts.get("title")
    if title is None:
        return True
    first = body.lstrip("\n").partition("\n")[0]
    return (
        first.startswith("#") and " ".join(first.strip("# ").split()).casefold() == " ".join(title.split()).casefold()
    )


def _as_mapping(fields: tuple[InlineField, ...]) -> Mapping:
    return Mapping(
        tuple(
            (Scalar(each.name, True, each.line, 1), Scalar(each.text, True, each.line, each.column)) for each in fields
        ),
        1,
        1,
    )


def _with_raw(rendered: Rendered, front: FrontMatter) -> Rendered:
    """Put front matter that could not be read before the text, as it was written, so that it is not lost."""
    if front.raw is None:
        return rendered
    return with_values(rendered, html=f'<pre class="unread">{html.escape(front.raw)}</pre>\n{rendered.html}')


def _plain(text: str) -> Rendered:
    shown = f'<pre class="plain">{html.escape(text)}</pre>\n' if text else ""
    return Rendered(
        html=shown,
        heading=None,
        tags=(),
        fields=(),
        links=(),
        attachments=(),
        headings=(),
        words=count_words(text),
        plain=text,
        problems=(),
    )


def _opening(plain: str, heading: str) -> str:
    first, _, rest = plain.partition("\n")
    if heading and first.split() == heading.split():
        plain = rest
    text = " ".join(plain[: _OPENING * 3].split())
    if len(text) <= _OPENING:
        return text
    return text[:_OPENING].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
