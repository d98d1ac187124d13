"""How one question of the questionnaire is shown: progress, words, choices, and the ways around it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dialogues.questionnaire.form import Question
from dialogues.services import Response
from dialogues.turn import Button, Rows, Say, Text

ANSWERS_DONE = "-done"
SHORT_LISTS = 4
"""Up to this many choices stand one under the other; longer lists stand two in a row."""
ALONE = frozenset({"no_answer", "none"})
"""Choices that exclude the others, by the questionnaire's naming rule."""


def label(response: Response, question: Question) -> str:
    """How the content names the question: form, version and name."""
    return f"{response.form.id}/{response.form.version}/{question.name}"


def show(response: Response, keep: Mapping[str, Any], today: date) -> Say:
    """The question as a message."""
    question = response.form.question(keep["question"])
    progress = response.form.progress(question.name, response.answers, today)
    named = label(response, question)
    values = {
        "part": progress.part_number,
        "parts": progress.parts,
        "part_name": Text(f"part:{response.form.id}/{response.form.version}/{progress.part}"),
        "number": progress.question_number_in_part,
        "numbers": progress.questions_in_part,
        "question": Text(f"question:{named}"),
        "hint": Text(f"hint:{named}"),
        "how": Text(f"how-{question.kind}"),
    }
    return Say(
        Text("questionnaire-question", values),
        ("question", question.name),
        (*_choices(named, question, keep.get("chosen", ())), *_ways_around()),
    )


def _choices(named: str, question: Question, chosen: Sequence[str]) -> Rows:
    many = question.kind == "many"
    buttons = [
        Button(
            Text(
                ("choice-on" if code in chosen else "choice-off") if many else "choice",
                {"choice": Text(f"choice:{named}/{code}")},
            ),
            f"pick:{code}",
        )
        for code in question.choices
    ]
    width = 1 if len(buttons) <= SHORT_LISTS else 2
    rows = tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
    if not many:
        return rows
    return (*rows, (Button(Text("button-choices-done", {"count": len(chosen)}), f"pick:{ANSWERS_DONE}"),))


def _ways_around() -> Rows:
    return (
        (
            Button(Text("button-back"), "do:back"),
            Button(Text("button-skip"), "do:skip"),
            Button(Text("button-why"), "do:why"),
            Button(Text("button-pause"), "do:stop"),
        ),
    )


def toggled(chosen: Sequence[str], code: str, question: Question) -> tuple[str, ...] | None:
    """The choices after `code` was tapped, in the form's order; None when there is no such choice."""
    if code not in question.choices:
        return None
    if code in chosen:
        now = {one for one in chosen if one != code}
    elif code in ALONE:
        now = {code}
    else:
        now = {*chosen, code} - ALONE
    return tuple(one for one in question.choices if one in now)
