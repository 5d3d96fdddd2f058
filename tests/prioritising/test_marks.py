import pytest

from portfolio.catalogue.methods import methods
from portfolio.prioritising.marks import NotAnswered, OutsideTheScale, off_scale, unmarked

FELLES = methods()["felles/1.0"]
KEYS = [each.key for each in FELLES.criteria]


@pytest.mark.parametrize("mark", [1, 3, 5, None])
def test_every_step_and_dont_know_are_on_the_scale(mark):
    assert off_scale(FELLES, {"behov": mark}) == ()


@pytest.mark.parametrize("mark", [0, 6, -1])
def test_a_mark_that_is_not_a_step_is_refused(mark):
    told = off_scale(FELLES, {"behov": mark, "okonomi": 3})
    assert [(type(each), each.about) for each in told] == [(OutsideTheScale, "behov")]
    assert str(told[0]) == "Choose a step from 1 to 5, or «don't know»."


def test_a_criterion_the_method_does_not_have_is_refused():
    assert [each.about for each in off_scale(FELLES, {"pris": 3})] == ["pris"]


def test_dont_know_is_an_answer_and_silence_is_not():
    told = unmarked(FELLES, dict.fromkeys(KEYS[:-1]))
    assert [(type(each), each.about) for each in told] == [(NotAnswered, KEYS[-1])]
    assert unmarked(FELLES, dict.fromkeys(KEYS)) == ()
