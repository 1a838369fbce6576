from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from journalgen.markdown.fields import InlineField
from journalgen.markdown.render import Options, Rendered, Renderer
from journalgen.model.entry import Link, Sentence
from tests.corpora import corpus

RENDERER = Renderer(Options())


def render(text: str, first_line: int = 1, *, drop_title: bool = False) -> Rendered:
    return RENDERER.render(text, path="a.md", first_line=first_line, drop_title=drop_title)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[[2026-03-14]]", '<a href="journal:0">2026-03-14</a>'),
        ("[[2026-03-14|that *day*]]", '<a href="journal:0">that *day*</a>'),
        ("[[a#b|c]]", '<a href="journal:0">c</a>'),
        ("`[[a]]`", "<code>[[a]]</code>"),
        ("[[]] [[ ]]", "[[]] [[ ]]"),
        ("![[p.png|300x200]]", '<a class="picture" href="journal:m0">p.png</a>'),
        ("![[p.png|us]]", '<a class="picture" href="journal:m0">us</a>'),
        ("[t](a%20b.md)", '<a href="journal:0">t</a>'),
        ("[[#A#B]]", "A &gt; B"),
        ("(sleep:: 7) then [a] x", '<span class="field"><span class="field-name">sleep</span> 7</span> then [a] x'),
        ("[t](#x)", "t"),
        ("[t](//h/x)", '<a href="https://h/x" rel="noreferrer noopener">t</a>'),
        ("[t](tel:123)", '<a href="tel:123" rel="noreferrer noopener">t</a>'),
        ("[](https://h)", '<a href="https://h" rel="noreferrer noopener">https://h</a>'),
        ("[t](javascript:x)", "t"),
        ("[t](obsidian://open?x=a%20b)", "t (obsidian://open?x=a b)"),
        ("[t](file:///x)", "t (file:///x)"),
        ("<ftp://x>", "ftp://x"),
        ("notes.md a@b.de", 'notes.md <a href="mailto:a@b.de" rel="noreferrer noopener">a@b.de</a>'),
        ("![alt](p/a%20b.png)", '<a class="picture" href="journal:m0">alt</a>'),
        ("![](p/a%20b.png)", '<a class="picture" href="journal:m0">a b.png</a>'),
        (
            "![alt](https://h/p.png)",
            '<a class="picture-elsewhere" href="https://h/p.png" rel="noreferrer noopener">alt (picture at h)</a>',
        ),
        ("![alt](data:image/png;base64,AA)", "alt"),
        (
            "[![alt](p.png)](https://h)",
            '<a href="https://h" rel="noreferrer noopener">alt</a> <a class="picture" href="journal:m0">p.png</a>',
        ),
        ("#tag", '<span class="tag">#tag</span>'),
        ("\\#tag a#b #12 #- `#x` ##y", "#tag a#b #12 #- <code>#x</code> ##y"),
        ("(#a/b-c_d).", '(<span class="tag">#a/b-c_d</span>).'),
        ("#हिन्दी", '<span class="tag">#हिन्दी</span>'),
        ("#[[two words]]", '<span class="tag">#[[two words]]</span>'),
        ("sleep:: 7", '<span class="field"><span class="field-name">sleep</span> 7</span>'),
        ("a [sleep:: 7] b", 'a <span class="field"><span class="field-name">sleep</span> 7</span> b'),
        ("std::vector a:b ::x", "std::vector a:b ::x"),
        ("`sleep:: 7`", "<code>sleep:: 7</code>"),
    ],
)
def test_inline(text: str, html: str) -> None:
    assert render(text).html == f"<p>{html}</p>\n"


def test_places() -> None:
    rendered = render("# T\n\nsee [[a]] and [[a]]\n- x\n  mood:: [b](c.md)\n", first_line=10)
    assert rendered.links == (
        Link(0, "a", 12, 5, "wiki", Sentence("see ", "a", " and a")),
        Link(1, "a", 12, 15, "wiki", Sentence("see a and ", "a", "")),
        Link(2, "c.md", 14, 10, "link", Sentence("mood ", "b", "")),
    )
    assert rendered.fields == (InlineField("mood", "[b](c.md)", 14, 10),)


def test_fields_at_the_beginning_of_a_logseq_page() -> None:
    rendered = render("type:: [[Area]]\ntags:: #a #b\ncollapsed:: true\nempty::\n")
    assert [(each.name, each.text) for each in rendered.fields] == [
        ("type", "[[Area]]"),
        ("tags", "#a #b"),
        ("collapsed", "true"),
        ("empty", ""),
    ]
    assert rendered.tags == ("a", "b")
    assert rendered.html.count("<br>") == 3


def test_heading() -> None:
    rendered = render("# A *day* #x\n\n## A day x\n\n## A day x", drop_title=True)
    assert rendered.heading == "A day #x"
    assert rendered.html == (
        '<span id="a-day-x"></span>\n<h3 id="a-day-x-1">A day x</h3>\n<h3 id="a-day-x-2">A day x</h3>\n'
    )
    assert render("### A", drop_title=True).html == '<span id="a"></span>\n'
    assert render("# A\n\n[x](#A)<b>y</b>", drop_title=True).html == (
        '<span id="a"></span>\n<p><a href="#a" rel="noreferrer noopener">x</a><b>y</b></p>\n'
    )
    later = render("text\n\n### A\n\n# B", drop_title=True)
    assert (later.heading, later.html) == ("A", '<p>text</p>\n<h4 id="a">A</h4>\n<h2 id="b">B</h2>\n')
    assert render("> # A\n\n- # B").heading is None
    assert render("(sleep:: 7) and [mood:: 6] then").plain == "sleep 7 and mood 6 then"
    assert render("###### A").html == '<h6 id="a">A</h6>\n'


def test_a_heading_below_another_in_the_same_text() -> None:
    assert '<a href="#b-c">' in render("# A\n\n## B c\n\n[[#A#B c]]").html


def test_fields_among_brackets_and_words_keep_their_order() -> None:
    rendered = render("- Slept [sleep:: 7], (anxiety:: 6) and (coffee:: 2) done [x:: 1].")
    assert rendered.plain == "Slept sleep 7, anxiety 6 and coffee 2 done x 1."
    assert re.sub("<[^>]*>", "", rendered.html).strip() == rendered.plain
    assert [each.text for each in rendered.fields] == ["7", "6", "2", "1"]


@pytest.mark.parametrize(
    ("text", "seen", "links"),
    [
        ('<img src="photo.jpg" alt="x">', ">x</a>", ("photo.jpg",)),
        ('a <IMG alt="x &lt;" src=a%20b.jpg /> b', "a >x &lt;</a> b", ("a b.jpg",)),
        ("<p>\n<img src='p/photo.jpg'>\n</p>", "\n>photo.jpg</a>\n", ("p/photo.jpg",)),
        ('<a href="b.md"><img src="a.jpg" alt="x"></a> y', ">x</a> >a.jpg</a> y", ("a.jpg", "b.md")),
        ('<div><a href="b.md"><img src="a.jpg" alt="x"></a> y</div>', ">x</a> >a.jpg</a> y", ("a.jpg", "b.md")),
        ('[<img src="a.jpg" alt="x">](b.md) y', ">x</a> >a.jpg</a> y", ("a.jpg", "b.md")),
        ('<!-- <img src="a.jpg"> --> <b>y</b>', "y", ()),
        ('<img src="a.jpg"', "&lt;img src=&quot;a.jpg&quot;", ()),
    ],
)
def test_raw_pictures_are_links(text: str, seen: str, links: tuple[str, ...]) -> None:
    rendered = render(text)
    picture = re.compile(r'<a (?:class="picture" )?href="journal:m?\d+" rel="noreferrer noopener"(?=>)')
    assert re.sub(r"</?(p|div|b)>", "", picture.sub("", rendered.html)).strip() == seen.strip()
    targets = [each.target for each in rendered.links] + [unquote(each.target) for each in rendered.attachments]
    assert tuple(sorted(targets)) == links
    assert rendered.html.count('class="picture"') == text.lower().count("<img ") * bool(links)
    assert "<img" not in rendered.html


def test_raw_pictures_have_their_places() -> None:
    rendered = render('one\ntwo <img\nsrc="a.jpg"> <img src="b.jpg" title="t">\n\n<div>\n\t<img src="c.jpg">\n</div>')
    assert [(each.target, each.line, each.column) for each in rendered.attachments] == [
        ("a.jpg", 2, 5), ("b.jpg", 3, 14), ("c.jpg", 6, 2)
    ]  # fmt: skip
    assert 'title="t"' in rendered.html
    assert rendered.plain == "one two a.jpg b.jpg\nc.jpg"


def test_tasks() -> None:
    html = render("- [x] done\n- [ ]\ttodo\n- no\n\n<b>raw</b> <input type=checkbox>").html
    assert html.count("<input") == 2
    assert html.count(" checked") == 1
    assert "[" not in html


@pytest.mark.parametrize("raw", ["", "\n\n<b>raw</b>"])
def test_callouts(raw: str) -> None:
    html = render(f"> [!tip]- Folded *x*\n> body\n\n> [!odd]\n> text\n\n> [!note]+\n\n> plain{raw}").html
    assert '<details class="callout callout-tip">\n<summary class="callout-title">Folded <em>x</em></summary>' in html
    assert '<aside class="callout callout-note" role="note">\n<p class="callout-title">Odd</p>\n<p>text</p>' in html
    assert '<details class="callout callout-note" open="">' in html
    assert "<blockquote>\n<p>plain</p>" in html


def test_no_footnote_is_lost() -> None:
    text = "x[^a]\n\n[^a]: first\n\n[^a]: second\n\n    [^b]: inner\n\n[^c]: unused\n\ny[^b]"
    rendered = render(text)
    for word in ("first", "second", "inner", "unused"):
        assert word in rendered.html
        assert word in rendered.plain


def test_plain_and_words() -> None:
    rendered = render(
        "# One\n\ntwo [three](https://x.y/z) `four`\nfive <b>six</b>\n\n```\nseven\n```\n<div title='x'>eight</div>"
    )
    assert rendered.plain == "One\ntwo three four five six\nseven\neight"
    assert rendered.words == 8


def test_an_address_in_brackets_that_nobody_closed() -> None:
    text = "-[^1]:##a [[word:word7http://a.b\u2028://\\|[^1] b [[<i>c [ (<b>d"
    assert "word:word7" in render(text).plain


def test_smart_quotes_by_option() -> None:
    assert "“a”" in Renderer(Options(smart_quotes=True)).render('"a"', path="x").html
    assert "&quot;a&quot;" in render('"a"').html


@pytest.mark.parametrize("name", ["obsidian_export", "kepano_vault", "logseq_demo_cc0", "pepys_1660_q1"])
def test_journals_of_others(name: str) -> None:
    for path in sorted(Path(corpus(name)).rglob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        rendered = render(text)
        assert not [each for each in rendered.problems if each.code == "markdown-too-deep"], path
        for link in rendered.links:
            assert f'href="journal:{link.index}"' in rendered.html
        lines = text.split("\n")
        for field in rendered.fields:
            assert lines[field.line - 1][field.column - 1 :].startswith(field.text) or not field.text, (path, field)
