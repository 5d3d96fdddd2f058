"""What bodies are called besides, and what became of those that are no more."""

import pytest

from portfolio.catalogue.former import former, other_names
from portfolio.catalogue.reference import parties

BY_NUMBER = {each.number: each for each in former()}
THERE = {each.id: each for each in parties()}


@pytest.mark.parametrize(
    ("number", "now"),
    [
        ("3024", ("kommune:3201",)),
        ("0219", ("kommune:3201",)),
        ("5401", ("kommune:5501",)),
        ("1504", ("kommune:1508", "kommune:1580")),
        ("1507", ("kommune:1508", "kommune:1580")),
        ("1850", ("kommune:1806", "kommune:1875")),
        ("30", ("fylke:31", "fylke:32", "fylke:33")),
        ("12", ("fylke:46",)),
    ],
)
def test_a_number_that_is_no_more_leads_to_what_it_has_become_by_now(
    number: str, now: tuple[str, ...]
) -> None:
    assert BY_NUMBER[number].now == now


def test_nothing_that_is_there_is_called_former_and_all_lead_to_something_that_is_there() -> None:
    assert not {each.number for each in former()} & {each.number for each in THERE.values()}
    assert all(each.now and set(each.now) <= THERE.keys() for each in former())


def test_each_municipality_of_2019_that_is_no_more_is_known() -> None:
    assert len(BY_NUMBER) > 400


def test_every_name_belongs_to_somebody_in_the_register() -> None:
    assert other_names().keys() <= THERE.keys()
    assert "Digitaliseringsdirektoratet" in other_names()["stat:digdir"]
