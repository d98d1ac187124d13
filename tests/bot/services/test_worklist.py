"""What was not understood reaches editors without the person, and becomes an example with one click."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from bot.answering import Answering
from bot.content import examples
from bot.content.examples import ExampleRefused
from bot.errors import Conflict
from bot.models import AuditRow, ContentFileRow, WorklistRow
from bot.runtime import Runtime
from bot.services import erasure, worklist
from bot.services.retention import keep_retention
from bot.services.worklist import Entry, Wish
from nlu.evaluation import read_sentences
from nlu.understanding import Decision
from tests.factories import make_member
from tests.talk import Person

OUTSIDE = "wer gewinnt am samstag das fußballspiel, mein name ist Amina Haddad"
SENTENCES = Path(__file__).parents[2] / "nlu" / "de.jsonl"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def listed(runtime: Runtime, **wish: object) -> list[Entry]:
    with runtime.database.session() as session:
        return list(worklist.entries(session, Wish(**wish)))  # type: ignore[arg-type]


def welcomed(runtime: Runtime, language: str = "de") -> Person:
    return Person(runtime, language=language)


def put(
    runtime: Runtime,
    sentence: str,
    *,
    language: str = "de",
    intents: tuple[str, ...] = (),
    on: date | None = None,
) -> uuid.UUID:
    """A sentence on the list."""
    with runtime.database.session() as session:
        worklist.record(
            session,
            runtime.content.current,
            sentence,
            language=language,
            kind="not-understood",
            intents=intents,
            today=on or NOW.date(),
        )
        told = {str(row.sentence): row.id for row in session.scalars(select(WorklistRow))}
        return told.get(sentence) or next(iter(told.values()))


def member(runtime: Runtime) -> int:
    with runtime.database.session() as session:
        return make_member(session, "editor", "editor").id


def body(runtime: Runtime, path: str) -> str:
    with runtime.database.session() as session:
        return session.scalar(select(ContentFileRow.body).where(ContentFileRow.path == path)) or ""


# what lands on the list


def test_what_was_not_understood_is_listed_without_the_name(understanding_runtime: Runtime) -> None:
    person = welcomed(understanding_runtime)
    assert "fallback" in " ".join(person.say(OUTSIDE) and person.abouts())

    (entry,) = listed(understanding_runtime)

    assert entry.sentence == "wer gewinnt am samstag das fußballspiel, mein name ist ‹name›"
    assert (entry.language, entry.kind, entry.count) == ("de", "not-understood", 1)
    assert entry.intents


def test_the_same_words_again_are_counted_whoever_says_them(understanding_runtime: Runtime) -> None:
    for said in (OUTSIDE, OUTSIDE.upper(), OUTSIDE.replace("Amina Haddad", "Olena")):
        welcomed(understanding_runtime).say(said)

    (entry,) = listed(understanding_runtime)

    assert entry.count == 3


def test_suggestions_that_were_all_wrong_are_listed_with_what_was_said(
    understanding_runtime: Runtime,
) -> None:
    person = welcomed(understanding_runtime)
    said = asked_back(person)
    person.press("none-of-these")

    (entry,) = listed(understanding_runtime, kind="rejected")

    assert entry.sentence == said
    assert all(intent in understanding_runtime.content.current.intents for intent in entry.intents)
    assert person.abouts() == ["menu"]
    person.press("none-of-these")
    assert listed(understanding_runtime, kind="rejected")[0].count == 1


def asked_back(person: Person) -> str:
    """Say something the assistant asks back about, with a topic among its suggestions."""
    answering = Answering(person.runtime)
    for sentence in read_sentences(SENTENCES):
        understood = answering.understand(sentence.text, "de")
        asks = understood.decision is Decision.ASK and understood.language in (None, "de")
        if asks and any(intent.startswith("faq/") for intent in understood.suggestions):
            person.say(sentence.text)
            assert person.abouts()[0] == "did-you-mean"
            return sentence.text
    raise AssertionError("the model is sure of everything")


def test_an_answer_that_did_not_help_is_listed_with_the_question_it_was_given_to(
    understanding_runtime: Runtime,
) -> None:
    person = welcomed(understanding_runtime)
    person.say("Wo melde ich meine neue Wohnung an?")
    assert person.abouts() == ["answer/register-address"]
    for _ in range(2):
        person.press("helpful:no")

    (entry,) = listed(understanding_runtime)

    assert (entry.kind, entry.count, entry.intents) == ("not-helpful", 1, ("faq/register-address",))
    assert entry.sentence == "Wo melde ich meine neue Wohnung an?"


def test_an_answer_chosen_after_being_asked_back_leads_to_what_was_said(
    understanding_runtime: Runtime,
) -> None:
    person = welcomed(understanding_runtime)
    said = asked_back(person)
    person.press(next(p for p in person.payloads() if p.startswith("topic:")))
    person.press("helpful:no")

    assert [entry.sentence for entry in listed(understanding_runtime, kind="not-helpful")] == [said]


def test_an_answer_chosen_in_a_menu_has_no_words_to_list(runtime: Runtime) -> None:
    person = welcomed(runtime)
    person.press("topic:register-address")
    person.press("helpful:no")

    assert listed(runtime) == []


def test_a_helpful_answer_and_an_understood_danger_are_not_listed(understanding_runtime: Runtime) -> None:
    person = welcomed(understanding_runtime)
    person.say("Wo melde ich meine neue Wohnung an?")
    person.press("helpful:yes")
    person.say("mein mann schlägt mich")
    assert person.abouts()[0] == "safety/violence"

    assert listed(understanding_runtime) == []


def test_what_answers_an_open_question_is_nobodys_business(runtime: Runtime) -> None:
    person = welcomed(runtime)
    person.press("do:questionnaire")
    for _ in range(3):
        person.say("Amina Haddad aus Homs")
    person.press("do:places-nearby")
    person.say("beim rathaus")

    assert listed(runtime) == []


def test_while_nobody_understands_it_is_listed_as_that(runtime: Runtime) -> None:
    person = welcomed(runtime)
    person.say("wo melde ich mich an")
    person.say("🙏🙏")
    person.say("12345678")

    assert [(entry.kind, entry.sentence) for entry in listed(runtime)] == [
        ("unavailable", "wo melde ich mich an")
    ]


def test_what_is_written_for_staff_is_not_listed(runtime: Runtime) -> None:
    person = welcomed(runtime)
    person.press("do:human")
    person.say("bitte rufen sie mich an")

    assert listed(runtime) == []


def test_nothing_leads_back_to_the_person_and_nothing_can_be_read_in_the_table(runtime: Runtime) -> None:
    person = welcomed(runtime)
    person.say("wo melde ich mich an")
    columns = {
        column["name"]: str(column["type"])
        for column in inspect(runtime.database.engine).get_columns("worklist")
    }
    with runtime.database.session() as session:
        stored = session.execute(text("SELECT * FROM worklist")).one()
        erasure.erase(session, person.conversation, now=datetime.now(UTC))

    assert "melde" not in str(stored)
    assert str(person.conversation) not in str(stored)
    assert {name for name, kind in columns.items() if kind.startswith("TIMESTAMP")} == {"settled_at"}
    assert not set(columns) & {"conversation_id", "message_id", "inbox_id", "channel", "address"}
    assert len(listed(runtime)) == 1


def test_without_rules_for_masking_nothing_is_kept(runtime: Runtime) -> None:
    bare = {path: found for path, found in runtime.content.current.files.items() if path != "masking.yml"}
    with runtime.database.session() as session:
        worklist.record(
            session,
            replace(runtime.content.current, files=bare),
            "wo melde ich mich an",
            language="de",
            kind="not-understood",
            intents=[],
            today=NOW.date(),
        )

    assert listed(runtime) == []


def test_a_sentence_goes_when_nobody_said_it_for_the_time_that_is_set(runtime: Runtime) -> None:
    put(runtime, "alt", on=NOW.date() - timedelta(days=31))
    put(runtime, "neu", on=NOW.date() - timedelta(days=30))
    with runtime.database.session() as session:
        keep_retention(session, NOW, worklist=timedelta(days=30))

    assert [entry.sentence for entry in listed(runtime)] == ["neu"]


# what editors do with it


def test_one_click_makes_an_example_and_undo_takes_it_out_again(runtime: Runtime) -> None:
    path = examples.path_of("de", "faq/register-address")
    before = body(runtime, path)
    entry = put(runtime, "mein name ist Amina wo meld ich mich in do an")
    editor = member(runtime)
    with runtime.database.session() as session:
        worklist.take(
            session,
            entry,
            "faq/register-address",
            catalogue=runtime.content.current,
            member_id=editor,
            now=NOW,
        )
    assert body(runtime, path).splitlines() == [
        *before.rstrip().splitlines(),
        "mein name ist wo meld ich mich in do an",
    ]
    assert listed(runtime) == []

    with runtime.database.session() as session:
        worklist.undo(session, entry, member_id=editor, now=NOW)
        actions = session.scalars(select(AuditRow.action).order_by(AuditRow.id)).all()
        details = session.scalars(select(AuditRow.detail)).all()
    assert body(runtime, path).split() == before.split()
    assert [found.id for found in listed(runtime)] == [entry]
    assert actions[-2:] == ["example-added", "example-removed"]
    assert "meld" not in str(details)


@pytest.mark.parametrize(
    ("sentence", "intent", "language", "code"),
    [
        ("WO  melde ich mich AN, test", "do/thanks", "de", "duplicate"),
        ("wo melde ich mich an, test", "faq/register-address", "de", "duplicate"),
        ("etwas ganz neues", "faq/no-such-topic", "de", "no-intent"),
        ("etwas ganz neues", "", "de", "no-intent"),
        ("algo completamente nuevo", "do/thanks", "es", "no-language"),
    ],
)
def test_what_cannot_be_an_example_is_refused_and_stays_on_the_list(
    runtime: Runtime, sentence: str, intent: str, language: str, code: str
) -> None:
    with runtime.database.session() as session:
        examples.add(session, "de", "faq/register-address", "wo melde ich mich an, test", now=NOW)
    entry = put(runtime, sentence, language=language)
    editor = member(runtime)

    with pytest.raises(ExampleRefused) as refused, runtime.database.session() as session:
        worklist.take(session, entry, intent, catalogue=runtime.content.current, member_id=editor, now=NOW)

    assert refused.value.code == code
    if code == "duplicate":
        assert refused.value.intent == "faq/register-address"
    assert [found.id for found in listed(runtime)] == [entry]


def test_two_editors_cannot_settle_the_same_sentence(runtime: Runtime) -> None:
    entry, editor = put(runtime, "etwas ganz neues"), member(runtime)
    with runtime.database.session() as session:
        worklist.dismiss(session, entry, member_id=editor, now=NOW)

    with pytest.raises(Conflict), runtime.database.session() as session:
        worklist.take(
            session, entry, "do/thanks", catalogue=runtime.content.current, member_id=editor, now=NOW
        )


def test_an_example_taken_from_the_list_is_one_of_the_published_ones_at_once(runtime: Runtime) -> None:
    assert runtime.live.wait_until_listening(5)
    entry, editor = put(runtime, "etwas ganz neues"), member(runtime)
    with runtime.database.session() as session:
        worklist.take(
            session, entry, "do/thanks", catalogue=runtime.content.current, member_id=editor, now=NOW
        )

    deadline = datetime.now(UTC) + timedelta(seconds=5)
    while datetime.now(UTC) < deadline:
        if "etwas ganz neues" in runtime.content.whole().examples()["do/thanks"]["de"]:
            return
    raise AssertionError("the example is not published")


def test_the_list_is_filtered_counted_and_sorted_by_how_often(runtime: Runtime) -> None:
    for _ in range(3):
        put(runtime, "oft gesagt")
    put(runtime, "einmal gesagt")
    put(runtime, "щось сказано", language="uk", on=NOW.date() - timedelta(days=20))

    assert [entry.sentence for entry in listed(runtime)] == ["oft gesagt", "einmal gesagt", "щось сказано"]
    assert [entry.sentence for entry in listed(runtime, language="uk")] == ["щось сказано"]
    assert [entry.sentence for entry in listed(runtime, since=NOW.date(), language="uk")] == []
    assert [entry.sentence for entry in listed(runtime, kind="rejected")] == []
    with runtime.database.session() as session:
        assert worklist.counts(session, Wish(language="uk")) == {"de": 2, "uk": 1}
