"""What a page has to bear: long words and titles, deep lists, wide tables, scripts from right to left and without spaces."""

from __future__ import annotations

from tests.journals import JournalFolder

LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterin" * 3
_TEXT = f"""\
{LONG} and more, with `{"code_without_a_space_" * 12}` and https://example.org/{"path/" * 40}.

# {LONG}

| {" | ".join(f"column {number}" for number in range(14))} |
|{"---|" * 14}
| {" | ".join(f"a rather long cell {number}" for number in range(14))} |

{"".join("  " * depth + f"- level {depth}" + chr(10) for depth in range(14))}
{">" * 12} A quotation within quotations.

```
{"a line of code that is far longer than any screen is wide " * 6}
```

- [ ] a task {LONG}

{LONG}
: {LONG}

المساء كان هادئا، ومشيت إلى النهر. 今日は雨だったけれど、川まで歩いた。{"風が強くて寒かった。" * 30}

> [!note] {LONG}
> Within it.

A footnote.[^1]

[^1]: {LONG}
"""


def write(journal: JournalFolder, language: str = "en") -> JournalFolder:
    """Write a journal of a few such entries."""
    journal.write("journal.toml", f'title = "{LONG}"\nauthor = "{LONG}"\nlanguage = "{language}"\n')
    front = (
        f"title: {LONG}\nmood: {{before: 2, after: 7}}\ntags: [{LONG}, a/{LONG}/{LONG}, x]\npeople: [{LONG}]\n"
        f"weather: {LONG}\n{LONG[:40]}: {LONG}\nwins: [{LONG}]\ncoping: [{{what: {LONG}, before: 3, after: 6}}]\n"
    )
    for day in ("2025-12-30", "2026-03-12", "2026-03-13"):
        journal.write(f"{day}.md", f"---\n{front}---\n{_TEXT}")
    journal.write("2026-03-13-b.md", f"---\n{front}starred: true\ndraft: true\nsleep: {LONG}\n---\n{_TEXT}")
    journal.write(f"{LONG[:90]}.md", _TEXT)
    return journal.write("support.md", f"# {LONG}\n\n{_TEXT}")
