from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journalgen.model.config import NOT_METRICS, Alias, Config, MetricConfig, Pause, Quiet, SectionHeadings
from journalgen.model.scales import KNOWN, Band, ScaleConfig
from journalgen.parse.config import read_config


@pytest.mark.parametrize(
    ("toml", "field", "value"),
    [
        ('title = "Slow mornings"', "title", "Slow mornings"),
        ('author = "Mara"', "author", "Mara"),
        ('language = "pt-BR"', "language", "pt_BR"),
        ('first_day_of_week = "Sunday"', "first_day_of_week", 6),
        ('first-day-of-week = "monday"', "first_day_of_week", 0),
        ('day_starts_at = "04:00"', "day_starts_at", dt.time(4)),
        ("day_starts_at = 04:00:00", "day_starts_at", dt.time(4)),
        ('output = "../site"', "output", "../site"),
        ('ignore = ["drafts/", "*.tmp.md"]', "ignore", ("drafts/", "*.tmp.md")),
        ("ignore = []", "ignore", ()),
        ('undated = "list"', "undated", "list"),
        ('coping_plan = ["walk", "call Mags"]', "coping_plan", ("walk", "call Mags")),
        ("[site]\nplain_names = true", "plain_names", True),
        ("[prompts]\nshow = false", "prompts_show", False),
        ('[new]\nask = ["mood", "sleep", "mood"]', "new_ask", ("mood", "sleep")),
        ("[new]\nask = []", "new_ask", ()),
        ('[remind]\nat = "07:15"', "remind_at", dt.time(7, 15)),
        ('[remind]\ndays = ["Sunday", "monday"]', "remind_days", (0, 6)),
        ("[remind]\ndays = []", "remind_days", ()),
        ("[markdown]\nsmart_quotes = true", "smart_quotes", True),
        ("[words]\ncloser = true", "words_closer", True),
        ('[words]\nleave-out = ["ward", "Mark"]', "words_left_out", ("ward", "Mark")),
        ('[words]\nleave_out = "ward"', "words_left_out", ("ward",)),
        ('[metrics]\nignore = ["budget"]', "not_metrics", (*NOT_METRICS, "budget")),
        ("[metrics.mood]\nmax = 5", "metrics", (MetricConfig("mood", min=1, max=5, better="higher"),)),
        (
            ('[metrics.Sleep-Quality]\nlabel = "Sleep"\nmin = 0\nmax = 10\nunit = "h"\nbetter = "higher"\n'
            "words = { awful = 1, fine = 7.5 }"),
            "metrics",
            (MetricConfig("sleep_quality", "Sleep", 0, 10, "h", "higher", (("awful", 1.0), ("fine", 7.5))),),
        ),
        (
            '[[pause]]\nfrom = 2026-01-01\nto = "2026-01-31"\nreason = "rest"',
            "pauses",
            (Pause(dt.date(2026, 1, 1), dt.date(2026, 1, 31), "rest"),),
        ),
        ("[[pause]]\nfrom = 2026-01-01", "pauses", (Pause(dt.date(2026, 1, 1)),)),
        ('[sections]\nkind-words = ["Said to me"]', "sections", (SectionHeadings("kind_words", ("Said to me",)),)),
        ("quiet_below = 3.5", "quiet_below", 3.5),
        ("quiet_below = false", "quiet_below", False),
        ("quiet-below = 0\n[metrics.mood]\nmin = 0\nmax = 5", "quiet_below", 0.0),
        (
            '[[quiet]]\nfrom = 2026-01-01\nto = "2026-01-31"\nnote = "the ward"',
            "quiet",
            (Quiet(dt.date(2026, 1, 1), dt.date(2026, 1, 31), has_days=True),),
        ),
        ("[[quiet]]\nto = 2026-01-01", "quiet", (Quiet(None, dt.date(2026, 1, 1), has_days=True),)),
        (
            '[[quiet]]\ntags = ["#ward", "work / night"]\n[[quiet]]\npeople = "[[Mark]]"',
            "quiet",
            (Quiet(tags=("ward", "work/night")), Quiet(people=("Mark",))),
        ),
        ('[quiet]\npeople = ["M", "M"]\nfrom = 2026-01-01', "quiet", (Quiet(dt.date(2026, 1, 1), None, True, (), ("M",)),)),
        ("[[quiet]]\ntags = []", "quiet", ()),
        ("[rhythm]\nshow = false", "rhythm", False),
        ("[rhythm]\nrest_days = 2", "rest_days", 2),
        (
            ('[scales.PCL-5]\nlabel = "PCL"\nmin = 0\nmax = 80\nbetter = "lower"\nchange = 10\n'
            "bands = { high = 31, middle = 20 }"),
            "scales",
            (ScaleConfig("pcl5", "PCL", 0, 80, "lower", (Band(20, "middle"), Band(31, "high")), 10),),
        ),
        ("[scales.gad7]\nchange = 6", "scales", (replace(KNOWN["gad7"], change=6, change_sources=()),)),
        ("[scales.phq9]\nbands = {}", "scales", (replace(KNOWN["phq9"], bands=(), source=None),)),
        ('[aliases.people]\n"A." = "Anna"', "aliases", (Alias("people", "A.", "Anna"),)),
        ('[aliases]\n"A." = "Anna"', "aliases", (Alias("*", "A.", "Anna"),)),
    ],
)  # fmt: skip
def test_each_setting_is_read(toml: str, field: str, value: object) -> None:
    config, problems = read_config(toml)
    assert not problems
    assert getattr(config, field) == value


@pytest.mark.parametrize(
    ("toml", "where", "code", "parameters"),
    [
        ('titel = "x"', "1:1", "unknown-key-close", {"field": "titel", "suggestion": "title"}),
        ("\nqqq = 1", "2:1", "unknown-key", {"field": "qqq"}),
        ("[site]\nplain_name = true", "2:1", "unknown-key-close", {"suggestion": "plain_names"}),
        (
            "[metrics.sleep]\nunits = 'h'",
            "2:1",
            "unknown-key-close",
            {"field": "metrics.sleep.units", "suggestion": "unit"},
        ),
        ('[aliases.peple]\nx = "y"', "1:10", "unknown-key-close", {"suggestion": "people"}),
        ("title = 3", "1:9", "expected-text", {"field": "title", "got": "3"}),
        ('language = "german"', "1:12", "expected-language", {}),
        ('first_day_of_week = "mondy"', "1:21", "expected-choice", {}),
        ('day_starts_at = "25:00"', "1:17", "expected-time", {}),
        ("day_starts_at = 4", "1:17", "expected-time", {}),
        ('ignore = "x"', "1:10", "expected-list-of-text", {}),
        ('ignore = ["ok", "!"]', "1:17", "expected-list-of-text", {"got": "!"}),
        ('[metrics]\nignore = "x"', "2:10", "expected-list-of-text", {}),
        ("[metrics]\nmood = 3", "2:8", "expected-table", {}),
        ("[metrics.mood]\nmin = 5\nmax = 1", "1:10", "scale-ends", {"min": "5", "max": "1"}),
        ("[metrics.mood]\nmin = nan", "2:7", "expected-number", {}),
        ('[metrics.mood]\nwords = { fine = "x" }', "2:18", "expected-number", {}),
        (
            "[metrics.mood]\nmax = 5\nwords = { fine = 9 }",
            "3:18",
            "expected-on-scale",
            {"field": "metrics.mood.words.fine", "max": "5"},
        ),
        ('[metrics.mood]\nbetter = "up"', "2:10", "expected-choice", {}),
        ("[site]\nplain_names = 1", "2:15", "expected-true-false", {}),
        ("[prompts]\nshow = 0", "2:8", "expected-true-false", {}),
        ("[prompts]\nshown = true", "2:1", "unknown-key-close", {"suggestion": "show"}),
        ('[sections]\nwin = ["Well done"]', "2:1", "unknown-key-close", {"field": "sections.win", "suggestion": "wins"}),
        ('[sections]\nwins = "Well done"', "2:8", "expected-list-of-text", {"field": "sections.wins"}),
        ("[[pause]]\nto = 2026-01-01", "1:1", "missing-key", {"field": "pause.from"}),
        (
            "[[pause]]\nfrom = 2026-01-02\nto = 2026-01-01",
            "3:6",
            "pause-ends",
            {"first": "2026-01-02", "last": "2026-01-01"},
        ),
        ('[[pause]]\nfrom = "03/04/2026"', "2:8", "date-order", {"field": "pause.from"}),
        ("quiet_below = true", "1:15", "expected-mood-or-false", {"got": "true"}),
        ('quiet_below = "3"', "1:15", "expected-mood-or-false", {"got": "3"}),
        ("quiet_below = 30", "1:15", "expected-on-scale", {"field": "quiet_below", "max": "10"}),
        ("quiet_below = 7\n[metrics.mood]\nmax = 5", "1:15", "expected-on-scale", {"max": "5"}),
        ('[[quiet]]\nfrom = "03/04/2026"', "2:8", "date-order", {"field": "quiet.from"}),
        (
            "[[quiet]]\nfrom = 2026-01-02\nto = 2026-01-01",
            "3:6",
            "quiet-ends",
            {"first": "2026-01-02", "last": "2026-01-01"},
        ),
        ('[[quiet]]\ntag = ["ward"]\nfrom = 2026-01-02', "2:1", "unknown-key-close", {"suggestion": "tags"}),
        ('[[quiet]]\npeople = ["Mark", 3]', "2:10", "expected-list-of-text", {"field": "quiet.people"}),
        ('[[quiet]]\nnote = "soon"', "1:1", "quiet-empty", {}),
        ('quiet = "Mark"', "1:9", "expected-table", {}),
        ("[rhythm]\nrest_days = 7", "2:13", "expected-on-scale", {"field": "rhythm.rest_days", "max": "6"}),
        ("[rhythm]\nrest_days = 1.5", "2:13", "expected-on-scale", {}),
        ("[rhythm]\nshow = 3", "2:8", "expected-true-false", {}),
        ("[rhythm]\nshown = true", "2:1", "unknown-key-close", {"suggestion": "show"}),
        ("[scales]\nphq9 = 3", "2:8", "expected-table", {"field": "scales.phq9"}),
        ("[scales.x]\nchange = 0", "2:10", "expected-above", {"end": "0"}),
        ("[scales.x]\nmin = 5\nmax = 1", "1:9", "scale-ends", {"min": "5", "max": "1"}),
        ("[scales.phq9]\nbands = { worst = 30 }", "2:19", "expected-on-scale", {"max": "27"}),
        ("[scales.x]\nmin = 1\nbands = { a = 0 }", "3:15", "expected-min", {"end": "1"}),
        ("[scales.x]\nlabels = 'X'", "2:1", "unknown-key-close", {"suggestion": "label"}),
        ('[scales.x]\nbetter = "up"', "2:10", "expected-choice", {}),
        ('[aliases]\na = ["b"]', "2:5", "expected-text", {}),
        ("title = ", None, "toml-syntax", {}),
    ],
)  # fmt: skip
def test_each_mistake_is_located(toml: str, where: str | None, code: str, parameters: dict[str, str]) -> None:
    _, problems = read_config(toml)
    assert [each.code for each in problems] == [code]
    assert problems[0].where.line
    if where:
        assert str(problems[0].where) == f"journal.toml:{where}"
    assert dict(problems[0].parameters).items() >= parameters.items()


def test_one_mistake_leaves_the_other_settings() -> None:
    config, problems = read_config('title = "x"\nday_starts_at = "late"\nignore = ["!", "a"]\nauthor = "Mara"')
    assert (config.title, config.author, config.ignore, config.day_starts_at) == ("x", "Mara", ("a",), dt.time(0))
    assert len(problems) == 2


@pytest.mark.parametrize(
    ("toml", "quiet"),
    [
        ('[[quiet]]\nfrom = "soon"\nto = 2026-01-31', Quiet(None, dt.date(2026, 1, 31), has_days=True)),
        ('[[quiet]]\nfrom = 2026-01-01\nto = "soon"', Quiet(dt.date(2026, 1, 1), None, has_days=True)),
        (
            "[[quiet]]\nfrom = 2026-01-31\nto = 2026-01-01",
            Quiet(dt.date(2026, 1, 1), dt.date(2026, 1, 31), has_days=True),
        ),
        ('[[quiet]]\npeople = ["Mark", 3]', Quiet(people=("Mark",))),
    ],
)
def test_a_mistake_never_leaves_less_quiet_than_was_meant(toml: str, quiet: Quiet) -> None:
    config, problems = read_config(toml)
    assert config.quiet == (quiet,)
    assert len(problems) == 1


def test_a_limit_that_is_no_mood_leaves_the_default() -> None:
    assert read_config("quiet_below = 30")[0] == Config()


def test_without_a_file_the_defaults_serve() -> None:
    assert read_config("") == (Config(), ())


_VALUES = st.recursive(
    st.sampled_from(['"x"', "3", "true", "2026-01-01", '"2026-01-01"', "[]", "{}", '["a"]', "1e400", '"!"']),
    lambda inner: st.tuples(st.sampled_from(["from", "to", "min", "words", "x"]), inner).map(
        lambda pair: f"{{ {pair[0]} = {pair[1]} }}"
    ),
    max_leaves=4,
)


@given(
    st.dictionaries(
        st.sampled_from([*Config.__struct_fields__, "site", "markdown", "pause", "metrics", "first"]),
        _VALUES,
        max_size=5,
    )
)
@settings(deadline=None, max_examples=200)
def test_no_configuration_is_an_exception(values: dict[str, Any]) -> None:
    config, _ = read_config("\n".join(f"{key} = {value}" for key, value in values.items()))
    assert isinstance(config, Config)


def test_what_hides_names_hides_them_when_it_cannot_be_read() -> None:
    config, problems = read_config('[site]\nplain_names = "yes"\n')
    assert config.plain_names
    assert [problem.code for problem in problems] == ["expected-true-false"]


@pytest.mark.parametrize("name", ["xx", "tlh", "de_", "deutsch"])
def test_a_language_that_nobody_knows(name: str) -> None:
    config, problems = read_config(f'language = "{name}"\n')
    assert (config.language, config.site_language) == (None, "en")
    assert problems[0].code == "expected-language"
    assert "de, en" in problems[0]["known"]


def test_counters_go_where_the_setting_cannot_be_read() -> None:
    config, _ = read_config('[rhythm]\nshow = "no"\n')
    assert config.rhythm is False


def test_a_questionnaire_is_known_by_its_name_however_it_is_written() -> None:
    config, _ = read_config("[scales.GAD-7]\nchange = 6\n")
    assert config.scale("gad7").change == 6
    assert config.scale("phq9") == KNOWN["phq9"]
    assert config.scale("pcl5") == ScaleConfig("pcl5")


def test_ends_that_cannot_be_leave_those_that_are_known() -> None:
    config, _ = read_config("[scales.phq9]\nmin = 30\n")
    assert (config.scale("phq9").min, config.scale("phq9").max) == (0, 27)


def test_words_to_leave_out_are_left_out_where_the_list_has_a_mistake() -> None:
    config, problems = read_config('[words]\ncloser = "yes"\nleave_out = ["ward", 3]\n')
    assert config.words_left_out == ("ward",)
    assert not config.words_closer
    assert [(each.where.line, each.code) for each in problems] == [
        (2, "expected-true-false"),
        (3, "expected-list-of-text"),
    ]


@pytest.mark.parametrize(
    ("toml", "field", "value", "columns"),
    [
        ('[new]\nask = ["sleep", "a: b", "- c", "Schlaf-Güte"]', "new_ask", ("sleep", "Schlaf-Güte"), (17, 25)),
        ('[new]\nask = "mood"', "new_ask", ("mood",), (7,)),
        ('[remind]\ndays = ["sunday", "someday"]', "remind_days", (6,), (19,)),
        ('[remind]\ndays = "sunday"', "remind_days", (0, 1, 2, 3, 4, 5, 6), (8,)),
        ('[remind]\nat = "soon"', "remind_at", dt.time(20, 30), (6,)),
    ],
)
def test_of_a_list_what_can_be_read_stands(toml: str, field: str, value: object, columns: tuple[int, ...]) -> None:
    config, problems = read_config(toml)
    assert getattr(config, field) == value
    assert tuple(each.where.column for each in problems) == columns
