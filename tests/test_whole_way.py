"""The whole way, as a newcomer goes it in Arabic: ask, fill in, book, reach a person, erase. Everything is real.

The application runs as people start it, with Rasa, Telegram (a fake Bot API server) and the console; a newcomer's
browser is as wide as a phone, a counsellor's as wide as a desk.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.application import Application
from tests.conftest import RASA_MODELS
from tests.fakes.telegram import TOKEN, FakeTelegram

QUESTION = "انا جديد هون، وين بعمل Anmeldung وبسجل عنواني؟"
INTERRUPTION = "كيف بلاقي مكان بالروضة لابني؟"
PASSWORD = "ein sehr langes Kennwort"
LIVE = "button.choice:not([aria-disabled=true])"
REPLY = "مرحبا، أنا هنا. كيف أساعدكم؟"


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture(scope="module")
def application(
    rasa: object, fake: FakeTelegram, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Application]:
    """Everything that `make run` starts, with a model that is trained already."""
    folder = Path(tmp_path_factory.mktemp("whole-way")) / "var"
    shutil.copytree(RASA_MODELS / "nlu" / "models", folder / "nlu" / "models")
    settings = {"LOTSE_TELEGRAM_TOKEN": TOKEN, "LOTSE_TELEGRAM_API_URL": fake.address}
    running = Application(folder, parts=None, settings=settings)
    running.start(wait=90)
    fake.wait(lambda: _understands(running), "free text to be understood", 90)
    yield running
    running.stop()


def _understands(application: Application) -> bool:
    return bool(httpx.get(application.address + "/health/ready", timeout=5).json()["nlu"] == "ok")


class Newcomer:
    """A person with the chat page on a phone."""

    def __init__(self, chromium: Browser, address: str) -> None:
        context = chromium.new_context(
            locale="ar", viewport={"width": 360, "height": 740}, reduced_motion="reduce"
        )
        context.set_default_timeout(20_000)
        self.page = context.new_page()
        self.page.goto(address)

    def say(self, text: str) -> None:
        self.page.fill("#input", text)
        self.page.press("#input", "Enter")

    def sees(self, kind: str, text: str | re.Pattern[str] | None = None) -> None:
        """The newest message of that kind, perhaps with these words."""
        newest = self.page.locator(f".message.about-{kind}").last
        expect(newest).to_be_visible()
        if text is not None:
            expect(newest).to_contain_text(text)

    def press(self, end: str) -> None:
        """The newest live button whose payload is `end`, or that of a question's choice `end`."""
        self.page.locator(
            f'{LIVE}[data-payload="{end}"], {LIVE}[data-payload^="a"][data-payload$=":{end}"]'
        ).last.click()

    def press_first(self) -> None:
        """The first button under the newest message that has any."""
        self.page.locator(f".message:has({LIVE})").last.locator(LIVE).first.click()


@pytest.fixture
def newcomer(chromium: Browser, application: Application) -> Iterator[Newcomer]:
    person = Newcomer(chromium, application.address)
    yield person
    person.page.context.close()


@pytest.fixture(scope="module")
def counsellor(chromium: Browser, application: Application) -> Iterator[Page]:
    """The first administrator, made with the link the application printed, at the desk."""
    link = re.search(r"http\S+/staff/setup/\S+", application.output)
    assert link is not None, application.output
    context = chromium.new_context(locale="de-DE", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(link[0])
    page.fill("#name", "mara")
    page.fill("#shown_name", "Mara König")
    page.fill("#password", PASSWORD)
    page.click("button[type=submit]")
    if "/login" in page.url:
        page.fill("[name=name]", "mara")
        page.fill("[name=password]", PASSWORD)
        page.click("button[type=submit]")
    yield page
    context.close()


def test_a_newcomer_goes_the_whole_way_in_the_browser(newcomer: Newcomer, counsellor: Page) -> None:
    page = newcomer.page
    newcomer.sees("menu")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")

    newcomer.say(QUESTION)
    newcomer.sees("answer", "Anmeldung")
    newcomer.press("helpful:yes")

    page.click("#menu-button")
    newcomer.press("do:questionnaire")
    newcomer.press("consent:yes")
    newcomer.sees("question", re.compile("1"))
    questions = page.locator(".message.about-question[data-number]")
    newcomer.press("25_34")
    expect(questions).to_have_count(2)
    newcomer.say(INTERRUPTION)
    expect(page.locator(".message.about-answer[data-number]")).to_have_count(2)
    expect(questions).to_have_count(3)
    newcomer.press("do:skip")
    expect(questions).to_have_count(4)
    newcomer.press("alone")
    expect(questions).to_have_count(5)
    replies = page.locator(".message.from-assistant[data-number]")
    expect(replies.last).to_have_class(re.compile("about-question"))
    for _ in range(20):
        if page.locator(f".about-questionnaire {LIVE}[data-payload$=':-done']").count():
            break
        newest = replies.last.get_attribute("data-number") or ""
        newcomer.press("do:skip")
        expect(replies.last).not_to_have_attribute("data-number", newest)
    newcomer.press("-done")
    newcomer.sees("questionnaire")

    newcomer.press("do:book")
    newcomer.press("consent:yes")
    newcomer.press("first-interview")
    page.locator(f"{LIVE}[data-payload*=':20']").first.click()
    page.locator(f"{LIVE}[data-payload*=':first-interview.']").first.click()
    newcomer.press("yes")
    expect(page.locator(".message.about-booking").last).to_contain_text("Friedensplatz")
    newcomer.press("do:my-appointments")
    page.locator(f"{LIVE}[data-payload^='cancel:']").last.click()
    newcomer.press("yes")
    newcomer.sees("booking")

    page.click("#menu-button")
    newcomer.press("do:human")
    newcomer.press("consent:yes")
    newcomer.sees("handover")

    counsellor.goto(counsellor.url.split("/staff")[0] + "/staff/conversations")
    counsellor.locator(
        "a[href^='/staff/conversations/']", has_text=re.compile("Arabisch|العربية|AR", re.I)
    ).first.click()
    counsellor.click("#take-over")
    counsellor.fill("#reply", REPLY)
    counsellor.click("#reply-form button[type=submit]")
    expect(page.locator(".message.from-staff").last).to_contain_text(REPLY)

    newcomer.say("شكرا لكم")
    expect(counsellor.locator("#timeline")).to_contain_text("شكرا لكم")
    assert page.locator(".message.from-assistant").last.evaluate(
        "e => Number(e.dataset.number)"
    ) < page.locator(".message.from-staff").last.evaluate("e => Number(e.dataset.number)")
    counsellor.locator("summary", has_text=re.compile("Zurückgeben|zurückgeben")).first.click()
    counsellor.locator("form[action$='give-back'] button[type=submit]").click()
    newcomer.sees("handover", "Mara König")

    page.click("#menu-button")
    newcomer.press("my-data")
    newcomer.press("do:delete-data")
    newcomer.press("yes")
    newcomer.sees("my-data")
    expect(page.locator(".message.from-person")).to_have_count(0)


def test_a_newcomer_goes_the_whole_way_in_telegram(
    application: Application, fake: FakeTelegram, counsellor: Page
) -> None:
    chat = 900_100
    fake.person(chat, name="Amal", language_code="ar")

    def choice_of(payload: str) -> str:
        """What a button of a question chooses; "" for other buttons."""
        return payload.partition(":")[2] if re.match(r"a\d+:", payload) else ""

    def newest(*payloads: str) -> str:
        """Wait for a button that is or chooses one of these, in the newest message with buttons; its payload."""
        found: list[str] = []

        def shown() -> bool:
            for message in reversed(fake.sent(chat)):
                found[:] = [
                    p for p in message.payloads() if any(p == e or choice_of(p) == e for e in payloads)
                ]
                if found:
                    return True
            return False

        fake.wait(shown, f"a button {payloads}", 60)
        return found[0]

    def tap(end: str) -> None:
        fake.tap(chat, payload=newest(end))

    def text_seen(words: str) -> None:
        fake.wait(lambda: any(words in message.text for message in fake.sent(chat)), words, 60)

    fake.say(chat, "/start")
    newest("do:questionnaire")
    fake.say(chat, QUESTION)
    newest("helpful:yes")
    text_seen("Anmeldung")
    tap("do:questionnaire")
    tap("consent:yes")
    tap("25_34")
    newest("female")
    fake.say(chat, INTERRUPTION)
    text_seen("Kita")
    fake.say(chat, "/stop")
    newest("do:questionnaire")
    fake.say(chat, "/menu")
    tap("do:book")
    tap("consent:yes")
    tap("first-interview")
    day = re.compile(r"a\d+:\d{4}-\d\d-\d\d")
    time = re.compile(r"a\d+:first-interview\.")
    for pattern in (day, time):

        def matching(pattern: re.Pattern[str] = pattern) -> list[str]:
            return [p for m in fake.sent(chat) for p in m.payloads() if pattern.match(p)]

        fake.wait(lambda m=matching: bool(m()), f"a button like {pattern.pattern}", 60)
        fake.tap(chat, payload=matching()[0])
    tap("yes")
    text_seen("Friedensplatz")
    tap("do:my-appointments")
    fake.wait(
        lambda: any(p.startswith("cancel:") for m in fake.sent(chat) for p in m.payloads()), "the list", 60
    )
    fake.tap(chat, payload=next(p for m in fake.sent(chat) for p in m.payloads() if p.startswith("cancel:")))
    tap("yes")
    newest("do:book")
    fake.say(chat, "/person")
    tap("consent:yes")
    newest("assistant")

    counsellor.goto(counsellor.url.split("/staff")[0] + "/staff/conversations")
    counsellor.locator("a[href^='/staff/conversations/']", has_text=re.compile("Telegram")).first.click()
    counsellor.fill("#reply", REPLY)
    counsellor.click("#reply-form button[type=submit]")
    text_seen(REPLY)
    counsellor.locator("summary", has_text=re.compile("Zurückgeben|zurückgeben")).first.click()
    counsellor.locator("form[action$='give-back'] button[type=submit]").click()

    fake.say(chat, "/data")
    tap("do:delete-data")
    tap("yes")
    fake.wait(lambda: not fake.waiting(), "everything to be taken", 60)
    answer = httpx.get(application.address + "/health/ready", timeout=5).json()
    assert answer["telegram"] == "ok"
    assert TOKEN not in application.output
