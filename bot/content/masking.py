"""Takes what names a person out of a sentence; what to look for is content (`masking.yml`)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import re2  # type: ignore[import-untyped]  # matches in linear time: no sentence can hang it
import yaml

from nlu.normalise import visible

OPEN, CLOSE = "‹", "›"
MARK = re.compile(f"{OPEN}([a-z]+){CLOSE}")
"""What stands where something was taken out: its kind."""

LIST = re.compile(r"\{([a-z_]+)\}")
WORD = r"\pL[\pL\pM'’-]*\.?"
BETWEEN = r"[\s:=\-–—,\"«„“]+"
EDGES = {"start": r"(?:^|[^\pL\p{Nd}])", "end": r"(?:[^\pL\p{Nd}]|$)"}
"""RE2's own word edge knows Latin letters only."""

QUIET = re2.Options()
QUIET.log_errors = False
QUIET.case_sensitive = False


class MaskingProblem(ValueError):
    """`masking.yml` cannot be used; the text says what is wrong in it."""


@dataclass(frozen=True)
class Masking:
    """The rules in force. `rules` are kinds with their patterns."""

    rules: tuple[tuple[str, "re2._Regexp"], ...]
    introduction: "re2._Regexp"
    ends: frozenset[str]

    @classmethod
    def parse(cls, text: str) -> "Masking":
        """The rules of a `masking.yml`. Raises MaskingProblem."""
        try:
            loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - words only, `no` and `on` included
            lists = {name: _alternatives(words) for name, words in loaded["lists"].items()} | EDGES
            rules = tuple(
                (str(rule["kind"]), _compiled(_filled(rule["pattern"], lists))) for rule in loaded["rules"]
            )
            names = loaded["names"]
            introductions = [phrase for phrases in names["introductions"].values() for phrase in phrases]
            more = int(names["longest"]) - 1
            introduction = _compiled(
                rf"{EDGES['start']}{_alternatives(introductions)}{BETWEEN}({WORD}(?:\s+{WORD}){{0,{more}}})"
                if introductions
                else r"[^\s\S]()"
            )
            ends = frozenset(word.casefold() for words in names["ends"].values() for word in words)
        except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise MaskingProblem(f"{type(error).__name__}: {error}") from None
        return cls(rules, introduction, ends)

    def masked(self, text: str) -> str:
        """The text with a mark such as `‹phone›` for everything that names somebody."""
        text = unicodedata.normalize("NFKC", visible(text)).replace(OPEN, "<").replace(CLOSE, ">")
        text = _replaced(text, "name", self._names(text))
        for kind, pattern in self.rules:
            text = _replaced(text, kind, _found(pattern, text))
        return text

    def _names(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand that somebody introduces."""
        place = 0
        while found := self.introduction.search(text, place):
            start, end = found.start(1), found.end(1)
            place = max(end, place + 1)
            named = start
            for word in re.finditer(r"\S+", text[start:end]):
                if word.group().casefold().rstrip(".") in self.ends:
                    place = max(start + word.start(), start)
                    break
                named = start + word.end()
            if named > start:
                yield start, named
            place = max(place, found.start() + 1)


def without_marks(text: str) -> str:
    """The sentence without its marks, as an example for training."""
    return " ".join(MARK.sub(" ", text).split())


def _found(pattern: "re2._Regexp", text: str) -> Iterator[tuple[int, int]]:
    group = 1 if pattern.groups else 0
    for found in pattern.finditer(text):
        if found.start(group) < found.end(group):
            yield found.start(group), found.end(group)


def _replaced(text: str, kind: str, places: Iterator[tuple[int, int]]) -> str:
    """The text with a mark in these places, but for those inside or across another mark."""
    parts, after = [], 0
    marks = [found.span() for found in MARK.finditer(text)]
    for start, end in places:
        if start < after or any(start < last and first < end for first, last in marks):
            continue
        parts += [text[after:start], f"{OPEN}{kind}{CLOSE}"]
        after = end
    return "".join([*parts, text[after:]])


def _filled(pattern: str, lists: Mapping[str, str]) -> str:
    def words(found: "re.Match[str]") -> str:
        if found[1] not in lists:
            raise MaskingProblem(f"there is no list {found[1]}")
        return lists[found[1]]

    return LIST.sub(words, pattern)


def _alternatives(words: Any) -> str:
    """Any of the words, the longest first, spaces being any space."""
    ordered = sorted({str(word) for word in words}, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(re2.escape(part) for part in word.split()) for word in ordered) + ")"


def _compiled(pattern: str) -> "re2._Regexp":
    try:
        return re2.compile(pattern, QUIET)
    except re2.error as error:
        raise MaskingProblem(f"{pattern[:60]}: {error}") from None
