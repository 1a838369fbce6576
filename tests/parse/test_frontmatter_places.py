from hypothesis import given
from hypothesis import strategies as st

from journalgen.parse.frontmatter.places import Places
from journalgen.problems import Level


@given(st.text(alphabet="ab\n\x85\u2028"), st.integers(1, 9))
def test_a_place_leads_back_to_its_character(text: str, first_line: int) -> None:
    places = Places(text, "a.md", first_line)
    lines = text.split("\n")
    for index, character in enumerate(text):
        line, column = places.of(index)
        assert (lines[line - first_line] + "\n")[column - 1] == character


def test_an_error_is_located() -> None:
    error = Places("a\nbc", "a.md", 3).error(3, "yaml-tab", more=1)
    assert (str(error.where), error.level, error.code, error["more"]) == ("a.md:4:2", Level.ERROR, "yaml-tab", "1")
