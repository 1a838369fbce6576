import pytest

from journalgen.parse.frontmatter.nodes import Scalar, is_null, normal_key


@pytest.mark.parametrize("text", ["Before-Bed", "before bed", "before_bed", " BEFORE - bed_", "before__bed"])
def test_one_key_in_many_forms(text: str) -> None:
    assert normal_key(text) == "before_bed"


def test_keys_of_other_letters_differ() -> None:
    assert normal_key("Grüße") != normal_key("gruse")
    assert normal_key("STRASSE") == normal_key("Straße")


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_null_when_plain_only(text: str) -> None:
    assert is_null(Scalar(text, True, 1, 1))
    assert not is_null(Scalar(text, False, 1, 1))


def test_no_and_zero_are_not_null() -> None:
    assert not is_null(Scalar("no", True, 1, 1))
    assert not is_null(Scalar("0", True, 1, 1))
