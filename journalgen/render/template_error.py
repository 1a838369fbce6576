"""A mistake in a template, with its file and line."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from journalgen.refusal import Refusal


def template_fault(error: Exception, folders: Sequence[Path]) -> Refusal | None:
    """Return the refusal `template-fault` for an error that a template made, None for a mistake of the program.

    It is the template's where Jinja says so, or where it was raised by the template's own line, not by what that called.
    """
    if isinstance(error, TemplateSyntaxError):
        return Refusal(
            "template-fault", template=error.filename or error.name or "", line=error.lineno, message=error.message
        )
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if any(Path(frame.filename).is_relative_to(folder) for folder in folders)]
    if ours and (isinstance(error, TemplateError) or ours[-1] is frames[-1]):
        return Refusal("template-fault", template=ours[-1].filename, line=ours[-1].lineno or 0, message=str(error))
    if isinstance(error, TemplateError):
        return Refusal("template-fault", template="", line=0, message=str(error))
    return None
