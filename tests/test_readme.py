"""The README says what there is: every command and option, field and key; and nothing that is not the project's own."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from journalgen import __version__
from journalgen.cli import COMMANDS, journalgen
from journalgen.model.config import Config
from journalgen.parse import config as settings
from journalgen.parse.config import KNOWN_KEYS, read_config
from journalgen.parse.config.aliases import ALIAS_KINDS
from journalgen.parse.config.feelings import FEELING_KEYS
from journalgen.parse.config.metrics import METRIC_KEYS
from journalgen.parse.config.quiet import QUIET_KEYS
from journalgen.parse.config.scales import SCALE_KEYS
from journalgen.parse.fields import KNOWN
from journalgen.parse.matters import FIELDS as OF_MATTERS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
# Whom the documents may point to; nobody else's address has a place in them.
HOSTS = {"findahelpline.com", "keepachangelog.com", "semver.org"}


def section(heading: str) -> str:
    """Return what stands under a heading, up to the next one of its level or above."""
    level = heading.split(" ", maxsplit=1)[0]
    found = re.search(
        rf"^{re.escape(heading)}(?!\w).*?$(.*?)(?=^#{{1,{len(level)}}} |\Z)", README, re.DOTALL | re.MULTILINE
    )
    assert found, heading
    return found[1]


def first_cells(text: str) -> set[str]:
    """Return what stands between backticks in the first cells of the rows of tables."""
    rows = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def commands() -> dict[str, click.Command]:
    context = click.Context(journalgen)
    found = {name: journalgen.get_command(context, name) for name in COMMANDS}
    return {name: command for name, command in found.items() if command is not None}


def parameters(command: click.Command) -> list[click.Parameter]:
    """Return the parameters of a command and of the commands in it."""
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    return [*command.params, *(each for one in inner for each in parameters(one))]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    text = section(f"### `journalgen {name}")
    for parameter in parameters(commands()[name]):
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            assert re.search(rf"`{re.escape(option)}[ `]", text), f"{name} {option}"


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_is_documented_that_is_not_there(name: str) -> None:
    known = parameters(commands()[name])
    options = {option for parameter in known for option in (*parameter.opts, *parameter.secondary_opts)}
    assert set(re.findall(r"`(--[a-z-]+)", section(f"### `journalgen {name}"))) <= options


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    told = CliRunner().invoke(journalgen, [name, "--help"], prog_name="journalgen")
    assert told.exit_code == 0
    assert re.search(rf"Example\b.*?journalgen {name}", told.output, re.DOTALL)


def test_every_documented_command_is_there() -> None:
    assert set(re.findall(r"^### `journalgen (\w+)", README, re.MULTILINE)) == set(COMMANDS)


def test_every_field_is_in_the_table() -> None:
    assert first_cells(section("## What an entry can say")) == {*KNOWN, *OF_MATTERS}


def configuration_keys() -> set[str]:
    """Return every key that the configuration knows, as the README names them."""
    keys = set(KNOWN_KEYS) - set(settings._TABLES)
    keys -= {"metrics", "scales", "pause", "quiet", "aliases", "feelings"}
    keys |= {f"{table}.{key}" for table, readers in settings._TABLES.items() for key in readers}
    keys |= {f"metrics.NAME.{key}" for key in METRIC_KEYS} | {"metrics.ignore"}
    keys |= {f"feelings.NAME.{key}" for key in FEELING_KEYS}
    keys |= {f"scales.NAME.{key}" for key in SCALE_KEYS}
    keys |= {"pause.from", "pause.to", "pause.reason"} | {f"quiet.{key}" for key in QUIET_KEYS}
    return keys | {f"aliases.{kind}" for kind in ALIAS_KINDS}


def test_every_key_is_in_the_table() -> None:
    assert first_cells(section("## `journal.toml`")) == configuration_keys()


def test_the_example_of_the_configuration_is_understood() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    config, problems = read_config(example)
    assert problems == ()
    assert config != Config()


@pytest.mark.parametrize("name", ["build", "test"])
def test_each_command_to_begin_with_does_all_the_set_up(name: str) -> None:
    (command,) = re.findall(rf"<!-- command: {name} -->\n```sh\n(.+)\n```\n", README)
    environment, install, then, *_ = command.split(" && ")
    assert environment == "python3 -m venv .venv"
    assert install.startswith(".venv/bin/python -m pip install ")
    assert then.startswith(".venv/bin/")
    assert name in then


def test_the_file_to_open_is_named() -> None:
    assert "open **`example-journal/site/index.html`**" in README


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
class TestEveryDocument:
    def test_points_to_few_others(self, document: Path) -> None:
        text = document.read_text(encoding="utf-8")
        assert set(re.findall(r"https?://([^/\s)>\"'`]+)", text)) <= HOSTS

    def test_names_no_absolute_path(self, document: Path) -> None:
        text = document.read_text(encoding="utf-8")
        assert re.findall(r"(?:^|[\s`\"'(=])(/[a-z]+/[\w./-]*|[A-Z]:\\\S*)", text, re.MULTILINE) == []

    def test_leads_to_files_that_are_there(self, document: Path) -> None:
        text = document.read_text(encoding="utf-8")
        targets = re.findall(
            r"\]\((?!https?:)([^)#\s]+)[^)]*\)", re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
        )
        assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_changelog_knows_this_version() -> None:
    assert re.search(
        rf"^## \[{re.escape(__version__)}\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
