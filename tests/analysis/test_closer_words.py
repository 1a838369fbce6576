from __future__ import annotations

from itertools import combinations

from journalgen.analysis.closer_lists import GROUPS, LISTS
from journalgen.analysis.closer_words import FEWEST_ENTRIES, FEWEST_WORDS, MonthOfWords, month_of_words


def test_a_words_group_is_found_whatever_its_case_and_what_clings_to_it() -> None:
    text = "I'd always thought that nothing's mine. ME, because I wonder. Me too."
    found = month_of_words(2026, 3, [(text, "en")])
    assert found == MonthOfWords(2026, 3, 1, 0, 12, (5, 2, 3))


def test_german_has_lists_of_its_own() -> None:
    found = month_of_words(2026, 3, [("Ich weiß, dass mir nie alles gelingt, weil ich müde bin.", "de")])
    assert found.groups == (3, 2, 2)


def test_other_languages_are_counted_apart() -> None:
    found = month_of_words(2026, 3, [("Ik weet het niet.", "nl"), ("I know.", "en")])
    assert (found.entries, found.others, found.words) == (1, 1, 2)


def test_a_month_is_enough_with_words_of_several_entries() -> None:
    enough = MonthOfWords(2026, 3, FEWEST_ENTRIES, 0, FEWEST_WORDS, (0, 0, 0))
    assert enough.is_enough
    assert not MonthOfWords(2026, 3, FEWEST_ENTRIES - 1, 0, 10_000, (0, 0, 0)).is_enough
    assert not MonthOfWords(2026, 3, 100, 0, FEWEST_WORDS - 1, (0, 0, 0)).is_enough


def test_no_word_is_in_two_groups_or_twice_in_one() -> None:
    for groups in LISTS.values():
        assert tuple(groups) == GROUPS
        for words in groups.values():
            assert len({word.lower() for word in words}) == len(words)
        for first, second in combinations(groups.values(), 2):
            assert not {word.lower() for word in first} & {word.lower() for word in second}
