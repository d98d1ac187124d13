"""The grammar of XLSForm expressions: tokens -> tree, and the tree written out again."""

from dataclasses import dataclass
from decimal import Decimal

from dialogues.questionnaire.functions import FUNCTIONS, compile_pattern
from dialogues.questionnaire.tokens import ExpressionProblem, Token, split

DEEPEST = 30
PRECEDENCE = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
}
NEGATION = 7
OPERAND = 8


@dataclass(frozen=True)
class Constant:
    """A number or text written in the expression."""

    value: float | str


@dataclass(frozen=True)
class Here:
    """`.`: the answer the expression belongs to."""


@dataclass(frozen=True)
class Reference:
    """`${name}`: the answer to another question."""

    name: str


@dataclass(frozen=True)
class Negation:
    """`-operand`."""

    operand: "Node"


@dataclass(frozen=True)
class Operation:
    """`left operator right`."""

    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Call:
    """`function(arguments)`."""

    function: str
    arguments: "tuple[Node, ...]"


Node = Constant | Here | Reference | Negation | Operation | Call


def parse(text: str) -> Node:
    """The tree of an expression; raises ExpressionProblem when it is wrong or outside the subset."""
    return _Parser(text).whole()


def write(node: Node) -> str:
    """The expression of a tree, no more parentheses than needed; `parse` gives the same tree again."""
    match node:
        case Constant(str(value)):
            return f'"{value}"' if "'" in value else f"'{value}'"
        case Constant(value):
            return format(Decimal(repr(value)), "f").removesuffix(".0")
        case Here():
            return "."
        case Reference(name):
            return f"${{{name}}}"
        case Negation(operand):
            return "-" + _inside(operand, NEGATION)
        case Operation(operator, left, right):
            level = PRECEDENCE[operator]
            return f"{_inside(left, level)} {operator} {_inside(right, level + 1)}"
        case Call(function, arguments):
            return f"{function}({', '.join(map(write, arguments))})"


def _inside(node: Node, least: int) -> str:
    written = write(node)
    match node:
        case Operation(operator, _, _):
            level = PRECEDENCE[operator]
        case Negation():
            level = NEGATION
        case _:
            level = OPERAND
    return written if level >= least else f"({written})"


class _Parser:
    """Precedence climbing over the tokens of one expression."""

    def __init__(self, text: str) -> None:
        self._tokens = split(text)
        self._end = Token("operator", "", len(text) + 1)
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        if not self._tokens:
            raise ExpressionProblem(1, "the expression is empty")
        node = self._operation(0)
        if self._seen() is not self._end:
            raise ExpressionProblem(self._seen().column, f"{self._seen().text} does not fit here")
        return node

    def _operation(self, least: int) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionProblem(self._seen().column, f"nested more than {DEEPEST} levels deep")
        node = self._operand()
        while (level := self._level()) > least:
            operator = self._next().text
            node = Operation(operator, node, self._operation(level))
        self._depth -= 1
        return node

    def _level(self) -> int:
        token = self._seen()
        return PRECEDENCE.get(token.text, 0) if token.kind in ("operator", "name") else 0

    def _operand(self) -> Node:
        token = self._next()
        match token.kind, token.text:
            case "number", number:
                return Constant(float(number))
            case "text", quoted:
                return Constant(quoted[1:-1])
            case "here", _:
                return Here()
            case "reference", reference:
                return Reference(reference[2:-1])
            case "name", name:
                return self._call(name, token)
            case _, "(":
                node = self._operation(0)
                self._expect(")")
                return node
            case _, "-":
                return Negation(self._operation(NEGATION - 1))
            case _, "":
                raise ExpressionProblem(token.column, "the expression ends too early")
            case _, text:
                raise ExpressionProblem(token.column, f"{text} does not fit here")

    def _call(self, name: str, token: Token) -> Call:
        if name not in FUNCTIONS:
            raise ExpressionProblem(token.column, f"{name} is not supported (a text needs quotes)")
        self._expect("(")
        arguments: list[Node] = []
        if self._seen().text != ")":
            arguments.append(self._operation(0))
            while self._seen().text == ",":
                self._next()
                arguments.append(self._operation(0))
        self._expect(")")
        wanted = FUNCTIONS[name].arguments
        if len(arguments) != wanted:
            raise ExpressionProblem(token.column, f"{name}() takes {wanted} arguments, not {len(arguments)}")
        if name == "regex":
            _check_pattern(arguments[1], token)
        return Call(name, tuple(arguments))

    def _expect(self, text: str) -> None:
        token = self._next()
        if token.kind != "operator" or token.text != text:
            raise ExpressionProblem(token.column, f"{text} is missing here")

    def _seen(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else self._end

    def _next(self) -> Token:
        token = self._seen()
        self._at += 1
        return token


def _check_pattern(pattern: Node, token: Token) -> None:
    match pattern:
        case Constant(str(text)):
            try:
                compile_pattern(text)
            except ValueError as error:
                raise ExpressionProblem(
                    token.column, f"the pattern of regex() cannot be used: {error}"
                ) from error
        case _:
            raise ExpressionProblem(token.column, "the pattern of regex() must be a text in quotes")
