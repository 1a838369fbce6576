from __future__ import annotations

from journalgen.output.changes import Changes, Reason, out_of_date
from journalgen.output.manifest import UNKNOWN


def test_nothing_from_nothing() -> None:
    changes = out_of_date({}, {}, {})
    assert changes == Changes((), (), (), {})
    assert changes.is_unchanged


def test_each_reason() -> None:
    changes = out_of_date(
        wanted={"kept": b"1", "new": b"1", "changed": b"2", "missing": b"1", "touched": b"1", "unknown": b"1"},
        known={
            "kept": (b"1", 10, 100),
            "changed": (b"1", 10, 100),
            "missing": (b"1", 10, 100),
            "touched": (b"1", 10, 100),
            "unknown": UNKNOWN,
            "unwanted": (b"1", 10, 100),
        },
        found={"kept": (10, 100), "changed": (10, 100), "touched": (10, 101), "unknown": (10, 100), "foreign": (1, 1)},
    )
    assert changes.write == ("changed", "missing", "new", "touched", "unknown")
    assert changes.keep == ("kept",)
    assert changes.remove == ("unwanted",)
    assert changes.reasons == {
        "changed": Reason.CHANGED,
        "missing": Reason.MISSING,
        "new": Reason.NEW,
        "touched": Reason.TOUCHED,
        "unknown": Reason.UNKNOWN,
        "unwanted": Reason.UNWANTED,
    }
    assert not changes.is_unchanged


def test_another_size_is_touched() -> None:
    assert out_of_date({"a": b"1"}, {"a": (b"1", 10, 100)}, {"a": (11, 100)}).reasons == {"a": Reason.TOUCHED}


def test_unknown_and_unwanted_is_removed() -> None:
    assert out_of_date({}, {"a": UNKNOWN}, {}).remove == ("a",)


def test_what_is_not_known_is_never_removed() -> None:
    assert out_of_date({}, {}, {"foreign": (1, 1)}).is_unchanged
