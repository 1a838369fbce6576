from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journalgen.build.pictures import NAME
from journalgen.build.reading import read
from tests.images import SECRET, opened, photo, picture, saved, tells
from tests.journals import JournalFolder, written
from tests.render.reading import Reading

CUT = saved(picture(300, 200))[:-400]
PDF = b"%PDF-1.4 words"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>evil</script><circle r="3"/></svg>'


def told(journal: JournalFolder) -> list[tuple[str, str]]:
    return [(str(each.where), each.code) for each in journal.build().problems]


def media(journal: JournalFolder) -> dict[str, bytes]:
    return {path: data for path, data in journal.pages().items() if path.startswith("media/")}


def sources(html: str) -> list[str]:
    return [
        tag["src"] for name, tag in Reading(html).tags if name in ("img", "audio", "video", "source") and "src" in tag
    ]


def test_a_photo_is_shown_in_sizes_that_tell_nothing(journal: JournalFolder) -> None:
    original = photo(1000, 700)
    journal.write("2026-03-14.md", "![By the weir](weir.jpg)\n").write("weir.jpg", original)
    assert told(journal) == []
    (image,) = Reading(journal.page("2026/03/14.html")).all("img")
    assert (image["alt"], image["width"], image["height"]) == ("By the weir", "1000", "700")
    assert (image["loading"], image["decoding"]) == ("lazy", "async")
    files = media(journal)
    assert sorted(opened(data).width for data in files.values()) == [480, 480, 960, 960, 1000, 1000]
    assert not any(tells(data) or SECRET in data for data in journal.pages().values())
    assert (journal.path / "weir.jpg").read_bytes() == original
    assert not any("weir" in path for path in files)


def test_a_caption_that_repeats_the_description_is_not_read_twice(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", '![By the weir](a.jpg)\n\n![By the weir](a.jpg "With Anna")\n').write(
        "a.jpg", photo(60, 40)
    )
    assert told(journal) == []
    page = journal.page("2026/03/14.html")
    assert '<figcaption aria-hidden="true">By the weir</figcaption>' in page
    assert "<figcaption>With Anna</figcaption>" in page
    assert [image["alt"] for image in Reading(page).all("img")] == ["By the weir"] * 2


def test_no_name_of_a_file_can_be_guessed(journal: JournalFolder, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = JournalFolder(tmp_path / "b")
    for each in (journal, other):
        each.write("2026-03-14.md", "![](a.png)\n").write("a.png", saved(picture(), "PNG")).build()
    assert not media(journal).keys() & media(other).keys()
    assert len(media(journal)) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("with space.png", "![](<with space.png>)"), ("with space.png", "![](with%20space.png)"), ("a#b.png", "![](a%23b.png)"),
        ("a#b.png", "![[a#b.png]]"), ("50%20off.png", "![](50%20off.png)"), ("100%.png", "![](100%.png)"),
        ("a?b.png", "![](a?b.png)"), ("it's.png", "![](it's.png)"), ('"q".png', '![](<"q".png>)'),
        ("gr\u00fc\u00dfe.png", "![[gru\u0308\u00dfe.png]]"), ("日本.png", "![](日本.png)"), ("Photo.PNG", "![](photo.png)"),
        ("x/y/deep.png", "![[deep.png|80]]"), ("assets/a.png", "![](../assets/a.png)"), ("photos/2026/a.png", "![[2026/a.png]]"),
        ("a.png", '<img src="a.png" alt="x">'), ("b&c.png", "![](b&c.png)"), ("a.png", "[![x](a.png)](https://example.org)"),
    ],
)  # fmt: skip
def test_files_of_any_name_are_found(journal: JournalFolder, name: str, text: str) -> None:
    journal.write("notes/2026-03-14.md", text + "\n").write(name, saved(picture(), "PNG"))
    assert told(journal) == []
    (source,) = sources(journal.page("2026/03/14.html"))
    assert (journal.site / "2026" / "03" / source).is_file()


def test_two_names_that_differ_in_case_are_two_files(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "![](a.png) ![](A.png)\n")
    journal.write("a.png", saved(picture(20, 20), "PNG")).write("A.png", saved(picture(30, 30), "PNG"))
    if len(list(journal.path.glob("*.png"))) < 2:
        pytest.skip("this file system is blind to case")
    journal.build()
    assert [tag["width"] for tag in Reading(journal.page("2026/03/14.html")).all("img")] == ["20", "30"]


@pytest.mark.parametrize(
    "target",
    [
        "../outside.png", "..%2foutside.png", "..\\outside.png", "../../../../../../etc/hosts.png", "/etc/hosts.png",
        "file:///etc/hosts.png", "C:/outside.png", "C:%5Coutside.png", "link.png", "folder/outside.png",
    ],
)  # fmt: skip
def test_nothing_from_outside_the_journal_gets_in(journal: JournalFolder, tmp_path: Path, target: str) -> None:
    (tmp_path / "outside.png").write_bytes(saved(picture(77, 33), "PNG"))
    (journal.path / "link.png").symlink_to(tmp_path / "outside.png")
    (journal.path / "folder").symlink_to(tmp_path)
    journal.write("2026-03-14.md", f"words\n\nsee ![hills]({target})\n")
    assert told(journal) == [("2026-03-14.md:3:5", "file-outside")]
    assert media(journal) == {}
    assert "hills" in journal.page("2026/03/14.html")


@pytest.mark.parametrize("folder", [".hidden", ".journalgen", "site", "templates"])
def test_hidden_and_own_folders_hold_no_photos(journal: JournalFolder, folder: str) -> None:
    journal.write("2026-03-13.md", "first\n").build()
    journal.write(f"{folder}/a.png", saved(picture(), "PNG"))
    journal.write("2026-03-14.md", f"![x]({folder}/a.png) ![[a.png]]\n")
    (journal.path / "inner.png").symlink_to(journal.path / folder / "a.png")
    journal.write("2026-03-15.md", "![x](inner.png)\n")
    codes = [code for _, code in told(journal)]
    assert codes[:2] == ["file-missing", "file-missing"]
    assert folder == "templates" or codes[2:] == ["file-outside"]


def test_a_link_within_the_journal_is_followed(journal: JournalFolder) -> None:
    journal.write("photos/a.png", saved(picture(), "PNG")).write("2026-03-14.md", "![x](b.png)\n")
    (journal.path / "b.png").symlink_to(journal.path / "photos" / "a.png")
    assert told(journal) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"<script>", "picture-broken"), (b"", "picture-broken"), (None, "file-missing"), (CUT, "picture-cut-short")],
)
def test_what_is_wrong_is_told_where_it_is_referred_to(journal: JournalFolder, data: bytes | None, code: str) -> None:
    journal.write("2026-03-14.md", "one\n\n![a hill](a.jpg)\n")
    if data is not None:
        journal.write("a.jpg", data)
    expected = [("2026-03-14.md:3:1", code)]
    assert told(journal) == expected
    # Told again by a build with nothing to do, and by one that has.
    assert told(journal) == expected
    journal.write("2026-03-15.md", "another\n")
    assert told(journal) == expected
    if data is not None and code == "picture-broken":
        found, _ = read(journal.request(), probe=True)
        assert [(str(each.where), each.code) for each in found.problems] == expected
        assert not any(b"<script>" in each for each in media(journal).values())


def test_sound_video_and_documents(journal: JournalFolder) -> None:
    text = (
        "![voice](v.m4a)\n\n![[clip.mp4]]\n\n![[Letter.pdf]]\n\n"
        "[the letter](Letter.pdf) [it](v.m4a)\n\n<video src='clip.mp4'></video>\n"
    )
    journal.write("2026-03-14.md", text).write("v.m4a", b"sound" * 300_000).write("clip.mp4", b"video").write(
        "Letter.pdf", PDF
    )
    assert told(journal) == []
    page = Reading(journal.page("2026/03/14.html"))
    assert [tag["preload"] for name, tag in page.tags if name == "audio"] == ["none"]
    assert [(tag["preload"], "playsinline" in tag) for name, tag in page.tags if name == "video"] == [
        ("metadata", True)
    ] * 2
    assert [tag["download"] for tag in page.all("a") if "download" in tag] == ["v.m4a", "clip.mp4", "v.m4a"]
    assert "Letter.pdf" in page.text
    assert sorted(len(data) for data in media(journal).values()) == [5, len(PDF), 1_500_000]
    found, _ = read(journal.request(), probe=True)
    assert [each.code for each in found.problems] == ["files-as-they-are"]


def test_a_drawing_is_cleaned(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "![x](a.svg)\n").write("a.svg", SVG)
    assert told(journal) == []
    (data,) = media(journal).values()
    assert b"evil" not in data
    assert b"circle" in data


def test_a_changed_photo_rewrites_the_pages_that_show_it_and_no_other(journal: JournalFolder) -> None:
    for day in (12, 13, 14):
        journal.write(f"2026-03-{day}.md", f"![x]({day}.png)\n").write(f"{day}.png", saved(picture(20, day), "PNG"))
    journal.build()
    before = media(journal)
    assert not journal.build().written
    journal.write("13.png", saved(picture(20, 30), "PNG"))
    report = journal.build()
    pages = [path for path in written(report) if path.endswith(".html")]
    looking_back = [f"reviews/2026{time}.html" for time in ("-03", "-Q1", "-W11", "")]
    assert sorted(pages) == ["2026/03/13.html", "2026/03/photos.html", "2026/photos.html", *looking_back]
    assert len(before.keys() - media(journal).keys()) == 2
    journal.delete("13.png")
    assert ("2026-03-13.md:1:1", "file-missing") in told(journal)
    journal.write("13.png", saved(picture(20, 13), "PNG"))
    assert told(journal) == []
    assert media(journal) == before


def test_a_photo_that_only_got_a_new_time_changes_nothing(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "![x](a.png)\n").write("a.png", data := saved(picture(), "PNG")).build()
    journal.write("a.png", data)
    assert not journal.build().written


def test_an_unchanged_photo_is_not_opened_again(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "![x](a.png)\n").write("a.png", saved(picture(), "PNG")).build()
    journal.write("2026-03-15.md", "another\n")
    code = (
        "import sys, datetime as dt, pathlib\nfrom journalgen.build.build import build\n"
        "from journalgen.build.request import Request\n"
        f"report = build(Request(pathlib.Path({str(journal.path)!r}), dt.datetime(2026, 3, 15, 12)))\n"
        "assert any(each.path == '2026/03/15.html' for each in report.written)\nsys.exit('PIL' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], check=False, env=environment).returncode == 0


def test_a_journal_without_pictures_has_no_database_of_them(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "words\n").build()
    assert not (journal.path / ".journalgen" / NAME).exists()
    assert not (journal.path / ".journalgen" / "names.key").exists()


def test_what_nothing_shows_any_more_is_forgotten(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "![x](a.png)\n").write("a.png", saved(picture(200, 200), "PNG")).build()
    database = journal.path / ".journalgen" / NAME
    before = database.stat().st_size
    assert (database.stat().st_mode & 0o777) == 0o600
    journal.write("2026-03-14.md", "words\n").build()
    assert media(journal) == {}
    assert database.stat().st_size <= before
    assert b"a.png" not in database.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 4000])
def test_a_damaged_database_is_made_anew(journal: JournalFolder, damage: bytes) -> None:
    journal.write("2026-03-14.md", "![x](a.png)\n").write("a.png", saved(picture(), "PNG")).build()
    expected = media(journal)
    (journal.path / ".journalgen" / NAME).write_bytes(damage)
    journal.build(force=True)
    assert media(journal) == expected


def test_what_is_left_out_leaves_no_photo(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "---\nprivate: true\n---\n![x](a.png)\n").write(
        "a.png", saved(picture(), "PNG")
    ).build()
    assert media(journal)
    report = journal.build(public_only=True)
    assert media(journal) == {}
    assert report.left_out == ()


def test_galleries_show_what_may_be_offered(journal: JournalFolder) -> None:
    for day, front in (
        (10, "mood: 7"),
        (11, "private: true"),
        (12, "resurface: no"),
        (13, "mood: 1"),
        (14, "title: The weir"),
    ):
        journal.write(f"2026-03-{day}.md", f"---\n{front}\n---\n![photo {day}]({day}.png)\n")
        journal.write(f"{day}.png", saved(picture(40, day), "PNG"))
    journal.build()
    for path in ("2026/photos.html", "2026/03/photos.html"):
        page = Reading(journal.page(path))
        assert [tag["height"] for tag in page.all("img")] == ["10", "14"]
        assert "photo 14" in page.text
        assert "The weir" in page.text
        assert not any(f"photo {day}" in page.text for day in (11, 12, 13))
    assert 'href="photos.html"' in journal.page("2026/03/index.html")
    assert 'href="photos.html"' in journal.page("2026/index.html")


def test_a_journal_without_offered_photos_has_no_gallery(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "---\nmood: 1\n---\n![x](a.png)\n").write("a.png", saved(picture(), "PNG")).build()
    assert not [path for path in journal.pages() if path.endswith("photos.html")]


def test_the_support_plan_may_show_a_photo(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "words\n").write("support.md", "![the sea](sea.png)\n").write(
        "sea.png", saved(picture(), "PNG")
    )
    assert told(journal) == []
    assert sources(journal.page("support.html"))


def test_many_photos_are_made_by_several_processes(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journalgen.build.media._WORTH_WORKERS", 1)
    told_of: list[tuple[str, int, int]] = []
    for number in range(6):
        journal.write(f"2026-03-{number + 10}.md", f"![x]({number}.png)\n")
        journal.write(f"{number}.png", saved(picture(20 + number, 20), "PNG") if number else b"broken")
    from journalgen.build.build import build  # noqa: PLC0415

    report = build(journal.request(), progress=lambda *each: told_of.append(each))
    assert [each.code for each in report.problems] == ["picture-broken"]
    assert len(media(journal)) == 10
    assert ("photos", 6, 6) in told_of


def test_photos_beside_the_entries_folder(journal: JournalFolder) -> None:
    journal.write("entries/2026-03-14.md", "![x](../photos/a.png)\n").write("photos/a.png", saved(picture(), "PNG"))
    assert told(journal) == []
    assert media(journal)


def test_obsidians_folder_for_attachments_comes_first(journal: JournalFolder) -> None:
    journal.write(".obsidian/app.json", '{"attachmentFolderPath": "files"}').write("2026-03-14.md", "![[a.png]]\n")
    journal.write("files/a.png", saved(picture(30, 20), "PNG")).write("b/a.png", saved(picture(40, 20), "PNG"))
    assert told(journal) == []
    assert [tag["width"] for tag in Reading(journal.page("2026/03/14.html")).all("img")] == ["30"]


def test_a_file_that_is_not_there_is_told_once_and_beside_dead_links(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "![x](gone.png) [y](gone.md) ![[gone.mp3]] ![z](sketch.psd)\n").write(
        "sketch.psd", "x"
    )
    assert told(journal) == [
        ("2026-03-14.md:1:1", "file-missing"),
        ("2026-03-14.md:1:16", "dead-link"),
        ("2026-03-14.md:1:29", "file-missing"),
        ("2026-03-14.md:1:43", "picture-broken"),
    ]
    page = journal.page("2026/03/14.html")
    assert page.count("is not in the journal") == 3
    assert page.count("is damaged, or not a picture") == 1


def test_no_gallery_shows_a_photo_that_may_not_be_offered(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "![quietly](a.png)\n").write("2026-04-01.md", "![openly](b.png)\n")
    journal.write("a.png", saved(picture(), "PNG")).write("b.png", saved(picture(80), "PNG"))
    journal.write("journal.toml", '[[quiet]]\nfrom = "2026-03-01"\nto = "2026-03-31"\n').build()
    assert "openly" in journal.page("2026/photos.html")
    assert "quietly" not in journal.page("2026/photos.html")
    assert "2026/03/photos.html" not in journal.pages()
    assert "quietly" in journal.page("2026/03/14.html")
    journal.delete("journal.toml").build()
    assert "quietly" in journal.page("2026/photos.html")
