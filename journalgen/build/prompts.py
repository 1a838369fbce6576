"""All prompts of a journal: journalgen's own in its language, and the writer's."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from journalgen.build.request import Request
from journalgen.digests import digest
from journalgen.language import Language
from journalgen.model.prompts import Prompt, folded
from journalgen.problems import Problem
from journalgen.wording.prompts import THEMES


def own_prompts(data: bytes | None, request: Request) -> tuple[tuple[Prompt, ...], tuple[Problem, ...]]:
    """Return the writer's own prompts, and what is wrong with them.

    A copy without the private entries has none: what somebody asks themselves is not for others.
    """
    if not data or request.public_only:
        return (), ()
    from journalgen.parse.prompts import read_prompts  # noqa: PLC0415 -- only where there are some

    return read_prompts(data)


def all_prompts(own: tuple[Prompt, ...], language: Language) -> tuple[Prompt, ...]:
    """Return journalgen's prompts and then the writer's own.

    One of the writer's takes the place of journalgen's that has its id. A theme that is called as one of journalgen's is, in
    the language, is that theme.
    """
    from journalgen.source.prompts import shipped_prompts  # noqa: PLC0415 -- most builds plan nothing anew

    taken = {prompt.id for prompt in own}
    shipped = tuple(prompt for prompt in shipped_prompts(language.tag) if prompt.id not in taken)
    if not own:
        return shipped
    called = {folded(language.gettext(name)): theme for theme, name in THEMES.items()}
    return (*shipped, *(replace(prompt, theme=called.get(folded(prompt.theme), prompt.theme)) for prompt in own))


def prompts_for_plan(own: tuple[Prompt, ...], language: Language) -> tuple[Callable[[], tuple[Prompt, ...]], bytes]:
    """Return what gives all prompts, read when a plan asks for them, and the digest of what they depend on besides the code."""
    return lambda: all_prompts(own, language), digest(repr((own, language.tag)).encode(errors="surrogatepass"))
