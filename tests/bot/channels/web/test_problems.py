"""Every problem has a status, an address that explains it, and words the person reads."""

import uuid

import pytest

from bot.channels.web.problems import PROBLEMS
from bot.channels.web.shapes import ProblemShape
from bot.channels.web.words import PAGE_WORDS, problem_keys

GUARDED = (
    ("GET", "/api/chat/messages"),
    ("GET", "/api/chat/events"),
    ("GET", "/api/chat/conversation"),
    ("DELETE", "/api/chat/conversation"),
)
LANGUAGES = ("de", "en", "ar", "uk")


def problem(response, slug):
    """The problem in a response, checked for what all problems promise."""
    assert response.headers["content-type"] == "application/problem+json", response.text
    body = ProblemShape.model_validate_json(response.content)
    assert body.type == f"/problems/{slug}"
    assert body.status == response.status_code == PROBLEMS[slug]
    assert body.title
    assert body.detail
    return body


@pytest.mark.parametrize(("method", "path"), GUARDED)
def test_a_missing_or_wrong_token_is_refused(http, method, path):
    for header in (None, "Bearer", "Bearer wrong", "Basic abc", "Bearer ä", f"Bearer {'x' * 500}"):
        headers = {"Authorization": header.encode("latin-1")} if header else {}
        response = http.request(method, path, headers=headers)
        problem(response, "unknown-token")
        assert response.headers["www-authenticate"].startswith("Bearer")


def test_a_message_with_a_wrong_token_is_refused(http):
    body = {"id": str(uuid.uuid4()), "text": "Hallo"}
    response = http.post("/api/chat/messages", json=body, headers={"Authorization": "Bearer wrong.seal"})
    problem(response, "unknown-token")


def test_a_token_with_a_changed_seal_is_refused(http, person):
    headers = {"Authorization": f"Bearer {person.token[:-1]}{'0' if person.token[-1] != '0' else '1'}"}
    problem(http.get("/api/chat/messages", headers=headers), "unknown-token")


@pytest.mark.parametrize(("method", "path"), GUARDED)
def test_a_dead_token_is_gone(http, person, method, path):
    http.delete("/api/chat/conversation", headers=person.headers)
    problem(http.request(method, path, headers=person.headers), "conversation-ended")


def test_a_message_with_a_dead_token_is_gone(http, person):
    http.delete("/api/chat/conversation", headers=person.headers)
    problem(person.post(text="Hallo"), "conversation-ended")


def test_a_conversation_that_cannot_be_opened_says_why(http):
    for body, slug in (
        ({"language": "xx", "place": "web"}, "unknown-language"),
        ({"language": "pl", "place": "web"}, "unknown-language"),
        ({"language": "", "place": "web"}, "unknown-language"),
        ({"language": "de", "place": "moon"}, "unknown-place"),
        ({"language": 7, "place": "web"}, "wrong-shape"),
        ({"language": "de", "place": "web", "admin": True}, "wrong-shape"),
        (["de"], "wrong-shape"),
    ):
        problem(http.post("/api/chat/conversations", json=body), slug)


def test_another_method_is_refused_with_those_that_are_possible(http):
    response = http.put("/api/chat/messages")
    problem(response, "method-not-allowed")
    assert response.headers["allow"] == "GET, POST"


def test_an_unknown_address_is_not_found(http):
    problem(http.get("/api/chat/secrets"), "not-found")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_problem_is_said_in_the_language_of_the_browser(http, content, language):
    response = http.get("/api/chat/messages", headers={"Accept-Language": f"xx, {language}-AA;q=0.9"})
    body = problem(response, "unknown-token")
    assert response.headers["content-language"] == language
    assert body.title == content.wording.phrase("chat-problem-unknown-token", language)


def test_a_problem_with_a_text_is_said_in_the_language_of_the_conversation(new_person):
    response = new_person("uk").post(text=" ")
    problem(response, "empty-message")
    assert response.headers["content-language"] == "uk"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_of_a_problem_explains_it(http, content, language):
    for slug in PROBLEMS:
        response = http.get(f"/problems/{slug}", headers={"Accept-Language": language})
        assert response.status_code == 200
        assert f'lang="{language}"' in response.text
        assert content.wording.phrase(f"chat-problem-{slug}", language) in response.text


def test_an_unknown_problem_has_no_page(http):
    assert http.get("/problems/boredom").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_chat_exists_in_the_language_itself(content, language):
    keys = [f"chat-{word}" for word in PAGE_WORDS] + problem_keys()
    assert [key for key in keys if not content.wording.has_phrase(key, language)] == []


def test_an_unforeseen_error_is_a_problem_in_words_and_tells_nothing(person, inbox, monkeypatch):
    def broken(*_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(inbox, "take", broken)
    answer = person.post(text="Hallo")
    problem(answer, "not-available")
    assert "secret" not in answer.text
