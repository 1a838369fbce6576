"""Generated journals for measuring: the same for the same seed, about 330 words an entry, with the usual fields.

python benchmarks/journals.py FOLDER 10000
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from pathlib import Path

import msgspec

from journalgen.model.entry import Entry, Measure

WORDS = 330
_NOUNS = (
    "kettle rain garden letter train morning kitchen river window bread phone walk cough lamp market stairs".split()
)
_VERBS = "waited carried opened forgot mended heard counted left found wanted answered kept washed wrote".split()
_ADJECTIVES = "slow grey warm odd quiet loud tired small heavy bright plain early late".split()
_LINKS = "and then because although while so before after until".split()
_TAGS = [
    *"work home health music reading money weather sleep family friends cooking running".split(),
    "play/chess",
    "play/cards",
]
_PEOPLE = "Anna Ben Chidi Dora Emil Farah".split()
_PLACES = "home office park station library".split()
_EMOTIONS = "calm anxious sad hopeful angry content lonely proud".split()


def entry_of(date: dt.date, measures: tuple[Measure, ...], tags: tuple[str, ...]) -> Entry:
    """Return an entry of a day as it is when it was parsed, with nothing in it but these."""
    values: dict[str, object] = dict.fromkeys(Entry.__struct_fields__)
    for field in msgspec.structs.fields(Entry):
        text = str(field.type)
        if "tuple" in text or "Tuple" in text:
            values[field.name] = ()
    values |= {"path": f"{date}.md", "day": date, "counted": date, "tags": tags, "measures": measures}
    return Entry(**values)  # type: ignore[arg-type]


def sentence(chance: random.Random) -> str:
    """Return a sentence of eight to twenty words."""
    parts = []
    for _ in range(chance.randint(2, 4)):
        parts.append(
            f"the {chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)} {chance.choice(_VERBS)} "
            f"a {chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)}"
        )
    text = f" {chance.choice(_LINKS)} ".join(parts)
    return text[0].upper() + text[1:] + "."


def body(chance: random.Random) -> str:
    """Return about `WORDS` words in paragraphs, with a little Markdown as people use it."""
    paragraphs: list[str] = []
    count = 0
    while count < WORDS:
        sentences = [sentence(chance) for _ in range(chance.randint(3, 6))]
        if chance.random() < 0.3:
            first, _, rest = sentences[0].partition(" ")
            sentences[0] = f"*{first}* {rest}"
        paragraph = " ".join(sentences)
        count += len(paragraph.split())
        paragraphs.append(paragraph)
    if chance.random() < 0.2:
        paragraphs.insert(1, "\n".join(f"- {sentence(chance)}" for _ in range(3)))
    return "\n\n".join(paragraphs)


def entry(chance: random.Random, day: dt.date) -> str:
    """Return the text of one entry."""
    lines = [
        "---",
        f"title: {sentence(chance)[:40].strip('.')}",
        f"date: {day.isoformat()}",
        f"tags: [{', '.join(chance.sample(_TAGS, chance.randint(1, 3)))}]",
        f"mood: {chance.randint(1, 10)}",
        f"sleep: {chance.randint(8, 18) / 2}",
        f"people: [{', '.join(chance.sample(_PEOPLE, chance.randint(0, 2)))}]",
        f"places: [{chance.choice(_PLACES)}]",
        f"emotions: [{', '.join(chance.sample(_EMOTIONS, 2))}]",
        "---",
    ]
    return "\n".join(lines) + "\n\n" + body(chance) + "\n"


def write_journal(folder: Path, entries: int, seed: int = 1) -> None:
    """Write a journal of so many entries, one a day up to the end of 2025, into `folder/entries`."""
    chance = random.Random(seed)
    last = dt.date(2025, 12, 31)
    for number in range(entries):
        day = last - dt.timedelta(days=number) if number < 700_000 else last
        path = folder / "entries" / f"{day.year:04}" / f"{day.month:02}" / f"{day.isoformat()}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entry(chance, day), encoding="utf-8")


if __name__ == "__main__":
    write_journal(Path(sys.argv[1]), int(sys.argv[2]))
