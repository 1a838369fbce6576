"""Journalgen's own prompts: what every one of them keeps to, in every language."""

from __future__ import annotations

import json
import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

import pytest

from journalgen.model.prompts import THEMES, Prompt, folded
from journalgen.source.prompts import FOLDER, shipped_prompts

LANGUAGES = ("en", "de")
# What leads into rumination, presumes a life that not everybody has, or sounds like a worksheet.
UNWANTED = {
    "en": r"why do (?:i|you) always|why can't|death|dying|\bdied?\b|suicid|happy|happiness|\bgod\b|pray|your (?:job|work"
    r"|boss|husband|wife|partner|children|parents|mother|father)\b|reflect on|exercise|goal|challenge"
    r"|\bshould\b|\bfail|broken|\blost\b(?! sight)",
    "de": r"warum bist du|warum kannst du nicht|\btod\b|sterben|gestorben|suizid|glücklich|\bgott\b|beten|deine? (?:arbeit"
    r"|stelle|chefin?|mann|frau|kinder|eltern|mutter|vater)\b|übung|reflektier|herausforderung|solltest|versagt|kaputt",
}


def written(language: str) -> Any:
    return json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))


def test_both_languages_have_the_same_prompts() -> None:
    ids = [each["id"] for each in written("en")]
    assert len(ids) == len(set(ids)) >= 150
    assert list(written("de")) == ids
    assert {file.stem for file in FOLDER.iterdir()} == set(LANGUAGES)


def test_every_theme_has_enough_of_every_depth() -> None:
    prompts = shipped_prompts()
    assert tuple(dict.fromkeys(each.theme for each in prompts)) == THEMES
    counts = Counter((each.theme, each.depth) for each in prompts)
    for theme in THEMES:
        assert counts[theme, "gentle"] >= 5
        assert counts[theme, "middle"] >= 5
        assert counts[theme, "deep"] >= 2
    assert set(Counter(each.form for each in prompts)) == {"line", "list", "letter", "free"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_are_alike(language: str) -> None:
    texts = [folded(each.text) for each in shipped_prompts(language)]
    assert len(set(texts)) == len(texts)
    words = [set(re.findall(r"\w{4,}", text)) for text in texts]
    for (one, some), (two, others) in combinations(zip(texts, words, strict=True), 2):
        # Only what shares most of its words is worth a longer look.
        if len(some & others) > len(some | others) / 2:
            assert SequenceMatcher(None, one, two).ratio() < 0.8, (one, two)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_short_and_whole_and_keeps_to_the_tone(language: str) -> None:
    for each in shipped_prompts(language):
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", each.id)
        assert each.text == " ".join(each.text.split())
        assert 10 < len(each.text) <= 140, each.text
        assert each.text[-1] in ".?", each.text
        assert "'" not in each.text
        assert "!" not in each.text
        assert not re.search(UNWANTED[language], each.text.replace("’", "'"), re.IGNORECASE), each.text


def test_german_says_du() -> None:
    assert not any(
        re.search(r"(?<!^)(?<![.?:] )\b(?:Sie|Ihr|Ihre|Ihnen)\b", each.text) for each in shipped_prompts("de")
    )


@pytest.mark.parametrize(("tag", "like"), [("de-AT", "de"), ("en-GB", "en"), ("nl", "en"), ("ar", "en")])
def test_another_language_has_the_nearest_else_english(tag: str, like: str) -> None:
    assert shipped_prompts(tag) == shipped_prompts(like)


def test_a_prompt_knows_its_words_in_the_other_languages() -> None:
    english, german = ({each.id: each for each in shipped_prompts(tag)} for tag in LANGUAGES)
    assert english["can-wait"] == Prompt(
        "can-wait", "stress", "gentle", "line", "What can wait?", ("Was kann warten?",)
    )
    assert all(
        german[name].also == (each.text,) and each.also == (german[name].text,) for name, each in english.items()
    )
