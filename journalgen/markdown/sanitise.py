"""Raw HTML in a text: what of it is kept, and what is shown as it was written.

nh3 decides what is safe. Before that, whatever it would drop together with its text, and every tag that HTML does not
know (`<sigh>`), is made visible: nothing that was written disappears, and an unclosed `<script>` does not swallow the
day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from journalgen.markdown.links import REL, Kind, absolute, kind_of
from journalgen.markdown.rawhtml import TAG

_TAGS = frozenset((
    "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption",
    "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "i",
    "img", "ins", "kbd", "label", "li", "main", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s",
    "samp", "section", "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
))  # fmt: skip
# Known to HTML and taken away without their text.
_UNWRAPPED = frozenset((
    "html", "head", "body", "nav", "form", "fieldset", "legend", "button", "font", "center", "big", "nobr",
    "input", "output", "dialog",
))  # fmt: skip
# Never nested, or closed by what follows.
_VOID = frozenset((
    "br", "hr", "img", "wbr", "col", "source", "track", "input", "p", "li", "dt", "dd", "td", "th", "tr",
    "tbody", "thead", "tfoot",
))  # fmt: skip
_ATTRIBUTES = {
    "*": frozenset(("class", "title", "lang", "dir", "id", "role")),
    "a": frozenset(("href",)),
    "img": frozenset(("src", "alt", "width", "height", "loading", "referrerpolicy")),
    "audio": frozenset(("src", "loop")),
    "video": frozenset(("src", "width", "height", "loop", "muted")),
    "source": frozenset(("src", "type")),
    "td": frozenset(("colspan", "rowspan")),
    "th": frozenset(("colspan", "rowspan", "scope")),
    "ol": frozenset(("start", "reversed", "type")),
    "li": frozenset(("value",)),
    "details": frozenset(("open",)),
    "time": frozenset(("datetime",)),
}
# A player has its buttons, and fetches nothing before it is asked to.
_PLAYERS = {
    "audio": {"controls": "", "preload": "none"},
    "video": {"controls": "", "preload": "metadata", "playsinline": ""},
}
# The writer's own HTML may use the classes that their Markdown gets, and no other part of the site's clothes.
_CLASSES = re.compile(
    r"(language|callout|align|footnote|footnotes)(-[\w.+#-]+)?|tag|field|field-name|embed|picture(-elsewhere)?"
    r"|task-list-item(-checkbox)?|contains-task-list"
)
_OPENED = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_KNOWN = _TAGS | _UNWRAPPED
_DEEPEST = 200


def box(*, done: bool, secret: str = "") -> str:
    """Return the box of a task; with a secret, the text that stands for it while the writer's own are taken out."""
    if secret:
        return f"{secret}[{'x' if done else ' '}]"
    return f'<input class="task-list-item-checkbox" type="checkbox" disabled{" checked" if done else ""}>'


def visible(html: str) -> str:
    """Return raw HTML without its comments, and with everything that would vanish with its text made text.

    That is what nh3 drops with its text, and what an HTML parser would take for part of a tag or comment that nobody
    closed. Every `<` that is left begins a whole tag.
    """
    kept: list[str] = []
    done = 0
    closed = True
    at = html.find("<")
    while at >= 0:
        after = at + 1
        if closed and html.startswith("<!--", at):
            # `<!-->` and `<!--->` are comments too.
            end = html.find("-->", at + 2)
            closed = end >= 0
            if closed:
                kept.append(html[done:at])
                done = end + 3
                at = html.find("<", done)
                continue
        tag = TAG.match(html, at)
        if tag and tag["name"].lower() in _KNOWN:
            after = tag.end()
        else:
            kept += (html[done:at], "&lt;")
            done = after
        at = html.find("<", after)
    return "".join((*kept, html[done:]))


def too_deep(html: str) -> bool:
    """Say whether elements are opened in each other deeper than a browser's own limits; nh3 is slow beyond them."""
    depth: Counter[str] = Counter()
    for tag in _OPENED.finditer(html):
        name = tag[2].lower()
        if name in _VOID:
            continue
        depth[name] += -1 if tag[1] and depth[name] else 0 if tag[1] else 1
        if depth[name] > _DEEPEST:
            return True
    return False


def sanitise(
    html: str,
    *,
    secret: str,
    remote_images: bool,
    journal: Callable[[str], str],
    media: Callable[[str], str | None],
) -> str:
    """Return HTML with nothing in it that runs, frames, asks, or calls another host.

    `secret` marks the ids and addresses that are journalgen's own: no writer can know it, and it is taken out here.
    `journal` notes a relative address, and returns what stands for it; so does `media` for the source of a player, or None.
    """
    import nh3  # noqa: PLC0415 - only texts with raw HTML need it

    def attribute(tag: str, name: str, value: str) -> str | None:  # noqa: PLR0911 -- one for each kind
        if name == "href":
            return _href(value, secret, journal)
        if name == "src":
            # Pictures of the journal are links by now.
            if tag == "img":
                remote = remote_images and absolute(value).lower().startswith(("http:", "https:"))
                return value if remote else None
            return media(value)
        if name == "id":
            return value if value.startswith(secret) else None
        if name == "class":
            return " ".join(each for each in value.split() if _CLASSES.fullmatch(each)) or None
        if name == "role" and value != "note":
            return None
        # What begins like our mark would be taken for one below, and the value's quotes with it.
        return f" {value}" if value.startswith("journal:") else value

    cleaned = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto", "tel", "journal"},
        link_rel=REL,
        set_tag_attribute_values=_PLAYERS,
    )
    # nh3 leaves quotes in text as they are: what reads like our mark there must not be taken for one.
    cleaned = cleaned.replace('"journal:', "&quot;journal:").replace(f"&quot;journal:{secret}", '"journal:')
    for done in (False, True):
        cleaned = cleaned.replace(box(done=done, secret=secret), box(done=done))
    return cleaned.replace(secret, "")


def _href(value: str, secret: str, journal: Callable[[str], str]) -> str | None:
    if value.startswith(f"journal:{secret}"):
        return value
    kind = kind_of(value)
    if kind is Kind.EXTERNAL:
        return absolute(value)
    if kind is Kind.JOURNAL and value.strip():
        return journal(value)
    return value if kind is Kind.FRAGMENT else None
