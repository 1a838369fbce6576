"""Links and pictures: which leave the journal, which lead within it, and which are only text."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from msgspec import Struct, field

from journalgen.markdown.attachments import is_on_the_disk, is_text, without_width
from journalgen.markdown.headings import text_of
from journalgen.markdown.places import Mark, Places
from journalgen.markdown.sentences import sentence_at
from journalgen.markdown.slugs import anchor
from journalgen.model.entry import Form, Link, Sentence
from journalgen.model.media import Attachment, kind_of_target
from journalgen.problems import Level, Location, Problem, problem

REL = "noreferrer noopener"
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")
_EXTERNAL = frozenset(("http", "https", "mailto", "tel"))
_FOOTNOTE = re.compile(r"fn(?:ref)?\d")
_REFUSED = frozenset(("javascript", "data", "vbscript"))


class Kind(enum.Enum):
    """What an address is: in the world, in this text, in the journal, another program's, or code and data."""

    EXTERNAL = enum.auto()
    FRAGMENT = enum.auto()
    JOURNAL = enum.auto()
    FOREIGN = enum.auto()
    REFUSED = enum.auto()


def kind_of(address: str) -> Kind:
    """Return what an address is, read as leniently as a browser does."""
    seen = _INVISIBLE.sub("", address).lower()
    if scheme := _SCHEME.match(seen):
        if scheme[1] in _EXTERNAL:
            return Kind.EXTERNAL
        return Kind.REFUSED if scheme[1] in _REFUSED else Kind.FOREIGN
    if re.match(r"[/\\]{2}", seen):
        return Kind.EXTERNAL
    return Kind.FRAGMENT if seen.startswith("#") else Kind.JOURNAL


def absolute(address: str) -> str:
    """Return an external address with its scheme; in a page opened from a file, `//host` would be a folder."""
    seen = _INVISIBLE.sub("", address)
    return "https://" + seen.lstrip("/\\") if re.match(r"[/\\]{2}", seen) else seen


class Links(Struct):
    """Rewrites the links and pictures of a text, and collects those that lead to other things in the journal."""

    path: str
    places: Places
    headings: set[str]
    remote_images: bool
    secret: str
    found: list[Link] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def rewrite(self, children: list[Token], block: list[int] | None) -> list[Token]:
        """Return the tokens of a block's text with its links and pictures as they are to be written."""
        return list(self._rewritten(children, block))

    def journal(
        self, target: str, line: int, column: int, form: Form = "link", sentence: Sentence | None = None
    ) -> str:
        """Note a link to something in the journal, and return the address that stands for it until it is resolved."""
        if kind_of_target(target):
            return self.attach(Attachment(target, False, "", "", None, line, column))
        self.found.append(Link(len(self.found), target, line, column, form, sentence))
        return f"journal:{self.secret}{len(self.found) - 1}"

    def attach(self, attachment: Attachment) -> str:
        """Note a file that the text shows or links to, and return the address that stands for it."""
        self.attachments.append(attachment)
        return f"journal:{self.secret}m{len(self.attachments) - 1}"

    def source(self, target: str, line: int, column: int) -> str | None:
        """Note the source of a player in raw HTML, and return what stands for it, or None where nothing may."""
        if kind_of(target) is Kind.JOURNAL and kind_of_target(target):
            return self.attach(Attachment(target, False, "", "", None, line, column))
        self._refuse_outside(target, line, column)
        return None

    def _refuse_outside(self, address: str, line: int, column: int) -> None:
        if is_on_the_disk(_INVISIBLE.sub("", unquote(address))):
            where = Location(self.path, line, column)
            self.problems.append(problem(where, Level.WARNING, "file-outside", target=unquote(address)))

    def _rewritten(self, children: list[Token], block: list[int] | None) -> Iterator[Token]:
        after: list[Token] = []
        closing: list[Token] = []
        inside = False
        for index, token in enumerate(children):
            if token.type == "link_open":
                inside, closing = self._open(children, index, block)
                if inside:
                    yield token
            elif token.type == "link_close":
                if inside:
                    yield from closing
                    yield token
                else:
                    yield from closing
                yield from after
                inside, closing, after = False, [], []
            elif token.type == "image":
                shown, later = self._picture(token, block, inside=inside)
                yield from shown
                after += later
            else:
                yield token

    def _open(self, children: list[Token], index: int, block: list[int] | None) -> tuple[bool, list[Token]]:
        """Settle where the link that opens there leads: whether it stays a link, and what its text is to end with."""
        token, following = children[index], children[index + 1]
        address = str(token.attrs.get("href", ""))
        wiki = token.markup == "wikilink"
        text = following.content if following.type == "text" else ""
        empty = following.type == "link_close"
        kind = Kind.FRAGMENT if wiki and address.startswith("#") else Kind.JOURNAL if wiki else kind_of(address)
        if token.markup == "linkify" and not re.match(r"www\.|.*(://|@)", text, re.IGNORECASE | re.DOTALL):
            return False, []  # `notes.md` is a file's name, whatever country has `.md`
        if kind in {Kind.FOREIGN, Kind.REFUSED}:
            if kind is Kind.FOREIGN:
                self._refuse_outside(address, *self._place(token, block))
            if token.info == "auto" or (kind is Kind.REFUSED and not empty):
                return False, []
            return False, [_text(address if empty else f" ({unquote(address)})")]
        closing = [_text(unquote(address))] if empty and address else []
        if kind is Kind.EXTERNAL:
            token.attrs["href"] = absolute(address)
            token.attrs["rel"] = REL
        elif kind is Kind.FRAGMENT:
            place = self._fragment(address if wiki else _INVISIBLE.sub("", address), token, block)
            if place is None:
                return False, closing
            token.attrs["href"] = place
        elif wiki and token.attrs.get("class") == "embed" and kind_of_target(address):
            label, width = str(token.meta["label"]), token.meta["width"]
            shown = Attachment(address, True, label, "", width, *self._place(token, block))
            token.attrs = {"class": "picture", "href": self.attach(shown)}
        elif kind_of_target(address):
            token.attrs["href"] = self.journal(address, *self._place(token, block))
        else:
            target = address if wiki else unquote(address)
            bracketed = re.fullmatch(r"\[\[(.+)\]\]", target)  # Logseq's [text]([[page]])
            form: Form = "embed" if token.attrs.get("class") == "embed" else "wiki" if wiki or bracketed else "link"
            token.attrs["href"] = self.journal(
                bracketed[1] if bracketed else target,
                *self._place(token, block),
                form,
                sentence_at(children, index, unquote(address)),
            )
        return True, closing

    def _fragment(self, address: str, token: Token, block: list[int] | None) -> str | None:
        """Return the address of a heading of this text, also where it is given by its words; None where there is none."""
        name = unquote(address[1:])
        heading = anchor(name)
        if not name or name in self.headings or _FOOTNOTE.match(name):
            return address
        if heading in self.headings:
            return f"#{heading}"
        if heading:
            where = Location(self.path, *self._place(token, block))
            self.problems.append(problem(where, Level.WARNING, "dead-heading", target=name))
        return None

    def _picture(self, token: Token, block: list[int] | None, *, inside: bool) -> tuple[list[Token], list[Token]]:
        """Return what to show for a picture where it stands, and what after the link that it stands in.

        Links hold no links: within one, the picture's description is part of the link's text.
        """
        address = str(token.attrs.get("src", ""))
        kind = kind_of(address)
        alt, width = without_width(text_of(token), bare=False)
        line, column = self._place(token, block)
        if kind is Kind.EXTERNAL and _INVISIBLE.sub("", address)[:1].lower() in "h/\\":
            source = absolute(address)
            if self.remote_images:
                attrs: dict[str, str | int | float] = {"src": source, "alt": alt, "loading": "lazy"}
                token.attrs = attrs | {"referrerpolicy": "no-referrer"} | _title(token)
                return [token], []
            note = f"(picture at {_host(source)})"
            attrs = {"class": "picture-elsewhere", "href": source}
            attrs |= _title(token) | {"rel": REL}
            if inside:
                return [_text(alt)], [_text(" "), *_link(attrs, note)]
            return _link(attrs, f"{alt} {note}".strip()), []
        if kind in {Kind.JOURNAL, Kind.FRAGMENT} and address:
            target = unquote(address)
            name = re.split(r"[/\\]", target)[-1] or target
            title = str(token.attrs.get("title", ""))
            if is_text(target):
                attrs = {"class": "picture", "href": self.journal(target, line, column, "picture")}
            else:
                shown = Attachment(address, True, alt, title, width, line, column)
                attrs = {"class": "picture", "href": self.attach(shown)}
            attrs |= _title(token)
            if inside:
                return [_text(alt or name)], [_text(" "), *_link(attrs, name)]
            return _link(attrs, alt or name), []
        if kind is Kind.FOREIGN:
            self._refuse_outside(address, line, column)
        if kind is Kind.REFUSED:
            self.problems.append(problem(Location(self.path, line, column), Level.NOTE, "markdown-picture-inline"))
        seen = alt if kind is Kind.REFUSED or not address else f"{alt} ({unquote(address)})".strip()
        return [_text(seen)], []

    def raw_picture(self, said: dict[str, str], place: tuple[int, int]) -> tuple[str, str, str] | None:
        """Return a link for a raw `<img>` as tag, description and file's name, or None if its file is not the journal's."""
        address = said.get("src", "").strip()
        if not address or kind_of(address) not in {Kind.JOURNAL, Kind.FRAGMENT}:
            self._refuse_outside(address, *place)
            return None
        target = unquote(address)
        name = re.split(r"[/\\]", target)[-1] or target
        title = f' title="{escapeHtml(said["title"])}"' if "title" in said else ""
        width = int(said["width"]) if re.fullmatch(r"[1-9]\d{0,4}", said.get("width", "")) else None
        shown = Attachment(address, True, said.get("alt", "").strip(), said.get("title", ""), width, *place)
        opening = f'<a class="picture" href="{self.attach(shown)}"{title}>'
        return opening, escapeHtml(said.get("alt", "").strip() or name), escapeHtml(name)

    def _place(self, token: Token, block: list[int] | None) -> tuple[int, int]:
        place = token.meta.get("at")
        return self.places.find(block, place if isinstance(place, Mark) else Mark(0, ""))


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _link(attrs: dict[str, str | int | float], text: str) -> list[Token]:
    return [Token("link_open", "a", 1, attrs=attrs), _text(text), Token("link_close", "a", -1)]


def _title(token: Token) -> dict[str, str | int | float]:
    return {"title": token.attrs["title"]} if "title" in token.attrs else {}


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address
