from __future__ import annotations

import pytest

from journalgen.model.left_out import Reason
from journalgen.source.names import reason_of_name

C, B, N = Reason.CONFLICT, Reason.BACKUP, Reason.NOT_READ


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("2026-03-14.md", None), ("2026-03-14.MD", None), ("a.markdown", None), ("a.mkd", None),
        ("backup plans.md", None), ("bold.md", None),
        ("my old house.md", None), ("conflict.md", None), ("a (1).md", None), ("base_camp.md", None),
        ("C# notes #2.md", None), ("~home.md", None),
        ("2026-03-14 (Anna's conflicted copy 2026-03-15).md", C), ("2026-03-14 (Conflicted copy).md", C),
        ("a (conflict 2).md", C),
        ("2026-03-14.sync-conflict-20260315-120000-ABCDEFG.md", C), ("2026-03-14_BASE_1234.md", C),
        ("a_LOCAL_12.md", C), ("a_REMOTE_1.md", C),
        ("a_BACKUP_99.md", C), ("a.md.!sync", C),
        ("a.md~", B), ("#a.md#", B), (".#a.md", B), ("a.md.bak", B), ("a.bak.md", B), ("a.md.orig", B),
        ("a.orig.md", B), (".a.md.swp", B), ("a.md.tmp", B),
        ("a.md.un~", B), ("a.md.rej", B), ("a.md.crdownload", B),
        ("a.txt", N), ("a.org", N), ("a.jpg", N), ("README", N), ("md", N), ("a.md.gpg", N), ("a.mdx", N),
    ],
)  # fmt: skip
def test_a_name_tells_conflicts_backups_and_other_files(name: str, reason: Reason | None) -> None:
    assert reason_of_name(name) == reason
