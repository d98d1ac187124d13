"""A questionnaire as data: its questions in order, and what follows from the answers given so far.

Answers are strings in XLSForm's notation: codes (several separated by spaces), ISO dates, digits; `""` is a
skipped question. An answer counts only while its question is relevant: one hidden by a changed earlier answer
is ignored, not lost, and counts again when the question comes back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dialogues.questionnaire.expressions import Expression

Kind = Literal["one", "many", "integer", "decimal", "date", "text", "note"]
AnswerProblem = Literal["type", "choice", "constraint"]

INTEGER = re.compile(r"-?[0-9]{1,15}")
DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST_TEXT = 1000


@dataclass(frozen=True)
class Question:
    """One question. It is asked while every expression of `relevant` (its own and its groups') is true.

    `constraint` must be true of an answer; a true `warning` is worth a word but refuses nothing. Answers to a
    `sensitive` one are never shown in a list and left out of exports. `max_length` is that of a text answer.
    """

    name: str
    kind: Kind
    part: str
    relevant: tuple[Expression, ...] = ()
    constraint: Expression | None = None
    warning: Expression | None = None
    choices: tuple[str, ...] = ()
    sensitive: bool = False
    max_length: int = LONGEST_TEXT


@dataclass(frozen=True)
class Part:
    """A titled stretch of the questionnaire."""

    name: str


@dataclass(frozen=True)
class Progress:
    """Where a question stands. Numbers start at 1 and count only what is asked with the present answers.

    `done` of `total` questions have been answered or skipped.
    """

    part: str
    part_number: int
    parts: int
    question_number_in_part: int
    questions_in_part: int
    done: int
    total: int


@dataclass(frozen=True)
class Form:
    """One version of a questionnaire. Every method is a pure function of the answers and the local day."""

    id: str
    version: str
    parts: tuple[Part, ...]
    questions: tuple[Question, ...]
    _places: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {question.name: place for place, question in enumerate(self.questions)}
        object.__setattr__(self, "_places", places)

    def question(self, name: str) -> Question:
        """The question of that name; raises KeyError when there is none."""
        return self.questions[self._places[name]]

    def relevant_questions(self, answers: Mapping[str, str], today: date) -> tuple[Question, ...]:
        """The questions that are asked with these answers, in order, answered or not."""
        return self._walk(answers, today)[0]

    def relevant_answers(self, answers: Mapping[str, str], today: date) -> dict[str, str]:
        """The answers that count, in the order of the form; skipped questions are there as `""`."""
        return self._walk(answers, today)[1]

    def is_relevant(self, name: str, answers: Mapping[str, str], today: date) -> bool:
        """Whether the question is asked with these answers; raises KeyError for an unknown name."""
        place = self._places[name]
        return any(self._places[asked.name] == place for asked in self.relevant_questions(answers, today))

    def next_question(
        self, answers: Mapping[str, str], today: date, after: str | None = None
    ) -> Question | None:
        """The first question to be asked that is neither answered nor skipped, or None when all are.

        With `after`, only questions behind that one are looked at; raises KeyError for an unknown name.
        """
        place = -1 if after is None else self._places[after]
        for asked in self.relevant_questions(answers, today):
            if asked.name not in answers and self._places[asked.name] > place:
                return asked
        return None

    def previous_question(self, name: str, answers: Mapping[str, str], today: date) -> Question | None:
        """The question asked just before this one, None at the start; raises KeyError for an unknown name."""
        place = self._places[name]
        for asked in reversed(self.relevant_questions(answers, today)):
            if self._places[asked.name] < place:
                return asked
        return None

    def problem(
        self, question: str, value: str, answers: Mapping[str, str], today: date
    ) -> AnswerProblem | None:
        """What is wrong with `value` as an answer, or None. Skipping (`""`) is always right.

        `type`: no number or date, or a text longer than `max_length`; `choice`: not one of the choices, or
        one twice; `constraint`: the form's own condition is not met.
        """
        asked = self.question(question)
        if value == "":
            return None
        if asked.kind in ("one", "many") and not _is_choice(asked, value):
            return "choice"
        if not _is_of_kind(asked.kind, value):
            return "type"
        if asked.constraint is not None and not asked.constraint.is_true(
            self.relevant_answers(answers, today), here=value, today=today
        ):
            return "constraint"
        if asked.kind == "text" and len(value) > asked.max_length:
            return "type"
        return None

    def warns(self, question: str, value: str, answers: Mapping[str, str], today: date) -> bool:
        """Whether the form has a word of warning about this answer, which is taken all the same."""
        warning = self.question(question).warning
        if warning is None or value == "":
            return False
        return warning.is_true(self.relevant_answers(answers, today), here=value, today=today)

    def progress(self, name: str, answers: Mapping[str, str], today: date) -> Progress:
        """Where the question stands; raises KeyError when there is none of that name."""
        here = self.question(name)
        names = {asked.name for asked in self.relevant_questions(answers, today)} | {name}
        asked = [question for question in self.questions if question.name in names]
        parts = list(dict.fromkeys(question.part for question in asked))
        in_part = [question.name for question in asked if question.part == here.part]
        return Progress(
            part=here.part,
            part_number=parts.index(here.part) + 1,
            parts=len(parts),
            question_number_in_part=in_part.index(name) + 1,
            questions_in_part=len(in_part),
            done=sum(question.name in answers for question in asked),
            total=len(asked),
        )

    def _walk(self, answers: Mapping[str, str], today: date) -> tuple[tuple[Question, ...], dict[str, str]]:
        """The questions asked and the answers that count; a condition sees only what counts before it."""
        asked: list[Question] = []
        counting: dict[str, str] = {}
        for question in self.questions:
            if all(condition.is_true(counting, today=today) for condition in question.relevant):
                asked.append(question)
                if question.name in answers:
                    counting[question.name] = answers[question.name]
        return tuple(asked), counting


def _is_choice(question: Question, value: str) -> bool:
    codes = value.split()
    if question.kind == "one" and len(codes) != 1:
        return False
    return bool(codes) and len(set(codes)) == len(codes) and set(codes) <= set(question.choices)


def _is_of_kind(kind: Kind, value: str) -> bool:
    match kind:
        case "integer":
            return INTEGER.fullmatch(value) is not None
        case "decimal":
            return DECIMAL.fullmatch(value) is not None
        case "date":
            return _is_day(value)
        case "one" | "many" | "text" | "note":
            return True


def _is_day(value: str) -> bool:
    if DAY.fullmatch(value) is None:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
