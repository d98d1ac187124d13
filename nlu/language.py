"""Which language a text is in: script, langdetect and the model's own guess, with the conversation's as prior."""

from __future__ import annotations

import threading
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

UNDETERMINED = "und"
"""ISO 639-2: certainly none of ours, but we cannot tell which."""

CONFIDENT = 0.75
CONFIDENT_SHORT = 0.9
SHORT = 12
"""Letters. Shorter texts (yes, ok, Anmeldung) need more certainty; foreign languages are not named from them."""
PRIOR_WEIGHT = 2.0
FOREIGN = 0.95
FOREIGN_LETTERS = 15

_SCRIPT_ONLY = {"armenian": "hy", "ethiopic": "am", "georgian": "ka"}
_factory: DetectorFactory | None = None
_loading = threading.Lock()


@dataclass(frozen=True)
class LanguageGuess:
    """`language` is an enabled one or None (unclear); `foreign` is a certain language that is not enabled."""

    language: str | None = None
    confidence: float = 0.0
    foreign: str | None = None


def prepare() -> None:
    """Load langdetect's profiles (about a second). Done once, by the first caller; call it at start."""
    global _factory
    with _loading:
        if _factory is None:
            factory = DetectorFactory()
            factory.load_profile(PROFILES_DIRECTORY)
            factory.set_seed(0)
            _factory = factory


def guess_language(
    text: str, *, languages: Mapping[str, str], prior: str | None, model: Mapping[str, float] | None = None
) -> LanguageGuess:
    """Guess the language of a text: cautiously, so that one foreign word does not flip a conversation.

    `languages` are the enabled ones with their script, `prior` is the conversation's language, `model` is how
    likely the classifier finds each language it was trained on.
    """
    scripts = _scripts(text)
    letters = sum(scripts.values())
    if not letters:
        return LanguageGuess()
    script, count = scripts.most_common(1)[0]
    if script not in languages.values():
        certain = count >= 2 and count / letters > 0.7
        return LanguageGuess(foreign=_foreign_script(text, script) if certain else None)
    detected = _detect(text) if letters >= SHORT else {}
    foreign = _foreign(detected, languages) if letters >= FOREIGN_LETTERS else None
    if foreign is not None and not _model_disagrees(model, script, languages):
        return LanguageGuess(foreign=foreign)
    return _ours(script, letters, detected, languages, prior, model or {})


def _ours(
    script: str,
    letters: int,
    detected: Mapping[str, float],
    languages: Mapping[str, str],
    prior: str | None,
    model: Mapping[str, float],
) -> LanguageGuess:
    same_script = [code for code, its_script in languages.items() if its_script == script]
    if script != "latin" and len(same_script) == 1:
        return LanguageGuess(same_script[0], 0.95 if letters >= SHORT else 0.9)
    # Everything can be typed in Latin letters, so there the model may name a language of another script.
    candidates = list(languages) if script == "latin" else same_script
    shares = {code: 1e-3 for code in candidates}
    for evidence in (detected, model):
        for code in candidates:
            shares[code] += evidence.get(code, 0.0)
    if prior in shares:
        shares[prior] *= PRIOR_WEIGHT
    total = sum(shares.values())
    best = max(shares, key=lambda code: shares[code])
    confidence = shares[best] / total
    if not model and not detected and best != prior:
        return LanguageGuess(None, confidence)
    sure = confidence >= (CONFIDENT if letters >= SHORT else CONFIDENT_SHORT)
    return LanguageGuess(best if sure else None, confidence)


def _foreign(detected: Mapping[str, float], languages: Mapping[str, str]) -> str | None:
    for code, share in detected.items():
        if share >= FOREIGN and code not in languages:
            return code
    return None


def _model_disagrees(
    model: Mapping[str, float] | None, script: str, languages: Mapping[str, str]
) -> bool:
    return bool(model) and max(model.values()) > 0.97 if model else False


def _foreign_script(text: str, script: str) -> str:
    if script in _SCRIPT_ONLY:
        return _SCRIPT_ONLY[script]
    detected = _detect(text)
    best = max(detected, key=lambda code: detected[code], default=UNDETERMINED)
    return best if detected.get(best, 0.0) >= 0.8 else UNDETERMINED


def _detect(text: str) -> dict[str, float]:
    prepare()
    assert _factory is not None
    detector = _factory.create()
    detector.append(text)
    try:
        return {_code(found.lang): found.prob for found in detector.get_probabilities()}
    except LangDetectException:
        return {}


def _code(code: str) -> str:
    return code.partition("-")[0]


def _scripts(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for character in text:
        if character.isalpha():
            name = unicodedata.name(character, "UNKNOWN").split()[0].lower()
            found[{"cjk": "han", "hiragana": "han", "katakana": "han"}.get(name, name)] += 1
    return found
