"""Builds of a journal that brings its own templates and assets."""

from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.build import rendering
from journalgen.build.build import build
from journalgen.refusal import Refusal
from tests.journals import JournalFolder, tree, written

ENTRY = '{% extends "theme/entry.html" %}{% block content %}<p>Mine</p>{{ super() }}{% endblock %}'


@pytest.fixture
def two(journal: JournalFolder) -> JournalFolder:
    return journal.write("2026-03-13.md", "One.\n").write("2026-03-14.md", "Two.\n")


def test_only_the_pages_of_a_changed_template_are_written(two: JournalFolder) -> None:
    two.build()
    two.write("templates/entry.html", ENTRY)
    assert written(two.build()) == ["2026/03/13.html", "2026/03/14.html"]
    assert "<p>Mine</p>" in two.page("2026/03/14.html")
    assert written(two.build()) == []
    two.write("templates/entry.html", ENTRY.replace("Mine", "Yours"))
    assert written(two.build()) == ["2026/03/13.html", "2026/03/14.html"]
    two.delete("templates/entry.html")
    assert written(two.build()) == ["2026/03/13.html", "2026/03/14.html"]
    assert "Yours" not in two.page("2026/03/14.html")


def test_what_an_own_template_includes_counts_too(two: JournalFolder) -> None:
    two.write("templates/entry.html", ENTRY.replace("Mine", '{% include "note.html" %}')).write(
        "templates/note.html", "First"
    )
    assert two.build().problems == ()
    two.write("templates/note.html", "Second")
    assert written(two.build()) == ["2026/03/13.html", "2026/03/14.html"]
    assert "Second" in two.page("2026/03/14.html")


def test_own_styles_are_linked_in_order_after_the_themes(two: JournalFolder) -> None:
    two.write("assets/b.css", "b {}").write("assets/a b.css", "a {}").write("assets/paper.png", b"png").write(
        "assets/x.js", "1"
    )
    two.build()
    page = two.page("2026/03/14.html")
    places = [page.index(each) for each in ("assets/style.css", "assets/own/a%20b.css", "assets/own/b.css")]
    assert places == sorted(places)
    # What some pages have of their own comes no later.
    review = two.page("reviews/2026-W11.html")
    places = [review.index(each) for each in ("style.css", "figures.css", "review.css", "assets/own/a%20b.css")]
    assert places == sorted(places)
    assert {name for name in tree(two.site) if name.startswith("assets/own/")} == {
        "assets/own/a b.css", "assets/own/b.css", "assets/own/paper.png",
    }  # fmt: skip
    assert "font-src" not in page
    two.write("assets/b.css", "c {}")
    assert written(two.build()) == []
    assert (two.site / "assets/own/b.css").read_text() == "c {}"
    two.delete("assets/b.css")
    two.build()
    assert not (two.site / "assets/own/b.css").exists()
    assert "b.css" not in two.page("index.html").replace("a%20b.css", "")


def test_fonts_are_allowed_where_there_are_some(two: JournalFolder) -> None:
    two.write("assets/mine.woff2", b"font").build()
    assert "font-src 'self'" in two.page("index.html")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{% if %}", "template-fault"),
        ("\n{{ view.nothing }}", "template-fault"),
        ('{% extends "entry.html" %}', "template-circle"),
        ("{% include view.name %}", "template-name-computed"),
        ('{% include "../../../secret.html" %}', "template-missing"),
        ("<p>Bare</p>", "page-without-policy"),
        ('{% extends "base.html" %}{% block content %}<script>1</script>{% endblock %}', "page-unsafe"),
        ("{{ ''.__class__.__mro__ }}", "template-fault"),
        (b"\xff\xfe", "template-fault"),
    ],
)
def test_a_mistake_leaves_the_old_site_whole(two: JournalFolder, text: str | bytes, code: str) -> None:
    two.build()
    before = two.pages()
    (two.path.parent / "secret.html").write_text("secret")
    two.write("templates/entry.html", text)
    with pytest.raises(Refusal) as refused:
        two.build()
    assert refused.value.code == code
    assert two.pages() == before
    assert b"secret" not in b"".join(two.pages().values())
    two.delete("templates/entry.html").build()
    assert two.pages() == before


def test_a_template_that_nothing_uses_is_a_slip(two: JournalFolder) -> None:
    two.write("templates/entri.html", "x").write("templates/zebra.html", "x").write("templates/theme/entry.html", "x")
    problems = {each.where.path: (each.code, dict(each.parameters).get("suggestion")) for each in two.build().problems}
    assert problems == {
        "templates/entri.html": ("own-unused-close", "entry.html"),
        "templates/zebra.html": ("own-unused", ""),
        "templates/theme/entry.html": ("own-hidden", None),
    }


def test_workers_render_them_too(two: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    two.write("templates/entry.html", ENTRY)
    monkeypatch.setattr(rendering, "WORTH_WORKERS", 1)
    monkeypatch.setattr("journalgen.build.workers.processors", lambda: 2)
    two.build()
    assert "<p>Mine</p>" in two.page("2026/03/14.html")


def test_compiled_templates_of_two_journals_never_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    pages = []
    for name in ("one", "two", "plain"):
        (tmp_path / name).mkdir()
        journal = JournalFolder(tmp_path / name).write("2026-03-14.md", "A day.\n")
        if name != "plain":
            journal.write("templates/entry.html", ENTRY.replace("Mine", name))
        build(journal.request())
        pages.append(journal.page("2026/03/14.html"))
    assert [[f"<p>{name}</p>" in page for name in ("one", "two")] for page in pages] == [
        [True, False],
        [False, True],
        [False, False],
    ]
    compiled = b"".join(tree(tmp_path / "cache").values())
    assert (b"entry" in compiled, b"<p>one</p>" in compiled, b"<p>two</p>" in compiled) == (True, False, False)
    kept = sorted(
        folder.name.endswith("-sandbox") for folder in (tmp_path / "cache" / "journalgen" / "templates").iterdir()
    )
    assert kept == [False, True]


def test_settings_that_break_off_stop_the_build(two: JournalFolder) -> None:
    two.write("journal.toml", "[site]\nplain_names = true\n").build()
    before = two.pages()
    for broken, where in (
        ('title = "x\n[site]\nplain_names = true\n', "1"),
        ("[site\nplain_names = true\n", "1"),
        (b"\xff = 1", None),
    ):
        two.write("journal.toml", broken)
        with pytest.raises(Refusal) as refused:
            two.build()
        assert dict(refused.value.parameters).get("line") == where
        assert two.pages() == before
