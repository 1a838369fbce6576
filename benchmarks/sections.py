"""The page of benchmarks, section by section."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def write_section(heading: str, text: str) -> None:
    """Put a section, which begins with its heading, behind the others of docs/benchmarks.md, in place of what it was."""
    before = PAGE.read_text(encoding="utf-8")
    others = re.sub(rf"(?ms)^{heading}$.*?(?=^## |\Z)", "", before).rstrip()
    PAGE.write_text(f"{others}\n\n{text}", encoding="utf-8")
