"""The console in a real browser: live, by keyboard, on a phone, for everybody."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bot.models import ConversationRow
from bot.runtime import Runtime
from bot.services import handover, trainings, worklist
from tests.bot.console.conftest import Cast
from tests.factories import PASSWORD, make_conversation, make_member, say, undeliver

OpenPage = Callable[..., Page]

LOOKED_AT_AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"


def waiting(
    runtime: Runtime, text: str = "Guten Tag", *, language: str = "de", minutes: int = 5
) -> ConversationRow:
    """A conversation that waits for a person."""
    at = datetime.now(UTC) - timedelta(minutes=minutes)
    with runtime.database.session() as session:
        row = make_conversation(session, language=language, now=at)
        say(session, row, text, now=at)
        handover.hand_over(session, row, reason="asked", now=at)
    return row


def rich(runtime: Runtime) -> ConversationRow:
    """A conversation with everything a page can show."""
    row = waiting(runtime, "أحتاج مساعدة 0231 50-11150", language="ar")
    now = datetime.now(UTC)
    with runtime.database.session() as session:
        row = session.merge(row)
        row.channel, row.address = "telegram", 4711
        message = say(session, row, "Ich frage nach.", sender="assistant", language="de", now=now)
        undeliver(session, row, message.number, "uncertain")
        jo = make_member(session, "jo")
        handover.add_note(session, row.id, jo, "ruft zurück", now=now)
        handover.raise_alarm(session, row, now=now)
    return row


def to_learn(runtime: Runtime) -> None:
    """Sentences for editors, models of the past, and one under way."""
    now = datetime.now(UTC)
    scores = {"n": 100, "right": 81, "by_language": {"de": [60, 51], "ar": [40, 30]}}
    with runtime.database.session() as session:
        for language, said in (
            ("ar", "اسمي محمد وأحتاج سكن"),
            ("de", "mein name ist Amina 0176 12345678 " * 5),
        ):
            worklist.record(
                session,
                runtime.content.current,
                said,
                language=language,
                kind="not-understood",
                intents=["faq/find-flat", "do/human", "safety/violence"],
                today=now.date(),
            )
        trainings.add_first(session, "first.tar.gz", content=None, now=now)
        number = trainings.ask(session, kind="train", member_id=None, now=now, begin=True)
        detail = {"language": "ar", "before": 0.8, "after": 0.7}
        trainings.finish(
            session,
            number,
            "refused",
            now=now,
            reason="worse-language",
            detail=detail,
            scores=scores,
            compared=scores,
        )
        trainings.ask(session, kind="train", member_id=None, now=now, begin=True)


def violations(page: Page) -> list[str]:
    """What axe finds wrong, in one line each."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found]


def test_signing_in_with_the_keyboard_leads_to_the_queue(cast: Cast, open_page: OpenPage) -> None:
    cast.add("counsellor")
    page = open_page("outsider", "/staff")
    page.keyboard.type("counsellor")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Wartende Gespräche")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_pages_can_be_used_by_everybody(
    open_page: OpenPage, console_runtime: Runtime, width: int, scheme: str
) -> None:
    row = rich(console_runtime)
    to_learn(console_runtime)
    found = {}
    for who, path in (
        ("outsider", "/staff/login"),
        ("administrator", "/staff/conversations"),
        ("administrator", f"/staff/conversations/{row.id}"),
        ("administrator", "/staff/problems"),
        ("administrator", "/staff/appointments"),
        ("administrator", "/staff/worklist"),
        ("editor", "/staff/understanding"),
        ("editor", "/staff/validity"),
        ("editor", "/staff/texts/ar/topics/register-address"),
        ("administrator", "/staff/accounts"),
        ("administrator", "/staff/audit"),
        ("administrator", "/staff/account"),
    ):
        page = open_page(who, path, width=width, scheme=scheme)
        page.wait_for_load_state("networkidle" if who == "outsider" else "load")
        if problems := violations(page):
            found[path] = problems
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wider > 0:
            found[f"{path} scrolls sideways"] = [f"{wider} px"]
        page.context.close()

    assert found == {}


def test_a_new_conversation_appears_by_itself_and_is_counted(
    open_page: OpenPage, console_runtime: Runtime
) -> None:
    page = open_page("counsellor", "/staff/conversations")
    expect(page.get_by_text("Niemand wartet.")).to_be_visible()

    waiting(console_runtime, "Ich brauche Hilfe")

    expect(page.get_by_text("Ich brauche Hilfe")).to_be_visible()
    expect(page.get_by_role("link", name="Wartend 1")).to_be_visible()
    expect(page).to_have_title("(1) Wartende Gespräche – Lotse")


def test_a_new_message_slides_in_without_touching_what_is_typed(
    open_page: OpenPage, console_runtime: Runtime
) -> None:
    row = waiting(console_runtime)
    page = open_page("counsellor", f"/staff/conversations/{row.id}")
    page.get_by_label("Antwort an die Person").fill("Einen Moment")

    with console_runtime.database.session() as session:
        say(session, session.merge(row), "Noch eine Frage")

    expect(page.locator("#timeline").get_by_text("Noch eine Frage")).to_be_visible()
    expect(page.get_by_label("Antwort an die Person")).to_have_value("Einen Moment")
    expect(page.get_by_label("Antwort an die Person")).to_be_focused()


def test_a_colleague_who_takes_over_is_seen_at_once(
    cast: Cast, open_page: OpenPage, console_runtime: Runtime
) -> None:
    row = waiting(console_runtime)
    page = open_page("counsellor", f"/staff/conversations/{row.id}")

    cast["administrator"].post(f"/staff/conversations/{row.id}/take-over")

    expect(page.get_by_text("Administrator hat dieses Gespräch", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Von Administrator übernehmen")).to_be_visible()


def test_taking_over_replying_and_closing_by_mouse(open_page: OpenPage, console_runtime: Runtime) -> None:
    row = waiting(console_runtime)
    page = open_page("counsellor", "/staff/conversations")
    page.get_by_role("link", name="Guten Tag").click()
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_text("Sie haben dieses Gespräch")).to_be_visible()
    page.get_by_label("Antwort an die Person").fill("Wie kann ich helfen?")
    page.get_by_role("button", name="Antworten").click()
    expect(page.locator(".from-staff").get_by_text("Wie kann ich helfen?")).to_be_visible()
    page.get_by_text("Schließen …").click()
    expect(
        page.get_by_text("Die Person bekommt die Nachricht, dass das Gespräch beendet ist")
    ).to_be_visible()
    page.get_by_role("button", name="Gespräch schließen").click()

    expect(page.get_by_text("Das Gespräch ist geschlossen.")).to_be_visible()
    with console_runtime.database.session() as session:
        assert session.get_one(ConversationRow, row.id).owner == "closed"


def test_the_whole_desk_works_by_keyboard(open_page: OpenPage, console_runtime: Runtime) -> None:
    for minutes, text in ((9, "erste"), (5, "zweite")):
        waiting(console_runtime, text, minutes=minutes)
    page = open_page("counsellor", "/staff/conversations")
    for key in ("j", "j", "k", "j"):
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#timeline").get_by_text("zweite")).to_be_visible()
    page.keyboard.press("r")
    page.keyboard.type("njr?")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.locator(".from-staff").get_by_text("njr?")).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    page.keyboard.type("nur intern")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")

    expect(page.locator("#timeline .note").get_by_text("nur intern")).to_be_visible()


def test_the_help_opens_with_a_question_mark_and_switches_shortcuts_off(open_page: OpenPage) -> None:
    page = open_page("counsellor", "/staff/conversations")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Tastenkürzel")).to_be_visible()
    page.get_by_label("Tastenkürzel benutzen").uncheck()
    page.get_by_role("button", name="Hilfe schließen").click()
    page.reload()
    page.keyboard.press("?")

    expect(page.get_by_label("Tastenkürzel benutzen")).not_to_be_checked()


def test_an_open_question_stays_open_while_the_page_changes(
    open_page: OpenPage, console_runtime: Runtime
) -> None:
    row = waiting(console_runtime)
    page = open_page("counsellor", f"/staff/conversations/{row.id}")
    page.get_by_text("Schließen …").click()

    with console_runtime.database.session() as session:
        handover.raise_alarm(session, session.merge(row), now=datetime.now(UTC))

    expect(page.get_by_role("button", name="Alarm gesehen")).to_be_visible()
    expect(page.get_by_role("button", name="Gespräch schließen")).to_be_visible()


def test_on_a_phone_the_menu_unfolds_and_the_list_gives_way(
    open_page: OpenPage, console_runtime: Runtime
) -> None:
    row = waiting(console_runtime)
    page = open_page("counsellor", f"/staff/conversations/{row.id}", width=360, height=700)
    expect(page.get_by_role("navigation")).to_be_hidden()
    page.get_by_role("button", name="Menü").click()
    expect(page.get_by_role("link", name="Termine")).to_be_visible()
    page.get_by_role("button", name="Menü").click()
    page.get_by_role("link", name="Zurück zur Liste").click()

    expect(page.get_by_role("heading", name="Wartende Gespräche")).to_be_visible()


def test_a_lost_connection_is_said_and_made_good(open_page: OpenPage, console_runtime: Runtime) -> None:
    page = open_page("counsellor", "/staff/conversations")
    expect(page.get_by_text("Niemand wartet.")).to_be_visible()
    page.context.set_offline(True)
    page.evaluate(LOOKED_AT_AGAIN)
    expect(page.get_by_text("Die Verbindung ist unterbrochen")).to_be_visible(timeout=10_000)
    waiting(console_runtime, "während der Unterbrechung")
    page.context.set_offline(False)
    page.evaluate(LOOKED_AT_AGAIN)

    expect(page.get_by_text("während der Unterbrechung")).to_be_visible(timeout=10_000)
    expect(page.get_by_text("Die Verbindung ist unterbrochen")).to_be_hidden(timeout=10_000)


def test_signing_out_elsewhere_leads_an_open_page_to_the_sign_in_form(
    cast: Cast, open_page: OpenPage
) -> None:
    page = open_page("counsellor", "/staff/conversations")
    expect(page.get_by_text("Niemand wartet.")).to_be_visible()
    cast["counsellor"].post("/staff/logout")
    page.evaluate(LOOKED_AT_AGAIN)

    expect(page.get_by_role("heading", name="Anmelden")).to_be_visible()
