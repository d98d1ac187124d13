"""A new model replaces the one in use unless it is worse than allowed, overall or in one language."""

from hypothesis import given
from hypothesis import strategies as st

from nlu.evaluation import Sentence
from nlu.scoring import Score, guesses, score, worse
from nlu.understanding import RankedIntent


def of(**by_language: tuple[int, int]) -> Score:
    return Score(
        sum(n for n, _ in by_language.values()), sum(right for _, right in by_language.values()), by_language
    )


def test_two_points_less_are_allowed_and_no_more() -> None:
    assert worse(of(de=(1000, 880)), of(de=(1000, 900))) is None
    found = worse(of(de=(1000, 879)), of(de=(1000, 900)))
    assert found is not None
    assert (found.language, found.before, found.after) == (None, 0.9, 0.879)


def test_one_language_may_not_pay_for_another() -> None:
    live = of(de=(900, 700), ar=(100, 80))
    assert worse(of(de=(900, 710), ar=(100, 75)), live) is None
    found = worse(of(de=(900, 710), ar=(100, 74)), live)
    assert found is not None
    assert found.language == "ar"


def test_a_language_that_is_new_has_nothing_to_be_worse_than() -> None:
    assert worse(of(de=(100, 90), fa=(100, 10)), of(de=(100, 90))) is None


def test_without_sentences_nothing_is_refused() -> None:
    assert worse(of(), of()) is None


def test_a_danger_counts_as_first_as_it_does_in_a_talk() -> None:
    sentence = Sentence("de", "safety/violence", "er schlägt")
    ranking = (RankedIntent("faq/find-flat", 0.2), RankedIntent("safety/violence", 0.8))
    assert score([sentence], guesses([sentence], [ranking])).right == 1


@given(
    st.dictionaries(st.sampled_from(["de", "ar", "uk"]), st.tuples(st.integers(1, 500), st.integers(0, 500)))
)
def test_a_model_that_is_nowhere_worse_is_never_refused(found: dict[str, tuple[int, int]]) -> None:
    live = of(**{code: (n, min(n, right)) for code, (n, right) in found.items()})
    better = of(**{code: (n, min(n, right + 1)) for code, (n, right) in live.by_language.items()})
    assert worse(live, live) is None
    assert worse(better, live) is None
    assert Score.from_json(better.as_json()) == better
