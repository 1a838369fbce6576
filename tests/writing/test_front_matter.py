from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.config import Config
from journalgen.parse.entry import EntryParser
from journalgen.writing.front_matter import quoted, with_field

ASKED = "“Bored?” she said: what \\ is 'here' # 1"
BODY = "\n# Today\n\nprompt: none of this\n\n---\n"


def prompt_of(text: str) -> str | None:
    parsed = EntryParser(Config()).parse("2026-03-14.md", text.encode()).entry
    assert parsed.problems == ()
    return parsed.prompt


@pytest.mark.parametrize(
    "front",
    [
        "---\ndate: 2026-03-14\nmood:\ntags: []\n---\n",
        "---\nmood: 6\nprompt:\ntags: [a]\n---\n",
        "---\nmood: 6\nprompt: What else?\n---\n",
        "---\nprompt: |\n  What else?\n  And what?\n\ntags: [a]\n---\n",
        "---\nprompt: >\n  What else?\n---\n",
        "--- yaml\nmood: 6\n---\n",
        "\n\n---\nmood: 6\n---\n",
        "---\r\nmood: 6\r\n---\r\n",
        '+++\nmood = 6\n[coping]\nwhat = "walk"\n+++\n',
        '+++\nprompt = """\nWhat\nelse?"""\n+++\n',
        "---toml\nmood = 6\n---\n",
        '{\n  "mood": 6\n}\n',
        '{\n  "prompt": "",\n  "mood": 6\n}\n',
        '{\n  "mood": 6,\n  "prompt": ""\n}\n',
        "{\n}\n",
        "",
    ],
)
def test_the_field_stands_in_the_front_matter_whatever_it_is_written_in(front: str) -> None:
    text = with_field(front + BODY, "prompt", ASKED)
    assert prompt_of(text) == ASKED
    assert text.endswith(BODY) or text.replace("\r", "").endswith(BODY)
    if "mood" in front:
        assert "mood" in text.partition("# Today")[0]


def test_a_thematic_break_at_the_top_stays_in_the_text() -> None:
    text = with_field("---\n\nA plain note.\n", "prompt", ASKED)
    assert prompt_of(text) == ASKED
    assert text.endswith("---\n\nA plain note.\n")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\f", "\v", "\x1c", "\t"])
def test_signs_that_end_no_line_stay_in_the_text(sign: str) -> None:
    body = f"One{sign}two.\n{sign}\n"
    assert with_field("---\nmood: 6\n---\n" + body, "prompt", ASKED).endswith("\n---\n" + body)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30))
@settings(deadline=None)
def test_any_words_are_read_again_as_they_were(words: str) -> None:
    for front in ("---\nmood: 6\n---\nText.\n", "+++\nmood = 6\n+++\nText.\n", '{\n  "mood": 6\n}\nText.\n'):
        found = EntryParser(Config()).parse("a.md", with_field(front, "prompt", words).encode()).entry
        assert found.problems == ()
        assert " ".join((found.prompt or "").split()) == " ".join(words.split())


def test_what_cannot_be_seen_is_written_out() -> None:
    assert quoted("a\u200bb") == '"a\\U0000200bb"'


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30))
@settings(deadline=None)
def test_what_was_typed_is_read_as_it_was_typed(typed: str) -> None:
    for front in ("---\nmood: 6\n---\nText.\n", "+++\nmood = 6\n+++\nText.\n", '{\n  "mood": 6\n}\nText.\n'):
        found = EntryParser(Config()).parse("a.md", with_field(front, "weather", typed, typed=True).encode()).entry
        assert not [each for each in found.problems if each.level == "error"]
        words = " ".join(typed.split())
        assert (
            " ".join((found.weather or "").split()) == words
            or words.casefold() in ("null", "none", "~", "nil")
            or "[[" in words
        )
        assert [each.metric for each in found.measures] == ["mood"]


@pytest.mark.parametrize("front", ["---\nmood:\n---\n", "+++\ntime = 9\n+++\n", '{\n  "time": "9:00"\n}\n', ""])
@pytest.mark.parametrize(("typed", "value"), [("4", 4), ("7.5", 7.5), ("-2", -2), ("7:30", 7.5)])
def test_a_number_that_was_typed_is_a_number(front: str, typed: str, value: float) -> None:
    text = with_field(front + "Text.\n", "depth", typed, typed=True)
    found = EntryParser(Config()).parse("a.md", text.encode()).entry
    assert [(each.metric, each.value) for each in found.measures] == [("depth", value)]
