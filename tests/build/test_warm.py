"""A process that builds again and again: what it keeps, when it does not trust it, and what it shows first."""

from __future__ import annotations

import os
from unittest import mock

import pytest

from journalgen.build import cache as caches
from journalgen.build import glance as glances
from journalgen.build import planning as plannings
from journalgen.build import record
from journalgen.build.build import Look, build, look
from journalgen.build.request import Request
from journalgen.build.warm import Coming, Warm
from journalgen.output import manifest as manifests
from journalgen.refusal import Refusal
from tests.journals import JournalFolder, written

PAGE = "2026/03/02.html"


@pytest.fixture
def warm(journal: JournalFolder) -> Warm:
    journal.warm = Warm()
    for day in range(1, 6):
        journal.write(f"2026-03-{day:02}.md", f"---\ntags: [t{day}]\n---\nDay {day}.\n")
    journal.build()
    return journal.warm


def test_nothing_that_nobody_else_wrote_is_read_again(journal: JournalFolder, warm: Warm) -> None:
    journal.write("2026-03-02.md", "Another.\n")
    with (
        mock.patch.object(caches.Cache, "rows", side_effect=AssertionError),
        mock.patch.object(manifests, "_read_files", side_effect=AssertionError),
    ):
        journal.build()
    assert "Another." in journal.page(PAGE)
    assert warm.report is not None


def test_what_another_process_wrote_is_read_again(journal: JournalFolder, warm: Warm) -> None:
    other = JournalFolder(journal.path, options=journal.options)
    journal.write("2026-03-02.md", "By another process.\n")
    assert PAGE in written(other.build())
    journal.write("2026-03-03.md", "By this one.\n")
    assert PAGE not in written(journal.build())
    assert "By another process." in journal.page(PAGE)
    del warm


def test_a_page_is_shown_before_figures_are_counted(journal: JournalFolder, warm: Warm) -> None:
    seen: list[tuple[str, bool]] = []
    warm.show = lambda coming: seen.append(
        (coming.content(PAGE).decode(), coming.fingerprint("metrics/mood.html") is not None)
    )
    journal.write("2026-03-02.md", "---\nmood: 7\ntags: [t2, new]\n---\nBetter.\n")
    with mock.patch.object(plannings, "figured", side_effect=AssertionError), pytest.raises(AssertionError):
        journal.build()
    [(early, has_metric)] = seen
    assert "Better." in early
    assert "new" in early
    assert not has_metric
    seen.clear()
    journal.build()
    assert [has for _, has in seen] == [False, True]
    assert journal.page(PAGE) == seen[1][0]


def test_a_page_that_moved_is_shown_with_the_whole_site(journal: JournalFolder, warm: Warm) -> None:
    seen: list[set[str]] = []
    warm.show = lambda coming: seen.append({outline.path for outline in coming.outlines})
    journal.write("2026-03-02.md", "---\ndate: 2026-03-20\n---\nLater.\n")
    journal.build()
    [pages] = seen
    assert "2026/03/20.html" in pages
    assert PAGE not in pages


def test_a_page_is_shown_before_anything_is_written(journal: JournalFolder, warm: Warm) -> None:
    seen = []

    def show(coming: Coming) -> None:
        seen.append((coming.content(PAGE).decode(), journal.page(PAGE)))

    warm.show = show
    journal.write("2026-03-02.md", "---\ntags: [t2]\n---\nSeen first.\n")
    journal.build()
    assert [("Seen first." in first, "Seen first." in on_disk) for first, on_disk in seen] == [(True, False)] * 2
    assert journal.page(PAGE) == seen[0][0] == seen[1][0]


def test_a_glance_at_one_file_shows_it_before_the_others_are_looked_at(journal: JournalFolder, warm: Warm) -> None:
    order: list[str] = []

    def show(coming: Coming) -> None:
        assert b"Seen at a glance." in coming.content(PAGE)
        order.append("shown")

    def look_and_say(request: Request) -> Look:
        order.append("looked")
        return look(request)

    warm.show = show
    with mock.patch("journalgen.build.whole.look", look_and_say):
        journal.write("2026-03-02.md", "---\ntags: [t2]\n---\nSeen at a glance.\n")
        journal.build()
    assert order == ["shown", "shown", "looked"]


def test_what_a_glance_did_not_see_is_built_all_the_same(journal: JournalFolder, warm: Warm) -> None:
    journal.write("2026-03-02.md", "Seen.\n").write("2026-03-03.md", "Not seen.\n").write(
        "2026-03-09.md", "Nor this.\n"
    )
    journal.touched = {os.path.realpath(journal.path / "2026-03-02.md")}
    journal.build()
    assert "Seen." in journal.page(PAGE)
    assert "Not seen." in journal.page("2026/03/03.html")
    assert "Nor this." in journal.page("2026/03/09.html")
    del warm


@pytest.mark.parametrize("touched", ["2026-03-09.md", "journal.toml", "gone.md", "../elsewhere.md"])
def test_no_glance_is_enough_for_what_was_no_entry(journal: JournalFolder, warm: Warm, touched: str) -> None:
    assert warm.found is not None
    (journal.path / "2026-03-09.md").write_text("New.\n")
    (journal.path / "../elsewhere.md").write_text("Elsewhere.\n")
    (journal.path / "journal.toml").write_text('title = "T"\n')
    assert glances.glance(journal.request(), warm.found, [os.path.realpath(journal.path / touched)]) is None


def test_no_glance_is_enough_where_the_settings_changed(journal: JournalFolder, warm: Warm) -> None:
    assert warm.found is not None
    journal.write("2026-03-02.md", "Seen.\n")
    touched = [os.path.realpath(journal.path / "2026-03-02.md")]
    assert glances.glance(journal.request(), warm.found, touched) is not None
    journal.write("journal.toml", 'title = "T"\n')
    assert glances.glance(journal.request(), warm.found, touched) is None


def test_where_nothing_changed_nothing_is_shown(journal: JournalFolder, warm: Warm) -> None:
    last = warm.report
    warm.show = mock.Mock(side_effect=AssertionError)
    with mock.patch.object(record, "TOO_YOUNG", 0):
        assert journal.build().written == ()
    assert warm.report is last


def test_a_page_that_something_else_spoiled_is_mended(journal: JournalFolder, warm: Warm) -> None:
    (journal.site / PAGE).write_text("spoiled")
    journal.build()
    assert "Day 2." in journal.page(PAGE)
    del warm


def test_after_a_refusal_the_next_build_does_it_all(journal: JournalFolder, warm: Warm) -> None:
    journal.write("templates/entry.html", "{{ nothing }}")
    with pytest.raises(Refusal):
        journal.build()
    assert "Day 2." in journal.page(PAGE)
    journal.delete("templates/entry.html").write("2026-03-02.md", "Mended.\n")
    journal.build()
    assert "Mended." in journal.page(PAGE)
    assert warm.report is not None


def test_a_cache_that_was_damaged_meanwhile_is_begun_anew(journal: JournalFolder, warm: Warm) -> None:
    cache = journal.path / ".journalgen/cache.sqlite"
    data = bytearray(cache.read_bytes())
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    cache.write_bytes(data)
    journal.write("2026-03-02.md", "All the same.\n")
    journal.build()
    assert "All the same." in journal.page(PAGE)
    clean = JournalFolder(journal.path, options=journal.options)
    assert written(clean.build(force=True))
    del warm


def test_a_first_build_goes_all_the_way(journal: JournalFolder, warm: Warm) -> None:
    seen: list[int] = []
    again = Warm(lambda coming: seen.append(len(coming.outlines)))
    build(journal.request(), warm=again)
    assert len(seen) == 1
    assert PAGE in again.wanted
    del warm
