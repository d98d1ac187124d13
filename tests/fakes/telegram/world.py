"""What the fake remembers: people, chats, messages, keyboards, commands; and what people do there."""

import itertools
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberBanned,
    ChatMemberMember,
    ChatMemberUpdated,
    InlineKeyboardMarkup,
    Message,
    Update,
    User,
)
from pydantic import TypeAdapter

from tests.fakes.telegram.delivery import CALLBACK_QUEUES, Deliveries, Webhook
from tests.fakes.telegram.entities import as_entities, clean, found_in_plain_text
from tests.fakes.telegram.errors import ApiError, bad_request, forbidden
from tests.fakes.telegram.judge import Upload, as_json

NOBODY_WROTE = "chat not found"


@dataclass
class Person:
    """Somebody with a private chat; `reach` is `open`, `blocked`, `deactivated` or `never-started`."""

    user: User
    reach: str = "open"


@dataclass
class Fault:
    """What goes wrong with `times` calls of `method` (`*`: any), of one chat or of all, after `skip` good ones.

    `apply`: the call has its effect although the answer is bad. `delay` comes before the answer.
    `garbage`: the answer is not JSON. `retry_after` makes it a 429.
    """

    method: str = "*"
    times: int = 1
    skip: int = 0
    status: int | None = None
    retry_after: int | None = None
    delay: float = 0.0
    garbage: bool = False
    apply: bool = False
    chat: int | None = None
    description: str = "Internal Server Error"


@dataclass(frozen=True)
class CallRecord:
    """A request the bot made and how it ended."""

    method: str
    given: Mapping[str, Any]
    status: int
    description: str = ""
    at: float = field(default_factory=time.monotonic)


class World:
    """The state of one fake Telegram with one bot. Everything here runs in the server's event loop."""

    def __init__(self, token: str, username: str, retry_scale: float) -> None:
        self.token = token
        self.bot = User(id=int(token.split(":")[0]), is_bot=True, first_name="Lotse", username=username)
        self.people: dict[int, Person] = {}
        self.groups: dict[int, str] = {}
        self.messages: dict[tuple[int, int], Message] = {}
        self.edits: dict[tuple[int, int], int] = {}
        self.uploads: dict[tuple[int, int], Upload] = {}
        self.callbacks: dict[str, str | None] = {}
        self.commands: dict[tuple[str, str], list[Any]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.calls: list[CallRecord] = []
        self.faults: list[Fault] = []
        self.updates: dict[int, tuple[dict[str, Any], int]] = {}
        self.deliveries = Deliveries(retry_scale)
        self._numbers = itertools.count(1)

    # what a person does

    def person(
        self, chat: int, name: str = "Olena", language_code: str | None = "uk", reach: str = "open"
    ) -> None:
        """Somebody exists, with an app in that language."""
        user = User(id=chat, is_bot=False, first_name=name, language_code=language_code)
        self.people[chat] = Person(user, reach)

    def say(self, chat: int, text: str) -> int:
        """A text message; returns the update's id."""
        cleaned, spans = clean(text, found_in_plain_text(text))
        return self._message(chat, text=cleaned, entities=as_entities(cleaned, spans))

    def show(self, chat: int, content: dict[str, Any]) -> int:
        """A message with other content: fields of Message, such as location or photo; returns the update's id."""
        return self._message(chat, **content)

    def edit(self, chat: int, text: str) -> int:
        """The person changes the last text they wrote."""
        ours = [key for key, m in self.messages.items() if key[0] == chat and m.text and not self._is_bots(m)]
        old = self.messages[ours[-1]]
        message = Message(**{**dict(old), "text": text, "edit_date": int(time.time())})
        self.messages[ours[-1]] = message
        return self._update(chat, edited_message=message)

    def tap(
        self, chat: int, label: str | None = None, payload: str | None = None, message_id: int | None = None
    ) -> int:
        """Press a button of the newest message that has it; with `message_id`, of that message, shown or not."""
        for message in reversed([m for (c, _), m in self.messages.items() if c == chat]):
            if message_id is not None and message.message_id != message_id:
                continue
            rows = message.reply_markup.inline_keyboard if message.reply_markup else []
            found = [
                button.callback_data
                for row in rows
                for button in row
                if button.callback_data and (button.text == label or button.callback_data == payload)
            ]
            if found or (message_id is not None and payload):
                number = f"{self.bot.id}{next(self._numbers):08d}"
                self.callbacks[number] = None
                query = CallbackQuery(
                    id=number,
                    from_user=self.people[chat].user,
                    chat_instance=str(chat * 7919),
                    message=message,
                    data=found[0] if found else payload,
                )
                return self._update(chat + CALLBACK_QUEUES, callback_query=query)
        raise ApiError(404, f"no button {label or payload!r} in sight of {chat}")

    def expire_callbacks(self) -> None:
        """Open button presses are too old to be answered."""
        self.callbacks = {number: "too old" for number in self.callbacks}

    def block(self, chat: int) -> int:
        """The person blocks the bot."""
        self.people[chat].reach = "blocked"
        return self._membership(chat, was="member", now="kicked")

    def unblock(self, chat: int) -> int:
        """The person lets the bot write again."""
        self.people[chat].reach = "open"
        return self._membership(chat, was="kicked", now="member")

    def say_in_group(self, group: int, chat: int, text: str, title: str = "Nachbarn") -> int:
        """A person adds the bot to a group and writes there."""
        self._known(chat)
        self.groups[group] = title
        message = Message(
            message_id=next(self._numbers),
            date=datetime.now(UTC),
            chat=Chat(id=group, type="supergroup", title=title),
            from_user=self.people[chat].user,
            text=text,
        )
        return self._update(group, message=message)

    def raw(self, body: dict[str, Any], queue: int = 0) -> int:
        """Queue any JSON as an update, well-formed or not."""
        number = self.deliveries.next_number()
        return self._queue({**body, "update_id": number}, queue)

    def redeliver(self, update_id: int, times: int = 1) -> None:
        """Deliver an update again, as after a lost acknowledgement."""
        body, queue = self.updates[update_id]
        for _ in range(times):
            self.deliveries.add(body, queue, again=True)

    # what the bot meets

    def address(self, chat_id: int | str) -> Chat:
        """The chat the bot may write to. Raises as Telegram does for strangers and for those who do not want it."""
        if isinstance(chat_id, int) and chat_id in self.groups:
            return Chat(id=chat_id, type="supergroup", title=self.groups[chat_id])
        person = self.people.get(chat_id) if isinstance(chat_id, int) else None
        if person is None:
            raise bad_request(NOBODY_WROTE)
        if person.reach == "blocked":
            raise forbidden("bot was blocked by the user")
        if person.reach == "deactivated":
            raise forbidden("user is deactivated")
        if person.reach == "never-started":
            raise forbidden("bot can't initiate conversation with a user")
        return Chat(id=person.user.id, type="private", first_name=person.user.first_name)

    def keep(self, chat: Chat, **content: Any) -> Message:
        """A message of the bot."""
        message = Message(
            message_id=next(self._numbers), date=datetime.now(UTC), chat=chat, from_user=self.bot, **content
        )
        self.messages[(chat.id, message.message_id)] = message
        return message

    def change(self, message: Message, **content: Any) -> Message:
        """The bot edits its message. Raises "message is not modified"."""
        changed = Message(**{**dict(message), **content})
        if as_json(changed) == as_json(message):
            raise bad_request(
                "message is not modified: specified new message content and reply markup are exactly the same"
                " as a current content and reply markup of the message"
            )
        changed = Message(**{**dict(changed), "edit_date": int(time.time())})
        key = (message.chat.id, message.message_id)
        self.messages[key] = changed
        self.edits[key] = self.edits.get(key, 0) + 1
        return changed

    def bots_message(self, chat_id: int | str | None, message_id: int | None) -> Message:
        """A message the bot may edit. Raises a 400."""
        chat = self.address(chat_id if chat_id is not None else "")
        message = self.messages.get((chat.id, message_id or 0))
        if message is None:
            raise bad_request("message to edit not found")
        if not self._is_bots(message):
            raise bad_request("message can't be edited")
        return message

    # what a test asks

    def sent(self, chat: int) -> list[dict[str, Any]]:
        """Messages of the bot as the person sees them now, oldest first."""
        seen = []
        for key, message in self.messages.items():
            if key[0] == chat and self._is_bots(message):
                upload = self.uploads.get(key)
                markup = as_json(message.reply_markup) if message.reply_markup else {}
                seen.append(
                    {
                        "message_id": message.message_id,
                        "text": message.text or message.caption or "",
                        "entities": as_json(message.entities or message.caption_entities or []),
                        "buttons": markup.get("inline_keyboard", []),
                        "keyboard": markup.get("keyboard", []),
                        "file_name": upload.name if upload else None,
                        "file_content": upload.content.decode() if upload else None,
                        "edits": self.edits.get(key, 0),
                    }
                )
        return seen

    def called(self, method: str = "*") -> list[dict[str, Any]]:
        """Calls the bot made, oldest first."""
        return [vars(call) for call in self.calls if method in ("*", call.method)]

    def webhook_deliveries(self) -> list[dict[str, Any]]:
        """Webhook requests so far: update id and status."""
        return [vars(delivery) for delivery in self.deliveries.delivered]

    def waiting(self) -> int:
        """How many updates the bot has not acknowledged."""
        return len(self.deliveries.pending)

    def polls(self) -> int:
        """How many getUpdates requests there were."""
        return self.deliveries.polls

    def open_callbacks(self) -> int:
        """Button presses that were not answered."""
        return sum(1 for state in self.callbacks.values() if state is None)

    def commands_shown(self, chat: int, language_code: str = "") -> list[dict[str, Any]]:
        """The command list a person sees in a private chat, found in the documented order."""
        for scope in (f"chat:{chat}", "all_private_chats", "default"):
            for language in dict.fromkeys((language_code, "")):
                if (scope, language) in self.commands:
                    return [as_json(each) for each in self.commands[(scope, language)]]
        return []

    def profile_text(self, what: str, language_code: str = "") -> str:
        """Name, description or short description, in that language or the default one."""
        return self.profile.get((what, language_code)) or self.profile.get((what, ""), "")

    def webhook_elsewhere(self, url: str) -> None:
        """Somebody else sets a webhook for this bot."""
        self.deliveries.webhook = Webhook(url)
        self.deliveries.wake()

    def fault(self, **given: Any) -> None:
        """Let the next calls go wrong; see Fault."""
        self.faults.append(TypeAdapter(Fault).validate_python(given))

    def no_faults(self) -> None:
        """Everything works again."""
        self.faults.clear()

    def take_fault(self, method: str, chat: Any) -> Fault | None:
        """The fault that hits this call, counted down."""
        for fault in self.faults:
            if fault.method in ("*", method) and fault.chat in (None, chat):
                if fault.skip:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                if fault.times <= 0:
                    self.faults.remove(fault)
                return fault
        return None

    # the machinery

    def _known(self, chat: int) -> Person:
        if chat not in self.people:
            self.person(chat)
        person = self.people[chat]
        if person.reach == "never-started":
            person.reach = "open"
        return person

    def _message(self, chat: int, **content: Any) -> int:
        person = self._known(chat)
        message = Message(
            message_id=next(self._numbers),
            date=datetime.now(UTC),
            chat=Chat(id=chat, type="private", first_name=person.user.first_name),
            from_user=person.user,
            **content,
        )
        as_json(message)
        self.messages[(chat, message.message_id)] = message
        return self._update(chat, message=message)

    def _membership(self, chat: int, *, was: str, now: str) -> int:
        person = self.people[chat]
        states = {
            "member": ChatMemberMember(user=self.bot),
            "kicked": ChatMemberBanned(user=self.bot, until_date=datetime.now(UTC) + timedelta(days=400)),
        }
        changed = ChatMemberUpdated(
            chat=Chat(id=chat, type="private", first_name=person.user.first_name),
            from_user=person.user,
            date=datetime.now(UTC),
            old_chat_member=states[was],
            new_chat_member=states[now],
        )
        return self._update(chat, my_chat_member=changed)

    def _update(self, queue: int, **content: Any) -> int:
        number = self.deliveries.next_number()
        return self._queue(as_json(Update(update_id=number, **content)), queue)

    def _queue(self, body: dict[str, Any], queue: int) -> int:
        self.updates[body["update_id"]] = (body, queue)
        self.deliveries.add(body, queue)
        number: int = body["update_id"]
        return number

    def _is_bots(self, message: Message) -> bool:
        return message.from_user is not None and message.from_user.id == self.bot.id


def keyboard_of(markup: Any) -> InlineKeyboardMarkup | None:
    """The inline keyboard a message keeps; other keyboards belong to the chat."""
    return markup if isinstance(markup, InlineKeyboardMarkup) else None
