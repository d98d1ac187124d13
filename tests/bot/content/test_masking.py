"""What names a person is taken out of a sentence before an editor sees it, in all ten languages."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.catalogue import Catalogue
from bot.content.check import check
from bot.content.masking import MARK, Masking, MaskingProblem, without_marks


@pytest.fixture(scope="module")
def masking(content_files: dict[str, str]) -> Masking:
    found = Catalogue(content_files).masking
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Mein Name ist Amina Haddad und ich suche eine Wohnung", "Mein Name ist ‹name› und ich suche eine Wohnung"),
        ("ich heiße amina ich brauche wohnung", "ich heiße ‹name› ich brauche wohnung"),
        ("mein sohn heißt Karim, wo schule", "mein sohn heißt ‹name›, wo schule"),
        ("My name is Olena Kovalenko, how do I register?", "My name is ‹name›, how do I register?"),
        ("اسمي محمد العلي، عندي سؤال", "اسمي ‹name›، عندي سؤال"),
        ("اسمي محمد وأحتاج سكن", "اسمي ‹name› وأحتاج سكن"),
        ("ismi Mohamad, bdi beit", "ismi ‹name›, bdi beit"),
        ("меня зовут Иван Петров, ищу работу", "меня зовут ‹name›, ищу работу"),
        ("menya zovut Ivan Petrov ya ishu rabotu", "menya zovut ‹name› ya ishu rabotu"),
        ("Мене звати Олена і я шукаю роботу", "Мене звати ‹name› і я шукаю роботу"),
        ("benim adım Ayşe Yılmaz, ev arıyorum", "benim adım ‹name›, ev arıyorum"),
        ("mă numesc Ion Popescu si caut de lucru", "mă numesc ‹name› si caut de lucru"),
        ("казвам се Георги Иванов и търся работа", "казвам се ‹name› и търся работа"),
        ("اسم من علی رضایی است", "اسم من ‹name› است"),
        ("je m'appelle Marie Dupont et je cherche un appartement", "je m'appelle ‹name› et je cherche un appartement"),
        ("Frau Müller hat mir geschrieben", "Frau ‹name› hat mir geschrieben"),
        ("ruf an 0176 12345678 bitte", "ruf an ‹phone› bitte"),
        ("+49 (0)176-123 45 67", "‹phone›"),
        ("رقمي ٠١٧٦١٢٣٤٥٦٧٨", "رقمي ‹phone›"),
        ("０１７６１２３４５６７８", "‹phone›"),
        ("01\u200b76 123\u200b45678", "‹phone›"),
        ("an amina.h@example.org schreiben", "an ‹email› schreiben"),
        ("siehe https://t.me/amina?x=1 und @amina_h", "siehe ‹link› und ‹link›"),
        ("geboren am 5.3.1990 in Homs", "geboren am ‹date› in Homs"),
        ("1990-03-05", "‹date›"),
        ("born on March 5, 1990", "born on ‹date›"),
        ("родилась 5 березня 1990", "родилась ‹date›"),
        ("تولد ۱۳۶۹/۵/۱۲", "تولد ‹date›"),
        ("IBAN de89 3704 0044 0532 0130 00 geht nicht", "IBAN ‹iban› geht nicht"),
        ("meine Kundennummer ist 123BG0012345", "meine Kundennummer ist ‹number›"),
        ("Aktenzeichen 12 K 3456/25 Antwort?", "Aktenzeichen ‹number› Antwort?"),
        ("Passport L7XPK4T2N verloren", "Passport ‹number› verloren"),
        ("Rentenversicherung 65 170839 J 003", "Rentenversicherung ‹number›"),
        ("wohne Münsterstraße 12a jetzt", "wohne ‹address› jetzt"),
        ("Lange Str. 5", "‹address›"),
        ("Am Markt 3 wohne ich", "‹address› wohne ich"),
        ("вул. Шевченка 5", "‹address›"),
        ("Atatürk caddesi no 12", "‹address›"),
    ],
)  # fmt: skip
def test_what_names_somebody_is_replaced_by_its_kind(masking: Masking, said: str, kept: str) -> None:
    assert masking.masked(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "Wo melde ich meine neue Adresse an",
        "mein kind ist 6 jahre alt und braucht schule",
        "ich habe 3 kinder, miete 1500 euro, seit 2022 hier",
        "meine Frau ist schwanger",
        "mein name ist falsch auf der karte",
        "ich brauche b1 kurs um 18:30",
        "im 3 monat schwanger",
        "Steuernummer wo bekomme ich",
        "паспорт потеряла что делать",
        "كيف اجدد جواز السفر",
    ],
)
def test_what_names_nobody_stays_as_it_was_said(masking: Masking, said: str) -> None:
    assert masking.masked(said) == said


@given(text=st.text(max_size=200), digits=st.from_regex(r"0[1-9][0-9]{8,9}", fullmatch=True))
def test_a_telephone_number_never_gets_through_whatever_stands_around_it(
    masking: Masking, text: str, digits: str
) -> None:
    shown = masking.masked(f"{text} {digits} {text}")
    assert digits not in re.sub(r"\D", "", without_marks(shown.replace(text, "")))


@given(text=st.text(max_size=300))
def test_marks_come_from_the_rules_only_and_can_be_taken_out(masking: Masking, text: str) -> None:
    once = masking.masked(text)
    assert set(MARK.findall(once)) <= {kind for kind, _ in masking.rules} | {"name"}
    assert not {"‹", "›"} & set(without_marks(once))


def test_the_longest_message_takes_no_time(masking: Masking) -> None:
    long = ("mein name ist amina 0176 1234567 straße " * 120)[:4000]
    started = time.perf_counter()
    masking.masked(long)
    assert time.perf_counter() - started < 0.2


@pytest.mark.parametrize(
    "broken", ["", "rules: []", "rules: [{kind: x, pattern: '('}]\nlists: {}\nnames: {}", "- a"]
)
def test_rules_that_cannot_be_used_are_refused_and_found_by_the_check(
    content_files: dict[str, str], broken: str
) -> None:
    with pytest.raises(MaskingProblem):
        Masking.parse(broken)
    assert Catalogue({**content_files, "masking.yml": broken}).masking is None
    assert "masking.yml" in {finding.path for finding in check({**content_files, "masking.yml": broken})}
