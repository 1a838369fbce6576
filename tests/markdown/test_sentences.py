"""The sentence around a link, as a reader of another page will see it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.markdown.render import Options, Renderer
from journalgen.markdown.sentences import LONGEST
from journalgen.model.entry import Link, Sentence

RENDERER = Renderer(Options())


def links(text: str) -> tuple[Link, ...]:
    return RENDERER.render(text, path="a.md").links


def sentence(text: str) -> tuple[str, str, str]:
    found = links(text)[0].sentence
    assert found
    return found.before, found.words, found.after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. I saw [[x|it]] there. Two.", ("I saw ", "it", " there.")),
        ("One! *I* saw [it](x.md), **there**? Two.", ("I saw ", "it", ", there?")),
        ("[[x]]", ("", "x", "")),
        ("Dr. Hale and J. Preece, see [[x]], e.g. here. Two", ("Dr. Hale and J. Preece, see ", "x", ", e.g. here.")),
        ("‘Stop!’ she said of [[x]]. Then", ("‘Stop!’ she said of ", "x", ".")),
        ("“Stop.” Later [[x]]… and on. Then", ("Later ", "x", "… and on.")),
        ("A line\nand [[x]]\nanother. Two", ("A line and ", "x", " another.")),
        ("A line  \nand [[x]]  \nanother.", ("and ", "x", "")),
        ("昨日は雨。[[x|川]]へ行った。今日は晴れ。", ("", "川", "へ行った。")),
        ("- one\n- two [[x]] three\n- four", ("two ", "x", " three")),
        ("# See [[x]]\n\ntext", ("See ", "x", "")),
        ("| a | b |\n|---|---|\n| cell [[x]] | other |", ("cell ", "x", "")),
        ("`code` and [[x#A#B]] #tag", ("code and ", "x > A > B", " #tag")),
        ("[](x.md) alone", ("", "x.md", " alone")),
        ("people:: [[Anna]] and others", ("people ", "Anna", " and others")),
        ("Version 2.5 of [[x]] at 9.30 today. Two.", ("Version 2.5 of ", "x", " at 9.30 today.")),
    ],
)  # fmt: skip
def test_a_sentence_is_what_stands_between_its_ends(text: str, expected: tuple[str, str, str]) -> None:
    assert sentence(text) == expected


def test_a_long_sentence_is_cut_between_words_around_the_link() -> None:
    before, words, after = sentence("alpha " * 80 + "[[x|here]] " + "omega " * 80)
    assert before.startswith("… alpha ")
    assert before.endswith("alpha ")
    assert words == "here"
    assert after.startswith(" omega ")
    assert after.endswith("omega …")
    assert LONGEST - 20 < len(before + words + after) <= LONGEST


def test_the_side_that_is_short_leaves_its_room_to_the_other() -> None:
    before, _, after = sentence("alpha " * 80 + "[[x|here]].")
    assert after == "."
    assert len(before) > LONGEST - 20


def test_a_picture_stands_in_no_sentence() -> None:
    assert [(link.form, link.sentence) for link in links("before ![alt](p.md) after")] == [("picture", None)]
    assert not links("before ![alt](p.png) and <img src='q.png'>")


@pytest.mark.parametrize(
    ("text", "form"),
    [("[a](b.md)", "link"), ("[[b]]", "wiki"), ("[a]([[b]])", "wiki"), ("![[b]]", "embed"), ("![a](b.md)", "picture")],
)
def test_a_link_says_how_it_is_written(text: str, form: str) -> None:
    assert links(text)[0].form == form


PIECES = st.sampled_from(
    ["word ", "Word. ", "! ", "。", "*em* ", "x" * 90 + " ", "\n", "  \n", "[[a|b c]]", "[d](e.md)"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(deadline=None, max_examples=150)
def test_a_sentence_is_never_longer_and_holds_words_in_one_line(text: str) -> None:
    for link in links(text):
        found = link.sentence
        assert isinstance(found, Sentence)
        whole = found.before + found.words + found.after
        assert found.words
        assert len(whole) <= LONGEST
        assert "\n" not in whole
        assert whole == whole.strip()


def test_very_many_links_in_one_paragraph_take_no_time_of_their_own() -> None:
    found = links("[[a]] **b** " * 3000)
    assert len(found) == 3000
    assert all(link.sentence and len(link.sentence.before) <= LONGEST for link in found)
