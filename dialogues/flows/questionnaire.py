"""Fill in the needs questionnaire: one question a message, each answer stored at once.

The form decides what is asked (`dialogues.questionnaire`); this walk adds back, skip, why, pause and change.
"""

from collections.abc import Mapping
from typing import Any

from dialogues.flows import consent, menu
from dialogues.flows.questionnaire_answers import read_answer
from dialogues.flows.questionnaire_question import ANSWERS_DONE, label, show, toggled
from dialogues.questionnaire.form import Question
from dialogues.services import Response, Services
from dialogues.turn import Ask, Button, Done, NotMine, Reply, Say, Step, Text, Turn

PURPOSE = "questionnaire"
WRONG_TYPE = {"integer": "not-a-number", "decimal": "not-a-number", "date": "not-a-date", "text": "too-long"}
"""What is wrong with an answer that was read but is not of the question's kind."""


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """Begin, or go on at the question where it was left."""
    if ask := consent.needed(PURPOSE, "questionnaire", {}, services):
        return ask
    response = services.response()
    if response is None or (response.finished and given.get("again")):
        response = services.start_response()
    if response.finished:
        before = Say(Text("questionnaire-finished-before"), ("questionnaire", "done"))
        return (before, *ask_summary(turn, {}, services))
    key = "questionnaire-resumed" if response.answers else "questionnaire-intro"
    values = {"questions": len(response.form.relevant_questions({}, turn.today))}
    intro = Say(Text(key, values), ("questionnaire", "intro"))
    return (intro, *_next(turn, response, services))


def ask_question(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Ask (again) the question that is kept."""
    response = services.response()
    if response is None or not _can_be_asked(response, keep["question"], turn):
        return start(turn, {}, services)
    return (Ask("question", show(response, keep, turn.today), keep),)


def take_question(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Take an answer, a choice toggled, or one of the ways around a question."""
    response = services.response()
    if response is None or not _can_be_asked(response, keep["question"], turn):
        return start(turn, {}, services)
    question = response.form.question(keep["question"])
    match turn.intent:
        case "do/back":
            return _back(turn, keep, response, services)
        case "do/skip":
            return _store(turn, keep, question, "", services)
        case "do/why":
            why = Say(Text(f"why:{label(response, question)}"), ("question", question.name))
            return (why, *ask_question(turn, keep, services))
        case "do/stop":
            rows = ((Button(Text("button-questionnaire-resume"), "do:questionnaire"), menu.MENU_ROW[0]),)
            return (Say(Text("questionnaire-paused"), ("questionnaire", "paused"), rows), Done(quiet=True))
    if question.kind == "many" and turn.pick and turn.pick != ANSWERS_DONE:
        return _toggle(keep, question, response, turn)
    answer = read_answer(turn, question, keep, services)
    if answer.value is None:
        return (NotMine((Say(Text(f"problem-{answer.problem}"), ("problem", answer.problem)),)),)
    if answer.unsure and turn.intent and turn.intent.startswith(("faq/", "do/")):
        return (NotMine(),)
    return _check(turn, keep, question, answer.value, response, services)


def _can_be_asked(response: Response, name: str, turn: Turn) -> bool:
    """The question may have been hidden meanwhile, by a change from another place."""
    return any(q.name == name for q in response.form.relevant_questions(response.answers, turn.today))


def _toggle(keep: Mapping[str, Any], question: Question, response: Response, turn: Turn) -> Reply:
    chosen = toggled(keep.get("chosen", ()), turn.pick or "", question)
    if chosen is None:
        return (NotMine((Say(Text("problem-not-a-choice"), ("problem", "not-a-choice")),)),)
    kept = {**keep, "chosen": list(chosen)}
    say = show(response, kept, turn.today)
    return (Ask("question", Say(say.text, say.about, say.buttons, replace=True), kept),)


def _check(
    turn: Turn,
    keep: Mapping[str, Any],
    question: Question,
    value: str,
    response: Response,
    services: Services,
) -> Reply:
    problem = response.form.problem(question.name, value, response.answers, turn.today)
    if problem == "constraint":
        said = Say(Text(f"constraint:{label(response, question)}"), ("problem", "out-of-range"))
        return (said, *ask_question(turn, keep, services))
    if problem:
        name = "not-a-choice" if problem == "choice" else WRONG_TYPE.get(question.kind, "not-a-text")
        said = Say(Text(f"problem-{name}"), ("problem", name))
        return (said, *ask_question(turn, keep, services))
    warning: Reply = ()
    if response.form.warns(question.name, value, response.answers, turn.today):
        warning = (Say(Text(f"warning:{label(response, question)}"), ("problem", "warning")),)
    return (*warning, *_store(turn, keep, question, value, services))


def _store(turn: Turn, keep: Mapping[str, Any], question: Question, value: str, services: Services) -> Reply:
    response = services.store_answer(question.name, value)
    after = None if keep.get("changing") else question.name
    return _next(turn, response, services, after=after)


def _next(turn: Turn, response: Response, services: Services, after: str | None = None) -> Reply:
    form, answers = response.form, response.answers
    following = form.next_question(answers, turn.today, after) or form.next_question(answers, turn.today)
    if following is None:
        return ask_summary(turn, {}, services)
    return ask_question(turn, {"question": following.name}, services)


def _back(turn: Turn, keep: Mapping[str, Any], response: Response, services: Services) -> Reply:
    if keep.get("changing"):
        return ask_summary(turn, {}, services)
    before = response.form.previous_question(keep["question"], response.answers, turn.today)
    if before is None:
        first = Say(Text("questionnaire-first"), ("problem", "first-question"))
        return (first, *ask_question(turn, keep, services))
    return ask_question(turn, _kept_answer(before, response), services)


def _kept_answer(question: Question, response: Response, **more: Any) -> dict[str, Any]:
    given = response.answers.get(question.name, "")
    chosen = {"chosen": given.split()} if question.kind == "many" else {}
    return {"question": question.name, **chosen, **more}


def ask_summary(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Show every answer by number; a number changes it."""
    response = services.response()
    if response is None:
        return start(turn, {}, services)
    asked = response.form.relevant_questions(response.answers, turn.today)
    entries = tuple(
        Text(
            "questionnaire-summary-entry",
            {
                "number": place,
                "question": Text(f"question:{label(response, question)}"),
                "answer": answer_text(response, question),
            },
        )
        for place, question in enumerate(asked, start=1)
    )
    numbers = [
        Button(Text("plain", {"text": str(place)}), f"pick:{question.name}")
        for place, question in enumerate(asked, start=1)
    ]
    rows = tuple(tuple(numbers[i : i + 6]) for i in range(0, len(numbers), 6))
    done = (Button(Text("button-questionnaire-finish"), "pick:-done"),)
    say = Say(
        Text("questionnaire-summary", {"answers": entries}), ("questionnaire", "summary"), (done, *rows)
    )
    return (Ask("summary", say, {"questions": [question.name for question in asked]}),)


def answer_text(response: Response, question: Question) -> Text:
    """An answer in words: what was chosen, a date, a number, or that it was skipped."""
    value = response.answers.get(question.name, "")
    if not value:
        return Text("questionnaire-skipped")
    if question.kind in ("one", "many"):
        codes = value.split()
        return Text("list", {"items": tuple(Text(f"choice:{label(response, question)}/{c}") for c in codes)})
    if question.kind == "date":
        return Text("date", {"day": value})
    return Text("plain", {"text": value})


def take_summary(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Finish, or change one answer."""
    response = services.response()
    if response is None or turn.intent == "do/stop":
        return (
            Say(Text("questionnaire-paused"), ("questionnaire", "paused"), (menu.MENU_ROW,)),
            Done(quiet=True),
        )
    if turn.pick == "-done" or turn.intent == "do/affirm":
        services.finish_response()
        rows = ((Button(Text("button-book"), "do:book"), menu.MENU_ROW[0]),)
        return (Say(Text("questionnaire-done"), ("questionnaire", "done"), rows), Done())
    asked = response.form.relevant_questions(response.answers, turn.today)
    if turn.intent == "do/back" and asked:
        return ask_question(turn, _kept_answer(asked[-1], response, changing=True), services)
    for place, question in enumerate(asked, start=1):
        if turn.pick == question.name or (turn.kind == "text" and turn.text.strip() == str(place)):
            return ask_question(turn, _kept_answer(question, response, changing=True), services)
    return (NotMine((Say(Text("questionnaire-summary-unclear"), ("problem", "not-a-choice")),)),)


STEPS: Mapping[str, Step] = {
    "question": Step(ask_question, take_question),
    "summary": Step(ask_summary, take_summary),
}
