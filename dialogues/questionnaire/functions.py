"""Values of expressions and the functions over them, as JavaRosa (ODK Collect) computes them.

A value is a text, a number or a truth. A date is its ISO text; in number context, the days since 1970-01-01.
A blank is no number: NaN, never zero.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

import re2  # type: ignore[import-untyped]  # matches in linear time: no pattern and no answer can hang it

Value = float | str | bool

EPOCH = date(1970, 1, 1)
NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
QUIET = re2.Options()
QUIET.log_errors = False


def as_number(value: Value) -> float:
    """The value in number context; NaN for a blank and for text that is neither number nor date."""
    if not isinstance(value, str):
        return float(value)
    text = value.strip()
    if DAY.fullmatch(text):
        day = _day(text)
        return math.nan if day is None else float((day - EPOCH).days)
    return float(text) if NUMBER.fullmatch(text) else math.nan


def as_text(value: Value) -> str:
    """The value in text context; whole numbers without a point."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value.is_integer():
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def as_truth(value: Value) -> bool:
    """The value as a condition: a text that is not blank, a number that is neither 0 nor NaN."""
    if isinstance(value, float):
        return not math.isnan(value) and abs(value) > 1e-12
    return bool(value)


def compile_pattern(pattern: str) -> object:
    """The pattern ready for use; raises ValueError naming what is wrong or not supported."""
    try:
        return _compiled(pattern)
    except re2.error as error:
        reason = error.args[0] if error.args else "unknown"
        shown = reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
        raise ValueError(shown) from error


@dataclass(frozen=True)
class Function:
    """How many arguments a function takes and what it computes from them and the local day."""

    arguments: int
    compute: Callable[[Sequence[Value], date], Value]


def _selected(given: Sequence[Value], _today: date) -> bool:
    return f" {as_text(given[1]).strip()} " in f" {as_text(given[0])} "


def _int(given: Sequence[Value], _today: date) -> float:
    number = as_number(given[0])
    return float(math.trunc(number)) if math.isfinite(number) else number


def _coalesce(given: Sequence[Value], _today: date) -> Value:
    first = given[0]
    is_blank = first == "" or (isinstance(first, float) and math.isnan(first))
    return given[1] if is_blank else first


def _date(given: Sequence[Value], _today: date) -> str:
    days = as_number(given[0])
    if not math.isfinite(days):
        return ""
    try:
        return (EPOCH + timedelta(days=math.floor(days))).isoformat()
    except OverflowError:
        return ""


def _regex(given: Sequence[Value], _today: date) -> bool:
    text = as_text(given[0]).encode(errors="replace").decode()
    return _compiled(as_text(given[1])).fullmatch(text) is not None


@lru_cache(maxsize=500)
def _compiled(pattern: str) -> re2._Regexp:
    return re2.compile(pattern, QUIET)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


FUNCTIONS: Mapping[str, Function] = {
    "true": Function(0, lambda _given, _today: True),
    "false": Function(0, lambda _given, _today: False),
    "not": Function(1, lambda given, _today: not as_truth(given[0])),
    "selected": Function(2, _selected),
    "count-selected": Function(1, lambda given, _today: float(len(as_text(given[0]).split()))),
    "if": Function(3, lambda given, _today: given[1] if as_truth(given[0]) else given[2]),
    "coalesce": Function(2, _coalesce),
    "regex": Function(2, _regex),
    "string-length": Function(1, lambda given, _today: float(len(as_text(given[0])))),
    "today": Function(0, lambda _given, today: today.isoformat()),
    "date": Function(1, _date),
    "int": Function(1, _int),
    "number": Function(1, lambda given, _today: as_number(given[0])),
}
