"""The goals of the strategy: numbered from one, and worded in every language."""

import pytest
from pydantic import ValidationError

from portfolio.given import LANGUAGES
from portfolio.proposals.strategy import Area, Goal

TEXT = {"nb": "Enklere søk", "nn": "Enklare søk", "en": "Simpler search"}


@pytest.mark.parametrize("number", [0, -1, 1.5])
def test_goals_and_areas_are_numbered_from_one(number: float) -> None:
    with pytest.raises(ValidationError, match="number"):
        Goal.model_validate({"key": "a-1", "number": number, "area": "a", "text": TEXT})
    with pytest.raises(ValidationError, match="number"):
        Area.model_validate({"key": "a", "number": number, "name": TEXT})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_goal_lacks_no_language(language: str) -> None:
    worded = {key: text for key, text in TEXT.items() if key != language}
    with pytest.raises(ValidationError, match=language):
        Goal.model_validate({"key": "a-1", "number": 1, "area": "a", "text": worded})
