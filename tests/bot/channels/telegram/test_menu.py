"""What Telegram shows of the bot before anybody writes."""

import pytest

from bot.channels.telegram import menu
from bot.channels.telegram.commands import LISTED, PAYLOADS
from bot.content.catalogue import Catalogue
from bot.wording import Wording
from tests.bot.channels.telegram.conftest import Start, settle
from tests.fakes.telegram import FakeTelegram

CHAT = 1001
LANGUAGES = ("de", "en", "ar", "uk")


def test_commands_and_descriptions_are_published_per_language(start: Start, fake: FakeTelegram) -> None:
    application = start("polling")
    languages = application.runtime.content.current.enabled
    fake.wait(lambda: len(fake.called("getMyName")) == len(languages) + 1, "everything to be published", 20)
    wording = application.runtime.content.wording
    common = application.runtime.content.current.common_language
    for code in languages:
        shown = fake.commands_shown(CHAT, code)
        assert [each["command"] for each in shown] == list(LISTED)
        assert shown[0]["description"] == wording.phrase("telegram-command-menu", code)
        assert fake.profile_text("description", code) == wording.phrase("telegram-description", code)
    assert fake.commands_shown(CHAT, "xx")[0]["description"] == wording.phrase(
        "telegram-command-menu", common
    )


def test_what_is_already_right_is_not_changed(start: Start, fake: FakeTelegram) -> None:
    first = start("polling")
    count = len(first.runtime.content.current.enabled) + 1
    fake.wait(lambda: len(fake.called("getMyName")) == count, "everything to be published", 20)
    first.stop()
    changes = len(fake.called("setMyCommands") + fake.called("setMyDescription") + fake.called("setMyName"))
    start("polling")
    fake.wait(lambda: len(fake.called("getMyName")) == 2 * count, "everything to be compared", 20)
    after = len(fake.called("setMyCommands") + fake.called("setMyDescription") + fake.called("setMyName"))
    assert (changes > 0, after) == (True, changes)


def test_a_chosen_language_changes_the_persons_own_list(start: Start, fake: FakeTelegram) -> None:
    application = start("polling")
    fake.person(CHAT, language_code="fr")
    fake.say(CHAT, "/start")
    settle(application, fake)
    chosen = application.runtime.content.current.enabled[0]
    fake.tap(CHAT, payload=f"language:{chosen}")
    expected = application.runtime.content.wording.phrase("telegram-command-menu", chosen)
    fake.wait(
        lambda: any("scope" in call["given"] for call in fake.called("setMyCommands")),
        "the person's own list",
    )
    assert fake.commands_shown(CHAT, "fr")[0]["description"] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_exist_and_fit(content_files: dict[str, str], language: str) -> None:
    wording = Wording(Catalogue(content_files))
    limits = {
        "telegram-name": menu.NAME_LIMIT,
        "telegram-description": menu.DESCRIPTION_LIMIT,
        "telegram-short-description": menu.SHORT_LIMIT,
        "telegram-private-only": 500,
        **{f"telegram-command-{name}": 60 for name in LISTED},
    }
    source = content_files[f"{language}/telegram.ftl"]
    for key, limit in limits.items():
        assert f"{key} =" in source
        assert 0 < len(wording.phrase(key, language)) <= limit


def test_every_listed_command_means_something() -> None:
    assert set(LISTED) <= set(PAYLOADS)


def test_commands_mean_buttons_that_exist(content_files: dict[str, str]) -> None:
    intents = set(Catalogue(content_files).intents)
    meant = {payload.replace("do:", "do/", 1) for payload in PAYLOADS.values() if payload.startswith("do:")}
    assert meant <= intents
