"""Conditions over answers: the XLSForm expressions Lotse understands, parsed once and evaluated often.

The subset: `${question}`, `.`, numbers, quoted texts, `= != < <= > >= + - * div mod and or`, parentheses and
the functions of `functions.FUNCTIONS`. It means what it means in ODK Collect. A blank is no number: compared
with it `= < <= > >=` are false and `!=` is true, except that a blank equals `''`. Anything else is refused
when parsed; a parsed expression never fails.
"""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dialogues.questionnaire.functions import FUNCTIONS, Value, as_number, as_text, as_truth
from dialogues.questionnaire.syntax import Call, Constant, Here, Negation, Node, Operation, Reference, parse
from dialogues.questionnaire.tokens import ExpressionProblem

__all__ = ["Expression", "ExpressionProblem"]


@dataclass(frozen=True)
class Expression:
    """A parsed expression. `text` is what was written, `tree` what it means."""

    text: str
    tree: Node

    @classmethod
    def parse(cls, text: str, names: Collection[str]) -> "Expression":
        """Parse an expression over the questions `names`; raises ExpressionProblem."""
        expression = cls(text, parse(text))
        unknown = sorted(expression.references - set(names))
        if unknown:
            at = text.find(f"${{{unknown[0]}}}") + 1
            raise ExpressionProblem(at, f"there is no question {unknown[0]}")
        return expression

    @property
    def references(self) -> frozenset[str]:
        """The questions it looks at."""
        return frozenset(node.name for node in _nodes(self.tree) if isinstance(node, Reference))

    @property
    def uses_here(self) -> bool:
        """Whether it looks at the answer it belongs to (`.`)."""
        return any(isinstance(node, Here) for node in _nodes(self.tree))

    @property
    def compared(self) -> frozenset[tuple[str, str]]:
        """Every text an answer is compared with, as (question or `.`, text)."""
        return frozenset(pair for node in _nodes(self.tree) for pair in _compared(node))

    def is_true(self, values: Mapping[str, str], *, here: str = "", today: date) -> bool:
        """Whether it holds for these answers (a missing one is blank), this answer and this local day."""
        return as_truth(_value(self.tree, values, here, today))


def _nodes(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        match found:
            case Negation(operand):
                waiting.append(operand)
            case Operation(_, left, right):
                waiting += (left, right)
            case Call(_, arguments):
                waiting += arguments


def _compared(node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case Operation("=" | "!=", left, right):
            pairs = [(left, right), (right, left)]
        case Call("selected", (left, right)):
            pairs = [(left, right)]
        case _:
            return
    for answer, text in pairs:
        match answer, text:
            case Reference(name), Constant(str(value)):
                yield name, value
            case Here(), Constant(str(value)):
                yield ".", value


def _value(node: Node, values: Mapping[str, str], here: str, today: date) -> Value:
    match node:
        case Constant(value):
            return value
        case Here():
            return here
        case Reference(name):
            return values.get(name, "")
        case Negation(operand):
            return -as_number(_value(operand, values, here, today))
        case Call(function, arguments):
            given = [_value(argument, values, here, today) for argument in arguments]
            return FUNCTIONS[function].compute(given, today)
        case Operation(operator, left, right):
            return _result(operator, _value(left, values, here, today), _value(right, values, here, today))


def _result(operator: str, left: Value, right: Value) -> Value:
    match operator:
        case "or":
            return as_truth(left) or as_truth(right)
        case "and":
            return as_truth(left) and as_truth(right)
        case "=":
            return _is_equal(left, right)
        case "!=":
            return not _is_equal(left, right)
        case _:
            return _of_numbers(operator, as_number(left), as_number(right))


def _is_equal(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return as_truth(left) == as_truth(right)
    if isinstance(left, float) or isinstance(right, float):
        first, second = as_number(left), as_number(right)
        return first == second or abs(first - second) < 1e-12
    return as_text(left) == as_text(right)


def _of_numbers(operator: str, left: float, right: float) -> Value:
    match operator:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "div":
            return _quotient(left, right)
        case _:
            return math.nan if right == 0 or math.isinf(left) else math.fmod(left, right)


def _quotient(left: float, right: float) -> float:
    if right != 0:
        return left / right
    return (
        math.nan if left == 0 or math.isnan(left) else math.copysign(math.inf, left) * math.copysign(1, right)
    )
