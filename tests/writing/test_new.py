from __future__ import annotations

import datetime as dt
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.model.config import Config
from journalgen.parse.entry import EntryParser
from journalgen.refusal import Refusal
from journalgen.source.scan import scan
from journalgen.writing.new import NewEntry, make_entry
from tests.journals import JournalFolder, tree

NOW = dt.datetime(2026, 3, 14, 9, 5)  # noqa: DTZ001 -- the civil time on the wall
WANTED = NewEntry(NOW.date(), NOW)


def _made(journal: Path, wanted: NewEntry = WANTED) -> str:
    return make_entry(journal, scan(journal), wanted).relative_to(journal).as_posix()


_NAMES = ("2026-03-14", "2026-03-14-0905", "2026-03-14-0905-1", "2026-03-14-0905-2", "2026-03-14-0905-3", "2026-03-13")
_ENDINGS = (".md", ".MD", ".markdown")


@given(
    st.sets(
        st.tuples(st.sampled_from(("", "2026/", "entries/2026/")), st.sampled_from(_NAMES), st.sampled_from(_ENDINGS))
    ),
    st.booleans(),
)
@settings(deadline=None)
def test_what_is_there_is_never_touched(there: set[tuple[str, str, str]], is_scan_old: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder)
        old = scan(journal)
        for each in there:
            file = journal / "".join(each)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("kept")
        before = tree(journal)
        path = make_entry(journal, old if is_scan_old else scan(journal), WANTED)
        after = tree(journal)
        assert after.pop(path.relative_to(journal).as_posix()).startswith(b"---\n")
        assert after == before


def test_two_at_once_make_two_files(journal: JournalFolder) -> None:
    found = scan(journal.path)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: make_entry(journal.path, found, WANTED), range(16)))
    assert len(set(made)) == 16
    assert all(path.read_text().endswith("---\n\n") for path in made)


def test_a_link_that_leads_nowhere_is_not_written_through(journal: JournalFolder, tmp_path: Path) -> None:
    (journal.path / "2026-03-14.md").symlink_to(tmp_path / "elsewhere.md")
    assert _made(journal.path) == "2026-03-14-0905.md"
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{date}} {{ time }} {{title}}.", "2026-03-14 09:05 {{date}}."),
        ("---\nmood:\n---\n", '---\ntitle: "{{date}}"\nmood:\n---\n'),
        ("{% raw %}{{other}}", '---\ntitle: "{{date}}"\n---\n\n{% raw %}{{other}}'),
    ],
)
@pytest.mark.parametrize("is_own", [True, False])
def test_a_template_is_filled_in(
    journal: JournalFolder, tmp_path: Path, template: str, text: str, is_own: bool
) -> None:
    file = (journal.path / "templates" if is_own else tmp_path) / "new.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(template)
    made = _made(journal.path, NewEntry(NOW.date(), NOW, "{{date}}", None if is_own else file))
    assert (journal.path / made).read_text() == text


def test_a_template_is_taken_as_it_is_where_no_title_is_given(journal: JournalFolder) -> None:
    text = "---\r\nmood:\r\n---\r\n{% raw %}{{other}}"
    journal.write("templates/new.md", text.encode())
    assert (journal.path / _made(journal.path)).read_text() == text.replace("\r", "")


@pytest.mark.parametrize("title", ["Lunch: with Anna #2", 'A "quoted" one', "12", "it's \\ {x}", "- [a"])
@pytest.mark.parametrize(
    "template",
    [
        "---\ntitle: {{title}}\nmood: 4\n---\n",
        '---\ntitle: "{{ title }}"\nmood: 4\n---\n',
        "---\ntitle: '{{title}}'\nmood: 4\n---\n",
        '+++\ntitle = "{{title}}"\nmood = 4\n+++\n',
        '{\n  "title": "{{title}}",\n  "mood": 4\n}\n',
        "---\nmood: 4\n---\n",
        "A text.\n",
    ],
)
def test_a_title_is_read_from_a_template_as_it_was_typed(journal: JournalFolder, template: str, title: str) -> None:
    journal.write("templates/new.md", template)
    made = _made(journal.path, NewEntry(NOW.date(), NOW, title, fields=(("mood", "5"),)))
    entry = EntryParser(Config()).parse(made, (journal.path / made).read_bytes()).entry
    assert (entry.title, entry.problems) == (title, ())
    assert [measure.value for measure in entry.measures if measure.metric == "mood"] == [5]


def test_without_a_title_a_template_has_room_for_one(journal: JournalFolder) -> None:
    journal.write("templates/new.md", "---\ntitle: {{title}}\n---\n# {{title}}\n")
    assert (journal.path / _made(journal.path)).read_text() == "---\ntitle: \n---\n# \n"


@pytest.mark.parametrize(
    "wanted",
    [
        NewEntry(NOW.date(), NOW, "After: the call", body="---\nmood: 4\n---\nText.\n"),
        NewEntry(NOW.date(), NOW, "After: the call", outline="---\nexercise: values\n---\n\n# Values\n"),
    ],
)
def test_what_has_front_matter_of_its_own_gets_the_title_too(journal: JournalFolder, wanted: NewEntry) -> None:
    made = _made(journal.path, wanted)
    assert EntryParser(Config()).parse(made, (journal.path / made).read_bytes()).entry.title == "After: the call"


@pytest.mark.parametrize(("data", "code"), [(None, "no-template"), (b"\xff\xfe\x00", "template-not-text")])
def test_a_template_that_cannot_be_read_is_refused(
    journal: JournalFolder, tmp_path: Path, data: bytes | None, code: str
) -> None:
    file = tmp_path / "mine.md"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(Refusal) as refusal:
        _made(journal.path, NewEntry(NOW.date(), NOW, None, file))
    assert refusal.value.code == code
    assert tree(journal.path) == {}


@given(st.text(max_size=80))
def test_any_title_survives(title: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _made(Path(folder), NewEntry(NOW.date(), NOW, title))
        entry = EntryParser(Config()).parse(path.name, path.read_bytes()).entry
        # Signs that nobody can see are left out where it is read.
        assert entry.title == " ".join(title.split()) or not title.isprintable()
        assert not [each for each in entry.problems if each.level == "error"]
        assert entry.day == NOW.date()


@pytest.mark.parametrize(
    ("front", "time"),
    [
        ("---\nmood: 4\n---", dt.time(9, 5)),
        ("+++\nmood = 4\n+++", dt.time(9, 5)),
        ("---\ntime:\ndate: 2026-03-14\n---", dt.time(9, 5)),
        ("---\ntime: 7:30\n---", dt.time(7, 30)),
        ("---\ndate: 2026-03-14 08:00\n---", dt.time(8, 0)),
        # That day's nine o'clock is not what was asked for.
        ("---\ndate: 2026-03-13\n---", None),
        ("---\ndate: some day\n---", None),
    ],
)
def test_what_has_front_matter_gets_the_time_unless_it_says_when(
    journal: JournalFolder, front: str, time: dt.time | None
) -> None:
    name = _made(journal.path, NewEntry(NOW.date(), NOW, body=f"{front}\nTired.\n"))
    written = (journal.path / name).read_bytes()
    assert EntryParser(Config()).parse(name, written).entry.time == time
    assert written.endswith(b"\nTired.\n")
