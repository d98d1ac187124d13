"""Whatever people type and press: no exception, never a silence, and the menu is always one press away."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.models import ConversationRow, InboxRow
from bot.runtime import Runtime
from tests.talk import Person

DO = (
    "questionnaire",
    "book",
    "reschedule",
    "cancel-appointment",
    "my-appointments",
    "human",
    "change-language",
    "places-nearby",
    "delete-data",
    "export-data",
    "help",
    "affirm",
    "deny",
    "back",
    "skip",
    "why",
    "stop",
    "delete-data",
    "export-data",
    "greet",
    "thanks",
    "goodbye",
    "repeat",
    "nonsense",
)
PAYLOADS = [
    "menu",
    "topics",
    "privacy",
    "my-data",
    "assistant",
    "consent:yes",
    "consent:no",
    "helpful:yes",
    "helpful:no",
    "language:de",
    "language:ar",
    "language:xx",
    "topic:register-address",
    "topic:no-such-topic",
    "group:arrival",
    "book:first-interview",
    "human:safety",
    "safety:violence",
    "safety:no-such-danger",
    "withdraw:booking",
    "cancel:00000000-0000-0000-0000-000000000000",
    "move:nonsense",
    "a1:forged",
    *(f"do:{name}" for name in DO),
]
TEXTS = [
    "",
    "ja",
    "3",
    "03.2024",
    "24.11.2026",
    "09:00",
    "Hörde",
    "🙂🙂",
    "<b>x</b>",
    "\u202eabc",
    "٣",
    "a" * 4000,
]
actions = st.one_of(
    st.tuples(st.just("press"), st.sampled_from(PAYLOADS)),
    st.tuples(st.just("shown"), st.integers(0, 40)),
    st.tuples(st.just("shown"), st.integers(0, 40)),
    st.tuples(st.just("say"), st.one_of(st.sampled_from(TEXTS), st.text(min_size=1, max_size=30))),
)


def waits(person: Person) -> bool:
    """Whether the person waits for staff: what they write then is for staff, and acknowledged once."""
    with person.runtime.database.session() as session:
        return session.get_one(ConversationRow, person.conversation).owner == "waiting"


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(actions, min_size=5, max_size=25))
def test_random_turns_find_no_exception_and_no_dead_end(
    runtime: Runtime, turns: list[tuple[str, object]]
) -> None:
    person = Person(runtime)
    shown = list(person.payloads())
    for kind, what in turns:
        if kind == "say":
            person.say(str(what).replace("\x00", ""))
        elif kind == "press":
            person.press(str(what))
        elif shown:
            person.press(shown[int(str(what)) % len(shown)])
        assert person.last or (kind == "say" and waits(person)), f"silence after {kind} {what!r}"
        shown = list(person.payloads()) or shown
    with runtime.database.session() as session:
        failed = session.scalars(select(InboxRow.problem).where(InboxRow.problem.is_not(None))).all()
    assert failed == []
    person.press("assistant")
    person.press("menu")
    assert person.abouts() == ["menu"]
