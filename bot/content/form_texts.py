"""The words of a questionnaire, in every language it is written in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

TextKind = Literal["label", "hint", "why", "constraint", "warning", "choice", "part"]
TextKey = tuple[TextKind, str, str]
"""What a text is, of which question or part, and for a choice its code (else "")."""


@dataclass(frozen=True)
class FormTexts:
    """Texts of one form. Every method returns "" when the form has no such text in that language."""

    languages: tuple[str, ...]
    texts: Mapping[TextKey, Mapping[str, str]]

    def label(self, question: str, language: str) -> str:
        """The question itself."""
        return self._text(("label", question, ""), language)

    def hint(self, question: str, language: str) -> str:
        """What helps to answer it."""
        return self._text(("hint", question, ""), language)

    def why(self, question: str, language: str) -> str:
        """Why it is asked."""
        return self._text(("why", question, ""), language)

    def constraint_message(self, question: str, language: str) -> str:
        """What an answer must be like."""
        return self._text(("constraint", question, ""), language)

    def warning_message(self, question: str, language: str) -> str:
        """The word of warning about an answer that is taken all the same."""
        return self._text(("warning", question, ""), language)

    def choice(self, question: str, code: str, language: str) -> str:
        """One choice, short enough for a button."""
        return self._text(("choice", question, code), language)

    def part(self, part: str, language: str) -> str:
        """The title of a part."""
        return self._text(("part", part, ""), language)

    def _text(self, key: TextKey, language: str) -> str:
        return self.texts.get(key, {}).get(language, "")
