"""Patterns as sentences on a terminal, those that went along with better days first."""

from __future__ import annotations

import sys
from itertools import groupby

import click

from journalgen.analysis.patterns.values import CopingChange, FactorLeftOut, Pattern, Patterns
from journalgen.cli.terminal import count, decimal
from journalgen.language import Language
from journalgen.model.config import Config
from journalgen.render.dates import Dates
from journalgen.wording import patterns as words


def tell(figures: Patterns, config: Config, language: Language, *, is_all: bool) -> None:
    """Print patterns for people: what is worth watching, what was not found, and what was left out; with `is_all`, each number."""
    teller = _Teller(config, language)
    shown = sorted((each for each in figures.patterns if each.shown), key=teller.order)
    if shown:
        click.echo(f"{language.gettext(words.WORTH_WATCHING)}\n")
        for each in shown:
            click.echo(f"  {teller.pattern(each)}")
            if since := teller.since(each):
                click.echo(f"    {since}")
        click.echo(f"\n{language.gettext(words.WHY)} {language.gettext(words.TOO_LARGE)}\n")
    others = len(figures.patterns) - len(shown)
    days = language.ngettext("%(n)s day", "%(n)s days", figures.days) % {"n": count(figures.days, language)}
    click.echo(words.nothing_else(len(shown), others, {"comparisons": count(others, language), "days": days}, language))
    click.echo(language.gettext(words.HOW_COUNTED))
    if is_all:
        teller.table(figures.patterns)
    for line in teller.left_out(figures.left_out):
        click.echo(line)
    if figures.coping:
        click.echo("\n" + language.gettext(words.BEFORE_AND_AFTER) + "\n")
        for change in figures.coping:
            click.echo(f"  {teller.coping(change)}")


class _Teller:
    """Writes numbers and names as a journal and its language do."""

    def __init__(self, config: Config, language: Language) -> None:
        self._config = config
        self._language = language
        self._day = Dates(language.locale).day_short

    def order(self, each: Pattern) -> tuple[object, ...]:
        """Put what went along with better days first, then what is neither, and the surest first in each; people by their names."""
        better = {"higher": 1, "lower": -1, "neither": 0}[self._config.metric(each.metric).better]
        way = better * each.estimate
        return -1 if way > 0 else 1 if way < 0 else 0, *_surest(each), each.metric, each.lag_days

    def pattern(self, each: Pattern) -> str:
        ends = sorted((abs(each.low), abs(each.high)))
        return words.along(
            each.kind,
            each.factor,
            each.lag_days,
            "higher" if each.estimate > 0 else "lower",
            each.days_with,
            {
                "factor": words.factor_name(each.kind, each.factor, self._language),
                "metric": self._metric(each.metric),
                "amount": self._amount(abs(each.estimate), each.metric),
                "low": self._number(ends[0], each.estimate),
                "high": self._number(ends[1], each.estimate),
                "n": self._n(each.days_with),
                "step": self._step(each),
            },
            self._language,
        )

    def since(self, each: Pattern) -> str | None:
        found = each.since
        if found is None or each.first_shown is None or not found.days_with + found.days_without:
            return None
        filled = {"day": self._day(each.first_shown), "n": self._n(found.days_with)}
        if found.estimate is None or found.low is None or found.high is None:
            return words.since(found.days_with, False, filled, self._language)
        filled |= {
            "amount": self._signed(found.estimate, found.estimate),
            "low": self._signed(found.low, found.estimate),
            "high": self._signed(found.high, found.estimate),
        }
        return words.since(found.days_with, True, filled, self._language)

    def coping(self, each: CopingChange) -> str:
        filled = {"what": each.what, "n": self._n(each.n), "change": self._signed(each.change, each.change)}
        if each.low is not None and each.high is not None:
            filled |= {"low": self._signed(each.low, each.change), "high": self._signed(each.high, each.change)}
        if each.expected_anyway is not None:
            filled |= {
                "anyway": self._signed(each.expected_anyway, each.expected_anyway),
                "others": self._n(each.others),
            }
        return words.coping(each.low is not None, each.expected_anyway is not None, each.n, filled, self._language)

    def left_out(self, left_out: tuple[FactorLeftOut, ...]) -> list[str]:
        """Return a line for each reason, with the names that it holds for; a name with too few days in all stands once."""
        say = self._language.gettext
        lines = []
        for (reason, metric), rows in groupby(
            sorted(left_out, key=lambda each: (each.reason, each.metric or "", -each.days, each.key)),
            lambda each: (each.reason, each.metric),
        ):
            named = [self._left_out_name(each) for each in rows]
            line = say(words.LEFT_OUT[reason]) % {"names": ", ".join(named)}
            lines.append(f"{self._metric(metric)}: {line}" if metric else line)
        return lines

    def table(self, rows: tuple[Pattern, ...]) -> None:
        """Print each comparison in a line of figures."""
        from rich.console import Console  # noqa: PLC0415 -- only where there is a table
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        if not rows:
            return
        say = self._language.gettext
        table = Table(box=None, pad_edge=False)
        for number, head in enumerate(words.TABLE):
            table.add_column(say(head), justify="left" if number < 3 else "right")
        for each in sorted(rows, key=lambda each: (each.metric, each.lag_days, *_surest(each))):
            cells = (
                words.factor_name(each.kind, each.factor, self._language)
                + (f" ({self._step(each)})" if each.per else ""),
                self._metric(each.metric),
                say(words.DAY_AFTER if each.lag_days else words.SAME_DAY),
                self._n(each.days_with),
                self._n(each.days_without),
                *(decimal(value, self._language, 2, 2) for value in (each.estimate, each.low, each.high)),
                decimal(each.q, self._language, 3, 3),
            )
            table.add_row(*map(Text, cells))
        click.echo()
        Console(highlight=False, color_system=None, width=None if sys.stdout.isatty() else 120).print(table)
        click.echo()

    def _left_out_name(self, each: FactorLeftOut) -> str:
        name = words.factor_name(each.kind, each.factor, self._language)
        if each.reason == "same-as" and each.same_as:
            return f"{name} ({words.same_as_name(each.kind, each.same_as, self._language)})"
        return f"{name} {self._n(each.days)}"

    def _metric(self, name: str) -> str:
        label = self._config.metric(name).label
        if label and label.casefold() != name.casefold():
            return label
        return words.metric_name(name, self._language)

    def _n(self, number: int) -> str:
        return count(number, self._language)

    def _number(self, value: float, beside: float) -> str:
        size = abs(beside)
        return decimal(value, self._language, 0 if size >= 100 else 1 if size >= 0.5 else 2)

    def _amount(self, value: float, metric: str, beside: float | None = None) -> str:
        number = self._number(value, value if beside is None else beside)
        settings = self._config.metric(metric)
        if settings.unit:
            return f"{number} {settings.unit}"
        if settings.min is None or settings.max is None:
            return number
        return self._language.ngettext("%(n)s point", "%(n)s points", 1 if number == "1" else 2) % {"n": number}

    def _signed(self, value: float, beside: float) -> str:
        return words.signed(value, self._number(abs(value), beside), self._language)

    def _step(self, each: Pattern) -> str:
        if each.per is None:
            return ""
        unit = self._config.metric(each.factor).unit
        number = decimal(each.per, self._language, 4)
        return f"{number} {unit}" if unit else number


def _surest(each: Pattern) -> tuple[bool, float, str, str]:
    """Put the surest first, and people after all else: nobody is ranked."""
    is_person = each.kind == "person"
    return is_person, 0.0 if is_person else each.p, each.kind, each.key
