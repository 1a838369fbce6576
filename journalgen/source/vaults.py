"""What Obsidian and Logseq say of their own folders: where the daily notes are, how they are named, where templates lie."""

from __future__ import annotations

import json
import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

_LARGEST = 1_000_000
# A comment of EDN, or a text that it does not begin in.
_COMMENT = re.compile(r'("(?:\\.|[^"\\])*")|;[^\n]*')


class Vault(Struct, frozen=True):
    """The settings of the vault that the journal is: paths relative to it, with `/`, folders without a slash at the end.

    `daily_format` is None where the usual names serve; `moment` tells a Moment.js format from one of Java's. `day_titles` is
    how Logseq names the pages of days, where it says so, in a format of Java's.
    """

    daily_folder: str = ""
    daily_format: str | None = None
    moment: bool = True
    template_folders: tuple[str, ...] = ()
    template_files: tuple[str, ...] = ()
    own_folders: tuple[str, ...] = ()
    attachment_folder: str = ""
    day_titles: str | None = None


def read_vault(journal: Path) -> Vault | None:
    """Return the settings of the Obsidian or Logseq vault in this folder, or None where it is neither."""
    if (journal / ".obsidian").is_dir():
        both = (journal / "logseq" / "config.edn").is_file()
        return replace(_obsidian(journal / ".obsidian"), own_folders=("logseq",) if both else ())
    if (journal / "logseq" / "config.edn").is_file():
        return _logseq(journal / "logseq" / "config.edn")
    if (journal / "logseq").is_dir() and (journal / "journals").is_dir():
        return Vault("journals", "yyyy_MM_dd", moment=False, own_folders=("logseq",))
    return None


def _obsidian(settings: Path) -> Vault:
    daily = _json(settings / "daily-notes.json")
    periodic = _json(settings / "plugins" / "periodic-notes" / "data.json").get("daily")
    if isinstance(periodic, dict) and periodic.get("enabled"):
        daily = {**daily, **{key: value for key, value in periodic.items() if value}}
    template = _folder(_text(daily, "template"))
    templates = (
        _text(_json(settings / "templates.json"), "folder"),
        _text(_json(settings / "plugins" / "templater-obsidian" / "data.json"), "templates_folder"),
    )
    return Vault(
        daily_folder=_folder(_text(daily, "folder")),
        daily_format=_text(daily, "format") or None,
        template_folders=tuple(_folder(each) for each in templates if _folder(each)),
        template_files=(f"{template.removesuffix('.md')}.md",) if template else (),
        attachment_folder=_folder(_text(_json(settings / "app.json"), "attachmentFolderPath")),
    )


def _logseq(config: Path) -> Vault:
    try:
        text = config.read_text(encoding="utf-8", errors="replace")[:_LARGEST]
    except OSError:
        text = ""
    text = _COMMENT.sub(lambda found: found[1] or "", text)
    folder = re.search(r':journals-directory\s+"([^"]+)"', text)
    written = re.search(r':journal/file-name-format\s+"([^"]+)"', text)
    titles = re.search(r':journal/page-title-format\s+"([^"]+)"', text)
    return Vault(
        daily_folder=_folder(folder[1] if folder else "journals"),
        daily_format=written[1] if written else "yyyy_MM_dd",
        moment=False,
        own_folders=("logseq",),
        day_titles=titles[1] if titles else None,
    )


def _json(path: Path) -> dict[str, object]:
    """Return the object that a settings file holds, or an empty one: a vault's broken settings are not ours to complain of."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _text(settings: dict[str, object], key: str) -> str:
    value = settings.get(key)
    return value if isinstance(value, str) else ""


def _folder(text: str) -> str:
    return "/".join(part for part in text.replace("\\", "/").split("/") if part not in ("", "."))
