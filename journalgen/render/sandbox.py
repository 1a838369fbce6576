"""Jinja for the templates of somebody who may be a stranger: they reach nothing but what a page shows.

Jinja's sandbox keeps names that begin with `_` and the insides of functions from templates. Here, besides, only what is listed
can be called, and what could fill the memory at one stroke is held back. A template that loops for long, or that doubles a
text again and again, still can: Ctrl+C then ends the build, and the site stays as it was.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import wraps
from types import BuiltinFunctionType, BuiltinMethodType, FunctionType, MethodType
from typing import Any, TypeVar, cast

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from journalgen.render.folding import FoldingEnvironment

_Words = TypeVar("_Words", bound=Callable[..., str])

# How many numbers `range` gives out on one page, and the longest text or list that `*` makes.
_RANGE = 100_000
_LONGEST = 100_000
_WIDEST = 1_000

# Not here: what shows the insides of values (`pprint`), differs each time (`random`), reaches for names that are computed
# (`attr`), or follows a text's own instructions (`format`).
_NO_FILTERS = ("attr", "format", "pprint", "random", "xmlattr", "urlize")
_WITH_WIDTHS = ("batch", "slice", "center", "indent", "round", "tojson", "wordwrap", "truncate")
_NO_GLOBALS = ("lipsum",)
# The types of these are what a template is given to work with: loops, blocks, cyclers.
_JINJA = ("jinja2.runtime", "jinja2.utils")

_OF_TEXT = """
    capitalize casefold count endswith find index isalnum isalpha isascii isdecimal isdigit islower isnumeric isspace istitle
    isupper join lower lstrip partition removeprefix removesuffix replace rfind rpartition rsplit rstrip split splitlines
    startswith strip striptags swapcase title unescape upper
"""
_METHODS: tuple[tuple[type, frozenset[str]], ...] = (
    (str, frozenset(_OF_TEXT.split())),
    (dt.date, frozenset(("date", "isocalendar", "isoformat", "isoweekday", "replace", "time", "toordinal", "weekday"))),
    (dt.time, frozenset(("isoformat", "replace"))),
    (dict, frozenset(("get", "items", "keys", "values"))),
    (tuple, frozenset(("count", "index"))),
    (list, frozenset(("count", "index"))),
)
# `%(name)9999s` asks for so many letters.
_WIDE = re.compile(r"%(?:\(\w*\))?[#0\- +]*(?:\*|\d{4,}|\d*\.(?:\*|\d{4,}))")


class SandboxedTemplates(FoldingEnvironment, ImmutableSandboxedEnvironment):
    """An environment whose templates can run no code, read no file and see nothing but what they are given."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._numbers_left = _RANGE
        for name in _NO_FILTERS:
            self.filters.pop(name, None)
        for name in _NO_GLOBALS:
            self.globals.pop(name, None)
        self.filters |= {name: _narrow(self.filters[name]) for name in _WITH_WIDTHS}
        self.globals["range"] = self._range
        self._callable = {id(value) for value in (dict, *map(self.globals.get, ("cycler", "joiner", "namespace")))}

    def begin_page(self) -> None:
        """Give the next page its own share of what is bounded."""
        self._numbers_left = _RANGE

    def filled(self, words: _Words) -> _Words:
        """Return what gives the words that `%` fills, held back where it asks for enormous widths."""

        @wraps(words)
        def checked(*args: Any) -> str:
            return self.check_text(words(*args))

        return cast("_Words", checked)

    def compile(
        self, source: Any, name: str | None = None, filename: str | None = None, *args: Any, **kwargs: Any
    ) -> Any:
        """Return a template's code; what Python can't hold is a mistake of the template's."""
        try:
            return super().compile(source, name, filename, *args, **kwargs)
        except (RecursionError, MemoryError, OverflowError, SyntaxError) as error:
            raise TemplateSyntaxError("nested too deeply", 1, name, filename) from error

    def allow(self, *functions: object) -> None:
        """Let templates call these."""
        self._callable |= {id(function) for function in functions}

    def is_safe_callable(self, obj: Any) -> bool:
        """Return whether a template may call this: what it was given, macros, and methods that are listed."""
        if id(obj) in self._callable or isinstance(obj, Macro):
            return True
        if type(obj).__module__ in _JINJA:
            return True  # `super()`, `self.block()`, a recursive loop, a joiner
        owner = getattr(obj, "__self__", None)
        if isinstance(obj, (BuiltinFunctionType, BuiltinMethodType, MethodType)) and owner is not None:
            if type(owner).__module__ in _JINJA or owner is self:
                return True
            return any(isinstance(owner, kind) and obj.__name__ in names for kind, names in _METHODS)
        return False

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may see this: never the insides of a function, nor a method that is not listed."""
        if isinstance(obj, (FunctionType, MethodType, BuiltinFunctionType, type)):
            return False
        if callable(value) and any(isinstance(obj, kind) for kind, _ in _METHODS) and not self.is_safe_callable(value):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what the operator makes, unless that is enormous."""
        if operator == "%" and isinstance(left, (str, bytes)):
            self.check_text(str(left))
        elif operator == "*":
            for text, times in ((left, right), (right, left)):
                if hasattr(text, "__len__") and isinstance(times, int) and len(text) * times > _LONGEST:
                    raise SecurityError(f"'*' would make more than {_LONGEST:,} of it")
            if _digits(left) + _digits(right) > _WIDEST:
                raise SecurityError("the number is too large")
        elif operator == "**" and (_digits(left) * max(abs(_number(right)), 1) > _WIDEST):
            raise SecurityError("the number is too large")
        return super().call_binop(context, operator, left, right)

    def check_text(self, text: str) -> str:
        """Return a text that `%` may fill; refuses one that asks for enormous widths."""
        if _WIDE.search(text):
            raise SecurityError("the text asks for too many letters")
        return text

    def _range(self, *args: int) -> range:
        numbers = range(*args)
        self._numbers_left -= len(numbers) if -_RANGE <= numbers.stop <= _RANGE * 10 else _RANGE + 1
        if self._numbers_left < 0:
            raise SecurityError(f"'range' gives out no more than {_RANGE:,} numbers on one page")
        return numbers


def _digits(number: object) -> int:
    """Return about how many digits a whole number has; a fraction never grows large."""
    return number.bit_length() // 3 if isinstance(number, int) else 0


def _number(value: object) -> float:
    return value if isinstance(value, (int, float)) else 1


def _narrow(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """Return the filter as it is, but for widths and counts that would fill the memory."""

    @wraps(filter_)
    def narrow(*args: Any, **kwargs: Any) -> Any:
        values = (*args[1:], *kwargs.values())
        if any(isinstance(value, int) and abs(value) > _WIDEST for value in values):
            raise SecurityError(f"a number of more than {_WIDEST:,} is too large here")
        return filter_(*args, **kwargs)

    return narrow
