"""What shapes a page besides the journal: journalgen's own code, its templates and the libraries that render."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
# What decides what a page says: modules, compiled catalogues, prompts and exercises.
CODE = (".py", ".mo", ".json", ".md")
_LIBRARIES = re.compile(
    r"(babel|jinja2|markupsafe|markdown_it_py|mdit_py_plugins|linkify_it_py|mdurl|msgspec|uc_micro_py|nh3|numpy|scipy|pillow|pillow_heif|python_frontmatter|pyyaml|stopwordsiso)"
    r"-([^-]+)\.dist-info",
    re.IGNORECASE,
)


def templates_folder() -> Path:
    """Return where the templates lie: in the package of an installed wheel, else at the top of the checkout."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"


# Plain strings below: every build reads these files, and making a `Path` for each takes longer than reading it.


def _files(folder: str, endings: tuple[str, ...], within: str = "") -> Iterator[tuple[str, str]]:
    """Yield the files of a folder with these endings, and how each is called within it."""
    try:
        with os.scandir(folder) as found:
            items = sorted(found, key=lambda item: item.name)
    except OSError:
        return
    for item in items:
        # Some editors leave a link to nowhere beside what they have open, with its ending.
        if item.name.endswith(endings) and item.is_file():
            yield item.path, within + item.name
        elif item.name != "__pycache__" and item.is_dir(follow_symlinks=False):
            yield from _files(item.path, endings, f"{within}{item.name}/")


def _digest_of_files(folder: Path, endings: tuple[str, ...]) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for path, name in _files(os.fspath(folder), endings):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- as above
            data = file.read()
        digest.update(b"%b\0%d\0%b" % (os.fsencode(name), len(data), data))
    return digest.digest()


def library_versions() -> tuple[str, ...]:
    """Return the names and versions of the libraries that shape a page.

    They are read off the names of the folders that installers leave, since importing `importlib.metadata` takes longer than
    all else that a build with nothing to do has to do.
    """
    found = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208
        except OSError:
            continue
        found |= {match[0].lower() for name in names if (match := _LIBRARIES.fullmatch(name))}
    return tuple(sorted(found))


@lru_cache(maxsize=1)
def code_digest() -> bytes:
    """Return the digest of journalgen's code and catalogues, of Python's version and of the libraries'."""
    digest = hashlib.blake2b(_digest_of_files(PACKAGE, CODE), digest_size=16)
    digest.update("\0".join((sys.version, *library_versions())).encode())
    return digest.digest()


def media_recipe() -> bytes:
    """Return the digest of all that shapes a picture besides its file: journalgen's code for them, and the libraries."""
    digest = hashlib.blake2b(_digest_of_files(PACKAGE / "media", (".py",)), digest_size=16)
    digest.update("\0".join(name for name in library_versions() if name.startswith("pillow")).encode())
    return digest.digest()


def templates_digest(folder: Path) -> bytes:
    """Return the digest of all templates in a folder."""
    return _digest_of_files(folder, (".html", ".css", ".js"))
