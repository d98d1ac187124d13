"""What a turn says in answer to a question of the questionnaire, in XLSForm's notation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogues import answers
from dialogues.flows.questionnaire_question import ANSWERS_DONE
from dialogues.questionnaire.form import Question
from dialogues.services import Services
from dialogues.turn import Turn

YES_NO = {True: "yes", False: "no"}


@dataclass(frozen=True)
class Answer:
    """What was read: a value, or what was wrong. `unsure`: any text would have been taken."""

    value: str | None
    problem: str = ""
    unsure: bool = False


def read_answer(turn: Turn, question: Question, keep: Mapping[str, Any], services: Services) -> Answer:
    """The answer in `turn`, by the question's kind."""
    match question.kind:
        case "one":
            return _one(turn, question, services)
        case "many":
            return _many(turn, question, keep, services)
        case "integer" | "decimal":
            number = answers.number(turn.text)
            return Answer(None, "not-a-number") if number is None else Answer(str(number))
        case "date":
            day = answers.day(turn.text, services.language())
            return Answer(None, "not-a-date") if day is None else Answer(day.isoformat())
        case _:
            text = " ".join(turn.text.split())
            return Answer(text, unsure=True) if turn.kind == "text" and text else Answer(None, "not-a-text")


def _one(turn: Turn, question: Question, services: Services) -> Answer:
    if turn.pick in question.choices:
        return Answer(turn.pick)
    named = services.meant_choices(question.name, turn.text) if turn.kind == "text" else ()
    if len(named) == 1:
        return Answer(named[0])
    said = answers.yes_no(turn)
    if said is not None and YES_NO[said] in question.choices:
        return Answer(YES_NO[said])
    return Answer(None, "not-a-choice")


def _many(turn: Turn, question: Question, keep: Mapping[str, Any], services: Services) -> Answer:
    if turn.pick == ANSWERS_DONE:
        chosen = keep.get("chosen", ())
        return Answer(" ".join(chosen)) if chosen else Answer(None, "nothing-chosen")
    named = services.meant_choices(question.name, turn.text) if turn.kind == "text" else ()
    return Answer(" ".join(named)) if named else Answer(None, "not-a-choice")
