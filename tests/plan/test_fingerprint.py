from __future__ import annotations

import datetime as dt
import types
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from journalgen.plan.fingerprint import digest_of, digest_of_texts
from journalgen.plan.templates import View
from tests.parse.entries import TEXT, field_names, values_of, with_changed

VIEWS = get_args(View)
FIELDS = [(view, field) for view in VIEWS for field in field_names(view) if field != "digest"]


def alike(hint: Any) -> list[Any]:
    """Return types of values that differ in content alone: lists of one length, never nothing against something."""
    if get_origin(hint) is tuple and get_args(hint)[-1] is ...:
        return [types.GenericAlias(tuple, (inner,)) for inner in alike(get_args(hint)[0])]
    if get_origin(hint) in (Union, types.UnionType):
        return [inner for arm in get_args(hint) if arm is not type(None) for inner in alike(arm)]
    return [hint]


@pytest.mark.parametrize(("view", "field"), FIELDS, ids=[f"{view.__name__}.{field}" for view, field in FIELDS])
def test_a_change_of_any_field_changes_the_digest(view: type, field: str) -> None:
    hint = get_type_hints(view)[field]

    @given(st.data(), st.sampled_from([hint, *alike(hint)]))
    @settings(deadline=None, max_examples=12, database=None, phases=[Phase.generate])
    def changes(data: st.DataObject, kind: Any) -> None:
        one, other = data.draw(values_of(kind)), data.draw(values_of(kind))
        assume(one != other)
        drawn = data.draw(values_of(view))
        before, after = (with_changed(drawn, **{field: value}) for value in (one, other))
        assert digest_of(before) != digest_of(after)
        assert digest_of(before) == digest_of(with_changed(after, **{field: one}))

    changes()


@given(*[st.sampled_from(VIEWS).flatmap(values_of)] * 2)
@settings(deadline=None, max_examples=60)
def test_two_different_views_differ_in_their_digests(one: Any, other: Any) -> None:
    assert (digest_of(one) == digest_of(other)) == (type(one) is type(other) and one == other)


@given(*[st.lists(st.text("\0 :1a", max_size=3), max_size=4)] * 2)
@settings(deadline=None, max_examples=300)
def test_texts_are_told_apart_whatever_they_hold(one: list[str], other: list[str]) -> None:
    assert (digest_of_texts(*one) == digest_of_texts(*other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1,), (True,)), ((1,), ("1",)), ((1,), (1.0,)), ((None,), ("None",)), (("a", "b"), ("ab",)),
        (((),), ()), (("a", ("b",)), (("a",), "b")),
        (((1, 2), (3,)), ((1,), (2, 3))), (("s1:a",), ("a",)), ((dt.date(2026, 3, 14),), ("2026-03-14",)),
        (("",), ()), ((b"x",), ("x",)),
    ],
)  # fmt: skip
def test_values_that_look_alike_are_told_apart(one: object, other: object) -> None:
    assert digest_of(one) != digest_of(other)


@given(TEXT)
@settings(deadline=None)
def test_equal_values_have_equal_digests(text: str) -> None:
    assert digest_of((text, (text,))) == digest_of((str(text), (text,)))
    assert len(digest_of(text)) == 16


@pytest.mark.parametrize("value", [["a"], {"a": 1}, {1}, object(), dt.datetime(2026, 3, 14)])  # noqa: DTZ001
def test_what_may_change_has_no_digest(value: object) -> None:
    with pytest.raises(TypeError):
        digest_of((value,))
