"""What no page may do, whoever wrote its templates."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from journalgen.refusal import Refusal
from journalgen.render.policy import check, policy
from tests.render import samples
from tests.render.samples import own_template

RULES = policy(remote_images=False)
HEAD = (
    '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
    f'<meta http-equiv="Content-Security-Policy" content="{RULES}">\n'
)


def refused(text: str, path: str = "2026/03/14.html") -> str:
    with pytest.raises(Refusal) as found:
        check(text, path, RULES)
    return found.value.code


@pytest.mark.parametrize("remote", [False, True])
@pytest.mark.parametrize("name", samples.PAGES)
def test_journalgens_own_pages_are_as_they_must_be(name: str, remote: bool) -> None:
    frame = replace(samples.FRAME, remote_images=remote, styles=("assets/own/a b.css",))
    page = samples.PAGES[name]
    check(samples.renderer(frame=frame).render(page).decode(), page.path, policy(remote_images=remote))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>nothing else</p>",
        HEAD.replace("script-src 'self'", "script-src 'unsafe-inline'"),
        HEAD.replace('<html lang="en"', '<html onclick="x()"'),
        HEAD.replace("<head>", "<head><script src=x.js></script>"),
        HEAD.replace("<head>", '<head><meta http-equiv="refresh" content="0">'),
        HEAD.replace("<head>", '<head><base href="x">'),
        HEAD.replace("<head>", "<head><!--"),
        HEAD.replace("<!doctype html>", "<!doctype html><!-- > -->"),
        "<!--" + HEAD,
    ],
)
def test_the_policy_comes_first(text: str) -> None:
    assert refused(text) == "page-without-policy"


@pytest.mark.parametrize(
    "tag",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC='a.js'></SCRIPT>",
        '<script src="https://example.org/a.js"></script>',
        '<script src="//example.org/a.js"></script>',
        '<script src="/a.js"></script>',
        '<script src="../../../assets/evil.js"></script>',
        '<script src="%2e%2e/../../evil.js"></script>',
        '<script src="..%2f..%2f..%2fevil.js"></script>',
        '<script src="../../assets/own/evil.js"></script>',
        '<script src="../../media/evil.pdf"></script>',
        '<script src="data:text/javascript,1//.js"></script>',
        '<script src="a.js" onload="x()"></script>',
        '<script src="a.js" src="b.js"></script>',
        '<script src="a.js">x</script>',
        "<svg><script>x</script></svg>",
        "<svg><script href='a.js'/></svg>",
        '<img src="../../../evil/x.png" name="currentScript">',
        '<img alt="<" name=currentScript src=x>',
        '<img alt=">" name="currentScript">',
        "<img name='currentScript'>",
        '<img onerror="x()">',
        '<form name="currentScript">',
        '<object id="currentScript" data="x">',
        "<iframe src=x></iframe>",
        '<div data-shards="../evil/x.js">',
        '<div data-shards="a/2026.js https://example.org/x.js">',
        "<div data-shards=../x.js>",
        "<div DATA-SHARDS\n='x.js'>",
        '<meta http-equiv="refresh" content="0;url=https://example.org/?text">',
        '<meta content="0;url=x" http-equiv=refresh>',
        '<meta a=">" http-equiv="refresh" content="0">',
        "<META\nHTTP-EQUIV=refresh content=0>",
        '<link rel="dns-prefetch" href="//text.example.org">',
        '<link rel="preconnect" href="https://example.org">',
        '<link rel="stylesheet prefetch" href="a.css">',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="stylesheet" href="//example.org/a.css">',
        '<link rel="stylesheet" href="&#47;/example.org/a.css">',
        '<link href="a.css">',
        "<link rel=dns-prefetch href=//example.org>",
    ],
)
def test_what_could_run_or_tell_is_refused(tag: str) -> None:
    assert refused(HEAD + tag) == "page-unsafe"


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="../../assets/theme.js"></script>',
        '<script src="../../assets/search.js" defer></script>',
        '<script defer src="../../found/2026.js" data-what="x y"></script>',
        '<link rel="stylesheet" href="../../assets/style.css">',
        '<link rel="prev" href="13.html">',
        '<img src="a.webp" alt="a > b & c" width="3" loading="lazy">',
        '<form class="search" role="search">',
        '<div data-shards="f3a-b/2026.js f3a-b/undated.js">',
        '<div data-shards="">',
        '<script src="../../assets/site.js" data-blank="Leere &#34;Seite&#34;"></script>',
        '<meta name="color-scheme" content="light dark">',
        "<metadata>", "<scripted>", "&lt;script&gt;alert(1)&lt;/script&gt; and http-equiv", "<p>link</p>",
    ],
)  # fmt: skip
def test_what_pages_are_made_of_is_not(tag: str) -> None:
    check(HEAD + tag, "2026/03/14.html", RULES)


def test_an_own_template_is_held_to_it() -> None:
    for source, code in (
        ("<p>Bare</p>", "page-without-policy"),
        ('{% extends "base.html" %}{% block content %}<script>1</script>{% endblock %}', "page-unsafe"),
        ('{% extends "base.html" %}{% block content %}{{ view.rows[0].link.title|safe }}{% endblock %}', None),
    ):
        renderer = samples.renderer(own=(own_template("undated.html", source),))
        if code is None:
            renderer.render(samples.PAGES["undated"])
        else:
            with pytest.raises(Refusal) as found:
                renderer.render(samples.PAGES["undated"])
            assert found.value.code == code
