def shot(windows, name, locale, width, scheme, talk):
    window = windows(locale=locale, width=width, height=740 if width < 500 else 800, color_scheme=scheme)
    page = window.open("/")
    page.wait_for_timeout(400)
    page.screenshot(path=f"/tmp/shots/{name}-0.png")
    for i, press in enumerate(talk, 1):
        if callable(press):
            press(window)
        else:
            page.locator(f'button[data-payload="{press}"]:not([aria-disabled])').last.click()
        page.wait_for_timeout(700)
        page.screenshot(path=f"/tmp/shots/{name}-{i}.png")
    print(name, window.complaints)
    print({u for u in window.requests if not u.startswith(window.server.url)})


def last(w):
    w.page.locator("button.choice:not([aria-disabled])").nth(-1)


def test_shots(windows):
    import os

    os.makedirs("/tmp/shots", exist_ok=True)
    talk = [
        "topics",
        "group:arrival",
        "topic:register-address",
        "helpful:yes",
        lambda w: w.page.click("#menu-button"),
        "do:human",
        "consent:yes",
        lambda w: w.page.click("#menu-button"),
        "do:questionnaire",
        "consent:yes",
        lambda w: w.page.locator(".message:last-child button.choice").first.click(),
        lambda w: w.page.locator(".message:last-child button.choice").first.click(),
    ]
    shot(windows, "de-1280-light", "de-DE", 1280, "light", talk)
    shot(windows, "ar-360-dark", "ar", 360, "dark", talk)


def test_zoom(windows):
    w = windows(width=360, height=740)
    p = w.open()
    p.evaluate("document.documentElement.style.fontSize = '200%'")
    p.wait_for_timeout(200)
    p.screenshot(path="/tmp/shots/zoom.png")
    w = windows(width=360, height=740, locale="ar")
    p = w.open("/?place=kiosk")
    p.wait_for_timeout(200)
    p.screenshot(path="/tmp/shots/kiosk0.png")
    w = windows(width=1280, height=800, locale="ar")
    p = w.open("/?place=kiosk")
    p.wait_for_timeout(200)
    p.screenshot(path="/tmp/shots/kiosk1.png")
    p.click("#kiosk-languages [lang=ar]")
    p.wait_for_timeout(600)
    p.screenshot(path="/tmp/shots/kiosk2.png")
    p.goto(w.server.url + "/problems/text-too-long")
    p.screenshot(path="/tmp/shots/problem.png")
    w = windows(width=360, height=740, locale="uk")
    p = w.open()
    w.server.stop()
    w.say("Я в тунелі 0231 50-11150")
    p.wait_for_timeout(2500)
    p.screenshot(path="/tmp/shots/offline.png")
    w.server.start()
