from __future__ import annotations

import pytest

from journalgen.markdown.render import Options, Renderer
from journalgen.render.body import with_links, with_quotations

QUOTED = {0: "<div>Q0</div>", 1: "<div>Q1</div>"}


def quoted(text: str) -> str:
    return with_quotations(Renderer(Options()).render(text, path="a.md").html, QUOTED)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![[a]]", "<div>Q0</div>\n"),
        ("![[a]]\n![[b]]", "<div>Q0</div>\n<div>Q1</div>\n"),
        ("![[a]]  \n![[b]]", "<div>Q0</div>\n<div>Q1</div>\n"),
        ("- ![[a]]\n- x", "<ul>\n<li><div>Q0</div></li>\n<li>x</li>\n</ul>\n"),
        ("- ![[a]]\n  - ![[b]]", "<ul>\n<li><div>Q0</div>\n<ul>\n<li><div>Q1</div></li>\n</ul>\n</li>\n</ul>\n"),
        ("> ![[a|x < y]]", "<blockquote>\n<div>Q0</div>\n</blockquote>\n"),
        ("<b>x</b>\n\n![[a]]", "<p><b>x</b></p>\n<div>Q0</div>\n"),
    ],
)  # fmt: skip
def test_an_embed_that_stands_alone_is_its_quotation(text: str, html: str) -> None:
    assert quoted(text) == html


@pytest.mark.parametrize(
    "text", ["see ![[a]]", "![[a]] there", "[[a]]", "![[a]] ![[b]] ![[c]]", "- ![[a]] x", "# ![[a]]"]
)
def test_any_other_stays_a_link(text: str) -> None:
    assert "<div>" not in quoted(text)
    assert 'href="journal:0"' in quoted(text)


def test_links_lead_to_their_targets_and_the_others_are_plain() -> None:
    html = Renderer(Options()).render("[[a|one]] and [[b|two]]", path="a.md").html
    assert with_links(html, ("2026/a.html", None), lambda address: f"../{address}") == (
        '<p><a href="../2026/a.html">one</a> and <span class="link-nowhere">two</span></p>\n'
    )
