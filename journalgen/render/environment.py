"""Jinja as the templates find it: strict, escaping, with the words of one language and the dates of one locale."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined

from journalgen import wording
from journalgen.language import Language
from journalgen.plan import addresses
from journalgen.plan.entries import DEPTHS
from journalgen.problems import Problem
from journalgen.render.bytecode import bytecode_cache
from journalgen.render.dates import Dates
from journalgen.render.folding import FoldingEnvironment
from journalgen.render.kinds import BANDS, FACTORS, MANY, ON_WEEKDAYS, ONE, SECTIONS, STATUSES
from journalgen.render.links import Links
from journalgen.render.theme import Theme, ThemeLoader
from journalgen.wording.prompts import FORMS, THEMES

_ADDRESSES = (
    "HOME", "ARCHIVE", "BROWSE", "SEARCH", "SUPPORT", "PROBLEMS", "UNDATED", "PATTERNS", "PROMPTS", "EXERCISES", "SCALES",
    "THREADS", "STRENGTHS", "REVIEWS", "ON_THIS_DAY", "STYLE", "ICON", "SCRIPT", "ON_THIS_DAY_SCRIPT", "ASSETS",
)  # fmt: skip


def environment(
    theme: Theme, language: Language, links: Links, given: dict[str, Any], compiled_under: bytes | None = None
) -> FoldingEnvironment:
    """Return the environment that finds templates in a theme; `given` is what they see besides.

    It is a sandbox where any template is the writer's own: a journal may be somebody else's. Journalgen's alone go without,
    since pages take two and a half times as long in it.
    """
    kind: type[FoldingEnvironment] = FoldingEnvironment
    if theme.own:
        from journalgen.render.sandbox import SandboxedTemplates  # noqa: PLC0415 -- few journals need it

        kind = SandboxedTemplates
    cache = bytecode_cache(compiled_under, frozenset(file.path for file in theme.own)) if compiled_under else None
    made = kind(
        loader=ThemeLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=cache,
        extensions=["jinja2.ext.i18n"],
    )
    made.translate = language.gettext
    made.policies["ext.i18n.trimmed"] = True
    # The method comes with the extension, at run time.
    install = made.install_gettext_callables  # type: ignore[attr-defined]
    install(made.filled(language.gettext), made.filled(language.ngettext), newstyle=True)
    dates = Dates(language.locale)
    made.filters |= {
        "href": links.href,
        "day_long": dates.day_long,
        "day_short": dates.day_short,
        "day_in_month": dates.day_in_month,
        "month_name": dates.month_name,
        "month_short": dates.month_short,
        "weekday": dates.weekday,
        "day_of_year": dates.day_of_year,
        "clock": dates.clock,
        "number": dates.number,
        "figure": dates.figure,
    }
    made.globals |= {name: getattr(addresses, name) for name in _ADDRESSES}
    made.globals |= {
        "year_address": addresses.year_address,
        "month_address": addresses.month_address,
        "on_this_day_address": addresses.on_this_day_address,
        "kind_address": addresses.kind_address,
        "joints_of_list": dates.joints_of_list,
        "weekday_heads": dates.weekday_heads,
        "plural_samples": dates.plural_samples,
        "kind_name": _translated(MANY, language),
        "kind_one": _translated(ONE, language),
        "section_name": _translated(SECTIONS, language),
        "factor_kind": _translated(FACTORS, language),
        "on_weekdays": _translated(ON_WEEKDAYS, language),
        "theme_name": _translated(THEMES, language),
        "form_name": _translated(FORMS, language),
        "band_name": _translated(BANDS, language),
        "status_name": _translated(STATUSES, language),
        "sentence": _sentence(language),
        "DEPTHS": DEPTHS,
        **given,
    }
    made.allow(*made.globals.values())
    return made


def _translated(names: dict[str, str], language: Language) -> Callable[[str], str]:
    def translated(kind: str) -> str:
        return language.gettext(names[kind]) if kind in names else kind

    return translated


def _sentence(language: Language) -> Callable[[Problem], str]:
    def sentence(problem: Problem) -> str:
        return wording.sentence(problem, language)

    return sentence
