"""Who gets an answer: each condition is tried with all others met."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from journalgen.serve.session import COOKIE
from tests.journals import JournalFolder
from tests.serve.previews import Running, running, small


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("journal")
    with running(small(JournalFolder(folder))) as started:
        yield started


def test_the_owner_is_answered(preview: Running) -> None:
    answer = preview.ask("/")
    assert answer.status == 200
    assert "<h1" in answer.text


@pytest.mark.parametrize(
    "host", ["127.0.0.1:{port}", "localhost:{port}", "evil.example:{port}", "{name}.localhost", ""]
)
def test_whoever_calls_us_by_another_name_is_not(preview: Running, host: str) -> None:
    given = host.format(port=preview.session.port, name=preview.session.name)
    answer = preview.ask("/", host=given)
    assert answer.status in (400, 403)
    assert "Day" not in answer.text


@pytest.mark.parametrize("cookie", ["", f"{COOKIE}=", f"{COOKIE}=guessed", "other={token}", "{token}"])
def test_whoever_does_not_know_the_token_is_not(preview: Running, cookie: str) -> None:
    given = cookie.format(token=preview.session.token)
    for path in ("/", "/assets/style.css", "/.journalgen/live.js", "/nothing"):
        answer = preview.ask(path, cookie=given)
        assert answer.status == 403, path
        assert "<" not in answer.text


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost:{port}", "http://{host}.evil.example"]
)
def test_a_page_of_another_origin_is_not(preview: Running, origin: str) -> None:
    given = origin.format(port=preview.session.port, host=preview.session.host)
    assert preview.ask("/", origin=given).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_that_began_on_another_site_is_not(preview: Running, site: str) -> None:
    assert preview.ask("/", sec_fetch_site=site).status == 403


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_request_of_ours_or_of_the_person_is(preview: Running, site: str) -> None:
    assert preview.ask("/", sec_fetch_site=site).status == 200


@pytest.mark.parametrize("path", ["open", "write", "new"])
@pytest.mark.parametrize("origin", ["", "https://evil.example", "null"])
def test_nothing_is_done_for_another_origin_or_for_none(preview: Running, path: str, origin: str) -> None:
    before = set(preview.journal.path.glob("*.md"))
    assert preview.ask(f"/.journalgen/{path}", "POST", "{}", origin=origin).status == 403
    assert set(preview.journal.path.glob("*.md")) == before


@pytest.mark.parametrize("path", ["open", "write", "new"])
def test_nothing_is_done_by_reading(preview: Running, path: str) -> None:
    before = set(preview.journal.path.glob("*.md"))
    assert preview.ask(f"/.journalgen/{path}", origin=preview.session.origin).status in (404, 405)
    assert set(preview.journal.path.glob("*.md")) == before


def test_nothing_is_done_without_the_token(preview: Running) -> None:
    before = set(preview.journal.path.glob("*.md"))
    assert preview.ask("/.journalgen/new", "POST", "{}", origin=preview.session.origin, cookie="").status == 403
    assert set(preview.journal.path.glob("*.md")) == before


def test_the_key_opens_one_door_alone(preview: Running) -> None:
    key = f"?key={preview.session.key}"
    assert preview.ask(f"/.journalgen/enter{key}", cookie="", sec_fetch_site="cross-site").status == 200
    assert preview.ask(f"/{key}", cookie="").status == 403
    assert preview.ask(f"/.journalgen/live.js{key}", cookie="").status == 403
    assert preview.ask(f"/.journalgen/enter{key}", "POST", "{}", cookie="", origin=preview.session.origin).status == 403
    assert preview.ask("/.journalgen/enter?key=guessed", cookie="").status == 403
    assert preview.ask(f"/.journalgen/enter{key}", cookie="", host=f"127.0.0.1:{preview.session.port}").status == 403


def test_the_cookie_is_for_our_host_and_pages_alone(preview: Running) -> None:
    cookie = preview.ask(f"/.journalgen/enter?key={preview.session.key}", cookie="").headers["set-cookie"]
    assert preview.session.token in cookie
    assert preview.session.key not in cookie
    assert {part.strip().lower() for part in cookie.split(";")[1:]} == {"httponly", "path=/", "samesite=strict"}


@pytest.mark.parametrize(
    ("cookie", "origin", "host"),
    [
        ("", "{origin}", "{host}"),
        (f"{COOKIE}=guessed", "{origin}", "{host}"),
        (f"{COOKIE}={{token}}", "https://evil.example", "{host}"),
        (f"{COOKIE}={{token}}", "", "{host}"),
        (f"{COOKIE}={{token}}", "{origin}", "127.0.0.1:{port}"),
    ],
)
def test_no_line_is_opened_for_anybody_else(preview: Running, cookie: str, origin: str, host: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        _connect(preview, cookie, origin, host)
    assert refused.value.response.status_code == 403


def test_a_line_is_opened_for_the_owner(preview: Running) -> None:
    _connect(preview, f"{COOKIE}={{token}}", "{origin}", "{host}")


def _connect(preview: Running, cookie: str, origin: str, host: str) -> None:
    session = preview.session
    values = {"token": session.token, "origin": session.origin, "host": session.host, "port": session.port}
    headers = {"Cookie": cookie.format(**values), "Origin": origin.format(**values)}
    address = f"ws://{host.format(**values)}/.journalgen/live"
    given = {name: value for name, value in headers.items() if value}
    line = socket.create_connection(("127.0.0.1", session.port))
    with closing(line), connect(address, additional_headers=given, sock=line, compression=None):
        pass
