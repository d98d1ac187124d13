"""What people write, who they are, what opens doors: none of it in a log, a metric or an error, whatever goes wrong."""

import re
import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import httpx
import pytest
from sqlalchemy import text

from tests.application import Application
from tests.fakes.telegram import FakeTelegram
from tests.reliability.people import Person
from tests.reliability.running import inside, running, server_of, wait_until
from tests.reliability.understanding import StubRasa

pytestmark = pytest.mark.timeout(300)

MARKS: Mapping[str, str] = {
    "text": "Leuchtturmgeheimnis",
    "name": "Zwetschgenfrau",
    "chat": "7391846250",
    "latitude": "51.48172",
    "bot token": "735194:marker-bot-token-Xq9Lw2",
    "nlu token": "marker-nlu-token-Tz4Rk8",
    "wrong token": "marker-wrong-token-Bn6Vd1",
    "password": "marker-password-Gh3Ps7",
    "account": "marker-account-kj5m",
}
"""One mark for each kind of thing that must not be seen."""

SECRET_TEXT = f"{MARKS['text']} ich heiße {MARKS['name']}"


@dataclass(frozen=True)
class Traces:
    """Everything a machine or an operator could read afterwards."""

    log: str
    database_log: str
    metrics: str
    answers: Mapping[str, str]
    marks: Mapping[str, str]
    files: Mapping[str, bytes]


@pytest.fixture(scope="module")
def traces() -> Iterator[Traces]:
    with StubRasa() as rasa, FakeTelegram(token=MARKS["bot token"]) as telegram:
        settings = {
            "LOTSE_LOG_LEVEL": "debug",
            "LOTSE_NLU_URL": rasa.address,
            "LOTSE_NLU_TOKEN": MARKS["nlu token"],
            "LOTSE_TELEGRAM_TOKEN": telegram.token,
            "LOTSE_TELEGRAM_API_URL": telegram.address,
        }
        with running("web,worker,nlu,telegram", **settings) as application:
            yield _everything_goes_wrong(application, rasa, telegram)


def _everything_goes_wrong(application: Application, rasa: StubRasa, telegram: FakeTelegram) -> Traces:
    with Person([application.address]) as person:
        person.send(("text", SECRET_TEXT))
        answers = _bad_requests(application, person.headers)
        _trouble_on_telegram(telegram)
        rasa.stop()
        person.send(("text", SECRET_TEXT))
        rasa.start()
        _defects(application, person, answers)
        database = server_of(application).running()
        assert database is not None
        database.process.kill()
        person.send(("text", SECRET_TEXT))
        metrics = httpx.get(application.address + "/metrics", trust_env=False, timeout=30).text
    assert application.stop() == 0
    folder = application.folder
    return Traces(
        log=application.output,
        database_log=server_of(application).log_file.read_text(errors="replace"),
        metrics=metrics,
        answers=answers,
        marks={**MARKS, "token": person.headers["Authorization"].removeprefix("Bearer ")},
        files={str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()},
    )


def _bad_requests(application: Application, headers: dict[str, str]) -> dict[str, str]:
    """Requests that are refused, with a mark wherever there is room for one; what came back by what was wrong."""
    wrong = {"Authorization": f"Bearer {MARKS['wrong token']}"}
    number = str(uuid.uuid4())
    secret = SECRET_TEXT
    with httpx.Client(base_url=application.address, trust_env=False, timeout=30) as http:
        messages = "/api/chat/messages"
        refused = {
            "not json": http.post(messages, content=f'{{"text": "{secret}'.encode(), headers=headers),
            "unknown field": http.post(messages, json={"id": number, secret: secret}, headers=headers),
            "wrong type": http.post(messages, json={"id": number, "text": [secret]}, headers=headers),
            "bad id": http.post(messages, json={"id": secret, "text": secret}, headers=headers),
            "bad button": http.post(messages, json={"id": number, "button": f"{secret}ü"}, headers=headers),
            "bad place": http.post(
                messages,
                json={"id": number, "location": {"latitude": MARKS["latitude"], "longitude": secret}},
                headers=headers,
            ),
            "too long": http.post(messages, json={"id": number, "text": secret * 200}, headers=headers),
            "too large": http.post(messages, json={"id": number, "text": secret * 9000}, headers=headers),
            "wrong token": http.post(messages, json={"id": number, "text": secret}, headers=wrong),
            "unknown language": http.post("/api/chat/conversations", json={"language": MARKS["name"]}),
            "unknown place": http.post("/api/chat/conversations", json={"place": MARKS["name"]}),
            "bad number": http.get(messages, params={"after": secret}, headers=headers),
            "unknown address": http.get(f"/api/chat/{MARKS['text']}", headers=headers),
            "unknown page": http.get(f"/{MARKS['text']}?name={MARKS['name']}"),
            "unknown console page": http.get(f"/staff/{MARKS['text']}", headers={"Cookie": MARKS["name"]}),
            "sign-in without a form token": http.post(
                "/staff/login", data={"name": MARKS["account"], "password": MARKS["password"]}
            ),
            "unknown setup link": http.get(f"/staff/setup/{MARKS['wrong token']}"),
        }
        form = http.get("/staff/login")
        fields = dict(re.findall(r'name="([a-z_-]+)"[^>]*value="([^"]*)"', form.text))
        given = {**fields, "name": MARKS["account"], "password": MARKS["password"]}
        signed_in = http.post("/staff/login", data=given, headers={"Origin": application.address})
        place = {"latitude": float(MARKS["latitude"]), "longitude": 7.4}
        taken = http.post(messages, json={"id": number, "location": place}, headers=headers)
    assert all(answer.status_code >= 300 for answer in refused.values())
    assert (signed_in.status_code, taken.status_code) == (401, 200)
    return {what: answer.text for what, answer in refused.items()}


def _trouble_on_telegram(telegram: FakeTelegram) -> None:
    """Messages arrive and go out, are refused, cannot be read, and are answered with garbage."""
    chat = int(MARKS["chat"])
    telegram.person(chat, name=MARKS["name"], language_code="de")
    telegram.say(chat, SECRET_TEXT)
    telegram.wait_sent(chat, 1, timeout=60)
    for trouble in (
        {"status": 400, "description": f"Bad Request: can't parse entities: {SECRET_TEXT}"},
        {"status": 500, "description": f"chat {chat}"},
        {"garbage": True},
        {"status": 403, "description": f"Forbidden: bot was blocked by {MARKS['name']}"},
    ):
        before = len(telegram.called("sendMessage"))
        telegram.fault("sendMessage", **trouble)
        telegram.say(chat, SECRET_TEXT)
        wait_until(lambda n=before: len(telegram.called("sendMessage")) > n, "it was tried")  # type: ignore[misc]
    telegram.no_faults()
    telegram.raw({"update_id": 999_999, "message": {"text": SECRET_TEXT, "chat": {"id": chat}}})
    wait_until(lambda: telegram.waiting() == 0, "everything is fetched")


def _defects(application: Application, person: Person, answers: dict[str, str]) -> None:
    """Defects nobody foresaw: tables that are not there."""
    for table in ("outbox", "messages"):
        with inside(application) as database, database.session() as session:
            session.execute(text(f"ALTER TABLE {table} RENAME TO away"))
        body = {"id": str(uuid.uuid4()), "text": SECRET_TEXT}
        url = application.address + "/api/chat/messages"
        answers[f"no {table}"] = httpx.post(url, json=body, headers=person.headers, timeout=30).text
        health = httpx.get(application.address + "/health/ready", timeout=30)
        answers[f"health without {table}"] = health.text
        time.sleep(0.2)
        with inside(application) as database, database.session() as session:
            session.execute(text(f"ALTER TABLE away RENAME TO {table}"))


def seen(where: str, traces: Traces) -> list[str]:
    """The marks that can be read in a text."""
    return [what for what, mark in traces.marks.items() if mark.lower() in where.lower()]


def test_something_was_logged_at_all(traces: Traces) -> None:
    assert " DEBUG " in traces.log
    assert " ERROR " in traces.log
    assert "ProgrammingError" in traces.log


def test_nothing_is_in_the_log(traces: Traces) -> None:
    assert seen(traces.log, traces) == []


def test_nothing_is_in_the_databases_log(traces: Traces) -> None:
    assert traces.database_log
    assert seen(traces.database_log, traces) == []


def test_nothing_is_in_the_metrics(traces: Traces) -> None:
    assert "lotse_http_requests_total" in traces.metrics
    assert seen(traces.metrics, traces) == []


def test_no_error_repeats_what_was_sent(traces: Traces) -> None:
    found = {what: seen(answer, traces) for what, answer in traces.answers.items()}
    assert {what: marks for what, marks in found.items() if marks} == {}


def test_nothing_can_be_read_in_any_file(traces: Traces) -> None:
    found = [
        (file, what)
        for file, content in traces.files.items()
        for what, mark in traces.marks.items()
        if mark.encode() in content
    ]
    assert found == []
