"""Which files a template consists of."""

from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.model.own import OwnFile
from journalgen.refusal import Refusal
from journalgen.render.closure import template_closure
from journalgen.render.theme import Theme
from tests.render import samples
from tests.render.samples import own_template


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text)
    return folder


def names(name: str, folder: Path, *own: OwnFile) -> list[str]:
    return [each for each, _ in template_closure(f"{name}.html", Theme(folder, own))]


def test_all_that_is_used_and_what_that_uses(tmp_path: Path) -> None:
    write(
        tmp_path,
        a="{% extends \"b.html\" %}\n{%- from 'c.html' import x, y with context -%}",
        b="{% import 'd.html' as d %}",
        c='{% include "d.html" ignore missing %} {% include "a.html" %}',
        d="{{ 'from e.html' }}",
    )
    assert names("a", tmp_path) == ["a.html", "b.html", "c.html", "d.html"]
    assert dict(template_closure("d.html", Theme(tmp_path))) == {"d.html": b"{{ 'from e.html' }}"}


def test_comments_and_raw_text_use_nothing(tmp_path: Path) -> None:
    write(tmp_path, a='{# {% include "x.html" %} #}{% raw %}{% include "y.html" %}{% endraw %}{% set from_here = 1 %}')
    assert names("a", tmp_path) == ["a.html"]


def test_the_writers_own_come_first_and_lead_to_journalgens(tmp_path: Path) -> None:
    shipped = write(tmp_path / "shipped", a='{% include "b.html" %}', b="yours")
    own = own_template("b.html", 'mine {% include "theme/b.html" %}')
    found = dict(template_closure("a.html", Theme(shipped, (own,))))
    assert (found["b.html"], found["theme/b.html"]) == (own.data, b"yours")


def test_the_writers_own_are_read_as_jinja_reads_them(tmp_path: Path) -> None:
    write(tmp_path, b="", c="")
    hidden = own_template(
        "a.html", """{{ "{#" }}{% include "b.html" %}{{ "#}" }}{% include 'c.html' if x else 'b.html' %}"""
    )
    with pytest.raises(Refusal) as refused:
        names("a", tmp_path, hidden)
    assert refused.value.code == "template-name-computed"
    assert names("a", tmp_path, own_template("a.html", """{{ "{#" }}{% include "b.html" %}{{ "#}" }}""")) == [
        "a.html",
        "b.html",
    ]
    assert names("a", tmp_path, own_template("a.html", '{% include "none.html" ignore missing %}')) == ["a.html"]


@pytest.mark.parametrize("files", [{"a": "a"}, {"a": "b", "b": "a"}])
def test_a_template_that_extends_itself_is_refused(tmp_path: Path, files: dict[str, str]) -> None:
    own = tuple(own_template(f"{name}.html", f'{{% extends "{to}.html" %}}') for name, to in files.items())
    with pytest.raises(Refusal) as refused:
        names("a", tmp_path, *own)
    assert refused.value.code == "template-circle"


@pytest.mark.parametrize(
    "statement",
    [
        "include name",
        'include "a" ~ b',
        'include ["a.html", "b.html"]',
        'extends layout or "a.html"',
        "from x import y",
    ],
)
def test_a_computed_name_is_refused(tmp_path: Path, statement: str) -> None:
    write(tmp_path, a="\n{# two\nlines #}{% " + statement + " %}")
    with pytest.raises(Refusal) as refused:
        names("a", tmp_path)
    assert (refused.value.code, refused.value["line"]) == ("template-name-computed", "3")


def test_a_name_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    write(tmp_path, a='\n{% include "b.html" %}')
    with pytest.raises(Refusal) as refused:
        names("a", tmp_path)
    assert refused.value.parameters == (("template", "a.html"), ("line", "2"), ("name", "b.html"))


def test_every_template_has_a_closure() -> None:
    for page in samples.PAGES.values():
        found = dict(template_closure(page.template, Theme(samples.TEMPLATES)))
        assert {page.template, "base.html"} <= found.keys()
