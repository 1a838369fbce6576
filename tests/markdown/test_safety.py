"""Nothing that runs, frames, asks or calls another host comes out, with raw HTML or without."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.markdown.render import Options, Renderer

RENDERER = Renderer(Options())
FORBIDDEN = frozenset(
    [
        "script",
        "style",
        "iframe",
        "frame",
        "frameset",
        "form",
        "object",
        "embed",
        "applet",
        "textarea",
        "select",
        "button",
        "meta",
        "link",
        "base",
        "svg",
        "math",
        "template",
        "noscript",
        "title",
        "plaintext",
        "xmp",
        "portal",
    ]
)
ADDRESSES = frozenset(
    [
        "href",
        "src",
        "action",
        "formaction",
        "data",
        "poster",
        "background",
        "cite",
        "srcset",
        "ping",
        "xlink:href",
        "manifest",
    ]
)
VECTORS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    '<img src="https://evil.example/p.gif">',
    '<b title="journal:0 onmouseover=alert(1)//">x</b>',
    '<img src="p.png" alt="journal:0 onmouseover=alert(1)//" title=\'"onmouseover="alert(1)\'>',
    '<a href="a.md"><img src="p.png" alt="<script>alert(1)</script>">',
    '<img src="//evil.example/p.gif">',
    '<img src="/\\evil.example/p.gif">',
    '<img src="\\\\evil.example\\p.gif">',
    '<img src="ht\ntps://evil.example/">',
    '<img srcset="https://evil.example/ 2x" src="a.png">',
    "<svg onload=alert(1)><style><img src=x onerror=alert(1)></style></svg>",
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java&#x09;script:alert(1)">x</a>',
    '<a href=" &#14; javascript:alert(1)">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="journal:0">x</a>',
    '<a href="JOURNAL&#58;0">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="https://evil.example"><input name=q><button formaction=javascript:alert(1)>go</button></form>',
    '<input type="checkbox" onclick="alert(1)">',
    '<input class="task-list-item-checkbox" disabled type="checkbox">',
    '<div style="background:url(https://evil.example)">x</div>',
    '<table background="https://evil.example"><tr><td>x</td></tr></table>',
    '<video poster="https://evil.example/p.png" src="https://evil.example/v.mp4"></video>',
    '<object data="https://evil.example"></object><embed src="https://evil.example">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    "<details open ontoggle=alert(1)>x</details>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<template><img src=x onerror=alert(1)></template>",
    "<textarea><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](journal:0)",
    "![x](https://evil.example/p.png)",
    "![x](//evil.example/p.png)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](a.png)',
    '[x](a.md "\\" onmouseover=\\"alert(1)")',
    "<javascript:alert(1)>",
    "[[javascript:alert(1)]]",
    '[["onmouseover="alert(1)]]',
    "![[https://evil.example/p.png]]",
    "[x]: javascript:alert(1)\n\n[x]",
    '```"><script>alert(1)</script>\nx\n```',
    '# "><img src=x onerror=alert(1)>',
    '> [!"><script>alert(1)</script>] x',
    "#<script>alert(1)</script>",
    "a:: <script>alert(1)</script>",
    '[^"><b>]: x\n\ny[^"><b>]',
    "- [x] <img src=x onerror=alert(1)>",
    "|a|\n|:-:|\n|<img src=x onerror=alert(1)>|",
]


class Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.boxes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        assert tag not in FORBIDDEN, tag
        if tag == "input":
            assert given_.get("type") == "checkbox"
            assert "disabled" in given_
            self.boxes += 1
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in {"style", "srcdoc", "name", "http-equiv"}, name
            if name in ADDRESSES:
                assert name in {"href", "src"}, name
                address = value or ""
                if name == "src":
                    assert not address.strip().startswith(("//", "\\\\", "/\\", "\\/"))
                    assert re.fullmatch(r"journal:m\d+", address) or ":" not in address.split("/")[0], address
                else:
                    assert address.startswith(("http://", "https://", "mailto:", "tel:", "#", "journal:")), address


def check(text: str) -> Checker:
    rendered = RENDERER.render(text, path="x.md")
    checker = Checker()
    checker.feed(rendered.html)
    checker.close()
    # Every address within the journal is one that was collected, and only those.
    pieces = rendered.html.split('href="journal:')[1:]
    files = {f"m{number}" for number in range(len(rendered.attachments))}
    assert {piece.split('"')[0] for piece in pieces} <= {str(link.index) for link in rendered.links} | files
    return checker


@pytest.mark.parametrize("vector", VECTORS)
@pytest.mark.parametrize("around", ["{}", "{}\n\n<b>raw</b>", "text {} text", "- {}\n\n> {}"])
def test_vectors(vector: str, around: str) -> None:
    assert not check(around.replace("{}", vector)).boxes or vector.startswith("- [x]")


PIECES = st.sampled_from(
    [
        *VECTORS,
        "<",
        ">",
        '"',
        "'",
        "`",
        "\n",
        "\n\n",
        "<!--",
        "-->",
        "[",
        "](",
        ")",
        "[[",
        "]]",
        "<div>",
        "</div>",
        "    ",
        "- ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=8).map("".join))
def test_no_text_makes_it_unsafe(text: str) -> None:
    check(text)


@pytest.mark.parametrize("remote", ['<img src="https://h.example/p.png">', "![](https://h.example/p.png)"])
def test_remote_pictures_by_option(remote: str) -> None:
    rendered = Renderer(Options(remote_images=True)).render(remote, path="x")
    assert '<img src="https://h.example/p.png"' in rendered.html
    assert "<img" not in RENDERER.render("![](https://h.example/p.png)", path="x").html
    assert "h.example" not in RENDERER.render('<img src="https://h.example/p.png">', path="x").html


def test_a_text_that_reads_like_our_mark_is_text() -> None:
    rendered = RENDERER.render('`href="journal:0"` <b>raw</b> [a](b.md)', path="x")
    assert rendered.html.count('href="journal:') == 1


@pytest.mark.parametrize(
    "text",
    [
        "I saw <script> today\n\nand more",
        "<!-- never closed\n\nmore",
        "<sigh> more",
        "<textarea>\n\nmore",
        "<?php more",
        "<style>more",
        "<select><option>more",
    ],
)
def test_unclosed_html_takes_no_text_away(text: str) -> None:
    rendered = RENDERER.render(text, path="x")
    assert "more" in rendered.html
    assert "more" in rendered.plain


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def seen(html: str) -> str:
    reader = Seen()
    reader.feed(html)
    reader.close()
    return "".join(reader.text)


@pytest.mark.parametrize(
    "text",
    [
        '<div id="foo"\n*one* two',
        "<div class\none two",
        "<p>one </3 two\n</p>",
        "<div>one <b and two</div>",
        '<div title="a"one>two</div>',
        '<p title="<!-- a">one two--></p>',
        "<div><a href='one\n\n'>two",
        "<p>one <!-- two",
        "<div\n\none>two",
    ],
)  # fmt: skip
def test_tags_that_nobody_closed_are_text(text: str) -> None:
    rendered = RENDERER.render(text + '\n\nthree "four" > <i>five</i>', path="x")
    for word in ("one", "two", "three", "four", "five"):
        assert word in seen(rendered.html), rendered.html
        assert word in rendered.plain


WHOLE = ["<b>", "</b>", '<div class="x">', "</div>", "<p title='a > b'>", "<br/>", "<td>", "</p>", "<sigh>", "<i\n>"]
BROKEN = [
    "<", "<div", '<div id="x', "<b ", "<b", "</", "</div", "<a href=", "<a href='", "<3", "</3", "<!", "<?", "<!-- ",
    "<![CDATA[", "<script", "<textarea", "<table", "<p/", '"', "'", "=", " ", "\n", "\n\n", "/", "&lt;", "&",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([*WHOLE, *BROKEN]) | st.just("word"), min_size=1, max_size=14))
def test_no_word_outside_a_whole_tag_vanishes(pieces: list[str]) -> None:
    words = [f"w{'abcdefghijklmnop'[at]}w" if piece == "word" else "" for at, piece in enumerate(pieces)]
    text = "".join(word or piece for word, piece in zip(words, pieces, strict=True))
    rendered = RENDERER.render(text, path="x")
    for word in filter(None, words):
        assert seen(rendered.html).count(word) == 1, rendered.html
        assert rendered.plain.count(word) == 1, rendered.plain


def test_comments_are_not_seen() -> None:
    rendered = RENDERER.render("a <!-- hidden --> b\n\n<!-- hidden -->\n\nc", path="x")
    assert "hidden" not in rendered.html
    assert rendered.words == 3


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        ">" * 100_000,
        "*" * 100_000,
        "[" * 50_000 + "]" * 50_000,
        "![" * 50_000,
        "^[" * 50_000,
        "- " * 50_000,
        "[a](" * 25_000,
        "<!--" * 25_000,
        "<div>" * 20_000,
        "<p>" + '<a b="' * 25_000,
        "<p>" + "<a b='" * 25_000 + '"',
        "<p>" + "<a x " * 25_000,
        "<p>" + "<a b='c' b='<a=' " * 8_000,
        "<p>" + "<img src=a>" * 8_000,
        "<p a" + " " * 100_000,
        "<p " + "a " * 50_000,
        "<p " + "a = " * 30_000,
        "[a:: " * 10_000,
        "a://" * 30_000,
        "[[a" * 30_000,
        "a:: b\n" * 5_000,
        "![" * 2_000 + "](x)" * 2_000,
    ],
    ids=lambda text: text[:9],
)
def test_hostile_texts_come_back_soon(text: str) -> None:
    began = time.process_time()
    rendered = RENDERER.render(text, path="x")
    assert time.process_time() - began < 15
    assert rendered.html
    assert {each.code for each in rendered.problems} <= {"markdown-too-deep"}


def test_what_is_too_deep_is_shown_as_written() -> None:
    rendered = RENDERER.render("> " * 500 + "the <end>", path="a.md", first_line=4)
    assert "the &lt;end&gt;</pre>" in rendered.html
    assert str(rendered.problems[0].where) == "a.md:4"
    assert rendered.words == 2
