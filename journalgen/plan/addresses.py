"""Where each page lies: stable relative paths, safe for every file system, never colliding.

A day's only entry is `2026/03/14.html`; where a day has several, that is the page of the day, and each entry has a suffix
from its file's name or its time. Names of tags and the rest are folded in case and keep their letters in any script.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Iterable

from journalgen.model.entry import Entry

HOME = "index.html"
ARCHIVE = "archive.html"
BROWSE = "browse.html"
SUPPORT = "support.html"
SEARCH = "search.html"
PROBLEMS = "problems.html"
UNDATED = "undated/index.html"
PATTERNS = "patterns/index.html"
PROMPTS = "prompts/index.html"
EXERCISES = "exercises/index.html"
STRENGTHS = "strengths/index.html"
SCALES = "scales/index.html"
THREADS = "threads/index.html"
REVIEWS = "reviews/index.html"
ON_THIS_DAY = "on-this-day/index.html"
ASSETS = "assets"
MEDIA = "media"
SHARDS = "search"
STYLE = f"{ASSETS}/style.css"
ICON = f"{ASSETS}/icon.svg"
ON_THIS_DAY_SCRIPT = f"{ASSETS}/on-this-day.js"
SCRIPT = f"{ASSETS}/site.js"

_LONGEST = 60
# Windows takes 260 for a whole path, and the site lies somewhere.
_LONGEST_PATH = 150
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
# Marks and fillers that nobody sees, and that some file systems pass over: variation selectors and the like.
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)")


def slug(text: str) -> str:
    """Return a name that any file system takes: letters and digits of any script in one case, joined by `-`.

    It is empty where nothing of the text can stand in a file's name.
    """
    folded = text.lower()
    if not text.isascii():
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    safe = "".join(letter if _may_stand(letter) else "-" for letter in folded)
    name = re.sub(r"-{2,}", "-", safe).strip("-")[:_LONGEST]
    name = name.encode()[:_LONGEST].decode(errors="ignore").strip("-")
    return f"{name}-" if _RESERVED.match(name) else name


def _may_stand(letter: str) -> bool:
    if letter.isascii():
        return letter.isalnum()
    return (letter.isalnum() or unicodedata.category(letter) in ("Mn", "Mc")) and not _UNSEEN.match(letter)


def short_digest(*parts: str) -> str:
    """Return ten letters that stand for these texts."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=5).hexdigest()


def _as_compared(name: str) -> str:
    """Return what a file system that folds case or accents takes a name for."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


class Names:
    """Hands out names within one folder: each asker the slug of its text, the later of two alike with a digest behind it.

    With a `secret`, every name is a keyed digest, which tells nothing of the text to who has the list of files alone.
    """

    def __init__(self, secret: bytes | None = None, taken: Iterable[str] = ()) -> None:
        self._secret = secret
        self._taken = set(taken)

    def name(self, text: str, identity: str) -> str:
        """Return the name for a text; `identity` is what the asker alone is known by."""
        wanted = "" if self._secret is not None else slug(text)
        name = wanted or self._digest(identity)
        attempt = 0
        while _as_compared(name) in self._taken:
            again = self._digest(identity, str(attempt)) if attempt else self._digest(identity)
            name = f"{wanted}-{again}".lstrip("-")
            attempt += 1
        self._taken.add(_as_compared(name))
        return name

    def _digest(self, *parts: str) -> str:
        if self._secret is None:
            return short_digest(*parts)
        return hashlib.blake2b("\0".join(parts).encode(), digest_size=5, key=self._secret).hexdigest()


def year_address(year: int) -> str:
    """Return where the page of a year lies."""
    return f"{year:04}/index.html"


def month_address(year: int, month: int) -> str:
    """Return where the page of a month lies."""
    return f"{year:04}/{month:02}/index.html"


def year_photos_address(year: int) -> str:
    """Return where the photos of a year lie."""
    return f"{year:04}/photos.html"


def month_photos_address(year: int, month: int) -> str:
    """Return where the photos of a month lie."""
    return f"{year:04}/{month:02}/photos.html"


def day_address(day: dt.date) -> str:
    """Return where the page of a day lies, which is the entry itself where there is only one."""
    return f"{day.year:04}/{day.month:02}/{day.day:02}.html"


def on_this_day_address(month: int, day: int) -> str:
    """Return where the page of a day of every year lies."""
    return f"on-this-day/{month:02}-{day:02}.html"


def strengths_address(year: int | None, kind: str | None) -> str:
    """Return where what went well in a year lies (None: what has no day), or one kind of it."""
    name = "undated" if year is None else f"{year:04}"
    return f"strengths/{kind.replace('_', '-')}/{name}.html" if kind else f"strengths/{name}.html"


def kind_address(kind: str) -> str:
    """Return where the index of a kind of names lies."""
    return f"{kind}/index.html"


def metric_addresses(metrics: Iterable[str], secret: bytes | None = None) -> dict[str, str]:
    """Return the address of the page of each metric, by its name."""
    names = Names(secret, taken=("index",))
    return {metric: f"metrics/{names.name(metric, metric)}.html" for metric in sorted(metrics)}


def thread_addresses(kind: str, keys: Iterable[str], secret: bytes | None = None) -> dict[str, str]:
    """Return the address of each thread, or of each goal, by its key."""
    names = Names(secret, taken=("index",))
    return {key: f"{kind}s/{names.name(key, key)}.html" for key in sorted(keys)}


def along_addresses(metrics: Iterable[str], secret: bytes | None = None) -> dict[str, str]:
    """Return where the page of what goes along with each metric lies, by the metric's name."""
    names = Names(secret)
    return {metric: f"patterns/along/{names.name(metric, metric)}.html" for metric in sorted(metrics)}


def scale_addresses(scales: Iterable[str], secret: bytes | None = None) -> dict[str, str]:
    """Return where the page of each questionnaire lies, by its name."""
    names = Names(secret, taken=("index",))
    return {scale: f"scales/{names.name(scale, scale)}.html" for scale in sorted(scales)}


def shard_address(folder: str, name: str) -> str:
    """Return where a part of what is searched lies, `folder` being the one that nobody can guess."""
    return f"{SHARDS}/{folder}/{name}.js"


def prompt_address(anchor: str) -> str:
    """Return where a prompt stands on the page of all prompts."""
    return f"{PROMPTS}#{anchor}"


def exercise_address(anchor: str) -> str:
    """Return where an exercise stands on the page of all exercises."""
    return f"{EXERCISES}#{anchor}"


def review_address(period: str) -> str:
    """Return where it is looked back on a week, a month, a quarter or a year, by its name such as `2026-W11`."""
    return f"reviews/{period}.html"


def entry_addresses(entries: Iterable[Entry], secret: bytes | None = None) -> dict[str, str]:
    """Return the address of each entry by its path: dated ones by their day, the others under `undated/`."""
    by_day: dict[dt.date, list[Entry]] = {}
    loose = Names(secret, taken=("index",))
    addresses: dict[str, str] = {}
    for entry in entries:
        if entry.day is None:
            addresses[entry.path] = f"undated/{loose.name(entry.name, entry.path)}.html"
        else:
            by_day.setdefault(entry.day, []).append(entry)
    for day, group in by_day.items():
        if len(group) == 1:
            addresses[group[0].path] = day_address(day)
            continue
        address = day_address(day)
        names = Names(secret)
        for entry in group:
            suffix = names.name(_suffix(entry), entry.path)
            addresses[entry.path] = f"{address.removesuffix('.html')}-{suffix}.html"
    return addresses


def _suffix(entry: Entry) -> str:
    time = f"{entry.time:%H%M}" if entry.time else ""
    return "-".join(part for part in (time, entry.name) if part) or "1"


def term_addresses(kind: str, keys: Iterable[str], secret: bytes | None = None) -> dict[str, str]:
    """Return the address of each term of a kind by its key; a nested tag lies in its parent's folder, if that is not too deep."""
    folders: dict[str, Names] = {}
    stems: dict[str, str] = {}
    # Parents come before their children, whose folder is the parent's name.
    for key in sorted(keys):
        above, _, last = key.rpartition("/") if kind == "tags" else ("", "", key)
        folder = stems.get(above, kind) if above else kind
        if len(folder.encode()) + _LONGEST > _LONGEST_PATH:
            folder = kind
        names = folders.setdefault(folder, Names(secret, taken=("index",)))
        stems[key] = f"{folder}/{names.name(last, key)}"
    return {key: f"{stem}.html" for key, stem in stems.items()}
