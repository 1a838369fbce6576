"""What the writer writes in `reviews/`, from the file to the page, over builds."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from journalgen.model.left_out import Reason
from journalgen.source.questions import shipped_questions
from tests.journals import JournalFolder, written

NEXT = next(each.text for each in shipped_questions() if each.part == "next" and each.gentle)
WAS = next(each.text for each in shipped_questions() if each.part == "was")
PAGE = "reviews/2026-W10.html"


@pytest.fixture
def weeks(journal: JournalFolder) -> JournalFolder:
    """Return a journal with a day in each of two weeks."""
    return journal.write("2026-03-04.md", "---\nmood: 6\n---\nOne.\n").write(
        "2026-03-10.md", "---\nmood: 7\n---\nTwo.\n"
    )


def main(journal: JournalFolder, path: str) -> str:
    """Return the words of a page, without its marks."""
    text = re.sub(r"(?s).*<main[^>]*>|</main>.*", "", journal.page(path))
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_what_was_written_stands_first_and_untouched_questions_nowhere(weeks: JournalFolder) -> None:
    weeks.write("reviews/2026-W10.md", f"# My week\n\n## {WAS}\n\nThe frog.\n\n## {NEXT}\n\n").build()
    page = main(weeks, PAGE)
    assert page.index("My week") < page.index("The frog.") < page.index("1 entry on 1 day")
    assert WAS in page
    assert NEXT not in page
    assert "begins a file" not in page


def test_without_a_file_three_questions_stand_there(weeks: JournalFolder) -> None:
    weeks.build()
    assert main(weeks, PAGE).count("?") == 3
    assert "journalgen review week 2026-W10" in main(weeks, PAGE)
    # The week that is still going on is asked nothing.
    assert "?" not in main(weeks, "reviews/2026-W11.html")
    assert "not over yet" in main(weeks, "reviews/2026-W11.html")


def test_a_file_with_questions_alone_asks_them_still(weeks: JournalFolder) -> None:
    weeks.write("reviews/2026-W10.md", f"# Week of 2 Mar 2026\n\n## {WAS}\n\n\n## {NEXT}\n").build()
    assert "begins a file" in main(weeks, PAGE)


def test_links_of_a_review_lead_on_and_links_to_it_lead_there(weeks: JournalFolder) -> None:
    weeks.write("reviews/2026-W10.md", "See [[2026-03-10]], [it](../2026-03-04.md) and [no](gone.md).\n")
    weeks.write("2026-03-11.md", "As in [[2026-W10]] and [there](reviews/2026-W10.md).\n")
    report = weeks.build()
    assert 'href="../2026/03/10.html"' in weeks.page(PAGE)
    assert 'href="../2026/03/04.html"' in weeks.page(PAGE)
    assert weeks.page("2026/03/11.html").count('href="../../reviews/2026-W10.html"') == 2
    assert [(str(each.where), each.code) for each in report.problems] == [("reviews/2026-W10.md:1:48", "dead-link")]


def test_html_in_a_review_is_made_safe_as_an_entrys_is(weeks: JournalFolder) -> None:
    weeks.write("reviews/2026-W10.md", "<script>alert(1)</script><b onclick='x()'>Bold</b>\n").build()
    page = weeks.page(PAGE)
    assert "<script>alert" not in page
    assert "onclick" not in page
    assert "Bold" in page


def test_what_was_to_be_tried_is_carried_to_the_next_of_its_kind_alone(weeks: JournalFolder) -> None:
    weeks.write("reviews/2026-W09.md", f"## {WAS}\n\nNothing.\n\n## {NEXT}\n\nGoing to bed *at ten*.\n").build()
    assert "After the week of 23 Feb 2026 you wanted to try: Going to bed at ten." in main(weeks, PAGE)
    for path in ("reviews/2026-W11.html", "reviews/2026-03.html"):
        assert "at ten" not in main(weeks, path)
    # A week that was only written about has a page too.
    assert "Nothing." in main(weeks, "reviews/2026-W09.html")


def test_a_private_review_stays_folded(weeks: JournalFolder) -> None:
    weeks.write("reviews/2026-W10.md", "---\nprivate: yes\n---\nSecret.\n").build()
    folded = re.search(r"(?s)<details class=\"folded\">(.*?)</details>", weeks.page(PAGE))
    assert folded
    assert "Secret" in folded[1]
    assert "Secret" not in weeks.page(PAGE).replace(folded[0], "")


@pytest.mark.parametrize("field", ["private: yes", "resurface: no"])
def test_what_is_to_stay_in_its_place_is_carried_nowhere(weeks: JournalFolder, field: str) -> None:
    weeks.write("reviews/2026-W09.md", f"---\n{field}\n---\n## {NEXT}\n\nSecret.\n").build()
    assert "Secret" not in main(weeks, PAGE)
    assert "Secret" in main(weeks, "reviews/2026-W09.html")


@pytest.mark.parametrize(("field", "option"), [("private: yes", "public_only"), ("draft: yes", "no_drafts")])
def test_a_review_is_left_out_of_a_copy_as_an_entry_is(weeks: JournalFolder, field: str, option: str) -> None:
    weeks.write("reviews/2026-W10.md", f"---\n{field}\n---\nSecret.\n").build(**{option: True})
    assert all(b"Secret" not in data for data in weeks.pages().values())
    weeks.build()
    assert "Secret" in weeks.page(PAGE)


def test_a_review_is_no_entry(weeks: JournalFolder) -> None:
    report = weeks.write("reviews/2026-W10.md", "---\nmood: 1\ntags: secret\n---\nA week.\n").build()
    assert report.entries == 2
    assert not any(path.startswith(("tags/", "undated/")) for path in weeks.pages())


def test_files_whose_name_is_no_time_are_told_as_left_out(weeks: JournalFolder) -> None:
    for name in ("notes.md", "2026-W60.md", "2026-w10.md", "2026-W10.markdown", ".hidden.md", "more/2026.md", "a.txt"):
        weeks.write(f"reviews/{name}", "x\n")
    left = {each.path: each.reason for each in weeks.build().left_out}
    assert left["reviews/notes.md"] == left["reviews/2026-W60.md"] == Reason.NO_PERIOD
    assert left["reviews/2026-w10.md"] == Reason.SAME_PERIOD
    assert left["reviews/more/"] == Reason.RESERVED
    assert left["reviews/a.txt"] == Reason.NOT_READ
    assert left["reviews/.hidden.md"] == Reason.HIDDEN


def test_beside_a_folder_of_entries_reviews_are_read_too(journal: JournalFolder) -> None:
    journal.write("entries/2026-03-04.md", "One.\n").write("reviews/2026.md", "![A hill](hill.png) The year.\n").build()
    assert "The year." in main(journal, "reviews/2026.html")


def test_an_edited_review_rewrites_its_page(weeks: JournalFolder) -> None:
    weeks.write("reviews/2026-W10.md", "One thing.\n").build()
    assert written(weeks.write("reviews/2026-W10.md", "Another thing.\n").build()) == [PAGE]
    assert "Another thing." in main(weeks, PAGE)
    weeks.delete("reviews/2026-W10.md").build()
    assert "Another" not in main(weeks, PAGE)
    assert not weeks.build().written


def test_an_edited_body_rewrites_the_pages_of_its_times_only_where_that_shows(weeks: JournalFolder) -> None:
    weeks.build()
    said = "---\nmood: 6\n---\nOne. And.\n"
    assert not [path for path in written(weeks.write("2026-03-04.md", said).build()) if path.startswith("reviews/")]
    longer = "---\nmood: 6\n---\n" + "words " * 300
    assert {path for path in written(weeks.write("2026-03-04.md", longer).build()) if path.startswith("reviews/")} == {
        PAGE, "reviews/2026-03.html", "reviews/2026-Q1.html", "reviews/2026.html",
    }  # fmt: skip


def test_nothing_of_it_is_there_where_the_writer_wants_none(weeks: JournalFolder) -> None:
    weeks.write("reviews/2026-W10.md", "A week.\n").write("2026-03-11.md", "See [[2026-W10]].\n").build()
    weeks.write("journal.toml", "[reviews]\nshow = false\n").build()
    for path, data in weeks.pages().items():
        assert not path.startswith("reviews/")
        assert b"reviews/" not in data, path


def test_without_figures_there_are_words_alone(weeks: JournalFolder) -> None:
    weeks.write("2026-03-05.md", "---\nmood: 5\nemotions: [calm, tired]\nwins: made the call\n---\nThree.\n").build()
    assert "Days before" in main(weeks, PAGE)
    for setting in ("[reviews]\nfigures = false\n", "figures = false\n"):
        weeks.write("journal.toml", setting).build()
        page = main(weeks, PAGE)
        assert "calm and tired" in page
        assert "made the call" in page
        for number in ("2 entries", "Days before", "Mood", "words"):
            assert number not in page, (setting, number)


READY = "is there to look back on"


@pytest.mark.parametrize(("day", "said"), [(8, False), (9, True), (10, True), (11, False)])
def test_home_says_for_two_days_that_a_week_is_there(weeks: JournalFolder, day: int, said: bool) -> None:
    weeks.today = dt.date(2026, 3, day)
    weeks.build()
    assert (f"The week of 2 March {READY}, if you like." in main(weeks, "index.html")) is said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reviews/2026-W10.md", ""),
        ("2026-03-05.md", "---\nmood: 1\n---\nLow.\n"),
        ("2026-03-09.md", "---\nphq9: 9\nitem9: 1\n---\nHard.\n"),
        ("journal.toml", "[reviews]\nshow = false\n"),
    ],
    ids=["written about", "hard", "support first", "not wanted"],
)
def test_home_says_nothing_of_a_week_that_is_to_be_left_in_peace(weeks: JournalFolder, name: str, text: str) -> None:
    weeks.today = dt.date(2026, 3, 9)
    weeks.write(name, text).build()
    assert READY not in main(weeks, "index.html")


def test_every_time_is_at_most_two_clicks_from_home(weeks: JournalFolder) -> None:
    weeks.build()
    assert 'href="reviews/index.html"' in weeks.page("index.html")
    index = weeks.page("reviews/index.html")
    for path in weeks.pages():
        if re.fullmatch(r"reviews/2026.*\.html", path):
            assert f'href="{path.removeprefix("reviews/")}"' in index


@pytest.mark.parametrize("field", ["private: yes", "private: yes\nmood: ["])
def test_what_was_not_understood_in_a_private_review_is_quoted_nowhere(weeks: JournalFolder, field: str) -> None:
    report = weeks.write("reviews/2026-W10.md", f"---\n{field}\n---\n![](secret.png)\n").build()
    assert {each.where.path for each in report.problems} == {"reviews/2026-W10.md"}
    told = main(weeks, "problems.html")
    assert "secret" not in told
    assert "in this private review was not understood" in told
