"""The form of a benefit is filled with all that the benefit holds, laid flat, with numbers as people write them."""

import pytest

from portfolio.given import LANGUAGES
from portfolio.numerals import read_number
from portfolio.pages.realising.benefit_fields import Filled, filled
from portfolio.store.database import Database
from portfolio.words import words
from tests.pages.realising.benefit_seats import DRIVING, SECRETARIAT, WITHOUT_BASELINE, benefit
from tests.pages.seat import seat


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_written_as_they_can_be_read_back(database: Database, language: str) -> None:
    one = benefit(database)
    form = filled(one, words(language))  # type: ignore[arg-type]
    assert one.baseline is not None
    assert read_number(form.baseline_value) == one.baseline.value
    assert read_number(form.target_value) == one.target.value
    assert (form.baseline_on, form.target_on) == (one.baseline.on, one.target.on)


def test_without_a_baseline_its_fields_are_empty(database: Database) -> None:
    form = filled(benefit(database, WITHOUT_BASELINE), words("nb"))
    assert (form.baseline_value, form.baseline_on, form.baseline_source) == ("", None, "")


def test_every_field_but_the_project_and_the_revision_is_drawn_and_why_it_is_changed(
    database: Database,
) -> None:
    shown = seat(database, SECRETARIAT, "realising.benefits", id=DRIVING, endre="")
    kinds = (shown.text_input, shown.text_area, shown.selectbox, shown.date_input)
    drawn = {each.key.rpartition(".")[2] for kind in kinds for each in kind}
    assert drawn == set(Filled.model_fields) - {"proposal", "revision"} | {"reason"}
