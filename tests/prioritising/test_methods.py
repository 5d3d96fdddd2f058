from decimal import Decimal

import pytest
from pydantic import ValidationError

from portfolio.catalogue.methods import methods
from portfolio.prioritising.methods import LONGEST_SOURCE, MOST_DECIMALS, Method, TieBreak

FELLES, IDEPORTAL = methods()["felles/1.0"], methods()["ideportal/1.0"]


def changed(method=FELLES, **fields):
    return Method.model_validate(method.model_dump() | fields)


def criteria(method=FELLES, **fields):
    """The criteria of a method, with something else in the first."""
    first, *rest = (each.model_dump() for each in method.criteria)
    return {"criteria": (first | fields, *rest)}


def test_a_published_method_hangs_together():
    assert changed() == FELLES
    assert changed(IDEPORTAL) == IDEPORTAL


STEPS = [step.model_dump() for step in FELLES.criteria[0].steps]
BANDS = [band.model_dump() for band in IDEPORTAL.bands]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        (criteria(key=FELLES.criteria[1].key), "two criteria have the same key"),
        ({"gates": FELLES.gates + FELLES.gates[:1]}, "two gates have the same key"),
        ({"highest": 1}, "at least two steps"),
        ({"highest": 6}, "an anchor for every step"),
        (criteria(steps=STEPS[::-1]), "in order"),
        (criteria(steps=STEPS[:-1]), "an anchor for every step"),
        (
            {"criteria": [each.model_dump() | {"weight": 0} for each in FELLES.criteria]},
            "the weights sum to zero",
        ),
        ({"ties": [{"by": TieBreak.CRITERION, "criterion": "pris"}]}, "names one of the criteria"),
        ({"ties": [{"by": TieBreak.CRITERION}]}, "names one of the criteria"),
        ({"ties": [{"by": TieBreak.COVERAGE, "criterion": "behov"}]}, "names one of the criteria"),
        ({"decimals": MOST_DECIMALS + 1}, "less than or equal to 4"),
        ({"source": "x" * (LONGEST_SOURCE + 1)}, "at most 1000"),
        ({"source": " "}, "at least 1"),
        ({"name": FELLES.name.model_dump() | {"nn": ""}}, "empty in nn"),
    ],
)
def test_what_does_not_hang_together_is_no_method(fields, fault):
    with pytest.raises(ValidationError, match=fault):
        changed(**fields)


@pytest.mark.parametrize(
    ("bands", "fault"),
    [
        (BANDS[::-1], "bands rise"),
        ([BANDS[0], BANDS[0] | {"key": "en-til"}], "a points level of its own"),
        ([BANDS[0] | {"at_least": Decimal("8.05")}], "points that can be published"),
    ],
)
def test_bands_rise_from_points_that_can_be_published(bands, fault):
    with pytest.raises(ValidationError, match=fault):
        changed(IDEPORTAL, bands=bands)


def test_a_method_weighs_what_its_criteria_weigh():
    assert changed(**criteria(weight=3)).weight == len(FELLES.criteria) + 2
    assert FELLES.criterion("behov").key == "behov"
    assert FELLES.id == "felles/1.0"
