"""The world as dialogues see it, for one person and one turn: everything happens in the turn's transaction."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.channels.contract import Inbound
from bot.content.catalogue import Catalogue
from bot.local_time import format_time, local_day
from bot.models import ConversationRow
from bot.services import (
    appointments,
    availability,
    booking,
    consents,
    districts,
    duty,
    erasure,
    feedback,
    handover,
    misunderstood,
    person_data,
    places,
    questionnaire,
    worklist,
)
from bot.wording import Wording
from dialogues import answers
from dialogues.services import Appointment, District, Place, Response, Slot, StoredData, Topic
from dialogues.turn import File, Text
from nlu.understanding import Understanding

INTENT_OF = {"topic": "faq/", "do": "do/", "safety": "safety/"}
"""Which kind of intent a button stands for."""


class World:
    """Implements `dialogues.services.Services`."""

    def __init__(
        self,
        session: Session,
        row: ConversationRow,
        wording: Wording,
        inbound: Inbound,
        *,
        now: datetime,
        zone: ZoneInfo,
    ) -> None:
        self._session = session
        self._row = row
        self._wording = wording
        self._inbound = inbound
        self._now = now
        self._zone = zone
        self.erasing = False

    @property
    def _content(self) -> Catalogue:
        return self._wording.catalogue

    # languages
    def languages(self) -> Sequence[str]:
        return self._content.enabled

    def common_language(self) -> str:
        return self._content.common_language

    def language(self) -> str:
        return self._row.language

    # topics
    def topic(self, topic: str) -> Topic | None:
        facts = self._content.topics.get(topic)
        if facts is None:
            return None
        places = topic in self._content.topics_with_places
        return Topic(facts.id, facts.group, facts.related, facts.service, facts.person, places)

    def topic_groups(self) -> Mapping[str, Sequence[str]]:
        return self._content.topic_groups

    def dangers(self) -> Sequence[str]:
        return tuple(self._content.safety)

    def rate_answer(self, topic: str, *, helpful: bool) -> None:
        before = feedback.rate(self._session, self._row, topic, helpful=helpful, now=self._now)
        given = None if helpful else misunderstood.answer_given(self._session, self._row.id, topic)
        if given is not None and (before is None or before < given.at):
            self._put_before_editors(given.text, "not-helpful", [f"faq/{topic}"])

    # learning
    def not_understood(self, understanding: Understanding) -> None:
        kind = "not-understood" if understanding.intents else "unavailable"
        guessed = [intent.name for intent in understanding.intents]
        language = understanding.language or understanding.foreign_language
        self._put_before_editors(self._inbound.text, kind, guessed, language)

    def suggestions_rejected(self) -> None:
        given = misunderstood.suggestions_given(self._session, self._row.id)
        if given is not None:
            guessed = [INTENT_OF.get(p.partition(":")[0], "") + p.partition(":")[2] for p in given.payloads]
            self._put_before_editors(given.text, "rejected", guessed)

    def _put_before_editors(
        self, text: str, kind: str, intents: Sequence[str], language: str | None = None
    ) -> None:
        worklist.record(
            self._session,
            self._content,
            text,
            language=language or self._row.language,
            kind=kind,
            intents=intents,
            today=local_day(self._now, self._zone),
        )

    # places
    def places(
        self,
        *,
        topic: str = "",
        district: str = "",
        latitude: float | None = None,
        longitude: float | None = None,
    ) -> Sequence[Place]:
        names = {known.id: known.name for known in self._content.districts}
        return places.near(
            self._content.places,
            topic=topic,
            district=names.get(district, ""),
            latitude=latitude,
            longitude=longitude,
        )

    def districts(self) -> Sequence[District]:
        return [District(known.id, known.name) for known in self._content.districts]

    def district_named(self, text: str) -> str | None:
        found = districts.district_named(text, self._content.districts)
        return found.id if found else None

    # consent
    def has_consent(self, purpose: str) -> bool:
        return consents.is_given(self._session, self._row.id, purpose)

    def give_consent(self, purpose: str) -> None:
        consents.give(self._session, self._row, purpose, self._content, now=self._now)

    def withdraw_consent(self, purpose: str) -> None:
        consents.withdraw(self._session, self._row, purpose, now=self._now)

    # questionnaire
    def response(self) -> Response | None:
        row = questionnaire.latest(self._session, self._row.id)
        if row is None:
            return None
        given = questionnaire.answers(self._session, row)
        return Response(self._content.form, given, row.finished_at is not None)

    def start_response(self) -> Response:
        form = self._content.form
        questionnaire.start(
            self._session, self._row.id, form.id, form.version, language=self._row.language, now=self._now
        )
        return Response(form, {})

    def store_answer(self, question: str, value: str) -> Response:
        row = questionnaire.latest(self._session, self._row.id)
        if row is None:
            self.start_response()
            row = questionnaire.latest(self._session, self._row.id)
            assert row is not None
        questionnaire.store_answer(self._session, row, question, value, now=self._now)
        return Response(self._content.form, questionnaire.answers(self._session, row))

    def finish_response(self) -> None:
        row = questionnaire.latest(self._session, self._row.id)
        if row is not None:
            questionnaire.finish(self._session, row, now=self._now)

    def meant_choices(self, question: str, text: str) -> Sequence[str]:
        form = self._content.form
        named: dict[str, str] = {}
        for code in form.question(question).choices:
            key = Text(f"choice:{form.id}/{form.version}/{question}/{code}")
            named[answers.plain(self._wording.text(key, self._row.language))] = code
        if whole := named.get(answers.plain(text)):
            return [whole]
        parts = [answers.plain(part) for part in text.replace("،", ",").replace("\n", ",").split(",")]
        found = [named.get(part) for part in parts]
        return [code for code in found if code] if all(found) else []

    # booking
    def bookable_services(self) -> Sequence[str]:
        return list(self._content.services.services)

    def free_days(self, service: str) -> Sequence[date]:
        return availability.free_days(
            self._session, self._content.services, service, self._row.language, now=self._now, tz=self._zone
        )

    def free_slots(self, service: str, day: date) -> Sequence[Slot]:
        return availability.free_slots(
            self._session,
            self._content.services,
            service,
            self._row.language,
            day,
            now=self._now,
            tz=self._zone,
        )

    def slot(self, slot_id: str) -> Slot | None:
        return availability.slot(
            self._session, self._content.services, slot_id, self._row.language, now=self._now, tz=self._zone
        )

    def local_time(self, moment: datetime) -> str:
        return format_time(moment, self._row.language, self._zone)

    def book(self, slot: Slot) -> Appointment:
        return booking.book(
            self._session,
            self._content.services,
            slot,
            conversation_id=self._row.id,
            language=self._row.language,
            now=self._now,
            tz=self._zone,
        )

    def appointments(self) -> Sequence[Appointment]:
        return appointments.appointments(self._session, self._content.services, self._row.id, now=self._now)

    def cancel_appointment(self, appointment: str) -> Appointment:
        return booking.cancel(
            self._session,
            self._content.services,
            appointment,
            conversation_id=self._row.id,
            by="person",
            now=self._now,
        )

    def move_appointment(self, appointment: str, slot: Slot) -> Appointment:
        return booking.move(
            self._session,
            self._content.services,
            appointment,
            slot,
            conversation_id=self._row.id,
            language=self._row.language,
            now=self._now,
            tz=self._zone,
        )

    # handover
    def desk_opens_at(self) -> datetime | None:
        return duty.desk_opens_at(self._content.services, self._now, self._zone)

    def hand_over(self, reason: str) -> None:
        handover.hand_over(self._session, self._row, reason=reason, now=self._now)

    def back_to_assistant(self) -> None:
        handover.return_to_assistant(self._session, self._row, now=self._now)

    def raise_alarm(self) -> None:
        handover.raise_alarm(self._session, self._row, now=self._now)

    # my data
    def stored_data(self) -> StoredData:
        return person_data.overview(self._session, self._row)

    def export(self) -> Sequence[File]:
        return person_data.copies(self._session, self._row, self._wording, now=self._now)

    def erase(self) -> None:
        self.erasing = True

    def carry_out_erasure(self) -> None:
        """Delete everything of this person but the conversation's empty row, which still has to say so."""
        erasure.erase_contents(self._session, self._row, now=self._now)

    def forget_after_delivery(self) -> None:
        """Let the last message go out, then forget the address too."""
        erasure.forget_after_delivery(self._session, self._row)
