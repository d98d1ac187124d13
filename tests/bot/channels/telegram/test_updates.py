"""What an update means."""

from typing import Any

import pytest
from telegram import Bot

from bot.channels.contract import Attachment
from bot.channels.telegram.updates import Elsewhere, Happening, Reach, Said, Unparsable, read
from tests.fakes.telegram import TOKEN
from tests.fakes.telegram.world import World

CHAT = 1001


@pytest.fixture
async def world() -> World:
    return World(TOKEN, "lotse_bot", 1.0)


def meaning(world: World, update: int) -> Happening:
    return read(world.updates[update][0], Bot(TOKEN), "42")


def said(world: World, update: int) -> Said:
    found = meaning(world, update)
    assert isinstance(found, Said)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "payload"),
    [
        ("/start", "start", ""),
        ("/start qr-7_A", "start", "qr-7_A"),
        ("/start a.b=c", "start", ""),
        ("/START@lotse_bot x", "start", "x"),
        ("/menu", "button", "menu"),
        ("/language", "button", "do:change-language"),
        ("/appointments", "button", "do:my-appointments"),
        ("/person", "button", "do:human"),
        ("/data", "button", "my-data"),
        ("/stop", "button", "do:stop"),
        ("/help@lotse_bot", "button", "do:help"),
        ("/unknown", "text", ""),
        ("/", "text", ""),
        ("menu", "text", ""),
    ],
)
async def test_commands(world: World, text: str, kind: str, payload: str) -> None:
    inbound = said(world, world.say(CHAT, text)).inbound
    assert (inbound.kind, inbound.payload) == (kind, payload)
    assert inbound.text == (text if kind == "text" else "")


async def test_a_text_carries_where_it_came_from(world: World) -> None:
    world.person(CHAT, language_code="pt-br")
    update = world.say(CHAT, "Olá")
    found = said(world, update)
    assert found.chat == CHAT
    assert found.inbound.external_id == f"42:{update}"
    assert found.inbound.language_hint == "pt-br"


async def test_a_venue_is_a_location(world: World) -> None:
    place = {"latitude": 51.5, "longitude": 7.46}
    update = world.show(CHAT, {"venue": {"location": place, "title": "Rathaus", "address": "Friedensplatz"}})
    inbound = said(world, update).inbound
    assert (inbound.kind, inbound.latitude, inbound.longitude) == ("location", 51.5, 7.46)


FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 9}


@pytest.mark.parametrize(
    ("content", "attachment"),
    [
        ({"voice": {**FILE, "duration": 1}}, Attachment("voice", "f", size=9)),
        ({"audio": {**FILE, "duration": 1, "file_name": "a.mp3"}}, Attachment("file", "f", "a.mp3", 9)),
        ({"document": {**FILE, "file_name": "a.pdf"}}, Attachment("file", "f", "a.pdf", 9)),
        ({"video": {**FILE, "width": 1, "height": 1, "duration": 1}}, Attachment("video", "f", size=9)),
        ({"video_note": {**FILE, "length": 1, "duration": 1}}, Attachment("video", "f", size=9)),
        (
            {
                "sticker": {
                    **FILE,
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                    "emoji": "🙂",
                }
            },
            Attachment("sticker", "f", "🙂", 9),
        ),
        ({"dice": {"emoji": "🎲", "value": 3}}, Attachment("dice", "")),
    ],
)
async def test_files_are_references(world: World, content: dict[str, Any], attachment: Attachment) -> None:
    inbound = said(world, world.show(CHAT, content)).inbound
    assert (inbound.kind, inbound.attachment) == ("attachment", attachment)


async def test_a_service_message_means_nothing(world: World) -> None:
    assert meaning(world, world.show(CHAT, {"delete_chat_photo": True})) is None


async def test_blocking_and_coming_back(world: World) -> None:
    world.person(CHAT)
    assert meaning(world, world.block(CHAT)) == Reach(CHAT, reachable=False)
    assert meaning(world, world.unblock(CHAT)) == Reach(CHAT, reachable=True)


async def test_a_group_is_elsewhere(world: World) -> None:
    assert meaning(world, world.say_in_group(-100, CHAT, "x")) == Elsewhere(-100, "uk", speak=True)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        {},
        {"update_id": "x", "message": 5},
        {"update_id": 1, "message": {"message_id": 1}},
        {"update_id": 1, "message": {"message_id": 1, "date": "x", "chat": {"id": 1, "type": "private"}}},
        {"update_id": 1, "message": {"message_id": 1, "date": 10**30, "chat": {"id": 1, "type": "private"}}},
        {"update_id": 1, "callback_query": {"id": "1", "from": 3}},
        {"update_id": 1, "my_chat_member": {"chat": {}}},
    ],
)
def test_what_telegram_does_not_document_is_unparsable(raw: object) -> None:
    with pytest.raises(Unparsable):
        read(raw, Bot(TOKEN), "42")
