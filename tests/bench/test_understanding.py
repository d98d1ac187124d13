"""The choice of examples stays the same, stock Rasa reads them as they are, and the tables count what happened."""

import subprocess
from pathlib import Path

import yaml

from nlu.evaluation import Outcome, Sentence
from nlu.understanding import Decision, RankedIntent, Understanding
from tests.bench.pipelines import OURS, PYTHON, STOCK
from tests.bench.rasa_examples import as_yaml, at_most, number_of
from tests.bench.understanding import QUICK_PIPELINES, Run, runs
from tests.bench.understanding_tables import DASH, Measure, Shares, shares, understanding_tables, weakest

MANY = {
    "faq/find-flat": {
        "de": [f"wohnung {number}" for number in range(20)],
        "uk": [f"квартира {number}" for number in range(3)],
    },
    "do/thanks": {"de": ["danke", "danke", "merci"]},
}


def test_a_choice_has_at_most_so_many_of_each_intent_and_language_and_no_others() -> None:
    chosen = at_most(MANY, 4)
    assert {(i, code): len(said) for i, by_code in chosen.items() for code, said in by_code.items()} == {
        ("faq/find-flat", "de"): 4,
        ("faq/find-flat", "uk"): 3,
        ("do/thanks", "de"): 2,
    }
    assert set(chosen["faq/find-flat"]["de"]) < set(MANY["faq/find-flat"]["de"])
    assert number_of(chosen) == 9
    assert at_most(MANY, None) is MANY


def test_the_choice_depends_on_the_texts_alone() -> None:
    flats = MANY["faq/find-flat"]["de"]
    before = at_most({"faq/find-flat": {"de": flats}}, 5)["faq/find-flat"]["de"]
    turned = at_most({"faq/find-flat": {"de": flats[::-1]}}, 5)["faq/find-flat"]["de"]
    more = at_most({"faq/find-flat": {"de": [*flats, "zimmer"]}}, 5)["faq/find-flat"]["de"]
    assert turned == before[::-1]
    assert len(set(before) - set(more)) <= 1
    assert set(at_most(MANY, 4)["faq/find-flat"]["de"]) < set(before)


def test_stock_rasa_reads_every_example_as_it_is(tmp_path: Path) -> None:
    odd = ["# hallo", "- a: b", "[wort](entity)", "\u2067قال\u2069", "{x}", "'\"", "tab\there", " "]
    (tmp_path / "nlu.yml").write_text(as_yaml({"do/odd": {"de": odd}}), encoding="utf-8")
    read = "import sys; from rasa.shared.nlu.training_data.loading import load_data; " + (
        "[print(m.get('intent'), m.get('text'), sep='|') for m in load_data(sys.argv[1]).training_examples]"
    )
    command = [str(PYTHON), "-W", "ignore", "-c", read, str(tmp_path / "nlu.yml")]
    told = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    kept = ["# hallo", "- a: b", "(wort)(entity)", "قال", "{x}", "'\"", "tab here"]
    assert sorted(told.splitlines()) == sorted(f"do.odd|{text}" for text in kept)


def test_the_intent_is_named_as_rasa_names_it() -> None:
    assert [block["intent"] for block in yaml.safe_load(as_yaml(MANY))["nlu"]] == [
        "do.thanks",
        "faq.find-flat",
        "faq.find-flat",
    ]


def test_what_is_compared_learns_the_same_and_ours_is_also_shown_with_all() -> None:
    assert runs(None, 8) == [Run(OURS, 8), *(Run(name, 8) for name in STOCK), Run(OURS, None)]
    assert runs(None, None) == [Run(name, None) for name in QUICK_PIPELINES]
    assert runs(["diet"], 3) == [Run("diet", 3)]


def outcome(language: str, intent: str, understood: str, decision: Decision, likely: str | None) -> Outcome:
    """A sentence, and what was made of it."""
    ranking = (RankedIntent(understood, 0.9), RankedIntent("faq/find-flat", 0.1))
    return Outcome(Sentence(language, intent, "x"), Understanding(ranking, decision, None, 0.0, None, likely))


def outcomes(*, languages: bool) -> list[Outcome]:
    """Two languages; the second is understood worse."""
    de, ar = ("de", "ar") if languages else (None, None)
    return [
        outcome("de", "faq/find-flat", "faq/find-flat", Decision.ANSWER, de),
        outcome("de", "safety/violence", "safety/violence", Decision.ANSWER, de),
        outcome("de", "other/out-of-scope", "do/thanks", Decision.ASK, de),
        outcome("ar", "faq/find-flat", "do/thanks", Decision.ANSWER, ar),
        outcome("ar", "safety/violence", "faq/find-flat", Decision.ADMIT, de),
    ]


def test_shares_are_those_one_counts_by_hand() -> None:
    found = shares(outcomes(languages=True))
    assert found["all"] == {
        "n": 5,
        "top1": 0.4,
        "top3": 0.6,
        "language": 0.8,
        "wrong_confident": 0.2,
        "danger_found": 0.5,
        "danger_found_or_asked": 0.5,
        "false_alarms": 0.0,
        "refused": 1.0,
        "wrongly_refused": 0.25,
    }
    assert found["by_language"]["ar"]["wrong_confident"] == 0.5
    assert found["by_language"]["ar"]["refused"] is None


def test_the_weakest_language_is_the_one_with_least_of_the_good_and_most_of_the_bad() -> None:
    found: dict[str, Shares] = {
        "de": {"good": 0.9, "bad": 0.1},
        "ar": {"good": 0.7, "bad": 0.3},
        "uk": {"good": None, "bad": None},
    }
    assert weakest(found, Measure("good", "")) == ("ar", 0.7)
    assert weakest(found, Measure("bad", "", more_is_better=False)) == ("ar", 0.3)
    assert weakest({"uk": found["uk"]}, Measure("good", "")) is None


def line(pipeline: str, *, languages: bool, **training: object) -> dict[str, object]:
    """A result of one pipeline."""
    return {
        "pipeline": pipeline,
        "at_most": 8,
        "examples": 1234,
        "training": {"cold": 20.0, "warm": 9.0, "reused": False, **training},
        "parse": {"p50": 1.25, "p95": 2.0},
        "http": {"per_second": 320.4, "p50_ms": 4.0, "p95_ms": 9.0, "failed": 0},
        "memory": {"megabytes": 512.3, "kind": "PSS"},
        **shares(outcomes(languages=languages)),
    }


def cells(tables: str, row: str) -> list[str]:
    """The cells of a row, after its name."""
    found = [
        [cell.strip() for cell in shown.strip("|").split("|")]
        for shown in tables.splitlines()
        if shown.startswith(f"| {row} ")
    ]
    assert len(found) == 1
    return found[0][1:]


def test_tables_show_all_and_the_weakest_language_and_a_dash_where_there_is_nothing() -> None:
    tables = understanding_tables(
        [line(OURS, languages=True), line("diet", languages=False, cold=1500.0, warm=None, reused=True)]
    )
    assert cells(tables, "right intent first") == ["40.0 / 0.0 % ar"] * 2
    assert cells(tables, "language named rightly") == ["80.0 / 50.0 % ar", DASH]
    assert cells(tables, "wrong answer with confidence") == ["20.0 / 50.0 % ar"] * 2
    assert cells(tables, "training, cold") == ["20 s", "1500 s (trained before)"]
    assert cells(tables, "training, Rasa imported before") == ["9 s", DASH]
    assert cells(tables, "sentences a second over HTTP, 8 clients") == ["320"] * 2
    assert cells(tables, "Lotse (≤ 8: 1,234)") == ["0.0", "66.7"]


def test_failed_requests_are_not_hidden() -> None:
    one = line(OURS, languages=True)
    one["http"] = {"per_second": 320.4, "p50_ms": 4.0, "p95_ms": 9.0, "failed": 7}
    assert cells(understanding_tables([one]), "sentences a second over HTTP, 8 clients") == ["320, 7 failed"]


def test_nothing_measured_is_no_table() -> None:
    assert understanding_tables([]) == ""
