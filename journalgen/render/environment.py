"""Jinja as the templates find it: strict, escaping, with the words of one language and the dates of one locale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined

from journalgen import wording
from journalgen.language import Language
from journalgen.plan import addresses
from journalgen.problems import Problem
from journalgen.render.bytecode import bytecode_cache
from journalgen.render.dates import Dates
from journalgen.render.folding import FoldingEnvironment
from journalgen.render.kinds import MANY, ONE
from journalgen.render.links import Links

_ADDRESSES = ("HOME", "ARCHIVE", "BROWSE", "SEARCH", "SUPPORT", "PROBLEMS", "UNDATED", "STYLE", "ICON", "ASSETS")


def environment(
    folders: Sequence[Path], language: Language, links: Links, compiled_under: bytes | None = None
) -> FoldingEnvironment:
    """Return the environment that looks for templates in the folders, in their order."""
    made = FoldingEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=bytecode_cache(compiled_under) if compiled_under else None,
        extensions=["jinja2.ext.i18n"],
    )
    made.translate = language.gettext
    made.policies["ext.i18n.trimmed"] = True
    # The method comes with the extension, at run time.
    install = made.install_gettext_callables  # type: ignore[attr-defined]
    install(language.gettext, language.ngettext, newstyle=True)
    dates = Dates(language.locale)
    made.filters |= {
        "href": links.href,
        "day_long": dates.day_long,
        "day_short": dates.day_short,
        "day_in_month": dates.day_in_month,
        "month_name": dates.month_name,
        "month_short": dates.month_short,
        "weekday": dates.weekday,
        "clock": dates.clock,
        "number": dates.number,
    }
    made.globals |= {name: getattr(addresses, name) for name in _ADDRESSES}
    made.globals |= {
        "year_address": addresses.year_address,
        "month_address": addresses.month_address,
        "kind_address": addresses.kind_address,
        "weekday_heads": dates.weekday_heads,
        "plural_samples": dates.plural_samples,
        "kind_name": _translated(MANY, language),
        "kind_one": _translated(ONE, language),
        "sentence": _sentence(language),
    }
    return made


def _translated(names: dict[str, str], language: Language) -> Callable[[str], str]:
    def translated(kind: str) -> str:
        return language.gettext(names[kind]) if kind in names else kind

    return translated


def _sentence(language: Language) -> Callable[[Problem], str]:
    def sentence(problem: Problem) -> str:
        return wording.sentence(problem, language)

    return sentence
