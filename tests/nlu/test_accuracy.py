"""How well the real model understands sentences nobody trained on. A drop blocks the change that causes it."""

from pathlib import Path
from typing import Any

import pytest

from bot.content.catalogue import Catalogue
from bot.nlu_server import OwnServer
from nlu.evaluation import evaluate, read_sentences, unseen
from nlu.understand import understand

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def scores(rasa: OwnServer, content_files: dict[str, str]) -> dict[str, Any]:
    """The scores of the real content's model; sentences that are also examples are left out."""
    catalogue = Catalogue(content_files)
    languages = {code: catalogue.language(code).script for code in catalogue.enabled}
    sentences = [sentence for code in languages for sentence in read_sentences(HERE / f"{code}.jsonl")]
    fresh = unseen(sentences, catalogue.examples())
    assert len(fresh) > 400 * len(languages)
    return evaluate(
        fresh,
        lambda sentence: understand(sentence.text, languages=languages, prior=None, client=rasa.client),
    )


@pytest.mark.parametrize(
    ("language", "top1", "top3"),
    [
        ("de", 0.91, 0.97),
        ("en", 0.88, 0.96),
        ("ar", 0.84, 0.92),
        ("uk", 0.85, 0.95),
        ("ru", 0.87, 0.95),
        ("tr", 0.91, 0.97),
        ("ro", 0.89, 0.95),
        ("bg", 0.84, 0.95),
        ("fa", 0.87, 0.95),
        ("fr", 0.85, 0.94),
    ],
)
def test_the_right_intent_is_first_or_among_three(
    scores: dict[str, Any], language: str, top1: float, top3: float
) -> None:
    found = scores["by_language"][language]
    assert found["top1"] >= top1
    assert found["top3"] >= top3


def test_danger_is_noticed(scores: dict[str, Any]) -> None:
    assert scores["safety"]["recall"] >= 0.94
    assert scores["safety"]["recall_with_question"] >= 0.97


def test_false_alarms_are_rare(scores: dict[str, Any]) -> None:
    assert scores["safety"]["false_alarms"] < 0.01


def test_what_we_do_not_know_is_refused_and_what_we_know_is_not(scores: dict[str, Any]) -> None:
    assert scores["out_of_scope"]["refused"] >= 0.9
    assert scores["out_of_scope"]["wrongly_refused"] <= 0.03


def test_a_confident_answer_is_rarely_wrong(scores: dict[str, Any]) -> None:
    assert scores["decisions"]["wrong_confident"] <= 0.04


def test_the_language_is_recognised_or_left_open(scores: dict[str, Any]) -> None:
    assert scores["overall"]["language"] >= 0.97
