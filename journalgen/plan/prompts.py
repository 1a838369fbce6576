"""The page of prompts: all of them by theme, and the entries that answered each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from journalgen.digests import digest
from journalgen.model.config import Config
from journalgen.model.entry import Entry
from journalgen.model.prompts import OWN, THEMES, Prompt, folded
from journalgen.plan import addresses as at
from journalgen.plan.entries import mean_view
from journalgen.plan.views import Answers, Link, PromptLink, PromptsOfTheme, PromptsPage, PromptView

# What one entry was like stands with that entry; of two on there is something to say of them together.
_FEWEST = 2


class Prompts:
    """Knows the prompts of a journal and which entries answered each: by its id, or its words in any language.

    `link_beside` gives the link to an entry that nobody asked for, which is its day alone where `may_offer` says no.
    """

    def __init__(
        self,
        prompts: Sequence[Prompt],
        entries: Iterable[Entry],
        config: Config,
        link_beside: Callable[[Entry], Link],
        may_offer: Callable[[Entry], bool],
    ) -> None:
        self._prompts = prompts
        self._entries = entries
        self._config = config
        self._link = link_beside
        self._may_offer = may_offer

    @cached_property
    def _known(self) -> dict[str, Prompt]:
        """Return the prompts by all that an entry may call them; of two that share a name, the writer's own, which comes last."""
        return {folded(name): prompt for prompt in self._prompts for name in (prompt.id, prompt.text, *prompt.also)}

    @cached_property
    def _answers(self) -> dict[str, list[Entry]]:
        """Return the entries that answered each prompt, in the order of the journal, by the prompt's anchor."""
        found: dict[str, list[Entry]] = {}
        for entry in self._entries:
            if entry.prompt:
                found.setdefault(self._anchor_of(entry.prompt), []).append(entry)
        return found

    def _anchor_of(self, written: str) -> str:
        known = self._known.get(folded(written))
        return anchor(known) if known else _anchor(written)

    def of_entry(self, entry: Entry) -> PromptLink | None:
        """Return the prompt that an entry answered, in words, and where it stands among all; None where it has none.

        The address is None where it stands nowhere: a question of the writer's that only entries have that may not be offered.
        """
        if not entry.prompt:
            return None
        known = self._known.get(folded(entry.prompt))
        named_by_id = known is not None and folded(known.id) == folded(entry.prompt)
        place = self._anchor_of(entry.prompt)
        is_listed = bool(self._prompts) and (known is not None or any(map(self._may_offer, self._answers[place])))
        text = known.text if known and named_by_id else entry.prompt
        return PromptLink(text, at.prompt_address(place) if is_listed else None)

    def link(self, prompt: Prompt) -> PromptLink:
        """Return what leads to one of the prompts."""
        return PromptLink(prompt.text, at.prompt_address(anchor(prompt)))

    def page(self) -> PromptsPage:
        """Return the page of all prompts: journalgen's themes, then the writer's, then questions from entries alone."""
        themes: dict[str, list[PromptView]] = {theme: [] for theme in THEMES}
        for prompt in self._prompts:
            place = anchor(prompt)
            view = PromptView(place, prompt.text, prompt.depth, prompt.form, self._told(self._answers.get(place, ())))
            themes.setdefault(prompt.theme, []).append(view)
        questions = tuple(self._questions())
        if questions or OWN in themes:
            # At the end, after the themes that the writer gave a name.
            themes[OWN] = [*themes.pop(OWN, ()), *questions]
        return PromptsPage(
            tuple(PromptsOfTheme(theme, tuple(views)) for theme, views in themes.items() if views),
            tuple(self._closed_alone()),
        )

    def _unknown(self) -> Iterator[tuple[str, list[Entry]]]:
        """Yield the questions that only entries have, and those entries."""
        known = {anchor(prompt) for prompt in self._prompts}
        yield from ((place, entries) for place, entries in self._answers.items() if place not in known)

    def _questions(self) -> Iterator[PromptView]:
        """Yield the questions that only entries have, as the newest that may be offered has it; others stay unsaid."""
        for place, entries in self._unknown():
            offered = [entry for entry in entries if self._may_offer(entry)]
            if offered and offered[-1].prompt:
                yield PromptView(place, " ".join(offered[-1].prompt.split()), None, None, self._told(entries))

    def _closed_alone(self) -> Iterator[Link]:
        """Yield the links to entries whose question may not be said: their day alone, newest first."""
        found = [entry for _, entries in self._unknown() if not any(map(self._may_offer, entries)) for entry in entries]
        dated = [entry for entry in found if entry.day]
        yield from map(self._link, sorted(dated, key=lambda entry: (entry.day, entry.path), reverse=True))

    def _told(self, entries: Sequence[Entry]) -> Answers | None:
        """Return which entries answered a prompt, and how long and in what mood: only what may be offered is counted."""
        if not entries:
            return None
        newest = entries[::-1]
        offered = [entry for entry in newest if self._may_offer(entry)]
        # What has no day can't be told by its day alone.
        closed = [entry for entry in newest if not self._may_offer(entry) and entry.day]
        written = [entry.about_words for entry in offered]
        moods = [mood.value for entry in offered if (mood := entry.mood)]
        counts = self._config.figures
        has_words = counts and len(written) >= _FEWEST
        has_moods = counts and len(moods) >= _FEWEST
        return Answers(
            links=tuple(map(self._link, offered)),
            closed=tuple(map(self._link, closed)),
            words=max(10, round(sum(written) / len(written) / 10) * 10) if has_words and any(written) else None,
            mood=mean_view(moods, self._config.metric("mood")) if has_moods else None,
            moods=len(moods) if has_moods else 0,
        )


def anchor(prompt: Prompt) -> str:
    """Return the place of a prompt on the page of all; of the writer's own it tells nothing."""
    return _anchor(prompt.id) if prompt.own else f"prompt-{prompt.id}"


def _anchor(written: str) -> str:
    return f"prompt-{digest(folded(written).encode(errors='surrogatepass')).hex()[:10]}"
