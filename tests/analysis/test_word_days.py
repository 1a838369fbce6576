from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journalgen.analysis.word_days import FEWEST_DAYS, Counted, WordDays, together

DAYS = st.lists(
    st.lists(st.sampled_from(["Rain, rain.", "rain", "Owen and rain", "Owen", "RAIN", "the", "日記"]), max_size=3)
)


def days(*texts: str) -> list[list[tuple[str, str]]]:
    return [[(text, "en")] for text in texts]


def test_a_word_counts_once_a_day_however_it_is_written() -> None:
    found = WordDays().counted([[("Rain. Rain, rain!", "en"), ("RAIN", "en")], [("rain", "en")]])
    assert (found.days, found.words) == (2, {"rain": 2})
    assert found.capitals == {}


def test_what_is_left_out_is_no_part_of_a_word_either() -> None:
    found = WordDays(frozenset(("hospital", "mark"))).counted(days("Hospital, hospital-food, Mark's hospitality"))
    assert found.words == {"hospitality": 1}


def test_a_day_of_function_words_alone_has_no_words() -> None:
    assert WordDays().counted(days("It was the same.", "3.15", "")) == Counted(0, {}, {}, 0)


def test_names_keep_their_capitals_and_beginnings_of_sentences_do_not() -> None:
    found = WordDays().counted(days("Owen rang. Rain.", "Owen. Rain.", "Owen, rain", "rain"))
    assert found.capitals == {"owen": ("Owen", 3), "rain": ("Rain", 2)}
    assert found.written(found.words) == {"owen": "Owen"}


def test_german_nouns_keep_their_capitals() -> None:
    found = WordDays().counted([[("Im Garten war Regen.", "de")], [("Garten", "de")]])
    assert found.written(found.words) == {"garten": "Garten", "regen": "Regen"}


def test_each_text_has_the_function_words_of_its_own_language() -> None:
    found = WordDays().counted([[("und kettle", "en"), ("und Kessel", "de")]])
    assert found.words == {"und": 1, "kettle": 1, "kessel": 1}


def test_days_with_words_that_are_not_told_apart_are_counted() -> None:
    found = WordDays().counted(days("今日は晴れ", "rain", "日記 and rain"))
    assert (found.unspaced, found.days, found.words) == (2, 2, {"rain": 2})


def test_only_words_of_several_days_are_frequent() -> None:
    found = Counted(9, {"rain": FEWEST_DAYS, "fog": FEWEST_DAYS - 1}, {})
    assert found.frequent() == {"rain": FEWEST_DAYS}


@given(DAYS, DAYS)
def test_parts_come_to_the_whole(first: list[list[str]], second: list[list[str]]) -> None:
    def of(texts: list[list[str]]) -> Counted:
        return WordDays().counted([[(text, "en") for text in day] for day in texts])

    both = together([of(first), of(second)])
    whole = of([*first, *second])
    assert (both.days, both.words, both.unspaced) == (whole.days, whole.words, whole.unspaced)
    assert {word: days for word, (_, days) in both.capitals.items()} == {
        word: days for word, (_, days) in whole.capitals.items()
    }
