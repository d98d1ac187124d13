"""The page and its files: strict headers, nothing inline, nothing from elsewhere, kept by the browser."""

import re

import pytest

from bot.channels.web.static_files import VERSION


def test_every_answer_carries_the_security_headers(http):
    for path in ("/", "/static/chat.css", "/api/chat/messages", "/problems/too-large", "/nowhere"):
        headers = http.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"


def test_the_page_has_nothing_inline_and_nothing_from_elsewhere(http):
    page = http.get("/").text
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
    assert [kind for kind in re.findall(r"<script([^>]*)>", page) if "src=" not in kind] == [
        ' type="application/json" id="start"'
    ]
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page)


@pytest.mark.parametrize(("wish", "language", "direction"), [
    ("ar-SY, de;q=0.5", "ar", "rtl"),
    ("pl;q=1, uk;q=0.8, de;q=0.9", "de", "ltr"),
    ("uk", "uk", "ltr"),
    ("xx, *;q=0.1", "en", "ltr"),
    ("de;q=0, en", "en", "ltr"),
    (";;;,,q=;=", "en", "ltr"),
])  # fmt: skip
def test_the_page_speaks_the_language_of_the_browser(http, wish, language, direction):
    response = http.get("/", headers={"Accept-Language": wish})
    assert f'<html lang="{language}" dir="{direction}"' in response.text
    assert "accept-language" in response.headers["vary"].lower()


def test_files_of_this_version_are_kept_for_ever(http):
    for file in ("chat.js", "tokens.css", "mark.svg"):
        response = http.get(f"/static/{VERSION}/{file}")
        assert response.status_code == 200
        assert "immutable" in response.headers["cache-control"]


def test_files_without_a_version_are_asked_for_again(http):
    first = http.get("/static/tokens.css")
    assert first.headers["cache-control"] == "no-cache"
    again = http.get("/static/tokens.css", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_files_of_another_version_are_not_kept(http):
    response = http.get(f"/static/{'0' * len(VERSION)}/chat.js")
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-cache")


@pytest.mark.parametrize(
    "path", ["/static/../routes.py", "/static/%2e%2e/routes.py", "/static/nothing.js", "/static/"]
)
def test_only_files_of_the_page_are_served(http, path):
    assert http.get(path).status_code == 404


def test_modules_know_each_other_by_relative_address(http):
    page = http.get("/").text
    for module in re.findall(rf'href="/static/{VERSION}/(\w+\.js)"', page):
        for imported in re.findall(r'from "([^"]+)"', http.get(f"/static/{VERSION}/{module}").text):
            assert re.fullmatch(r"\./\w+\.js", imported)
            assert http.get(f"/static/{VERSION}/{imported[2:]}").status_code == 200
