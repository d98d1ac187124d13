"""The words of an XLSForm expression: text -> tokens."""

import re
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["reference", "number", "text", "operator", "here", "name"]

MOST_TOKENS = 300
WORDS = re.compile(
    r"(?P<reference>\$\{[A-Za-z_][A-Za-z0-9_.-]*\})"
    r"|(?P<number>[0-9]{1,15}(?:\.[0-9]{0,15})?(?![0-9])|\.[0-9]{1,15}(?![0-9]))"
    r"|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|(?P<operator><=|>=|!=|[=<>+*(),-])"
    r"|(?P<here>\.)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_-]*)"
)
BLANKS = re.compile(r"[ \t\r\n]*")


class ExpressionProblem(Exception):
    """The expression is wrong or outside the supported subset. `column` counts its characters from 1."""

    def __init__(self, column: int, reason: str) -> None:
        super().__init__(column, reason)
        self.column = column
        self.reason = reason

    def __str__(self) -> str:
        return f"character {self.column}: {self.reason}"


@dataclass(frozen=True)
class Token:
    """One word with the column it starts at."""

    kind: TokenKind
    text: str
    column: int


def split(text: str) -> tuple[Token, ...]:
    """The tokens of an expression; raises ExpressionProblem at the first thing that is none."""
    tokens: list[Token] = []
    at = _after_blanks(text, 0)
    while at < len(text):
        found = WORDS.match(text, at)
        if found is None:
            raise ExpressionProblem(at + 1, f"cannot read {_shown(text[at])} here")
        if len(tokens) == MOST_TOKENS:
            raise ExpressionProblem(
                at + 1, f"too long: an expression has at most {MOST_TOKENS} words and signs"
            )
        tokens.append(Token(_kind(found), found.group(), at + 1))
        at = _after_blanks(text, found.end())
    return tuple(tokens)


def _after_blanks(text: str, at: int) -> int:
    blanks = BLANKS.match(text, at)
    return blanks.end() if blanks else at


def _kind(found: re.Match[str]) -> TokenKind:
    kinds: tuple[TokenKind, ...] = ("reference", "number", "text", "operator", "here", "name")
    return next(kind for kind in kinds if found.group(kind) is not None)


def _shown(character: str) -> str:
    if character in "‘’“”„«»":
        return f"{character} (write ' or \")"
    if character in "'\"":
        return f"{character} (the text has no end)"
    return character if character.isprintable() else f"U+{ord(character):04X}"
