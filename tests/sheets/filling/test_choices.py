"""Choices and goals, found by whatever people may call them."""

import pytest

from portfolio.given import LANGUAGES
from portfolio.proposals.proposal import Phase
from portfolio.sheets.filling.choices import Goals, chosen
from portfolio.words import words
from tests.examples.filling import place
from tests.sheets.filling.books import GOALS, faults, good


@pytest.mark.parametrize(
    ("sheet", "field", "value", "says"),
    [
        ("Forslag", "phase", "Halvveis", "ikke et av valgene"),
        ("Forslag", "goals", "1; 999", "ikke et mål"),
    ],
)
def test_what_is_no_choice_is_told_at_its_cell(sheet, field, value, says):
    told = faults(good(**{sheet: {field: value}}))
    assert list(told) == [place(sheet, field)]
    assert says in told[place(sheet, field)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phase_is_known_by_its_name_in_any_language_and_letter_case(language):
    for phase in Phase:
        assert chosen(f" {words(language).name(phase).upper()} ", among=tuple(Phase)) is phase


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_goal_is_known_by_number_title_or_both(language):
    found = Goals(GOALS)
    for goal in GOALS:
        title = goal.text.in_(language)
        called = (goal.key, f"{goal.number}", title, f"{goal.number} {title}")
        assert {found.find(each) for each in called} == {goal.key}
