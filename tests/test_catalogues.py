"""The catalogues: nothing said that is not in them, nothing in them that is not said, and German whole."""

from __future__ import annotations

import ast
import datetime as dt
import importlib.util
import re
import shutil
from collections.abc import Iterator
from gettext import GNUTranslations
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

from journalgen.build.build import build
from journalgen.build.request import Request
from journalgen.language import CATALOGUES, Language, load
from journalgen.model.exercises import EXERCISES
from journalgen.render.page import Renderer
from journalgen.render.theme import Theme
from journalgen.source.exercises import exercise_text
from tests.cli.running import process
from tests.render import samples

ROOT = Path(__file__).parents[1]
LANGUAGES = sorted(file.parents[1].name for file in CATALOGUES.glob("*/LC_MESSAGES/journalgen.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%|\{[^{}]*\}|</?\w+>")
SHOWN = {"alt", "aria-label", "placeholder", "title"}


def tool() -> ModuleType:
    """Return the tool that lies beside the catalogues."""
    spec = importlib.util.spec_from_file_location("update", CATALOGUES / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


UPDATE = tool()


def catalogue(language: str) -> Catalog:
    read: Catalog = UPDATE.read(CATALOGUES / language / "LC_MESSAGES" / "journalgen.po")
    return read


def ids(messages: Catalog) -> set[str | tuple[str, ...]]:
    return {message.id if isinstance(message.id, str) else tuple(message.id) for message in messages if message.id}


def test_the_template_holds_every_message() -> None:
    """`python journalgen/locale/update.py` brings it up to date."""
    assert ids(UPDATE.read(UPDATE.TEMPLATE)) == ids(UPDATE.extract())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_catalogue_holds_every_message(language: str) -> None:
    assert ids(catalogue(language)) == ids(UPDATE.read(UPDATE.TEMPLATE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    with (CATALOGUES / language / "LC_MESSAGES" / "journalgen.mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    for message in catalogue(language):
        if not message.id or not message.string:
            continue
        if isinstance(message.id, str):
            assert compiled.gettext(message.id) == message.string
        else:
            shown = {compiled.ngettext(message.id[0], message.id[1], number) for number in range(100)}
            assert shown == set(message.string)


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_message(language: str) -> None:
    wrong = []
    for message in catalogue(language):
        if not message.id or not message.string:
            continue
        texts = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        allowed = {found for text in texts for found in PLACEHOLDER.findall(text)}
        translations = (message.string,) if isinstance(message.string, str) else tuple(message.string)
        for translation in translations:
            found = set(PLACEHOLDER.findall(translation))
            if not found <= allowed or (isinstance(message.id, str) and found != allowed):
                wrong.append((message.id, translation))
    assert wrong == []


def test_german_is_whole() -> None:
    assert [message.id for message in UPDATE.missing(catalogue("de"))] == []


def test_german_quotes_are_german() -> None:
    """Straight quotes stay where they are part of what one types."""
    for message in catalogue("de"):
        for text in (message.string,) if isinstance(message.string, str) else message.string or ():
            assert "“" not in text.replace("“", "", text.count("„")), text
            assert not re.search(r"(?<![\w{!r}])'[^']+'", text.replace("{name!r}", "")), text
            assert text.count("„") == text.count("“"), text


def test_english_goes_without() -> None:
    assert "en" not in LANGUAGES
    assert load("en").gettext("Home") == "Home"


class _Words(HTMLParser):
    """All that a page says: its texts, and the attributes that are read out or shown."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._skipped = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipped += tag in ("script", "style")
        self.said += [value for name, value in attrs if value and (name in SHOWN or name.startswith("data-say"))]

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._skipped and data.strip():
            self.said.append(" ".join(data.split()))


def english_sentences() -> set[str]:
    """Return what is said otherwise in German, and has no gap that anything might fill."""
    german = load("de")
    return {
        message.id
        for message in catalogue("de")
        if isinstance(message.id, str)
        and "%(" not in message.id
        and german.gettext(message.id) != message.id
        # Words that a writer, or a name, may use too.
        and (" " in message.id or message.id in ("Home", "Archive", "Browse", "Support"))
    }


@pytest.mark.slow
def test_no_page_of_a_german_journal_speaks_english(tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    shutil.copytree(ROOT / "example-journal", journal, ignore=shutil.ignore_patterns("site", ".journalgen"))
    settings = (journal / "journal.toml").read_text(encoding="utf-8")
    (journal / "journal.toml").write_text(re.sub(r"(?m)^language.*$", "", settings).replace("", 'language = "de"\n', 1))
    (journal / "2026-01-02-wrong.md").write_text("---\nmood: great\nmod: 3\n---\nA day.\n")
    build(Request(journal, dt.datetime(2026, 3, 15, 12)))  # noqa: DTZ001 -- the civil time on the wall
    # What stands over the parts of an exercise is the writer's own, in the language in which they began it.
    headings = re.findall(r"(?m)^#+ (.+)$", "\n".join(exercise_text(name, "en") for name in EXERCISES))
    english = english_sentences().difference(headings)
    assert len(english) > 100
    found = {}
    for page in (journal / "site").rglob("*.html"):
        said = set(_Words(page.read_text(encoding="utf-8")).said)
        if told := {text for text in said if text in english or text.rstrip(".:") in english}:
            found[page.name] = told
    assert found == {}


def test_every_word_of_a_page_is_the_writers_or_translated() -> None:
    """In a language without a Latin letter, what shows one was never given to the translators."""
    hidden = re.compile(r"(%\(\w+\)s|<[^>]+>)|[A-Za-z]")

    def other(text: str) -> str:
        return hidden.sub(lambda found: found[1] or "字", text)

    strange = Language("ru", other, lambda one, many, number: other(one if number == 1 else many))
    renderer = Renderer(samples.FRAME, strange, Theme(samples.TEMPLATES), samples.BODIES.__getitem__)
    # A key, and what one types to search, have one name in every language.
    ours = {"journalgen", "new", "support", "findahelpline", "com", "md", "phq", "esc"}
    searched = {
        "tag",
        "work",
        "person",
        "Anna",
        "place",
        "home",
        "night",
        "shift",
        "mood",
        "from",
        "to",
        "has",
        "photo",
    }
    told = {}
    for name, page in samples.PAGES.items():
        known = set(re.findall(r"[A-Za-z]+", f"{page!r}{samples.FRAME!r}{samples.PROSE}{samples.PLAN}")) | ours
        known |= searched if name == "search" else set()
        said = " ".join(_Words(renderer.render(page).decode()).said)
        if left := {
            word for word in re.findall(r"[A-Za-z]{2,}", said) if word not in known and word.casefold() not in ours
        }:
            told[name] = left
    assert told == {}


def test_no_message_stands_within_an_f_string() -> None:
    """There the tools of some versions of Python do not find it."""
    within = [
        (file.name, call.lineno)
        for file in sorted((ROOT / "journalgen").rglob("*.py"))
        for text in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", getattr(call.func, "attr", "")) in UPDATE.KEYWORDS
        and any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert within == []


def _printed(file: Path) -> Iterator[str]:
    """Yield every text that stands in a call of `click.echo`."""
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "echo":
            for part in (part for argument in call.args[:1] for part in ast.walk(argument)):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def test_every_sentence_that_a_command_prints_is_marked() -> None:
    marked = ids(UPDATE.read(UPDATE.TEMPLATE))
    files = sorted((ROOT / "journalgen" / "cli").glob("*.py"))
    sentences = {text for file in files for text in _printed(file) if re.search(r"[A-Za-z]{2}.* .*[A-Za-z]{2}", text)}
    assert len(sentences) > 10
    assert sentences - marked == set()


@pytest.mark.parametrize(
    "arguments", [("--help",), ("build", "--help"), ("templates", "--help"), ("templates", "copy", "--help")]
)
def test_help_is_in_the_language_of_the_system(arguments: tuple[str, ...]) -> None:
    told = process(*arguments, LANGUAGE="de").stdout
    assert told.startswith("Aufruf: ")
    # What there is stands in place of the options in the help of the whole.
    assert ("Optionen:" in told and "Diese Hilfe zeigen." in told) or arguments == ("--help",)
    english = " ".join(process(*arguments, LANGUAGE="en").stdout.split())
    assert english.startswith("Usage: ")
    german = " ".join(told.split())
    said = [text for text in english_sentences() if re.search(rf"\b{re.escape(' '.join(text.split()))}(?!\w)", german)]
    assert said == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nonsense",), "Den Befehl 'nonsense' gibt es nicht."),
        (("build", "--nonsense"), "--nonsense"),
        (("build", "--today", "tomorrow"), "ist kein Tag"),
        (("build", "--locale", "xx"), "Das passt hier nicht"),
        (("build", "a", "b"), "Unerwartete zusätzliche Angabe (b)"),
        (("templates", "copy"), "Es fehlt die Angabe"),
        (("build", "/nowhere/at/all"), "Einen Ordner /nowhere/at/all gibt es nicht."),
    ],
)
def test_what_was_not_understood_is_said_in_the_language_of_the_system(arguments: tuple[str, ...], said: str) -> None:
    told = process(*arguments, LANGUAGE="de").stderr
    assert said in told
    assert not re.search(r"\b(Usage|Error|Try|No such|Invalid|Got)\b", told)


def test_the_languages_of_site_and_system_are_two(tmp_path: Path) -> None:
    (tmp_path / "2026-03-14.md").write_text("A day.\n")
    told = process("build", tmp_path, LANGUAGE="de")
    assert "1 Eintrag" in told.stdout
    assert '<html lang="en"' in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    (tmp_path / "journal.toml").write_text('language = "en"\n')
    assert "1 Eintrag" in process("build", tmp_path, LANGUAGE="de").stdout
