"""CommonMark's own examples, by the parser that entries are read with and a plain renderer."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from journalgen.markdown.parser import build
from tests.corpora import corpus

PARSER = build(linkify=False, smart_quotes=False)
LINKING = build(linkify=True, smart_quotes=False)

# Where journals are written otherwise than CommonMark has it, by section and number.
DELIBERATE = {
    ("Links", 550): "`[[foo]]` is a wiki link, also within brackets",
    ("Images", 592): "`![[foo]]` is an embed",
}


class Plain(RendererHTML):
    def tag(self, tokens: list[Token], idx: int, options: Any, env: Any) -> str:
        """A tag is its text; that it is one is ours to show."""
        return self.text(tokens, idx, options, env)


def examples() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((corpus("markdown") / "examples.json").read_text(encoding="utf-8"))
    return found


def test_all_examples_agree() -> None:
    differing = {}
    for each in examples():
        env: dict[str, Any] = {}
        tokens = PARSER.parse(each["markdown"], env)
        options = copy.deepcopy(PARSER.options)
        options["xhtmlOut"] = True
        html = Plain().render(tokens, options, env)
        # markdown-it writes an empty quotation on one line.
        html = html.replace("<blockquote></blockquote>", "<blockquote>\n</blockquote>")
        if html != each["html"]:
            differing[each["section"], each["example"]] = (html, each["html"])
    assert differing.keys() == DELIBERATE.keys(), differing


def test_with_linkify_only_addresses_differ() -> None:
    """Where the text holds bare addresses, what differs is that they are links."""
    differing = set()
    for each in examples():
        if PARSER.render(each["markdown"]) != LINKING.render(each["markdown"]):
            differing.add((each["section"], each["example"]))
            assert re.search(r"://|www\.|@|\.\w\w", each["markdown"])
    assert len(differing) < 12


@pytest.mark.parametrize("number", [1, 7])
def test_examples_are_there(number: int) -> None:
    assert examples()[number]["markdown"]
