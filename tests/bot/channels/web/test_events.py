"""Server-sent events: everything that happens in the conversation, once, in order, from where the reader was."""

import json
import threading
from contextlib import contextmanager

import httpx
import pytest

from bot.channels.web.limits import Limits
from bot.channels.web.shapes import MessageShape


class Listener:
    """Reads the events of one person."""

    def __init__(self, response):
        self._lines = response.iter_lines()

    def next(self):
        """The next message and its event id."""
        event = {}
        for line in self._lines:
            if not line and "data" in event:
                assert event["event"] == "message"
                return json.loads(event["data"]), event["id"]
            if not line:
                event = {}
            name, _, value = line.partition(": ")
            event[name] = value
        raise EOFError

    def numbers(self, count):
        """The numbers of the next messages."""
        return [self.next()[0]["number"] for _ in range(count)]


@contextmanager
def listening(server, person, after=0, **headers):
    """An open stream; nothing may take longer than ten seconds."""
    client = httpx.Client(base_url=server.url, timeout=httpx.Timeout(10), trust_env=False)
    headers = {**person.headers, **headers}
    with client, client.stream("GET", f"/api/chat/events?after={after}", headers=headers) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Listener(response)


def test_a_stream_begins_with_what_was_said_before(live_server, person):
    with listening(live_server, person) as listener:
        assert listener.numbers(len(person.welcome)) == [shown["number"] for shown in person.welcome]


def test_an_event_is_a_message_with_its_number_as_id(live_server, person):
    with listening(live_server, person) as listener:
        shown, event_id = listener.next()
    MessageShape.model_validate_json(json.dumps(shown))
    assert event_id == str(shown["number"])


def test_a_stream_after_a_number_brings_only_what_is_new(live_server, person):
    last = person.messages()[-1]["number"]
    with listening(live_server, person, after=last) as listener:
        person.press("menu")
        assert listener.numbers(2) == [last + 1, last + 2]


def test_who_comes_back_goes_on_where_they_were(live_server, person):
    person.press("menu")
    with listening(live_server, person, **{"Last-Event-ID": "2"}) as listener:
        assert listener.next()[0]["number"] == 3


def test_what_staff_write_arrives_by_itself(live_server, person, counsellor):
    last = person.messages()[-1]["number"]
    with listening(live_server, person, after=last) as listener:
        counsellor.reply(person.id, "Guten Tag")
        joined, replied = listener.next()[0], listener.next()[0]
    assert joined["about"] == {"kind": "handover", "id": "joined"}
    assert (replied["from"], replied["text"]) == ("staff", "Guten Tag")


def test_nobody_hears_another_conversation(live_server, new_person):
    one, other = new_person(), new_person()
    last = one.messages()[-1]["number"]
    with listening(live_server, one, after=last) as listener:
        other.press("topics")
        one.press("menu")
        assert listener.next()[0]["payload"] == "menu"


def test_every_message_comes_once_and_in_order_while_many_are_written(live_server, person):
    last = person.messages()[-1]["number"]
    with listening(live_server, person, after=last) as listener:
        writers = [threading.Thread(target=person.press, args=("menu",)) for _ in range(10)]
        for writer in writers:
            writer.start()
        numbers = listener.numbers(20)
        for writer in writers:
            writer.join()
    assert numbers == list(range(last + 1, last + 21))


def test_the_end_of_a_visit_ends_its_streams(live_server, person):
    with listening(live_server, person, after=100) as listener:
        person.http.delete("/api/chat/conversation", headers=person.headers)
        with pytest.raises(EOFError):
            listener.next()


@pytest.mark.parametrize("limits", [Limits(streams=1)])
def test_too_many_streams_of_one_person_are_refused(live_server, person, limits):
    with listening(live_server, person) as listener:
        listener.next()
        refused = person.http.get("/api/chat/events", headers=person.headers)
    assert (refused.status_code, refused.json()["type"]) == (429, "/problems/too-many-connections")


def test_a_stopping_server_ends_its_streams(live_server, person, live):
    with listening(live_server, person, after=100) as listener:
        live.stop()
        with pytest.raises(EOFError):
            listener.next()
