"""Finding the choice or the goal that somebody means, by whatever they may call it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from portfolio.given import LANGUAGES
from portfolio.messages import N_
from portfolio.proposals.strategy import Goal
from portfolio.sheets.filling.rows import WrongCell
from portfolio.sheets.filling.texts import folded
from portfolio.words import words

C = TypeVar("C", bound=StrEnum)


def chosen(text: str, *, among: Sequence[C]) -> C:
    """Return the closed choice with this name in any of the languages.

    Raises:
        WrongCell: there is none.
    """
    known = {folded(words(language).name(each)): each for each in among for language in LANGUAGES}
    known |= {folded(each.value): each for each in among}
    found = known.get(folded(text))
    if found is None:
        raise WrongCell(N_("«{given}» is not one of the choices. Choose from the list."), given=text[:40])
    return found


class Goals:
    """The goals of the strategy, found by id, number, title, or number and title."""

    def __init__(self, goals: Sequence[Goal]) -> None:
        self._known: dict[str, str] = {}
        for goal in goals:
            texts = [goal.text.in_(language) for language in LANGUAGES]
            for called in (goal.key, str(goal.number), *texts, *(f"{goal.number} {text}" for text in texts)):
                self._known[folded(called)] = goal.key

    def find(self, text: str) -> str:
        """Return the key of the goal that a text names.

        Raises:
            WrongCell: there is none.
        """
        key = self._known.get(folded(text))
        if key is None:
            raise WrongCell(
                N_("«{given}» is not a goal of the strategy. Choose from the list."), given=text[:80]
            )
        return key
