"""The chat page in a real browser."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

BUTTON = 'button[data-payload="{}"]:not([aria-disabled])'
LAST_ASSISTANT = ".message.from-assistant >> nth=-1"


def press(page, payload):
    """Press a button that can still be pressed."""
    page.locator(BUTTON.format(payload)).last.click()


def numbers(page):
    """The numbers of the messages on the screen, top to bottom."""
    return page.eval_on_selector_all(
        ".message[data-number]", "found => found.map(element => Number(element.dataset.number))"
    )


def said(page):
    """What the person said, as it stands on the screen."""
    return page.locator(".from-person .bubble").all_inner_texts()


def violations(page):
    """What axe finds wrong."""
    return [f"{found['id']}: {found['nodes'][0]['html']}" for found in Axe().run(page).response["violations"]]


def test_a_first_visit_shows_the_welcome_in_the_language_of_the_browser(windows):
    page = windows(locale="ar").open()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".message").first).to_have_class("message from-assistant about-welcome first")
    assert page.locator("#input").get_attribute("placeholder") == "اكتبوا هنا"


def test_the_page_talks_to_no_other_server_and_breaks_no_policy(windows):
    window = windows()
    page = window.open()
    press(page, "topics")
    expect(page.locator(LAST_ASSISTANT)).to_contain_text("")
    assert {url.split("/")[2] for url in window.requests if not url.startswith("data:")} == {
        f"127.0.0.1:{window.server.port}"
    }
    assert window.complaints == []


def test_a_pressed_button_is_marked_and_its_question_can_not_be_answered_twice(windows):
    page = windows().open()
    press(page, "topics")
    chosen = page.locator('button[data-payload="topics"]').first
    expect(chosen).to_have_class("choice chosen")
    expect(chosen).to_have_attribute("aria-disabled", "true")
    chosen.dispatch_event("click")
    page.wait_for_timeout(300)
    assert len(said(page)) == 1


def test_rating_an_answer_leaves_its_other_buttons_alone(windows):
    page = windows().open()
    press(page, "topics")
    press(page, "group:arrival")
    press(page, "topic:register-address")
    press(page, "helpful:yes")
    answer = page.locator(".message.about-answer").first
    expect(answer.locator('[data-payload="helpful:no"]')).to_have_attribute("aria-disabled", "true")
    expect(answer.locator('[data-payload^="topic:"]').first).not_to_have_attribute("aria-disabled", "true")


def test_choosing_a_language_switches_the_page(windows):
    page = windows(locale="de").open()
    page.click("#language-button")
    page.click("#languages [data-language=ar]")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#menu-button")).to_have_text("القائمة")


def test_a_reload_shows_the_same_talk(windows):
    page = windows().open()
    press(page, "topics")
    expect(page.locator(".from-person[data-number] + .from-assistant")).to_have_count(1)
    before = numbers(page)
    page.reload()
    page.wait_for_selector("#log[aria-busy=false] .from-person")
    assert numbers(page) == before


def test_what_people_write_is_never_markup(windows):
    window = windows()
    page = window.open()
    window.say("<img src=x onerror=alert(1)><b>fett</b>")
    expect(page.locator(".from-person .bubble")).to_have_text("<img src=x onerror=alert(1)><b>fett</b>")
    assert page.locator(".from-person .bubble b, .from-person .bubble img").count() == 0


def test_enter_sends_and_shift_enter_begins_a_line(windows):
    page = windows().open()
    page.click("#input")
    page.keyboard.type("eins")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("zwei")
    assert said(page) == []
    page.keyboard.press("Enter")
    expect(page.locator(".from-person .bubble")).to_have_text("eins\nzwei")
    assert page.input_value("#input") == ""


def test_the_field_grows_to_four_lines_and_no_further(windows):
    page = windows().open()
    heights = []
    for lines in (1, 2, 4, 12):
        page.fill("#input", "\n".join("x" * lines))
        heights.append(page.locator("#input").bounding_box()["height"])
    assert heights[0] < heights[1] < heights[2] == pytest.approx(heights[3], abs=2)


def test_a_text_that_is_too_long_stays_in_the_field(windows):
    window = windows()
    page = window.open()
    window.say("x" * 4001)
    expect(page.locator("#notice")).to_contain_text("4000")
    assert len(page.input_value("#input")) == 4001


@pytest.mark.parametrize("text", ["اتصلوا على 0231 50-11150 من فضلكم", "هاتف: +49 231 50-11150."])
def test_a_telephone_number_in_arabic_reads_in_its_own_order(windows, counsellor, text):
    window = windows(locale="ar")
    page = window.open()
    conversation = json.loads(page.evaluate("localStorage.getItem('lotse.conversation')"))["id"]
    counsellor.reply(conversation, text)
    bubble = page.locator(".from-staff .bubble").last
    expect(bubble).to_contain_text("50-11150")
    before, after = bubble.evaluate(
        """bubble => ['231', '50-11150'].map(part => {
            const walker = document.createTreeWalker(bubble, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(part);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + part.length);
                return range.getBoundingClientRect().left;
            }
        })"""
    )
    assert before < after


def test_numbers_in_an_arabic_answer_read_in_their_own_order(windows):
    page = windows(locale="ar").open()
    press(page, "topics")
    press(page, "group:health")
    press(page, "topic:health-insurance")
    call = page.locator('.about-answer a[href^="tel:"]').first
    assert call.locator("bdi").get_attribute("dir") == "ltr"


def test_each_bubble_has_its_own_language_and_direction(windows):
    page = windows(locale="de").open()
    page.click("#language-button")
    page.click("#languages [data-language=ar]")
    expect(page.locator(".from-assistant .bubble[lang=ar][dir=rtl]").first).to_be_visible()
    assert page.locator(".from-assistant .bubble[lang=de][dir=ltr]").count() > 0


def test_a_message_written_without_a_connection_is_shown_and_sent_once_it_is_back(windows, live_server):
    window = windows()
    page = window.open()
    live_server.stop()
    window.say("Ich bin im Tunnel")
    expect(page.locator(".message.unsent .sending-state")).to_have_text("wartet auf das Senden")
    expect(page.locator("#strip")).to_have_class("strip trouble")
    live_server.start()
    expect(page.locator(".from-person[data-number]")).to_have_count(1, timeout=30_000)
    expect(page.locator(".unsent")).to_have_count(0)
    expect(page.locator("#strip.trouble")).to_have_count(0, timeout=30_000)
    assert said(page) == ["Ich bin im Tunnel"]


def test_a_message_survives_a_reload_while_it_waits(windows):
    window = windows()
    page = window.open()
    page.route(
        "**/api/chat/messages",
        lambda route: route.abort() if route.request.method == "POST" else route.continue_(),
    )
    window.say("Noch da?")
    expect(page.locator(".message.unsent")).to_have_count(1)
    page.unroute("**/api/chat/messages")
    page.reload()
    expect(page.locator(".from-person[data-number]")).to_have_count(1, timeout=15_000)
    assert said(page) == ["Noch da?"]


def test_a_reply_that_was_lost_on_the_way_is_not_asked_for_with_a_second_message(windows):
    window = windows()
    page = window.open()
    sent = []

    def lose_the_first_answer(route):
        if route.request.method != "POST":
            return route.continue_()
        sent.append(route.request.post_data_json["id"])
        if len(sent) == 1:
            route.fetch()
            return route.abort()
        return route.continue_()

    page.route("**/api/chat/messages", lose_the_first_answer)
    window.say("Hallo")
    for _ in range(100):
        page.wait_for_timeout(100)
        if len(sent) == 2:
            break
    expect(page.locator(".from-person[data-number]")).to_have_count(1)
    expect(page.locator(".unsent")).to_have_count(0)
    page.wait_for_timeout(1500)
    assert len(sent) == 2
    assert len(set(sent)) == 1
    assert said(page) == ["Hallo"]
    assert numbers(page) == sorted(set(numbers(page)))


def test_without_a_stream_replies_come_all_the_same(windows):
    window = windows()
    window.page.route("**/api/chat/events*", lambda route: route.abort())
    page = window.open()
    window.say("Hallo")
    expect(page.locator(".from-person[data-number]")).to_have_count(1)
    assert numbers(page) == list(range(1, len(numbers(page)) + 1))


def test_a_counsellor_is_shown_by_name_and_apart_from_the_assistant(windows, counsellor):
    page = windows().open()
    conversation = json.loads(page.evaluate("localStorage.getItem('lotse.conversation')"))["id"]
    counsellor.reply(conversation, "Guten Tag")
    expect(page.locator(".from-staff .name")).to_have_text("Beratung: Ada")
    expect(page.locator("#strip")).to_contain_text("Ada")
    colour = "bubble => getComputedStyle(bubble).backgroundColor"
    colours = [page.locator(f".from-{who} .bubble").first.evaluate(colour) for who in ("staff", "assistant")]
    assert colours[0] != colours[1]


def test_a_reader_who_scrolled_up_is_told_of_new_messages(windows, counsellor):
    page = windows(height=420).open()
    conversation = json.loads(page.evaluate("localStorage.getItem('lotse.conversation')"))["id"]
    press(page, "menu") if page.locator(BUTTON.format("menu")).count() else page.click("#menu-button")
    expect(page.locator(".from-person")).to_have_count(1)
    page.locator("#scroll").evaluate("scroll => scroll.scrollTo(0, 0)")
    page.wait_for_timeout(100)
    counsellor.reply(conversation, "Guten Tag")
    pill = page.locator("#below")
    expect(pill).to_be_visible()
    pill.click()
    expect(pill).to_be_hidden()
    expect(page.locator(".from-staff .bubble")).to_be_in_viewport()


def test_after_erasing_nothing_is_left_in_the_browser(windows):
    window = windows()
    page = window.open()
    window.say("Geheimnis")
    page.click("#menu-button")
    press(page, "my-data")
    press(page, "do:delete-data")
    confirm = page.locator(".message >> nth=-1").locator("button.choice").first
    confirm.click()
    expect(page.locator("#anew")).to_be_visible()
    assert page.locator(".message").count() == 1
    assert page.evaluate("Object.keys(localStorage)") == []
    page.click("#anew")
    expect(page.locator(".message.about-welcome").first).to_be_visible()
    assert "Geheimnis" not in page.content()


def test_a_conversation_that_ended_elsewhere_is_begun_anew_and_what_was_written_is_not_lost(windows, http):
    window = windows()
    page = window.open()
    token = json.loads(page.evaluate("localStorage.getItem('lotse.conversation')"))["token"]
    page.route("**/api/chat/events*", lambda route: route.abort())
    http.delete("/api/chat/conversation", headers={"Authorization": f"Bearer {token}"})
    window.say("Bin ich noch da?")
    expect(page.locator(".from-person[data-number] .bubble")).to_have_text("Bin ich noch da?", timeout=15_000)
    assert json.loads(page.evaluate("localStorage.getItem('lotse.conversation')"))["token"] != token


def test_a_copy_of_the_data_can_be_saved(windows):
    page = windows().open()
    page.click("#menu-button")
    press(page, "my-data")
    press(page, "do:export-data")
    with page.expect_download() as download:
        page.locator("a.choice[download$='.json']").click()
    with open(download.value.path(), encoding="utf-8") as saved:
        assert json.load(saved)


def test_the_location_is_asked_for_only_when_it_is_sent(windows):
    window = windows(geolocation={"latitude": 51.5142, "longitude": 7.4653}, permissions=["geolocation"])
    page = window.open()
    page.click("#location")
    expect(page.locator(".from-person[data-number]")).to_contain_text("51.5142")


def test_a_question_has_a_button_that_sends_the_location(windows):
    window = windows(geolocation={"latitude": 51.514, "longitude": 7.466}, permissions=["geolocation"])
    page = window.open()
    press(page, "do:places-nearby")
    page.locator(".about-places button.choice", has_text="Standort").click()
    found = page.locator(".about-places").last
    expect(found).to_contain_text("von Ihnen")
    assert found.locator('a[href^="https://www.openstreetmap.org/"]').count() >= 3
    assert not [url for url in window.requests if "openstreetmap" in url]
    assert window.complaints == []


def test_where_a_device_cannot_tell_there_is_no_button_for_the_location(windows):
    window = windows()
    window.page.add_init_script("delete Navigator.prototype.geolocation")
    page = window.open()
    press(page, "do:places-nearby")
    expect(page.locator(BUTTON.format("do:places-nearby"))).to_have_count(0)
    expect(page.locator(".about-places").last.locator("button.choice").first).to_be_visible()
    assert page.locator(".about-places button.choice", has_text="Standort").count() == 0


def test_what_is_isolated_in_an_arabic_phrase_is_not_isolated_again(windows):
    page = windows(locale="ar").open()
    page.click("#menu-button")
    press(page, "do:book")
    press(page, "consent:yes")
    for step in range(1, 4):
        asked = page.locator(".about-booking")
        expect(asked).to_have_count(step)
        asked.last.locator("button.choice:not(.quiet-choice)").first.click()
    confirm = page.locator(".about-booking .bubble").nth(3)
    expect(confirm).to_contain_text("\u2066Friedensplatz 7")
    twice = confirm.locator("bdi").evaluate_all(
        """found => found.filter(bdi => {
            const before = document.createRange();
            before.setStart(bdi.closest(".bubble"), 0);
            before.setEndBefore(bdi);
            const text = before.toString();
            return text.split(/[\u2066-\u2068]/).length > text.split("\u2069").length;
        }).length"""
    )
    assert twice == 0


def test_a_location_that_is_not_shared_is_said_so(windows):
    page = windows(permissions=[]).open()
    page.click("#location")
    expect(page.locator("#notice")).to_contain_text("Stadtteil")


def test_everything_can_be_done_with_the_keyboard(windows):
    page = windows().open()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#input")).to_be_focused()
    page.keyboard.type("Hallo")
    page.keyboard.press("Enter")
    expect(page.locator(".from-person[data-number]")).to_have_count(1)
    page.locator("#language-button").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#language-button")).to_be_focused()
    expect(page.locator("#languages")).to_be_hidden()
    page.locator("#scroll").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.payload === 'topics'"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".from-person[data-number]")).to_have_count(2)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('button.choice:not([aria-disabled])')")


def test_the_talk_is_a_live_region_that_stays_quiet_while_it_is_loaded(windows):
    page = windows().open()
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-label", "Gespräch")
    expect(log).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["de", "ar"])
def test_axe_finds_nothing(windows, counsellor, locale, scheme):
    window = windows(locale=locale, width=360, height=740, color_scheme=scheme)
    page = window.open()
    press(page, "topics")
    press(page, "group:arrival")
    press(page, "topic:register-address")
    expect(page.locator(".about-answer")).to_be_visible()
    conversation = json.loads(page.evaluate("localStorage.getItem('lotse.conversation')"))["id"]
    counsellor.reply(conversation, "Guten Tag 0231 50-11150")
    expect(page.locator(".from-staff")).to_be_visible()
    page.click("#language-button")
    assert violations(page) == []


def test_axe_finds_nothing_on_the_other_pages(windows):
    window = windows(locale="ar", width=360, height=740)
    window.page.goto(f"{window.server.url}/problems/text-too-long")
    assert violations(window.page) == []
    window.open("/?place=kiosk")
    expect(window.page.locator("#kiosk-start button").first).to_be_visible()
    assert violations(window.page) == []


def test_choosing_several_answers_changes_the_question_in_its_place(windows):
    window = windows()
    page = window.open()
    page.click("#menu-button")
    press(page, "do:questionnaire")
    press(page, "consent:yes")
    for asked, answer in enumerate((2, 0, 0, 0), start=1):
        question = page.locator(".message.about-question").last
        expect(question.locator("button.choice:not([aria-disabled])").first).to_be_visible()
        question.locator("button.choice").nth(answer).click()
        expect(page.locator(".message.about-question")).to_have_count(asked + 1)
    window.say("2")
    expect(page.locator(".from-person[data-number]")).to_have_count(8)
    expect(page.locator(".message.about-question")).to_have_count(6)
    questions = page.locator(".message.about-question").count()
    said_before = page.locator(".from-person:visible").count()
    first = page.locator(".message.about-question").last.locator("button.choice").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".message.about-question").last.locator("button.choice").first).to_contain_text("✓")
    assert page.locator(".message.about-question").count() == questions
    expect(page.locator(".from-person:visible")).to_have_count(said_before)
    assert page.evaluate("document.activeElement.matches('.about-question button.choice')")


@pytest.mark.parametrize("locale", ["de", "ar", "uk"])
@pytest.mark.parametrize("width", [320, 360, 640, 1280])
def test_nothing_is_wider_than_the_screen_and_everything_is_big_enough_to_touch(windows, width, locale):
    page = windows(locale=locale, width=width, height=640).open()
    press(page, "topics")
    press(page, "group:arrival")
    press(page, "topic:register-address")
    expect(page.locator(".about-answer")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#scroll").evaluate("scroll => scroll.scrollWidth <= scroll.clientWidth")
    small = page.eval_on_selector_all(
        "button, a.choice, textarea",
        """found => found.filter(element => element.offsetParent !== null)
            .map(element => [element.textContent.trim(), element.getBoundingClientRect()])
            .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([text]) => text)""",
    )
    assert small == []


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_letters_twice_as_large_still_leave_room_for_talk_and_field(windows, width, height):
    page = windows(width=width, height=height).open()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#scroll").bounding_box()["height"] > 120
    expect(page.locator("#send")).to_be_in_viewport()
