"""Which language a text is in: script, langdetect and the model's own guess, with the conversation's as prior."""

from __future__ import annotations

import re
import threading
import unicodedata
from array import array
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

UNDETERMINED = "und"
"""ISO 639-2: certainly none of ours, but we cannot tell which."""

SHORT = 12
"""Letters. Shorter texts (yes, ok, Termin) are not shown to langdetect and need more certainty."""
CONFIDENT, CONFIDENT_SHORT = 0.75, 0.9
PRIOR_WEIGHT = 2.0
OWN_SCRIPT = 0.2
"""A share of letters from which on Latin ones in the same text are quotes."""
FOREIGN = 0.95
FOREIGN_LETTERS, FOREIGN_LETTERS_NO_MODEL, FOREIGN_LETTERS_MARKED = 20, 40, 10
FOREIGN_KNOWN = 0.4
"""A text of which the model knows more words than this share is not foreign."""
KNOWN_WELL = 0.8
MODEL_CERTAIN = 0.9
"""With this much of the text known to the model, and this sure of its language, langdetect would change nothing."""
MODEL_SURE = 0.7

_ONE_LANGUAGE = {
    "armenian": "hy", "bengali": "bn", "cjk": "zh", "georgian": "ka", "greek": "el", "gujarati": "gu",
    "gurmukhi": "pa", "hangul": "ko", "hebrew": "he", "hiragana": "ja", "kannada": "kn", "katakana": "ja",
    "khmer": "km", "lao": "lo", "malayalam": "ml", "myanmar": "my", "sinhala": "si", "tamil": "ta",
    "telugu": "te", "thai": "th",
}  # fmt: skip
_CHAT_DIGIT = re.compile(r"[^\W\d_][2-9]|[2-9][^\W\d_]{2}")
_factory: DetectorFactory | None = None
_loading = threading.Lock()


@dataclass(frozen=True)
class LanguageGuess:
    """`language` is an enabled one or None (unclear); `foreign` is a certain language that is not enabled.

    `likely` is the enabled language it most likely is, clear or not; None without letters or when it is foreign.
    """

    language: str | None = None
    confidence: float = 0.0
    foreign: str | None = None
    likely: str | None = None


def prepare() -> DetectorFactory:
    """Load langdetect's profiles (half a second). Done once, by the first caller; call it at start."""
    global _factory
    with _loading:
        if _factory is None:
            factory = DetectorFactory()
            factory.word_lang_prob_map = _Shares()
            # a language with a script of its own is known by that; its profile would be the largest of all
            alone = set(_ONE_LANGUAGE.values())
            files = sorted(Path(PROFILES_DIRECTORY).iterdir())
            factory.load_json_profile(
                [file.read_text("utf-8") for file in files if file.name.partition("-")[0] not in alone]
            )
            factory.set_seed(0)
            _factory = factory
        return _factory


class _Shares(dict[str, Any]):
    """How often an n-gram is met in each language, as numbers of four bytes: lists of Python's take twice the room."""

    def __setitem__(self, ngram: str, shares: Any) -> None:
        super().__setitem__(ngram, array("f", shares))


def guess_language(
    text: str,
    *,
    languages: Mapping[str, str],
    prior: str | None,
    model: Mapping[str, float] | None = None,
    known: float = 0.0,
) -> LanguageGuess:
    """Guess the language of a text: cautiously, so that one foreign word does not flip a conversation.

    `languages` are the enabled ones with their script, `prior` is the conversation's language. `model` is how
    likely the classifier finds each language it was trained on, `known` the share of words it has seen.
    """
    scripts = _scripts(text)
    letters = sum(scripts.values())
    if not letters:
        return LanguageGuess()
    script, count = scripts.most_common(1)[0]
    if script == "latin":
        script, count = _own_script(scripts, languages, letters) or (script, count)
    if script not in languages.values():
        certain = count >= 2 and count / letters > 0.7
        return LanguageGuess(foreign=_of_script(text, script) if certain else None)
    same_script = [code for code, its_script in languages.items() if its_script == script]
    # Digits for letters (7abibi): nobody's written language, langdetect would name any
    unsure = known < KNOWN_WELL or max((model or {}).values(), default=0.0) < MODEL_CERTAIN
    detected = _detect(text) if letters >= SHORT and unsure and not _CHAT_DIGIT.search(text) else {}
    foreign = _foreign(text, letters, detected, same_script, model, known)
    if foreign is not None:
        return LanguageGuess(foreign=foreign)
    if script != "latin" and len(same_script) == 1:
        return LanguageGuess(same_script[0], 0.95 if letters >= SHORT else 0.9, likely=same_script[0])
    # Everything can be typed in Latin letters, so there the model may name a language of another script.
    candidates = list(languages) if script == "latin" else same_script
    return _likeliest(candidates, letters, detected, prior, model or {}, known)


def _own_script(scripts: Counter[str], languages: Mapping[str, str], letters: int) -> tuple[str, int] | None:
    """The other script of a text in Latin letters: who uses another one writes in it, and quotes German words."""
    others = [(script, count) for script, count in scripts.items() if script in languages.values()]
    found = max((pair for pair in others if pair[0] != "latin"), key=lambda pair: pair[1], default=("", 0))
    return found if found[1] >= OWN_SCRIPT * letters else None


def _likeliest(
    candidates: list[str],
    letters: int,
    detected: Mapping[str, float],
    prior: str | None,
    model: Mapping[str, float],
    known: float,
) -> LanguageGuess:
    weight = 1 + 8 * known
    shares = {code: detected.get(code, 0.0) + weight * model.get(code, 0.0) + 1e-3 for code in candidates}
    if prior in shares:
        shares[prior] *= PRIOR_WEIGHT
    elsewhere = sum(share for code, share in detected.items() if code not in shares)
    best = max(shares, key=lambda code: shares[code])
    confidence = shares[best] / (sum(shares.values()) + elsewhere)
    sure = confidence >= (CONFIDENT if letters >= SHORT else CONFIDENT_SHORT)
    return LanguageGuess(best if sure else None, confidence, likely=best)


def _foreign(
    text: str,
    letters: int,
    detected: Mapping[str, float],
    ours: list[str],
    model: Mapping[str, float] | None,
    known: float,
) -> str | None:
    code = max(detected, key=lambda candidate: detected[candidate], default=None)
    if code is None or detected[code] < FOREIGN or code in ours or known > FOREIGN_KNOWN:
        return None
    if _has_foreign_letters(text, code, ours):
        return code if letters >= FOREIGN_LETTERS_MARKED else None
    if not model:
        return code if letters >= FOREIGN_LETTERS_NO_MODEL else None
    # With one language of a script, the model says nothing about texts in that script.
    model_objects = len(ours) > 1 and max(model.values()) >= MODEL_SURE
    return code if letters >= FOREIGN_LETTERS and not model_objects else None


def _has_foreign_letters(text: str, code: str, ours: list[str]) -> bool:
    """Are there letters that belong to the language `code` and to none of ours?"""
    factory = prepare()
    index = {language.partition("-")[0]: number for number, language in enumerate(factory.langlist)}
    for letter in {character for character in text.lower() if character.isalpha()}:
        shares = factory.word_lang_prob_map.get(letter)
        if shares is None:
            continue
        of_ours = max((shares[index[our]] for our in ours if our in index), default=0.0)
        if shares[index[code]] > 50 * of_ours:
            return True
    return False


def _of_script(text: str, script: str) -> str:
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    detected = _detect(text)
    best = max(detected, key=lambda code: detected[code], default=UNDETERMINED)
    return best if detected.get(best, 0.0) >= FOREIGN else UNDETERMINED


def _detect(text: str) -> dict[str, float]:
    detector = prepare().create()
    detector.append(text)
    try:
        return {found.lang.partition("-")[0]: found.prob for found in detector.get_probabilities()}
    except LangDetectException:
        return {}


def _scripts(text: str) -> Counter[str]:
    """How many letters of each script, named as Unicode does: latin, arabic, cyrillic, cjk, …"""
    return Counter(
        unicodedata.name(letter, "unknown").partition(" ")[0].lower() for letter in text if letter.isalpha()
    )
