"""Names of locales, directions, and catalogues that fall back to English."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from journalgen.language import catalogues, is_known, is_translated, load


@pytest.mark.parametrize(
    ("locale", "tag", "babel"),
    [
        ("en", "en", "en_001"),
        ("en_GB", "en-GB", "en_GB"),
        ("de", "de", "de"),
        ("pt_br.UTF-8", "pt-BR", "pt_BR"),
        ("zh-hant-tw", "zh-Hant-TW", "zh_Hant_TW"),
        ("de_XX", "de-XX", "de"),
        ("en-XX", "en-XX", "en_001"),
        ("tlh", "tlh", "en_001"),
        ("", "en", "en_001"),
    ],
)
def test_names(locale: str, tag: str, babel: str) -> None:
    language = load(locale)
    assert (language.tag, language.locale) == (tag, babel)


@pytest.mark.parametrize(
    ("locale", "direction"),
    [
        ("en", "ltr"),
        ("ar_EG", "rtl"),
        ("he", "rtl"),
        ("fa", "rtl"),
        ("ur", "rtl"),
        ("uz-Arab", "rtl"),
        ("ur-Latn", "ltr"),
    ],
)
def test_direction(locale: str, direction: str) -> None:
    assert load(locale).direction == direction


def test_english_needs_no_catalogue() -> None:
    language = load("en")
    assert language.gettext("Home") == "Home"
    assert [language.ngettext("one", "many", number) for number in (0, 1, 2)] == ["many", "one", "many"]


def catalogue(folder: Path, locale: str, **messages: str) -> None:
    made = Catalog(locale=locale)
    for text, translation in messages.items():
        made.add(text, translation)
    file = folder / locale / "LC_MESSAGES" / "journalgen.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, made)


def test_the_nearest_catalogue_is_asked_first(tmp_path: Path) -> None:
    catalogue(tmp_path, "de", Home="Start", Archive="Archiv")
    catalogue(tmp_path, "de_AT", Home="Daheim")
    language = load("de-AT", tmp_path)
    assert [language.gettext(text) for text in ("Home", "Archive", "Support")] == ["Daheim", "Archiv", "Support"]
    assert load("de", tmp_path).gettext("Home") == "Start"


def test_which_languages_there_are(tmp_path: Path) -> None:
    catalogue(tmp_path, "de_AT", Home="Daheim")
    assert catalogues(tmp_path) == ("de-AT", "en")
    assert [is_translated(name, tmp_path) for name in ("de", "de_CH", "en_GB", "nl")] == [True, True, True, False]
    assert [is_known(name, tmp_path) for name in ("de", "nl", "pt-BR", "zh_Hant_TW", "xx", "tlh")] == [True] * 4 + [
        False
    ] * 2
