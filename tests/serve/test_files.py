"""What is served of a site, and what of all that lies around it is not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journals import JournalFolder
from tests.serve.previews import Running, running, small

SOUND = bytes(range(256)) * 40


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    journal = small(JournalFolder(tmp_path_factory.mktemp("journal")))
    journal.write("bell.mp3", SOUND).write("2026-03-13.md", "![a bell](bell.mp3)\n")
    journal.write("secret.txt", "canary").write("assets/own.css", "p { color: #123456 }\n")
    with running(journal) as started:
        yield started


def _sound(preview: Running) -> str:
    (found,) = preview.journal.site.glob("media/*.mp3")
    return f"/{found.relative_to(preview.journal.site).as_posix()}"


def test_pages_are_those_of_the_site_but_for_the_policy_and_one_script(preview: Running) -> None:
    built = (preview.journal.site / "2026/03/12.html").read_text()
    served = preview.ask("/2026/03/12.html").text
    script = served[served.index('\n<script src="/.journalgen/live.js"') : served.index("</script>") + len("</script>")]
    policy = f"; connect-src 'self' ws://{preview.session.host}"
    assert served.replace(script, "", 1).replace(policy, "", 1) == built


def test_the_site_on_the_disk_is_that_of_a_build(preview: Running, tmp_path: Path) -> None:
    copy = JournalFolder(tmp_path / "copy")
    shutil.copytree(preview.journal.path, copy.path, ignore=shutil.ignore_patterns("site", "cache*", "manifest*"))
    copy.build()
    assert preview.journal.pages() == copy.pages()


@pytest.mark.parametrize(
    "path",
    [
        "/../journal.toml",
        "/../2026-03-12.md",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/2026/../../secret.txt",
        "/..\\secret.txt",
        "/%2e%2e%5csecret.txt",
        "//secret.txt",
        "/secret.txt",
        "/2026-03-12.md",
        "/.gitignore",
        "/.journalgen/cache.sqlite",
        "/.journalgen/search.key",
        "/.journalgen/../2026-03-12.md",
        "/.journalgen/app.py",
        "/.journalgen/%2e%2e/app.py",
        "/index.html%00.md",
        "/assets/",
        "/assets",
        "/media/",
        "/search/",
        "/%ff%fe",
    ],
)
def test_nothing_else_is_served(preview: Running, path: str) -> None:
    answer = preview.ask(path)
    assert answer.status == 404
    assert b"canary" not in answer.body
    assert b"written down" not in answer.body


def test_an_absolute_path_is_none_of_the_sites(preview: Running) -> None:
    secret = preview.journal.path / "secret.txt"
    assert preview.ask(f"/{secret}").status == 404
    assert preview.ask(str(secret)).status == 404


def test_what_lies_in_the_folder_and_is_not_the_sites_is_not_served(preview: Running) -> None:
    stray = preview.journal.site / "stray.html"
    stray.write_text("canary")
    assert preview.ask("/stray.html").status == 404
    stray.unlink()


def test_no_link_is_followed(preview: Running) -> None:
    style = preview.journal.site / "assets/own/own.css"
    kept = style.read_bytes()
    style.unlink()
    style.symlink_to(preview.journal.path / "secret.txt")
    assert preview.ask("/assets/own/own.css").status == 404
    style.unlink()
    style.write_bytes(kept)
    folder, aside = style.parent, preview.journal.path / "aside"
    folder.rename(aside)
    folder.symlink_to(aside, target_is_directory=True)
    assert preview.ask("/assets/own/own.css").status == 404
    folder.unlink()
    aside.rename(folder)
    assert preview.ask("/assets/own/own.css").status == 200


@pytest.mark.parametrize("path", ["/", "/2026/03/12.html", "/assets/style.css", "/nothing", "/.journalgen/live.js"])
def test_nothing_is_kept_guessed_or_framed(preview: Running, path: str) -> None:
    headers = preview.ask(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert f"connect-src 'self' ws://{preview.session.host}" in policy
    assert "unsafe" not in policy
    assert "server" not in headers


def test_an_address_without_a_slash_leads_to_the_folders_page(preview: Running) -> None:
    answer = preview.ask("/2026")
    assert (answer.status, answer.headers["location"]) == (307, "/2026/")
    assert preview.ask("/2026/").status == 200


def test_what_is_not_there_is_said_in_the_look_of_the_site(preview: Running) -> None:
    answer = preview.ask("/2026/03/40.html")
    assert answer.status == 404
    assert 'href="/assets/style.css"' in answer.text
    assert 'href="/index.html"' in answer.text
    assert 'src="/.journalgen/live.js"' in answer.text


def test_a_tag_stands_for_the_same_bytes(preview: Running) -> None:
    for path in ("/2026/03/12.html", "/assets/style.css"):
        first = preview.ask(path)
        again = preview.ask(path, if_none_match=first.headers["etag"])
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert preview.ask(path, if_none_match='"other"').status == 200


def test_a_part_of_a_sound_is_served_by_itself(preview: Running) -> None:
    path = _sound(preview)
    whole = preview.ask(path)
    assert (whole.status, whole.headers["content-type"], whole.body) == (200, "audio/mpeg", SOUND)
    assert whole.headers["accept-ranges"] == "bytes"
    part = preview.ask(path, range="bytes=100-199")
    assert (part.status, part.body) == (206, SOUND[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(SOUND)}"
    assert preview.ask(path, range="bytes=-50").body == SOUND[-50:]
    assert preview.ask(path, range=f"bytes={len(SOUND)}-").status == 416


@pytest.mark.parametrize("path", ["/", "/assets/style.css", "/nothing"])
def test_a_head_is_what_the_whole_would_begin_with(preview: Running, path: str) -> None:
    whole, head = preview.ask(path), preview.ask(path, "HEAD")
    assert head.body == b""
    for name in ("content-length", "content-type"):
        assert head.headers[name] == whole.headers[name]
    assert head.status == whole.status


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml"),
    ],
)
def test_types_are_ours(preview: Running, path: str, kind: str) -> None:
    assert preview.ask(path).headers["content-type"] == kind


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_are_only_read(preview: Running, method: str) -> None:
    assert preview.ask("/", method, "{}", origin=preview.session.origin).status == 405
