"""Which language a text is in, cautiously."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from nlu.language import LanguageGuess, guess_language

FOUR = {"de": "latin", "en": "latin", "ar": "arabic", "uk": "cyrillic"}


def guess(text: str, prior: str | None = None, **evidence: object) -> LanguageGuess:
    return guess_language(text, languages=FOUR, prior=prior, **evidence)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Guten Tag, ich möchte meine Wohnung anmelden und brauche einen Termin"),
        ("en", "Hello, I would like to register my address and need an appointment"),
        ("ar", "أريد تسجيل عنواني وأحتاج إلى موعد"),
        ("ar", "شكرا"),
        ("uk", "Я хочу зареєструвати адресу, мені потрібен запис"),
        ("uk", "дякую"),
    ],
)
def test_a_clear_text_is_recognised_without_the_model(language: str, text: str) -> None:
    assert guess(text).language == language


@pytest.mark.parametrize("text", ["ok", "ja", "Termin", "no", "B1", "Anmeldung bitte"])
@pytest.mark.parametrize("prior", ["ar", "uk", "en"])
def test_a_short_latin_text_does_not_leave_the_conversations_language(text: str, prior: str) -> None:
    unsure = {"de": 0.6, "en": 0.3, "ar": 0.05, "uk": 0.05}
    assert guess(text, prior, model=unsure, known=0.5).language in (None, prior)


def test_latin_typed_arabic_is_arabic_when_the_model_says_so() -> None:
    model = {"ar": 0.98, "en": 0.01, "de": 0.005, "uk": 0.005}
    assert guess("ana 3ayez maw3ed bokra", "en", model=model, known=0.5).language == "ar"


def test_latin_typed_ukrainian_is_not_taken_for_a_language_we_do_not_speak() -> None:
    model = {"uk": 0.86, "en": 0.1, "de": 0.02, "ar": 0.02}
    guessed = guess("yaka u vas adresa ofisu", "uk", model=model, known=0.6)
    assert guessed.foreign is None
    assert guessed.language == "uk"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "我在哪里可以登记住址"),
        ("el", "πού μπορώ να δηλώσω τη διεύθυνσή μου"),
        ("ka", "მჭირდება დახმარება"),
        ("es", "¿dónde puedo registrar mi domicilio en la ciudad de Dortmund, por favor?"),
        ("pl", "potrzebuję pomocy w znalezieniu mieszkania"),
        ("tr", "çocuğumu okula nasıl kaydederim"),
        ("ru", "где можно зарегистрироваться по месту жительства, объясните пожалуйста"),
        ("fa", "کجا می‌توانم آدرس خود را ثبت کنم، لطفا راهنمایی کنید"),
    ],
)
def test_a_language_that_is_not_enabled_is_named(language: str, text: str) -> None:
    guessed = guess(text, "de")
    assert (guessed.language, guessed.foreign) == (None, language)


def test_a_script_nobody_here_can_tell_is_undetermined() -> None:
    assert guess("ቀጠሮ እፈልጋለሁ").foreign == "und"


def test_an_enabled_language_is_never_foreign() -> None:
    text = "çocuğumu okula nasıl kaydederim"
    guessed = guess_language(text, languages=FOUR | {"tr": "latin"}, prior="de")
    assert (guessed.language, guessed.foreign) == ("tr", None)


def test_a_text_the_model_knows_is_not_foreign_whatever_langdetect_says() -> None:
    model = {"de": 0.9, "en": 0.08, "ar": 0.01, "uk": 0.01}
    assert guess("fragebogen starten und sofort weiter", "de", model=model, known=1.0).foreign is None


@pytest.mark.parametrize("text", ["", "123", "🙂", "?!", "12.03."])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert guess(text, "uk") == LanguageGuess()


def test_the_same_text_has_the_same_language_in_every_thread() -> None:
    text = "hallo can you help me mit anmeldung"
    with ThreadPoolExecutor(8) as threads:
        guesses = set(threads.map(lambda _: guess(text), range(64)))
    assert len(guesses) == 1
