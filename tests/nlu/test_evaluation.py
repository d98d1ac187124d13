"""Scores and thresholds, on outcomes small enough to count by hand."""

from pathlib import Path

import pytest

from nlu.evaluation import Sentence, evaluate, read_sentences, tune, unseen
from nlu.understanding import Decision, RankedIntent, Thresholds, Understanding

SENTENCES = [
    Sentence("de", "faq/flat", "wohnung"),
    Sentence("de", "faq/flat", "zimmer"),
    Sentence("en", "safety/violence", "he beats me"),
    Sentence("en", "safety/violence", "he hits me"),
    Sentence("en", "other/out-of-scope", "weather"),
]


def understood(name: str, decision: Decision, *others: str, language: str = "de") -> Understanding:
    intents = tuple(RankedIntent(intent, 0.5) for intent in (name, *others))
    return Understanding(intents, decision, language, likely_language=language)


ANSWERS = {
    "wohnung": understood("faq/flat", Decision.ANSWER),
    "zimmer": understood("faq/kita", Decision.ANSWER, "do/book", "faq/flat"),
    "he beats me": understood("safety/violence", Decision.ANSWER, language="en"),
    "he hits me": understood("faq/flat", Decision.ADMIT, language="en"),
    "weather": understood("faq/flat", Decision.ASK, language="en"),
}


def test_scores_are_the_shares_one_counts_by_hand() -> None:
    scores = evaluate(SENTENCES, lambda sentence: ANSWERS[sentence.text])
    assert scores["overall"] == {"n": 5, "top1": 0.4, "top3": 0.6, "language": 1.0}
    assert scores["by_language"]["de"]["top1"] == 0.5
    assert scores["by_intent"]["faq/flat"]["top3"] == 1.0
    assert (scores["safety"]["recall"], scores["safety"]["precision"]) == (0.5, 1.0)
    assert scores["safety"]["false_alarms"] == 0.0
    assert scores["out_of_scope"] == {"refused": 1.0, "wrongly_refused": 0.25}
    assert scores["decisions"]["wrong_confident"] == 0.2


def test_nothing_to_score_is_not_a_score_of_zero() -> None:
    assert evaluate([], lambda sentence: Understanding())["safety"]["recall"] is None


def test_a_broken_line_is_named_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "de.jsonl"
    file.write_text('{"lang": "de", "intent": "do/x", "text": "x"}\n\n{"lang": "de"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"de\.jsonl:3"):
        read_sentences(file)


def test_a_sentence_that_is_an_example_but_for_spelling_was_seen() -> None:
    examples = {"faq/flat": {"de": ["Wohnung!"], "en": ["flat"]}}
    assert [sentence.text for sentence in unseen(SENTENCES[:2], examples)] == ["zimmer"]


def test_tuning_keeps_false_alarms_rare_and_then_raises_all_it_can() -> None:
    harmless = [
        (Sentence("de", "faq/a", str(number)), (RankedIntent("faq/a", 0.8), RankedIntent("safety/b", 0.3)))
        for number in range(50)
    ]
    dangerous = [
        (Sentence("de", "safety/b", str(number)), (RankedIntent("faq/a", 0.6), RankedIntent("safety/b", 0.4)))
        for number in range(10)
    ]
    tuned = tune([*harmless, *dangerous], Thresholds(safety=0.9))
    assert 0.3 < tuned.safety <= 0.4
    assert tuned.answer <= 0.8
