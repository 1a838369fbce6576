"""Somebody else's templates: they show what a page shows, and reach nothing else."""

from __future__ import annotations

import pytest

from journalgen.refusal import Refusal
from journalgen.render.sandbox import SandboxedTemplates
from tests.render import samples
from tests.render.samples import own_template

ESCAPES = [
    "''.__class__.__mro__[1].__subclasses__()",
    "''['__class__']",
    "().__class__.__base__",
    "cycler.__init__.__globals__.os",
    "joiner.__init__.__globals__",
    "namespace.__init__.__globals__",
    "dict.__base__",
    "dict.mro()",
    "dict.fromkeys",
    "lipsum.__globals__",
    "lipsum()",
    "self._TemplateReference__context",
    "self.__init__.__globals__",
    "range.__self__",
    "url_for.__globals__",
    "get_flashed_messages",
    "config",
    "request",
    "body.__self__._environment",
    "body.__func__.__globals__",
    "sentence.__closure__",
    "gettext.__globals__",
    "year_address.__globals__",
    "weekday_heads.__self__",
    "'{0.__class__}'.format('')",
    "'{x.__init__.__globals__}'.format_map({'x': site})",
    "''.format.__self__",
    "('%s'|safe).format('')",
    "''|attr('__class__')",
    "''|attr('format')",
    "'%s'|format(site)",
    "['']|map(attribute='__class__')|first|string|length",
    "['']|map('attr', '__class__')|list",
    "['{0.__class__}']|map('format', 1)|list",
    "([site]|groupby('__class__'))[0].grouper",
    "[site]|sort(attribute='__class__.__name__')|first|attr('x')",
    "[view]|sum(attribute='__class__')",
    "{'a': 1}.update({'b': 2})",
    "[1].append(2)",
    "[].clear()",
    "view.__struct_fields__",
    "view.__class__",
    "page.view.__reduce__()",
    "site.__init__('x')",
    "page.view.rows.__class__",
    "caller.__globals__",
    "loop",
    "'a'.encode('utf-8')",
    "'a'.translate({})",
    "view|pprint",
    "[1, 2]|random",
    "page.path.__class__.__init__",
]
TOO_LARGE = [
    "'a' * 100000000",
    "100000000 * 'a'",
    "[1] * 100000000",
    "9 ** (9 ** 9)",
    "(10 ** 900) * (10 ** 900)",
    "'%999999999d' % 1",
    "'%*d' % (999999999, 1)",
    "'%.999999999f' % 1.5",
    "'a'.ljust(999999999)",
    "'a'.zfill(999999999)",
    "'a'.expandtabs(999999999)",
    "'a'|center(999999999)",
    "'a'|indent(999999999)",
    "[1]|batch(999999999, 0)|list",
    "[1]|slice(999999999)|list",
    "1.5|round(999999999, 'ceil')",
    "[1]|tojson(indent=999999999)",
    "_('%(a)999999999d', a=1)",
    "ngettext('%(num)999999999d', '', 1)",
    "range(999999999)|list",
    "range(0, -999999999, -1)|list",
]


def shown(expression: str) -> str:
    """Return what an own template makes of an expression, at the place of a page's text."""
    text = '{% extends "base.html" %}{% block content %}<h1>[{{ ' + expression + " }}]</h1>{% endblock %}"
    return samples.renderer(own=(own_template("undated.html", text),)).render(samples.PAGES["undated"]).decode()


@pytest.mark.parametrize("expression", ESCAPES + TOO_LARGE)
def test_refused(expression: str) -> None:
    with pytest.raises(Refusal) as refused:
        shown(expression)
    assert refused.value.code == "template-fault"
    assert refused.value["template"] == "/journal/templates/undated.html"


@pytest.mark.parametrize(
    "statement",
    [
        "{% for a in range(400) %}{% for b in range(400) %}{% endfor %}{% endfor %}",
        "{% for a in range(99000) %}" + "x" * 1000 + "{% endfor %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{% include 'undated.html' %}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ " + "-" * 5000 + "1 }}",
        "{% if 1 %}" * 200 + "{% endif %}" * 200,
    ],
)
def test_what_never_ends_is_ended(statement: str) -> None:
    own = own_template("undated.html", '{% extends "base.html" %}{% block content %}' + statement + "{% endblock %}")
    with pytest.raises(Refusal) as refused:
        samples.renderer(own=(own,)).render(samples.PAGES["undated"])
    assert refused.value.code in ("template-fault", "page-too-long")


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "theme/../base.html",
        "..\\base.html",
        "C:/x",
        "assets/../../README.md",
        "x\0y",
        "./base.html",
    ],
)
@pytest.mark.parametrize("statement", ["extends", "include", "import"])
def test_no_name_leads_out_of_the_theme(name: str, statement: str) -> None:
    rest = " as x" if statement == "import" else ""
    text = f'{{% {statement} "{name}"{rest} %}}'.replace("\\", "\\\\")
    with pytest.raises(Refusal):
        samples.renderer(own=(own_template("undated.html", text),)).render(samples.PAGES["undated"])


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("view.rows|length", "2"),
        ("view.rows[0].link.title|upper|replace('A', 'b')", None),
        ("site.title.split(' ')|last", "mornings"),
        ("'a, b'.split(', ')|map('upper')|join('-')", "A-B"),
        ("'%02d' % 7", "07"),
        ("'ab' * 3", "ababab"),
        ("2 ** 10 % 1000", "24"),
        ("{'a': 1}.items()|first|join", "a1"),
        ("dict(a=1).get('b', 2)", "2"),
        ("range(3)|list|join", "012"),
        ("_('Archive')", "Archive"),
        ("gettext('%(a)s!', a=site.title)", "Slow mornings!"),
        ("ngettext('%(num)s day', '%(num)s days', 2)", "2 days"),
        ("HOME|href", "../index.html"),
        ("year_address(2026)|href", "../2026/index.html"),
        ("kind_name('tags')", "Tags"),
        ("cycler(1, 2).next()", "1"),
        ("namespace(a=3).a", "3"),
        ("1234.5|number", "1,234.5"),
        ("site.title|safe", "Slow mornings"),
        ("'<b>'", "&lt;b&gt;"),
        ("1.25|round(1)", "1.2"),
    ],
)
def test_what_a_template_may_use(expression: str, text: str | None) -> None:
    html = shown(expression)
    assert text is None or f"[{text}]" in html


def test_all_of_journalgens_own_templates_are_the_same_in_the_sandbox() -> None:
    sandboxed = samples.renderer(own=(own_template("extra.html", ""),))
    plain = samples.renderer()
    for name, page in samples.PAGES.items():
        assert sandboxed.render(page) == plain.render(page), name


def test_a_block_is_overridden_and_the_rest_stays() -> None:
    own = own_template(
        "month.html", '{% extends "theme/month.html" %}{% block content %}<p>Mine</p>{{ super() }}{% endblock %}'
    )
    page = samples.PAGES["month"]
    mine = samples.renderer(own=(own,)).render(page).decode()
    assert mine.replace("<p>Mine</p>\n", "").replace("<p>Mine</p>", "") == samples.renderer().render(page).decode()
    other = samples.PAGES["day"]
    assert samples.renderer(own=(own,)).render(other) == samples.renderer().render(other)


def test_an_own_part_is_used_by_all_that_use_it() -> None:
    own = own_template(
        "macros/mood.html",
        "{% macro mark(mood) %}<i>{{ mood.text }}</i>{% endmacro %}{% macro legend() %}{% endmacro %}",
    )
    html = samples.renderer(own=(own,)).render(samples.PAGES["month"]).decode()
    assert "<i>" in html
    assert 'class="mark' not in html


def test_a_mistake_that_only_shows_in_what_was_called_is_the_templates() -> None:
    with pytest.raises(Refusal) as refused:
        shown("'no number'|number")
    assert refused.value["line"] == "1"
    with pytest.raises(Refusal):
        shown("_('%(missing)s')")


def test_each_page_has_its_own_share_of_numbers() -> None:
    own = own_template(
        "undated.html", '{% extends "theme/undated.html" %}{% block title %}{{ range(60000)|length }}{% endblock %}'
    )
    renderer = samples.renderer(own=(own,))
    assert renderer.render(samples.PAGES["undated"]) == renderer.render(samples.PAGES["undated"])


def test_filters_that_reach_too_far_are_not_there() -> None:
    assert not {"attr", "format", "pprint", "random", "xmlattr"} & SandboxedTemplates().filters.keys()
