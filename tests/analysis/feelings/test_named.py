from __future__ import annotations

from journalgen.analysis.feelings.lexicon import Lexicon
from journalgen.analysis.feelings.named import Named, Together, mood_with, named, together
from journalgen.analysis.terms import Spellings, terms
from journalgen.model.entry import Measure
from tests.parse.entries import made


def feelings(*of_entries: tuple[str, ...]) -> tuple[Named, ...]:
    entries = [made(f"2026-03-{day:02}", emotions=names) for day, names in enumerate(of_entries, start=1)]
    return named(terms("emotions", entries, Spellings(())), Lexicon())


def test_words_that_mean_nearly_the_same_are_one_feeling() -> None:
    calm, tired = feelings(("calm", "peaceful"), ("peaceful",), ("Ruhig",), ("tired",))
    assert [term.name for term in calm.terms] == ["peaceful", "calm", "Ruhig"]
    assert len(calm.entries) == 3
    assert [term.name for term in tired.terms] == ["tired"]


def test_unknown_words_stay_as_they_are_and_apart() -> None:
    found = feelings(("underwater",), ("woolly",), ("woolly",))
    assert [(each.terms[0].name, each.feeling, each.pleasant) for each in found] == [
        ("woolly", None, 0),
        ("underwater", None, 0),
    ]


def test_a_word_called_like_a_feeling_of_the_lexicon_is_no_other_one() -> None:
    assert len(feelings(("known calm",), ("calm",))) == 2


def test_feelings_that_are_named_together() -> None:
    found = feelings(("calm", "tired"), ("peaceful", "tired", "proud"), ("calm", "peaceful"))
    assert [each.terms[0].name for each in found] == ["calm", "tired", "proud"]
    assert together(found, 2) == (Together(0, 1, 2),)
    assert len(together(found, 1)) == 3


def test_the_mood_beside_a_feeling() -> None:
    entries = [made(measures=(Measure("mood", value),)) for value in (4, 6, 8)]
    assert mood_with([*entries, made()]).mean == 6
    private = [made(measures=(Measure("mood", 2),), private=True)]
    assert mood_with(private).n == 0
