"""A screen that many people use after each other."""

from playwright.sync_api import expect


def start(windows, language="de"):
    """A kiosk with a conversation begun."""
    window = windows()
    window.page.clock.install()
    page = window.open("/?place=kiosk")
    page.click(f"#kiosk-languages [lang={language}]")
    page.wait_for_selector("#log[aria-busy=false] .message")
    return window


def test_a_visit_begins_with_the_languages(windows, runtime):
    page = windows().open("/?place=kiosk")
    catalogue = runtime.content.current
    names = [catalogue.language(code).name for code in catalogue.enabled]
    expect(page.locator("#kiosk-languages button")).to_have_text(names)


def test_the_chosen_language_is_that_of_the_visit(windows):
    page = start(windows, "ar").page
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator(".from-assistant .bubble[lang=ar]").first).to_be_visible()


def test_the_end_of_a_visit_leaves_nothing_behind(windows, http):
    window = start(windows)
    page = window.page
    token = page.evaluate("JSON.parse(sessionStorage.getItem('lotse.conversation')).token")
    window.say("Geheimnis")
    expect(page.locator(".from-person[data-number]")).to_have_count(1)
    with page.expect_response(lambda response: response.request.method == "DELETE"):
        page.click("#end-visit")
    expect(page.locator("#kiosk-start")).to_be_visible()
    assert page.evaluate("[Object.keys(sessionStorage), Object.keys(localStorage)].flat()") == []
    assert "Geheimnis" not in page.content()
    headers = {"Authorization": f"Bearer {token}"}
    assert http.get("/api/chat/messages", headers=headers).status_code == 410


def test_nobody_there_ends_the_visit_after_a_warning(windows):
    page = start(windows).page
    page.clock.run_for(181_000)
    expect(page.locator("#idle")).to_be_visible()
    expect(page.locator("#idle-text")).to_contain_text("Sekunden")
    page.clock.run_for(31_000)
    expect(page.locator("#kiosk-start")).to_be_visible()
    assert page.locator(".message").count() == 0


def test_who_is_still_there_goes_on(windows):
    page = start(windows).page
    page.clock.run_for(181_000)
    page.click("#idle-stay")
    page.clock.run_for(100_000)
    expect(page.locator("#idle")).to_be_hidden()
    assert page.locator(".message").count() > 0


def test_letters_and_buttons_are_larger_than_in_the_chat(windows):
    page = start(windows).page
    size = page.locator(".bubble").first.evaluate("bubble => parseFloat(getComputedStyle(bubble).fontSize)")
    assert size >= 20
    assert page.locator("button.choice:visible").first.bounding_box()["height"] >= 56
