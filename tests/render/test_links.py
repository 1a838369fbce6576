"""Relative links, and those within a text."""

from __future__ import annotations

import pytest

from journalgen.render.body import with_links
from journalgen.render.links import Links, href


@pytest.mark.parametrize(
    ("address", "here", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("index.html", "2026/03/14.html", "../../index.html"),
        ("2026/03/13.html", "2026/03/14.html", "13.html"),
        ("2026/02/13.html", "2026/03/14.html", "../02/13.html"),
        ("2026/index.html", "2026/03/14.html", "../index.html"),
        ("tags/work/deadline.html", "tags/work.html", "work/deadline.html"),
        ("people/jürgen müller?.html", "index.html", "people/j%C3%BCrgen%20m%C3%BCller%3F.html"),
        ("a:b.html", "index.html", "a%3Ab.html"),
        ("2026/03/13.html#what-helped", "2026/03/14.html", "13.html#what-helped"),
    ],
)
def test_href(address: str, here: str, link: str) -> None:
    assert href(address, here) == link


def test_links_follow_the_page() -> None:
    links = Links()
    for path, link in (("index.html", "a.html"), ("2026/index.html", "../a.html"), ("2025/index.html", "../a.html")):
        links.at(path)
        assert [links.href("a.html"), links.href("a.html")] == [link, link]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>none</p>", "<p>none</p>"),
        ('<a href="journal:0">a</a> b', '<a href="T">a</a> b'),
        ('<a href="journal:1"><em>b</em></a>', '<span class="link-nowhere"><em>b</em></span>'),
        ('<a class="picture" href="journal:0" title="1 > 0">a</a>', '<a class="picture" href="T" title="1 > 0">a</a>'),
        ('<a href="journal:7">a</a>', '<span class="link-nowhere">a</span>'),
        ('<p>&quot;journal:0&quot;</p><a href="https://x.y">z</a>', '<p>&quot;journal:0&quot;</p><a href="https://x.y">z</a>'),
        ('<abbr title="journal:0">a</abbr>', '<abbr title="journal:0">a</abbr>'),
    ],
)  # fmt: skip
def test_links_of_a_text(html: str, shown: str) -> None:
    assert with_links(html, ("t", None), str.upper) == shown
