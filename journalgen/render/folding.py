"""Texts of the templates that are the same on every page, translated when a template is compiled and not for each page."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any, TypeVar

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

_Words = TypeVar("_Words", bound=Callable[..., str])


class FoldingEnvironment(Environment):
    """An environment that puts the translation in the place of each `_("…")` without placeholders."""

    translate: Callable[[str], str]

    def allow(self, *functions: object) -> None:
        """Let templates call these; here they may call anything."""

    def filled(self, words: _Words) -> _Words:
        """Return what gives the words that `%` fills; here as it is."""
        return words

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        _Folding(self.translate).visit(template)
        return template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template finds without being given it: a plain dict, which Jinja copies for each page faster."""
        return {**self.globals, **(d or {})}


class _Folding(NodeTransformer):
    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def visit_Call(self, node: nodes.Call, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802 -- the library's name
        if isinstance(node.node, nodes.Name) and node.node.name == "_" and not node.kwargs:
            match node.args:
                case [nodes.Const(value=str() as text)]:
                    # As gettext's `%%` stands for `%` in texts with placeholders, so it does here.
                    try:
                        return nodes.Const(self._translate(text) % {}, lineno=node.lineno)
                    except (KeyError, TypeError, ValueError):
                        pass  # it fails where it stands, with its line
        return self.generic_visit(node, *args, **kwargs)
