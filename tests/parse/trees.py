"""Trees and problems in a short form that tests can state."""

from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar
from journalgen.problems import Problem


def texts(node: Node | None) -> object:
    """Return the texts of a tree, without places."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: texts(value) for key, value in node.items}
    return [texts(item) for item in node.items]


def said(problems: tuple[Problem, ...]) -> list[str]:
    """Return each problem as `line:column code`."""
    return [f"{each.where.line}:{each.where.column} {each.code}" for each in problems]


def check_places(node: Node, source: list[str]) -> None:
    """Assert that every scalar of a tree stands in these lines where it says."""
    if isinstance(node, Scalar):
        there = source[node.line - 1][node.column - 1 :]
        assert there.startswith((node.text, "'", '"') if node.text else "")
    elif isinstance(node, Mapping):
        for key, value in node.items:
            check_places(key, source)
            check_places(value, source)
    else:
        for item in node.items:
            check_places(item, source)
