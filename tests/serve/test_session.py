from __future__ import annotations

import re
import stat
from pathlib import Path

from journalgen.serve.session import Session, remove_opening, write_opening


def test_no_two_sessions_share_a_name_a_key_or_a_token() -> None:
    one, other = Session(8375), Session(8375)
    assert one.name != other.name
    assert len({one.key, other.key, one.token, other.token}) == 4
    assert min(map(len, (one.key, one.token))) >= 43


def test_the_address_names_our_host_and_the_key() -> None:
    session = Session(8375)
    assert re.fullmatch(r"http://[0-9a-f]{8}\.localhost:8375/\.journalgen/enter\?key=[\w-]+", session.address)
    assert session.token not in session.address


def test_the_page_that_opens_it_is_the_owners_alone(tmp_path: Path) -> None:
    session = Session(8375)
    page = write_opening(session, tmp_path)
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert session.key in page.read_text()
    # One that somebody left there is not written into.
    page.unlink()
    page.symlink_to(tmp_path / "elsewhere")
    again = write_opening(session, tmp_path)
    assert not again.is_symlink()
    assert not (tmp_path / "elsewhere").exists()
    remove_opening(tmp_path)
    assert not page.exists()
    remove_opening(tmp_path)
