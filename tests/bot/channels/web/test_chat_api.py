"""The chat API keeps its contract."""

import time
import uuid

from sqlalchemy import select

from bot.channels.contract import Inbound
from bot.channels.web.shapes import ConversationShape, MessagesShape, OpenedShape
from bot.inbox import Inbox
from bot.models import ConversationRow, InboxRow

SEVERAL_KINDS = (
    "topics",
    "topic:register-address",
    "helpful:yes",
    "do:questionnaire",
    "consent:yes",
    "my-data",
)


def stored(runtime, person):
    """How many messages of the person were stored."""
    with runtime.database.session() as session:
        query = select(InboxRow.id).where(InboxRow.conversation_id == uuid.UUID(person.id))
        return len(session.scalars(query).all())


def test_a_new_conversation_answers_with_id_token_and_welcome(http):
    response = http.post("/api/chat/conversations", json={"language": "de", "place": "web"})
    assert response.status_code == 201
    opened = OpenedShape.model_validate_json(response.content)
    assert uuid.UUID(opened.conversation)
    assert len(opened.token) > 32
    assert opened.messages[0].about.kind == "welcome"


def test_a_conversation_without_a_language_offers_every_language(http):
    opened = http.post("/api/chat/conversations", json={"language": None, "place": "web"}).json()
    payloads = {b.get("payload") for m in opened["messages"] for row in m["buttons"] for b in row}
    assert {"language:de", "language:en", "language:ar", "language:uk"} <= payloads


def test_a_kiosk_opens_conversations_too(runtime, new_person):
    visitor = new_person(place="kiosk")
    with runtime.database.session() as session:
        assert session.get_one(ConversationRow, uuid.UUID(visitor.id)).place == "kiosk"


def test_every_message_has_exactly_the_promised_shape(http, person):
    for payload in SEVERAL_KINDS:
        response = person.post(button=payload)
        assert response.headers["content-type"] == "application/json"
        MessagesShape.model_validate_json(response.content)
    everything = http.get("/api/chat/messages?after=0", headers=person.headers)
    shown = MessagesShape.model_validate_json(everything.content).messages
    assert [message.number for message in shown] == list(range(1, len(shown) + 1))
    assert {message.sender for message in shown} == {"person", "assistant"}


def test_a_button_has_a_payload_or_an_address_or_asks_for_the_location(person):
    buttons = [
        b for payload in SEVERAL_KINDS for m in person.press(payload) for row in m["buttons"] for b in row
    ]
    assert buttons
    kinds = ({"label", "payload"}, {"label", "url"}, {"label", "locate"})
    assert all(set(button) in kinds for button in buttons)


def test_the_location_is_asked_for_with_a_button_of_its_own(person):
    asked, districts = person.press("do:places-nearby")
    ((button,),) = asked["buttons"]
    assert button["locate"] is True
    assert all("payload" in button for row in districts["buttons"] for button in row)


def test_a_pressed_button_is_answered(person):
    replies = person.press("topic:register-address")
    assert replies[0]["about"] == {"kind": "answer", "id": "register-address"}
    assert replies[0]["html"].startswith("<p>")


def test_what_a_person_says_stands_in_the_transcript_with_its_payload(person):
    person.press("menu")
    said = [message for message in person.messages() if message["from"] == "person"]
    assert [message["payload"] for message in said] == ["menu"]


def test_a_location_is_taken(person):
    response = person.post(location={"latitude": 51.5142, "longitude": 7.4653})
    assert response.status_code == 200
    assert response.json()["messages"][0]["about"]["kind"] == "places"


def test_whole_numbers_are_coordinates_too(person):
    assert person.post(location={"latitude": 51, "longitude": 7}).status_code == 200


def test_messages_after_a_number_leave_out_the_earlier_ones(person):
    seen = person.messages()[-1]["number"]
    person.press("menu")
    later = person.messages(after=seen)
    assert [message["number"] for message in later] == list(range(seen + 1, seen + 1 + len(later)))


def test_times_are_utc_with_a_z(person):
    assert all(message["at"].endswith("Z") and len(message["at"]) == 20 for message in person.welcome)


def test_the_same_id_again_returns_the_same_replies_and_processes_nothing(runtime, person):
    message_id = str(uuid.uuid4())
    first = person.post(message_id, button="topic:register-address")
    before = person.messages()
    again = person.post(message_id, button="topic:register-address")
    assert again.json() == first.json()
    assert person.messages() == before
    assert stored(runtime, person) == 2


def test_the_same_id_of_two_people_means_two_messages(new_person):
    message_id = str(uuid.uuid4())
    one, other = new_person(), new_person()
    one.post(message_id, button="topic:register-address")
    replies = other.post(message_id, button="menu").json()["messages"]
    assert replies[-1]["about"]["kind"] == "menu"


def test_a_message_that_was_stored_before_a_crash_is_answered_when_it_is_sent_again(inbox, person):
    message_id = str(uuid.uuid4())
    inbox.receive("web", person.id, Inbound(message_id, "button", payload="menu"))
    replies = person.post(message_id, button="menu").json()["messages"]
    assert replies[-1]["about"]["kind"] == "menu"


def test_a_message_without_a_reply_is_not_waited_for(person, counsellor):
    counsellor.take_over(person.id)
    started = time.monotonic()
    assert person.post(text="Hallo").json() == {"messages": []}
    assert time.monotonic() - started < 3


def test_what_staff_write_carries_their_name(person, counsellor):
    counsellor.reply(person.id, "Guten Tag")
    replied = person.messages()[-1]
    assert (replied["from"], replied["author"], replied["text"]) == ("staff", "Ada", "Guten Tag")


def test_the_state_says_language_direction_and_owner(http, new_person):
    reader = new_person("ar")
    response = http.get("/api/chat/conversation", headers=reader.headers)
    state = ConversationShape.model_validate_json(response.content)
    assert (state.language, state.direction, state.owner) == ("ar", "rtl", "assistant")


def test_the_end_of_a_visit_kills_the_token(http, person):
    assert http.delete("/api/chat/conversation", headers=person.headers).status_code == 204
    assert http.get("/api/chat/messages", headers=person.headers).status_code == 410


def test_after_erasing_only_the_word_about_it_is_left(person):
    person.post(text="Mein Geheimnis")
    confirm = person.press("do:delete-data")
    assert confirm[-1]["about"] == {"kind": "my-data", "id": "confirm-erase"}
    erased = person.press(confirm[-1]["buttons"][0][0]["payload"])
    assert erased[-1]["about"] == {"kind": "my-data", "id": "erased"}
    assert [message["about"] for message in person.messages()] == [{"kind": "my-data", "id": "erased"}]


def test_a_copy_of_the_data_comes_as_files(person):
    files = [message["file"] for message in person.press("do:export-data") if "file" in message]
    assert {file["media_type"].partition(";")[0] for file in files} == {"application/json", "text/html"}


def test_the_words_of_the_page_come_in_every_language(http):
    for language, direction in {"de": "ltr", "en": "ltr", "ar": "rtl", "uk": "ltr"}.items():
        words = http.get("/api/chat/words", params={"language": language}).json()
        assert words["direction"] == direction
        assert all(text and not text.startswith("chat-") for text in words["words"].values())


def test_answers_are_never_kept_by_a_cache(http, person):
    responses = [
        person.post(button="menu"),
        http.get("/api/chat/messages", headers=person.headers),
        http.get("/api/chat/messages"),
    ]
    assert {response.headers["cache-control"] for response in responses} == {"no-store"}


def test_the_description_of_the_interface_names_every_address(http):
    paths = http.get("/openapi.json").json()["paths"]
    assert set(paths["/api/chat/messages"]) == {"get", "post"}
    assert "requestBody" in paths["/api/chat/conversations"]["post"]


def test_a_visit_that_ended_in_another_process_can_not_be_read_on_here(runtime, http, person):
    assert person.messages()
    Inbox(runtime).end_visit(uuid.UUID(person.id))
    assert http.get("/api/chat/messages", headers=person.headers).status_code == 410
    assert person.post(text="Hallo").status_code == 410
