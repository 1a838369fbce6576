from __future__ import annotations

import errno
import pickle

import pytest

from journalgen.refusal import Refusal, refused


def test_a_refusal_is_a_code_with_parameters() -> None:
    refusal = Refusal("locked", path="x", pid=12)
    assert (refusal.code, refusal.parameters, refusal["pid"]) == ("locked", (("path", "x"), ("pid", "12")), "12")
    assert str(refusal) == "locked, path='x', pid='12'"
    with pytest.raises(KeyError):
        refusal["other"]


def test_a_refusal_survives_the_way_from_a_worker() -> None:
    assert str(pickle.loads(pickle.dumps(Refusal("locked", pid=12)))) == "locked, pid='12'"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "no-permission"),
        (errno.EPERM, "no-permission"),
        (errno.EROFS, "no-permission"),
        (errno.EIO, "disk-error"),
    ],
)
def test_what_the_system_says(number: int, code: str) -> None:
    assert refused(OSError(number, "said so", "file")).code == code
    assert refused(OSError(number, "said so", "file"))["path"] == "file"
    assert refused(OSError(number, "said so", "temporary"), "file")["path"] == "file"


def test_the_systems_own_words_are_kept() -> None:
    assert refused(OSError(errno.EIO, "said so"), "file").parameters == (("path", "file"), ("why", "said so"))
