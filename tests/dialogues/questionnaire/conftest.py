"""The questionnaire as published."""

from pathlib import Path

import pytest

from bot.content.xlsform import read_form
from dialogues.questionnaire.form import Form

NEEDS = Path(__file__).parents[3] / "content" / "questionnaires" / "needs"


@pytest.fixture(scope="session")
def needs() -> Form:
    """The needs questionnaire."""
    form, _ = read_form({path.stem: path.read_text(encoding="utf-8") for path in NEEDS.glob("*.csv")})
    return form
