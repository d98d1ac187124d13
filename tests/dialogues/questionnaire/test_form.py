"""Walks through the questionnaire: what is asked, what counts, what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogues.questionnaire.expressions import Expression
from dialogues.questionnaire.form import Form, Part, Progress, Question

TODAY = date(2026, 11, 20)

FAMILY = {"has_children": "yes", "children_count": "2", "children_ages": "0_2 6_9"}


def walk(form: Form, given_answers: dict[str, str]) -> list[str]:
    """The questions asked of somebody who gives these answers and skips everything else."""
    answers: dict[str, str] = {}
    asked = []
    while question := form.next_question(answers, TODAY):
        asked.append(question.name)
        answers[question.name] = given_answers.get(question.name, "")
    return asked


def counting(form: Form, answers: dict[str, str]) -> dict[str, str]:
    return form.relevant_answers(answers, TODAY)


def test_somebody_without_children_is_not_asked_about_them(needs: Form) -> None:
    assert not {"children_count", "children_ages"} & set(walk(needs, {"has_children": "no"}))


def test_a_family_is_asked_about_its_children_right_after_saying_so(needs: Form) -> None:
    asked = walk(needs, FAMILY)
    place = asked.index("has_children")
    assert asked[place + 1 : place + 3] == ["children_count", "children_ages"]


def test_skipping_everything_reaches_the_end(needs: Form) -> None:
    unconditional = [question.name for question in needs.questions if not question.relevant]
    asked = walk(needs, {})
    assert [name for name in asked if name in unconditional] == unconditional


def test_a_skipped_question_is_not_an_answer_to_what_depends_on_it(needs: Form) -> None:
    asked = walk(needs, {})
    assert ("residence" in asked, "residence_until" in asked, "course_wish" in asked) == (True, False, True)


@pytest.mark.parametrize(
    ("answers", "name", "expected"),
    [
        ({"origin": "other"}, "origin_other", True),
        ({"origin": "sy"}, "origin_other", False),
        ({"reason": "eu_citizen"}, "residence", False),
        ({"reason": "work"}, "residence", True),
        ({"residence": "visa"}, "residence_until", True),
        ({"residence": "permit_limited"}, "residence_until", True),
        ({"residence": "fiktion"}, "residence_until", True),
        ({"residence": "duldung"}, "residence_until", False),
        ({"reason": "eu_citizen", "residence": "visa"}, "residence_until", False),
        ({"languages": "fr ar"}, "latin_script", True),
        ({"languages": "fr en"}, "latin_script", False),
        ({"course_now": "yes"}, "course_wish", False),
        ({"course_now": "waiting"}, "course_wish", True),
    ],
)
def test_a_condition_decides_what_is_asked(
    needs: Form, answers: dict[str, str], name: str, expected: bool
) -> None:
    assert needs.is_relevant(name, answers, TODAY) is expected


def test_a_changed_earlier_answer_hides_what_no_longer_applies(needs: Form) -> None:
    answers = {"age_group": "25_34", **FAMILY, "pregnancy": "no"}
    assert counting(needs, {**answers, "has_children": "no"}) == {
        "age_group": "25_34",
        "has_children": "no",
        "pregnancy": "no",
    }


def test_changing_it_back_brings_the_answers_back_without_asking_again(needs: Form) -> None:
    answers = {**dict.fromkeys(walk(needs, FAMILY), ""), **FAMILY}
    without = {**answers, "has_children": "no"}
    again = {**without, "has_children": "yes"}
    assert (counting(needs, again) == counting(needs, answers), needs.next_question(again, TODAY)) == (
        True,
        None,
    )


def test_what_a_changed_answer_opens_is_asked_next(needs: Form) -> None:
    answers = dict.fromkeys(walk(needs, {"has_children": "no"}), "") | {"has_children": "yes"}
    question = needs.next_question(answers, TODAY)
    assert question is not None
    assert question.name == "children_count"


def test_a_hidden_answer_hides_in_turn_what_depended_on_it(needs: Form) -> None:
    answers = {"reason": "eu_citizen", "residence": "visa", "residence_until": "2027-01-01"}
    assert counting(needs, answers) == {"reason": "eu_citizen"}


def test_going_back_steps_over_what_is_not_asked(needs: Form) -> None:
    before = needs.previous_question("pregnancy", {"has_children": "no"}, TODAY)
    assert before is not None
    assert before.name == "has_children"


def test_there_is_nothing_before_the_first_question(needs: Form) -> None:
    assert needs.previous_question(needs.questions[0].name, {}, TODAY) is None


def test_looking_behind_a_question_leaves_out_what_stands_before_it(needs: Form) -> None:
    question = needs.next_question({}, TODAY, after="pregnancy")
    assert question is not None
    assert question.name == "arrived_on"


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        ("age_group", "25_34", None),
        ("age_group", "", None),
        ("age_group", "25_34 35_44", "choice"),
        ("age_group", "100", "choice"),
        ("age_group", " ", "choice"),
        ("languages", "ar fr", None),
        ("languages", "ar ar", "choice"),
        ("languages", "ar klingon", "choice"),
        ("languages", "ar no_answer", "constraint"),
        ("languages", "no_answer", None),
        ("children_count", "2", None),
        ("children_count", "two", "type"),
        ("children_count", "2.5", "type"),
        ("children_count", "٢", "type"),
        ("children_count", "0", "constraint"),
        ("children_count", "16", "constraint"),
        ("children_count", "9" * 50, "type"),
        ("arrived_on", "2026-11-20", None),
        ("arrived_on", "2026-11-21", "constraint"),
        ("arrived_on", "2016-11-20", None),
        ("arrived_on", "2006-11-20", "constraint"),
        ("arrived_on", "2026-02-30", "type"),
        ("arrived_on", "20.11.2026", "type"),
        ("arrived_on", "20261120", "type"),
        ("origin_other", "Nepal", None),
        ("origin_other", "x" * 81, "constraint"),
    ],
)
def test_an_answer_is_taken_or_named_for_what_is_wrong(
    needs: Form, question: str, value: str, expected: str | None
) -> None:
    assert needs.problem(question, value, FAMILY, TODAY) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("2026-11-19", True), ("2026-11-20", False), ("2030-01-01", False), ("", False)]
)
def test_a_paper_that_has_run_out_is_taken_with_a_warning(needs: Form, value: str, expected: bool) -> None:
    answers = {"residence": "visa"}
    found = (
        needs.problem("residence_until", value, answers, TODAY),
        needs.warns("residence_until", value, answers, TODAY),
    )
    assert found == (None, expected)


def test_a_text_without_a_condition_of_its_own_has_an_end() -> None:
    form = Form("small", "1", (Part("one"),), (Question("remarks", "text", "one", max_length=5),))
    assert (form.problem("remarks", "12345", {}, TODAY), form.problem("remarks", "123456", {}, TODAY)) == (
        None,
        "type",
    )


def test_progress_counts_what_is_asked_with_the_present_answers(needs: Form) -> None:
    first = {"age_group": "25_34", "gender": "", "household": "alone"}
    alone = needs.progress("pregnancy", {**first, "has_children": "no"}, TODAY)
    family = needs.progress("pregnancy", {**first, **FAMILY}, TODAY)
    assert (alone.question_number_in_part, alone.questions_in_part, alone.done) == (5, 5, 4)
    assert (family.question_number_in_part, family.questions_in_part, family.done) == (7, 7, 6)
    assert family.total - alone.total == 2


def test_a_part_nobody_is_asked_is_not_counted() -> None:
    never = Expression.parse("${a} = 'yes'", {"a"})
    questions = (
        Question("a", "text", "first"),
        Question("b", "text", "second", relevant=(never,)),
        Question("c", "text", "third"),
    )
    form = Form("small", "1", (Part("first"), Part("second"), Part("third")), questions)
    assert form.progress("c", {"a": "no"}, TODAY) == Progress("third", 2, 2, 1, 1, 1, 2)
    assert form.progress("c", {"a": "yes"}, TODAY) == Progress("third", 3, 3, 1, 1, 1, 3)


@pytest.mark.parametrize("method", ["is_relevant", "previous_question", "progress"])
def test_an_unknown_question_is_refused(needs: Form, method: str) -> None:
    with pytest.raises(KeyError):
        getattr(needs, method)("nobody", {}, TODAY)


def an_answer(draw: st.DrawFn, question: Question) -> str:
    match question.kind:
        case "one":
            return draw(st.sampled_from(["", *question.choices]))
        case "many":
            return " ".join(draw(st.lists(st.sampled_from(question.choices), max_size=3, unique=True)))
        case "integer":
            return draw(st.integers(0, 20).map(str))
        case "date":
            return (TODAY + timedelta(days=draw(st.integers(-4000, 4000)))).isoformat()
        case _:
            return draw(st.sampled_from(["", "Nepal"]))


@given(st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_answering_and_changing_at_random_never_loses_the_way(needs: Form, data: st.DataObject) -> None:
    answers: dict[str, str] = {}
    for _ in range(60):
        question = needs.next_question(answers, TODAY)
        before = question and needs.previous_question(question.name, answers, TODAY)
        assert before is None or before.name in answers
        if answers and (question is None or data.draw(st.integers(0, 4)) == 0):
            question = needs.question(data.draw(st.sampled_from(sorted(counting(needs, answers) or answers))))
        if question is None:
            break
        place = needs.progress(question.name, answers, TODAY)
        assert 1 <= place.question_number_in_part <= place.questions_in_part
        assert 1 <= place.part_number <= place.parts
        assert 0 <= place.done <= place.total <= len(needs.questions)
        value = data.draw(st.composite(an_answer)(question))
        if needs.problem(question.name, value, answers, TODAY) is None:
            answers[question.name] = value
        held = counting(needs, answers)
        assert held == {name: answers[name] for name in held}
        assert counting(needs, held) == held
