"""Patterns in words: what went along with what, how sure that is, and what can't be told.

Nothing here says that one thing causes another. Names, amounts and days come in already written as the reader's language
writes them; a page may hand over a link in place of a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from journalgen.language import N_, Language

Direction = Literal["higher", "lower"]

WORTH_WATCHING = N_("Worth watching")
WHY = N_("The journal can't say why.")
TOO_LARGE = N_(
    "What stands out is on average a little too large here: chance helped it to stand out. What has happened since tells more."
)
HOW_COUNTED = N_(
    "Compared with what was otherwise to be expected: the slow ups and downs, the days of the week, and how much of one day is"
    " carried over into the next are taken into account, and so are stronger patterns. Days without an entry are not known, and"
    " never filled in. Where there are fewer entries on low days, what is seen is smaller than what there is."
)

BEFORE_AND_AFTER = N_(
    "Coping, before and after. One reaches for it at a bad moment, so some of the change comes by itself."
)
LEFT_OUT = {
    "too-few": N_("Too few days to tell from chance: %(names)s."),
    "too-many": N_("Left out, since others come more often: %(names)s."),
    "same-as": N_("Always the same days as another: %(names)s."),
}
SAME_DAY, DAY_AFTER = N_("same day"), N_("day after")
TABLE = (
    N_("what"), N_("metric"), N_("when"), N_("days with"), N_("without"), N_("about"), N_("from"), N_("to"), N_("q"),
)  # fmt: skip

_WEEKDAYS = {
    "monday": (N_("Monday"), N_("On Mondays")),
    "tuesday": (N_("Tuesday"), N_("On Tuesdays")),
    "wednesday": (N_("Wednesday"), N_("On Wednesdays")),
    "thursday": (N_("Thursday"), N_("On Thursdays")),
    "friday": (N_("Friday"), N_("On Fridays")),
    "saturday": (N_("Saturday"), N_("On Saturdays")),
    "sunday": (N_("Sunday"), N_("On Sundays")),
    "weekend": (N_("weekend"), N_("At weekends")),
}
_DAYS_SINCE = N_("days since the last entry")
_MOOD = N_("mood")


def factor_name(kind: str, factor: str, language: Language) -> str:
    """Return what a factor is called: days of the week in the reader's language, everything else as the writer does."""
    if kind == "weekday" and factor in _WEEKDAYS:
        return language.gettext(_WEEKDAYS[factor][0])
    return language.gettext(_DAYS_SINCE) if kind == "metric" and factor == "days-since" else factor


def metric_name(name: str, language: Language) -> str:
    """Return what a metric without a label is called: mood in the reader's language, any other as the writer does."""
    return language.gettext(_MOOD) if name == "mood" else name


def same_as_name(kind: str, same_as: str, language: Language) -> str:
    """Return what a factor is the same as: another name, or time itself."""
    if same_as == "time":
        return language.gettext(N_("time itself"))
    return factor_name("weekday" if same_as in _WEEKDAYS else kind, same_as, language)


def along(  # noqa: PLR0911 -- one sentence for each kind of pattern
    kind: str, factor: str, lag_days: int, direction: Direction, days: int, words: Mapping[str, str], language: Language
) -> str:
    """Return a pattern as a sentence.

    `words` are `factor`, `metric`, `amount`, `low`, `high`, `n` and, for a factor that is a number, `step`: the step that the
    amount is for, with its unit. Low and high are the ends of the interval, both in the direction of the amount.
    """
    say = language.gettext
    higher = direction == "higher"
    if kind == "weekday":
        words = {**words, "when": say(_WEEKDAYS[factor][1])}
        if higher:
            return say(_WEEKDAY_HIGHER) % words
        return say(_WEEKDAY_LOWER) % words
    if kind == "metric":
        if lag_days:
            return say(_NUMBER_AFTER_HIGHER if higher else _NUMBER_AFTER_LOWER) % words
        return say(_NUMBER_HIGHER if higher else _NUMBER_LOWER) % words
    if lag_days:
        if higher:
            return (
                language.ngettext(
                    "The day after *%(factor)s* (%(n)s day), %(metric)s was about %(amount)s higher than otherwise expected,"
                    " likely between %(low)s and %(high)s.",
                    "The day after *%(factor)s* (%(n)s days), %(metric)s was about %(amount)s higher than otherwise expected,"
                    " likely between %(low)s and %(high)s.",
                    days,
                )
                % words
            )
        return (
            language.ngettext(
                "The day after *%(factor)s* (%(n)s day), %(metric)s was about %(amount)s lower than otherwise expected,"
                " likely between %(low)s and %(high)s.",
                "The day after *%(factor)s* (%(n)s days), %(metric)s was about %(amount)s lower than otherwise expected,"
                " likely between %(low)s and %(high)s.",
                days,
            )
            % words
        )
    if higher:
        return (
            language.ngettext(
                "On %(n)s day with *%(factor)s*, %(metric)s was about %(amount)s higher than otherwise expected, likely between"
                " %(low)s and %(high)s.",
                "On %(n)s days with *%(factor)s*, %(metric)s was about %(amount)s higher than otherwise expected, likely between"
                " %(low)s and %(high)s.",
                days,
            )
            % words
        )
    return (
        language.ngettext(
            "On %(n)s day with *%(factor)s*, %(metric)s was about %(amount)s lower than otherwise expected, likely between"
            " %(low)s and %(high)s.",
            "On %(n)s days with *%(factor)s*, %(metric)s was about %(amount)s lower than otherwise expected, likely between"
            " %(low)s and %(high)s.",
            days,
        )
        % words
    )


_WEEKDAY_HIGHER = N_(
    "%(when)s (%(n)s), %(metric)s was about %(amount)s higher than on other days, likely between %(low)s and %(high)s."
)
_WEEKDAY_LOWER = N_(
    "%(when)s (%(n)s), %(metric)s was about %(amount)s lower than on other days, likely between %(low)s and %(high)s."
)
_NUMBER_HIGHER = N_(
    "With every %(step)s more of *%(factor)s*, %(metric)s was about %(amount)s higher, likely between %(low)s and %(high)s"
    " (days: %(n)s)."
)
_NUMBER_LOWER = N_(
    "With every %(step)s more of *%(factor)s*, %(metric)s was about %(amount)s lower, likely between %(low)s and %(high)s"
    " (days: %(n)s)."
)
_NUMBER_AFTER_HIGHER = N_(
    "With every %(step)s more of *%(factor)s* the day before, %(metric)s was about %(amount)s higher, likely between %(low)s and"
    " %(high)s (days: %(n)s)."
)
_NUMBER_AFTER_LOWER = N_(
    "With every %(step)s more of *%(factor)s* the day before, %(metric)s was about %(amount)s lower, likely between %(low)s and"
    " %(high)s (days: %(n)s)."
)


def since(days: int, is_known: bool, words: Mapping[str, str], language: Language) -> str:
    """Return what happened after a pattern was first shown. `words` are `day` and `n`, and `amount`, `low` and `high` if known.

    Those three say by themselves whether they are higher or lower; see `signed`.
    """
    if not days:
        return language.gettext("Since %(day)s: no days with it yet.") % words
    if not is_known:
        return (
            language.ngettext(
                "Since %(day)s: %(n)s day with it, too few to tell from chance.",
                "Since %(day)s: %(n)s days with it, too few to tell from chance.",
                days,
            )
            % words
        )
    return (
        language.ngettext(
            "Since %(day)s: %(n)s day with it, about %(amount)s, likely between %(low)s and %(high)s.",
            "Since %(day)s: %(n)s days with it, about %(amount)s, likely between %(low)s and %(high)s.",
            days,
        )
        % words
    )


def signed(value: float, amount: str, language: Language) -> str:
    """Return an amount, written without its sign, as higher or lower."""
    if value < 0:
        return language.gettext("%(amount)s lower") % {"amount": amount}
    return language.gettext("%(amount)s higher") % {"amount": amount}


def nothing_else(shown: int, comparisons: int, words: Mapping[str, str], language: Language) -> str:
    """Return what is to be said of comparisons that are not shown. `words` are `comparisons` (a number) and `days`, in words."""
    if not comparisons:
        return language.gettext("There are not enough days to compare anything yet. They will come.")
    if shown:
        return (
            language.ngettext(
                "Nothing stood out in %(comparisons)s other comparison over %(days)s; small effects may still be there.",
                "Nothing stood out among %(comparisons)s other comparisons over %(days)s; small effects may still be there.",
                comparisons,
            )
            % words
        )
    return (
        language.ngettext(
            "Nothing stood out in %(comparisons)s comparison over %(days)s; small effects may still be there.",
            "Nothing stood out among %(comparisons)s comparisons over %(days)s; small effects may still be there.",
            comparisons,
        )
        % words
    )


def left_out(reason: str, days: int, words: Mapping[str, str], language: Language) -> str:
    """Return why a factor was not compared. `words` are `factor`, `n` and, for one that is the same as another, `same_as`."""
    if reason == "too-few":
        return (
            language.ngettext(
                "%(n)s day with *%(factor)s*: too few to tell from chance.",
                "%(n)s days with *%(factor)s*: too few to tell from chance.",
                days,
            )
            % words
        )
    if reason == "same-as":
        return language.gettext("*%(factor)s*: always the same days as *%(same_as)s*.") % words
    return language.gettext("*%(factor)s*: left out, since others come more often.") % words


def coping(is_sure: bool, has_expected: bool, uses: int, words: Mapping[str, str], language: Language) -> str:
    """Return how the writer felt after a coping technique.

    `words` are `what`, `n` and `change`, and where they are known `low` and `high`, and `anyway` and `others`; changes say by
    themselves whether they are higher or lower.
    """
    text = (
        language.ngettext(
            "*%(what)s* (%(n)s time): afterwards about %(change)s.",
            "*%(what)s* (%(n)s times): afterwards about %(change)s.",
            uses,
        )
        if not is_sure
        else language.ngettext(
            "*%(what)s* (%(n)s time): afterwards about %(change)s, likely between %(low)s and %(high)s.",
            "*%(what)s* (%(n)s times): afterwards about %(change)s, likely between %(low)s and %(high)s.",
            uses,
        )
    ) % words
    if not has_expected:
        return text
    anyway = language.gettext(
        "About %(anyway)s would likely have come anyway, as on %(others)s other occasions that began like that."
    )
    return f"{text} {anyway % words}"
