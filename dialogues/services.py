"""All a dialogue may ask of the world, and the errors it may meet. All of it happens inside the turn's transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from dialogues.questionnaire.form import Form
from dialogues.turn import File
from nlu.understanding import Understanding


class SlotTaken(Exception):
    """Somebody was faster, or the time is no longer offered."""


class TooManyAppointments(Exception):
    """The person already has as many open appointments for this service as are allowed."""


class NoSuchAppointment(Exception):
    """The appointment does not exist, is over, or is not this person's."""


@dataclass(frozen=True)
class Topic:
    """What a dialogue needs to know of a topic; its words are found under `topic:<id>` and `topic-title:<id>`."""

    id: str
    group: str
    related: tuple[str, ...] = ()
    service: str | None = None
    person: bool = False
    places: bool = False
    """Whether some contact point helps with it."""


@dataclass(frozen=True)
class Slot:
    """A bookable start time with one counsellor. Instants are aware UTC; `day` is the local day.

    `id` names the slot in buttons (ASCII, at most 40 characters).
    """

    id: str
    service: str
    office: str
    counsellor: str
    starts_at: datetime
    ends_at: datetime
    day: date


@dataclass(frozen=True)
class Appointment:
    """A booked slot. `counsellor` is the shown name."""

    id: str
    service: str
    office: str
    counsellor: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Place:
    """A contact point. `distance` in metres when a location was given, `map` an address that shows it."""

    id: str
    name: str
    address: str
    phone: str = ""
    website: str = ""
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    source: str = ""
    as_of: date | None = None
    map: str = ""
    distance: int | None = None


@dataclass(frozen=True)
class District:
    """A part of the city. `id` names it in buttons (ASCII, at most 20 characters)."""

    id: str
    name: str


@dataclass(frozen=True)
class Response:
    """A person's answers so far; `answers` in XLSForm notation, `""` for skipped, in the order they were given."""

    form: Form
    answers: Mapping[str, str]
    finished: bool = False


@dataclass(frozen=True)
class StoredData:
    """What is stored of this person, counted. `consents` are the purposes agreed to."""

    messages: int
    answers: int
    appointments: int
    notes: int
    consents: tuple[str, ...]
    since: datetime


class Services(Protocol):
    """The world as dialogues see it, for one person and one turn."""

    # languages
    def languages(self) -> Sequence[str]:
        """Enabled language codes, in the order they are offered."""

    def common_language(self) -> str:
        """The language to try with somebody whose language is not spoken here."""

    def language(self) -> str:
        """The language this turn is answered in."""

    # topics
    def topic(self, topic: str) -> Topic | None:
        """The topic of that name, or None."""

    def topic_groups(self) -> Mapping[str, Sequence[str]]:
        """Topic ids by group, in the order they are shown."""

    def dangers(self) -> Sequence[str]:
        """Ids of the dangers there is a safety answer for."""

    def rate_answer(self, topic: str, *, helpful: bool) -> None:
        """Store whether the answer helped."""

    # learning
    def not_understood(self, understanding: Understanding) -> None:
        """Put this turn's text before editors, without anything that names the person."""

    def suggestions_rejected(self) -> None:
        """Put the text the last suggestions were made for before editors: it meant none of them."""

    def places(
        self,
        *,
        topic: str = "",
        district: str = "",
        latitude: float | None = None,
        longitude: float | None = None,
    ) -> Sequence[Place]:
        """Contact points, those of a topic with its id: nearest first with a location, those of a district first with
        its id."""

    def districts(self) -> Sequence[District]:
        """Parts of the city, in the order they are offered."""

    def district_named(self, text: str) -> str | None:
        """Id of the district a text names in any language, or None."""

    # consent
    def has_consent(self, purpose: str) -> bool:
        """Whether the person agrees to `purpose` now."""

    def give_consent(self, purpose: str) -> None:
        """Store that the person agreed to the text they were shown, with its version, language and time."""

    def withdraw_consent(self, purpose: str) -> None:
        """Store that the person takes it back."""

    # questionnaire
    def response(self) -> Response | None:
        """The person's running or latest response on the version it was started with, or None."""

    def start_response(self) -> Response:
        """A new response on the published version."""

    def store_answer(self, question: str, value: str) -> Response:
        """Store one answer of the running response at once and return the response with it."""

    def finish_response(self) -> None:
        """The running response is complete."""

    def meant_choices(self, question: str, text: str) -> Sequence[str]:
        """Codes of the choices whose words in the person's language were typed, separated by commas or lines."""

    # booking
    def bookable_services(self) -> Sequence[str]:
        """Ids of services one can book, in order."""

    def free_days(self, service: str) -> Sequence[date]:
        """Local days with at least one free slot, soonest first, at most 8; counsellors of the person's language
        first: when any speaks it, only their days."""

    def free_slots(self, service: str, day: date) -> Sequence[Slot]:
        """Free slots of that day, one per start time, soonest first."""

    def slot(self, slot_id: str) -> Slot | None:
        """The slot of that id if it is still free, else None."""

    def local_time(self, moment: datetime) -> str:
        """The offices' wall-clock time as `09:30`."""

    def book(self, slot: Slot) -> Appointment:
        """Book it. Raises SlotTaken when someone was faster, TooManyAppointments."""

    def appointments(self) -> Sequence[Appointment]:
        """The person's appointments to come, soonest first."""

    def cancel_appointment(self, appointment: str) -> Appointment:
        """Cancel one. Raises NoSuchAppointment."""

    def move_appointment(self, appointment: str, slot: Slot) -> Appointment:
        """Cancel one and book the other, both or neither. Raises SlotTaken, NoSuchAppointment."""

    # handover
    def desk_opens_at(self) -> datetime | None:
        """When staff are back, or None while the desk is open."""

    def hand_over(self, reason: str) -> None:
        """Put the conversation into the queue; harmless when it already waits."""

    def back_to_assistant(self) -> None:
        """Take it out of the queue."""

    def raise_alarm(self) -> None:
        """Show staff that this conversation needs somebody at once."""

    # my data
    def stored_data(self) -> StoredData:
        """What is stored of this person."""

    def export(self) -> Sequence[File]:
        """A copy of everything stored of this person: JSON and readable HTML."""

    def erase(self) -> None:
        """Erase everything of this person; takes effect with this turn."""
