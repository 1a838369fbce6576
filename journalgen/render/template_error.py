"""A mistake in a template, with its file and line."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from journalgen.refusal import Refusal
from journalgen.render.theme import Theme


def template_fault(error: Exception, theme: Theme) -> Refusal | None:
    """Return the refusal `template-fault` for an error that a template made, None for a mistake of the program.

    It is the template's where Jinja says so, or where it was raised by the template's own line, not by what that called; or by
    what it called, where the template is the writer's own and so may call for what makes no sense.
    """
    if isinstance(error, Refusal):
        return None
    if isinstance(error, TemplateSyntaxError):
        return Refusal(
            "template-fault", template=error.filename or error.name or "", line=error.lineno, message=error.message
        )
    own = {file.path for file in theme.own}
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename in own or Path(frame.filename).is_relative_to(theme.folder)]
    if ours and (isinstance(error, TemplateError) or ours[-1] is frames[-1] or ours[-1].filename in own):
        said = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        return Refusal("template-fault", template=ours[-1].filename, line=ours[-1].lineno or 0, message=said)
    if own and isinstance(error, (RecursionError, MemoryError, OverflowError)):
        # Where it ends is chance; what began it is the writer's.
        began = next((frame for frame in reversed(ours) if frame.filename in own), None)
        if began:
            said = f"{type(error).__name__}: {error}"
            return Refusal("template-fault", template=began.filename, line=began.lineno or 0, message=said)
    if isinstance(error, TemplateError):
        return Refusal("template-fault", template="", line=0, message=str(error))
    return None
