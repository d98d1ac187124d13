"""From a ranking to a decision."""

from nlu.understanding import Decision, RankedIntent, Thresholds, Understanding, decide

THRESHOLDS = Thresholds(answer=0.6, ask=0.2, safety=0.5, worry=0.25)


def ranking(**shares: float) -> tuple[RankedIntent, ...]:
    return tuple(RankedIntent(name.replace("__", "/"), share) for name, share in shares.items())


def decision(**shares: float) -> Decision:
    return decide(ranking(**shares), THRESHOLDS)[1]


def test_a_likely_intent_is_answered() -> None:
    assert decision(faq__flat=0.7, do__book=0.1) is Decision.ANSWER


def test_a_doubtful_intent_is_asked_about() -> None:
    assert decision(faq__flat=0.4, do__book=0.3) is Decision.ASK


def test_an_unlikely_intent_is_not_understood() -> None:
    assert decision(faq__flat=0.15, do__book=0.1) is Decision.ADMIT


def test_something_outside_is_not_answered_however_certain() -> None:
    assert decision(other__outside=0.99) is Decision.ADMIT


def test_nothing_ranked_is_not_understood() -> None:
    assert decide((), THRESHOLDS) == ((), Decision.ADMIT)


def test_danger_is_raised_before_a_likelier_intent() -> None:
    intents, decided = decide(ranking(faq__flat=0.45, safety__violence=0.5), THRESHOLDS)
    assert (intents[0].name, decided) == ("safety/violence", Decision.ANSWER)


def test_dangers_that_cannot_be_told_apart_are_raised_together() -> None:
    intents, decided = decide(ranking(safety__violence=0.3, safety__child=0.25, faq__flat=0.2), THRESHOLDS)
    assert (intents[0].name, decided) == ("safety/violence", Decision.ANSWER)


def test_a_hint_of_danger_is_asked_about_instead_of_answering_something_else() -> None:
    understanding = Understanding(*decide(ranking(faq__flat=0.7, safety__violence=0.27), THRESHOLDS))
    assert understanding.decision is Decision.ASK
    assert understanding.possible_danger == "safety/violence"


def test_suggestions_are_three_things_one_can_do() -> None:
    understanding = Understanding(
        ranking(other__x=0.3, faq__a=0.2, safety__b=0.1, do__c=0.1, faq__d=0.1, faq__e=0.05), Decision.ASK
    )
    assert understanding.suggestions == ("faq/a", "do/c", "faq/d")
