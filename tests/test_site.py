"""Whole sites: what every page of every journal keeps to."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.journals import JournalFolder
from tests.render.reading import Reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)
_LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "manifest"}
_HTML = "<script>alert(1)</script> & \"quotes\" <b>bold</b> 'single' {{ jinja }} {% raw %}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def check_site(site: Path) -> dict[str, Reading]:
    """Check what holds of every page of every site, and return the pages."""
    pages = {
        path.relative_to(site).as_posix(): Reading(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")
    }
    assert "index.html" in pages
    for path, page in pages.items():
        _check_head(page, path)
        _check_links(site, path, page, pages)
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        assert len(set(ids)) == len(ids), path
    for file in site.rglob("*"):
        relative = file.relative_to(site).as_posix()
        assert all(len(part.encode()) < 200 for part in relative.split("/"))
        assert not re.search(r'[<>:"|?*\\%#\x00-\x1f]', relative), relative
    folded = [unicodedata.normalize("NFC", file.relative_to(site).as_posix()).casefold() for file in site.rglob("*")]
    assert len(set(folded)) == len(folded)
    return pages


def _check_head(page: Reading, path: str) -> None:
    metas = page.all("meta")
    equivalents = {meta["http-equiv"].lower(): meta["content"] for meta in metas if "http-equiv" in meta}
    names = {meta["name"]: meta["content"] for meta in metas if "name" in meta}
    assert equivalents["content-security-policy"] == _POLICY, path
    assert equivalents["x-dns-prefetch-control"] == "off"
    assert "refresh" not in equivalents
    assert "noindex" in names["robots"]
    assert names["referrer"] == "no-referrer"
    for name, attributes in page.tags:
        for key, value in attributes.items():
            assert not key.startswith("on"), f"{path}: {key} on <{name}>"
            if key in _LOADING or (name == "link" and key == "href"):
                assert not urlsplit(value).scheme, f"{path}: {value}"
                assert not value.startswith("//")
            assert not (key == "style" and "url(" in value.lower())
        assert name not in {"iframe", "object", "embed", "base", "form"}, path
        if name == "script":
            assert re.fullmatch(r"(\.\./)*assets/[a-z-]+\.js", attributes["src"]), path
        if name == "a" and urlsplit(attributes.get("href", "")).scheme:
            assert urlsplit(attributes["href"]).scheme in {"https", "http", "mailto", "tel"}


def _check_links(site: Path, path: str, page: Reading, pages: dict[str, Reading]) -> None:
    for _, attributes in page.tags:
        for key in ("href", "src"):
            link = attributes.get(key)
            if link is None or urlsplit(link).scheme:
                continue
            address, _, place = link.partition("#")
            assert not address.startswith("/"), f"{path}: {link}"
            assert "?" not in address
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address))) if address else path
            assert posixpath.splitext(target)[1], f"{path}: {link} ends in no file"
            assert (site / target).is_file(), f"{path}: {link} leads nowhere"
            # A search is begun by its words, which the page takes out of the address.
            begins_search = target == "search.html" and place.startswith("q=")
            if place and target in pages and not begins_search:
                ids = {tag.get("id") for _, tag in pages[target].tags}
                assert unquote(place) in ids, f"{path}: {link} leads to no place"


_HOSTILE_NAMES = (
    "2026-03-01 with spaces",
    '2026-03-02 it\'s "quoted"',
    "2026-03-03 #hash?query%41&amp;",
    "2026-03-04 日本語 grüße",
    "2026-03-04 GRÜSSE",
    "2026-03-04 Grüße",
    "2026-03-05 Same",
    "2026-03-05 same",
    "2026-03-05 SAME",
    "2026-03-06 " + "long" * 50,
    "2026-03-06 " + "long" * 50 + "er",
    "2026-03-07 <b>&",
    "2026-03-08 {{ jinja }}",
    "2026-03-09",
    "2026/03/09 index",
    "CON",
    "index",
    "a...",
    "a\nb",
    "c:d",
    "up\u2215..",
    "e\u0301",
    "\u00e9",
)


def _hostile(journal: JournalFolder) -> JournalFolder:
    for number, name in enumerate(_HOSTILE_NAMES):
        # What follows a `#` in a link is a place in the other entry.
        other = _HOSTILE_NAMES[number - 1].partition(" #")[0]
        links = f"[[{other}]] [a](<{other}.md>) [b](https://example.org/?q=1#x) ![](http://example.org/p.png)\n"
        names = f"tags: ['{number} #?%/{number}/x', '<i>t', 'CON', 'con', 'index', 'Index']\npeople: ['A/B', '..', '\"Q\"']\n"
        front = f"---\ntitle: {_quoted(_HTML)}\nmood: {number % 10 + 1}\n{names}---\n"
        text = (
            f"{front}# {_HTML}\n\n{_HTML}\n\n{links}\n<b onclick=alert(1)>x</b> <a href='javascript:alert(1)'>y</a>\n"
        )
        journal.write(f"{name}.md", text)
    journal.write("2026-03-10.md", "---\nmood: [\n<b>\n---\nBroken.\n").write("2026-03-11.md", b"\xff\xfe\x00")
    journal.write("2026-03-12.md", "---\nmood: '<script>alert(1)</script>'\nprivate: true\n---\nZanzibar.\n")
    journal.write("journal.toml", f"title = '''{_HTML}'''\nauthor = '''{_HTML}'''\n")
    return journal.write(
        "support.md", f"# {_HTML}\n\n[[2026-03-09]] [x](<{_HOSTILE_NAMES[0]}.md>) [y](../../etc/passwd)\n"
    )


def test_a_hostile_journal_makes_a_sound_site(journal: JournalFolder) -> None:
    report = _hostile(journal).build()
    pages = check_site(journal.site)
    assert report.entries == len(_HOSTILE_NAMES) + 3
    assert pages["2026/03/01.html"].all("h1")
    assert _HTML in pages["2026/03/01.html"].text


@pytest.mark.parametrize("entries", [0, 1, 2, 12])
@pytest.mark.parametrize("options", [{}, {"public_only": True}, {"no_drafts": True}, {"language": "ar"}])
def test_a_site_of_any_size_is_sound(journal: JournalFolder, entries: int, options: dict[str, object]) -> None:
    for number in range(entries):
        journal.write(
            f"{2024 + number % 3}-03-{number + 1:02}.md",
            f"---\nmood: {number % 10 + 1}\ntags: [walk, sport/run]\npeople: Anna\nprivate: {str(number % 3 == 2).lower()}\n"
            f"draft: {str(number % 4 == 3).lower()}\n---\nDay {number}. #walk [[2024-03-01]]\n",
        )
    journal.build(**options)
    check_site(journal.site)


_PUBLIC = "---\nmood: 6\ntags: [walk]\npeople: [Anna]\n---\nA public day. [[2026-03-13]] [there](zanzibar-loose.md)\n"
_SECRET = (
    "---\ntitle: Zanzibar title\nmood: 1\ntags: [zanzibar, walk]\npeople: [Zanzibar, Anna]\nplaces: [Zanzibar]\n"
    "emotions: [zanzibar]\nactivities: [zanzibar]\ntriggers: [zanzibar]\ncoping: [zanzibar]\nzanzibar: 7\nsleep: zanzibar\n"
    "mod: zanzibar\n%s: true\n---\n# Zanzibar\n\nZanzibar. #zanzibar\n"
)


@pytest.mark.parametrize(("mark", "options"), [("private", {"public_only": True}), ("draft", {"no_drafts": True})])
def test_what_is_left_out_leaves_nothing_behind(
    journal: JournalFolder, tmp_path: Path, mark: str, options: dict[str, object]
) -> None:
    for day in (10, 12, 14):
        journal.write(f"2026-03-{day}.md", _PUBLIC)
    journal.build(**options)
    without = journal.pages()
    for name in ("2026-03-13", "2026-03-12 zanzibar", "2019-01-01", "zanzibar-loose", "Zanzibar/2026-03-11"):
        journal.write(f"{name}.md", _SECRET % mark)
    journal.write("support.md", f"---\n{mark}: true\n---\nZanzibar.\n")
    # First with all of it, so that there is something to take back.
    journal.build()
    assert any("zanzibar" in name for name in journal.pages())
    report = journal.build(**options)
    assert journal.pages() == without
    assert report.entries == 3
    assert not any("zanzibar" in str(value).lower() for value in (report.problems, report.left_out, report.written))
    journal.build(output=tmp_path / "fresh", **options)
    assert {path.relative_to(tmp_path / "fresh").as_posix() for path in (tmp_path / "fresh").rglob("*.html")} == {
        name for name in without if name.endswith(".html")
    }


def test_a_private_entry_is_folded_and_named_nowhere_else(journal: JournalFolder) -> None:
    journal.write("2026-03-12.md", _PUBLIC).write("2026-03-13.md", _SECRET % "private").write("2026-03-14.md", _PUBLIC)
    journal.build()
    pages = check_site(journal.site)
    own = journal.page("2026/03/13.html")
    before, _, after = own.partition("<details")
    assert "zanzibar" not in before.lower()
    folded, _, rest = after.partition("</details>")
    assert "Zanzibar" in folded
    assert not folded.partition(">")[0].count("open")
    assert "zanzibar" not in rest.lower()
    for path, page in pages.items():
        if (
            path != "2026/03/13.html"
            and "zanzibar" not in path
            and not path.endswith("/index.html")
            and path != "browse.html"
        ):
            assert "zanzibar title" not in page.text.lower(), path
            assert "Zanzibar." not in page.text, path


_WEB = (
    "See [[%(day)s]], [[%(day)s#A part]], [[%(day)s#no part]], [md](%(day)s.md#a-part), [[Title of %(day)s]], [[gone]],\n"
    "[[#A part]], [[#no part]], [x](#no-part), [[#^block]], [gone](gone.md) and ![[%(day)s]] here.\n\n"
    "![[%(day)s]]\n![[%(day)s#A part]]\n\n- ![[Title of %(day)s]]\n- ![[gone]]\n\n## A part\n\n### Related\n\n## Mentioned in\n"
)


@pytest.mark.parametrize("settings", ["", "[site]\nplain_names = true\n", 'language = "de"\nundated = "list"\n'])
def test_every_link_between_entries_leads_to_a_page_and_to_a_place_on_it(journal: JournalFolder, settings: str) -> None:
    days = ["2026-03-12", "2026-03-13", "2026-03-14"]
    for name, day in zip([*days, "2026-03-14 late", "loose"], [*days[1:], *days], strict=True):
        front = f"title: Title of {name}\nthread: one\npeople: [Anna]\nprivate: {str(name == days[0]).lower()}"
        journal.write(f"{name}.md", f"---\n{front}\n---\n{_WEB % {'day': day}}")
    journal.write("journal.toml", settings).build()
    pages = check_site(journal.site)
    assert journal.page("2026/03/13.html").count('<div class="quotation') == 4
    assert 'class="connections"' in journal.page("2026/03/14.html")
    assert len(pages) > 10


@pytest.mark.parametrize("front", ["mood: 1", "private: yes", "resurface: no"])
def test_no_sentence_of_an_entry_that_is_not_to_be_offered_is_on_another_s_page(
    journal: JournalFolder, front: str
) -> None:
    shared = "people: [Anna]\nplaces: [weir]\nthread: the move"
    said = (
        "An opening of its own, that is long enough. " * 8
        + "Then zanzibar [[2026-03-10]] and zanzibar. ![[2026-03-10]]"
    )
    journal.write("2026-03-12.md", f"---\n{shared}\n{front}\n---\n{said}\n")
    for day in ("2026-03-08", "2026-03-10", "2026-03-15"):
        journal.write(f"{day}.md", f"---\n{shared}\n---\nA day.\n\n![[2026-03-12]]\n")
    journal.build()
    check_site(journal.site)
    holding = [path for path, data in journal.pages().items() if b"zanzibar" in data and path.endswith(".html")]
    assert holding == ["2026/03/12.html"]
    page = journal.page("2026/03/10.html")
    assert "There is also an entry from 2026." in page
    assert page.count("It stays closed unless you open it.") == 2
    related = journal.page("2026/03/08.html").partition('id="part.related"')[2].partition("</section>")[0]
    assert 'href="15.html"' in related
    assert "12.html" not in related


def test_no_name_shows_in_a_file_name_where_names_are_plain(journal: JournalFolder) -> None:
    journal.write("journal.toml", "[site]\nplain_names = true\n")
    for name in ("2026-03-13 zanzibar", "2026-03-13 zanzibar two", "zanzibar", "Zanzibar/loose"):
        journal.write(f"{name}.md", _SECRET % "starred")
    journal.build()
    check_site(journal.site)
    assert not [name for name in journal.pages() if "zanzibar" in name.lower()]
    before = set(journal.pages())
    journal.build(force=True)
    assert set(journal.pages()) == before


@pytest.mark.browser
def test_every_page_opens_from_a_file_and_asks_no_other_host(journal: JournalFolder, browser: Browser) -> None:
    _hostile(journal).build()
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    for file in sorted(journal.site.rglob("*.html")):
        page.goto(file.as_uri())
        assert page.locator("main").count() == 1
    page.close()
    assert said == []
    assert asked
    assert not [url for url in asked if not url.startswith("file:")]


def test_a_month_without_moods_explains_none(journal: JournalFolder) -> None:
    journal.write("2026-02-01.md", "Some words.\n").write("2026-03-14.md", "---\nmood: 6\n---\nSome words.\n").build()
    assert "legend-mood" not in journal.page("2026/02/index.html")
    assert "legend-mood" in journal.page("2026/03/index.html")
