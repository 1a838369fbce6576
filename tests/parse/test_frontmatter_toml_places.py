import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journalgen.parse.frontmatter.nodes import Mapping, Node, Scalar
from journalgen.parse.frontmatter.toml_reader import read_toml

from .trees import check_places, texts


def value_of(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key.text: value_of(value) for key, value in node.items}
    if not isinstance(node, Scalar):
        return [value_of(item) for item in node.items]
    return tomllib.loads(f"v = {node.text}")["v"] if node.plain else node.text


def check(source: str) -> Mapping:
    """Assert that the located table says what tomllib says, and that every scalar stands where it says."""
    table, problems = read_toml(source, "a.md")
    assert problems == ()
    assert table is not None
    assert repr(value_of(table)) == repr(tomllib.loads(source))
    check_places(table, source.split("\n"))
    return table


@pytest.mark.parametrize(
    "source",
    [
        "a = 1 # one\n  b=-3.5e+7\nc = true\n",
        "day = 2026-03-14\nat = 09:30:00\nboth = 2026-03-14 10:00:00.5+01:00\nt = 2026-03-14T10:00:00Z # x\n",
        'a = "x\\"y#"\nb = \'lit\\\'\nc = \'\'\nd = ""\n',
        'a = """\nfoo""x"""""\nb = """a \\\n   b"""\nc = """"""\n',
        "a = '''\nli''t'''''\nb = '''x\ny'''\n",
        'a.b.c = 1\na . \'d e\' = 2\n"a"."\\u00e9" = 3\n',
        "[a.b]\nc = 1\n[a]\nd = 2\n[ 'x.y' . z ] # end\n",
        "[[a]]\nb = 1\n[[a.c]]\nd = 1\n[[a]]\n[a.e]\nf = 2\n",
        "a = [ # ]\n 1, [2, '3]'],\n # none\n]\nb = []\nc = [{d = 1}, {}, {e.f = [2], 'g' = '}'}]\n",
        "pi = 3.14\ninf = -inf\nhex = 0xFF\nbig = 1_000\n",
    ],
)
def test_statements(source: str) -> None:
    check(source)


VALUES = st.sampled_from(["1", "-2.50", "true", "2026-03-14", "2026-03-14 10:00:00", '"a # b"', "'c'", '"\\t"'])
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)


@given(st.dictionaries(KEYS, st.lists(VALUES, max_size=3)), st.sampled_from([",", " , ", ",\n ", ", # x\n"]))
def test_tables_of_arrays(fields: dict[str, list[str]], comma: str) -> None:
    table, _ = read_toml("\n".join(f"{key} = [{comma.join(values)}]" for key, values in fields.items()), "a.md")
    unique = {key.strip("_").replace("__", "_") for key in fields}
    if len(unique) == len(fields):
        check("\n".join(f"{key} = [{comma.join(values)}]" for key, values in fields.items()))
    assert table is not None


def test_places() -> None:
    table = check("mood = 7\n[words]\n'very good' = 9\n[[pauses]]\nfirst = 2026-01-01\n")
    mood, words, pauses = table.items
    assert mood == (Scalar("mood", True, 1, 1), Scalar("7", True, 1, 8))
    assert (words[0].line, words[0].column, words[1].line, words[1].column) == (2, 2, 2, 1)
    assert (pauses[1].line, pauses[1].column) == (4, 1)
    assert isinstance(words[1], Mapping)
    assert words[1].items[0][0] == Scalar("very good", False, 3, 1)


def test_numbers_and_dates_keep_their_text() -> None:
    table, _ = read_toml("a = 1_000\nb = 7.50\nc = 2026-03-14 10:00:00\nd = 0x1F\n", "a.md")
    assert texts(table) == {"a": "1_000", "b": "7.50", "c": "2026-03-14 10:00:00", "d": "0x1F"}


def test_carriage_returns_are_no_part_of_values() -> None:
    table, _ = read_toml('a = 1\r\nb = """x\r\ny"""\r\n', "journal.toml")
    assert texts(table) == {"a": "1", "b": "x\ny"}
