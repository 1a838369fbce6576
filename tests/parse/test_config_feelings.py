from __future__ import annotations

import pytest

from journalgen.model.config import FeelingConfig
from journalgen.parse.config import read_config


@pytest.mark.parametrize(
    ("toml", "feelings"),
    [
        (
            '[feelings.underwater]\nwords = ["sunk", "far away"]\npleasant = -1\nstirred = -1.5',
            (FeelingConfig("underwater", ("sunk", "far away"), -1, -1.5),),
        ),
        ("[feelings.Wehmut]\npleasant = 1", (FeelingConfig("Wehmut", (), 1, None),)),
        ("[feelings]\ncalm = {}\nsad = {stirred = 0}", (FeelingConfig("calm"), FeelingConfig("sad", stirred=0))),
    ],
)
def test_what_is_said_of_feelings(toml: str, feelings: tuple[FeelingConfig, ...]) -> None:
    config, problems = read_config(toml)
    assert not problems
    assert config.feelings == feelings


@pytest.mark.parametrize(
    ("toml", "where", "code", "field"),
    [
        ("feelings = 3", "1:12", "expected-table", "feelings"),
        ("[feelings]\ncalm = 2", "2:8", "expected-table", "feelings.calm"),
        ('[feelings.calm]\nwords = "still"', "2:9", "expected-list-of-text", "feelings.calm.words"),
        ("[feelings.calm]\npleasant = 3", "2:12", "expected-on-scale", "feelings.calm.pleasant"),
        ('[feelings.calm]\nstirred = "very"', "2:11", "expected-number", "feelings.calm.stirred"),
        ("[feelings.calm]\npleasent = 1", "2:1", "unknown-key-close", "feelings.calm.pleasent"),
    ],
)
def test_each_mistake_is_located_and_leaves_the_rest(toml: str, where: str, code: str, field: str) -> None:
    config, problems = read_config(toml + '\n[feelings.sad]\nwords = ["grey"]' if "[feelings." in toml else toml)
    assert [(each.code, each["field"], str(each.where)) for each in problems] == [
        (code, field, f"journal.toml:{where}")
    ]
    if "[feelings." in toml:
        assert config.feelings == (FeelingConfig("calm"), FeelingConfig("sad", ("grey",)))
