"""The example of a sheet is told from a row that somebody has filled in, in whatever language the template was taken."""

import pytest

from portfolio.given import LANGUAGES
from portfolio.money import Money
from portfolio.sheets.filling.examples import examples, untouched
from portfolio.sheets.filling.forms import FORMS, BlankSheet
from portfolio.words import words
from tests.sheets.filling.books import GOALS, PARTIES, empty, filled, remarks, whole


def shown(form: BlankSheet, language) -> dict[str, object]:
    given = dict(examples(words(language), PARTIES, GOALS)[form.key])
    return {
        field: float(said.in_kroner) if isinstance(said, Money) else said for field, said in given.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_it_is_untouched_as_long_as_it_says_what_it_said(form: BlankSheet, language) -> None:
    given = shown(form, language)
    assert untouched(form, given.get)
    for each in form.headings:
        assert not untouched(form, (given | {each.field: "noe annet"}).get), each.field
        assert not given.get(each.field) or not untouched(form, (given | {each.field: None}).get), each.field


def test_a_body_may_be_called_otherwise_since_the_template_was_taken() -> None:
    (form,) = (each for each in FORMS if each.key == "contributions")
    given = shown(form, "nb")
    assert untouched(form, (given | {"party": "0301 Oslo kommune"}).get)
    assert not untouched(form, (given | {"party": "1103 Stavanger"}).get)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_template_says_nothing_and_that_its_examples_are_skipped(language) -> None:
    found = whole(empty(language))
    assert found.upload.empty
    assert (found.faults, len(found.remarks), found.to_accept) == ((), 1, False)


@pytest.mark.parametrize("reference", ["Eksempel 7", "EKSEMPEL", "Example"])
def test_a_row_that_somebody_has_filled_in_is_read_whatever_it_is_called(reference: str) -> None:
    content = filled(
        {
            "Forslag": {"A5": reference, "B5": "Felles søk"},
            "Kostnader": {"A5": reference, "C5": 3_000_000},
            "Bidrag": {"A5": reference, "D5": 2_000_000},
        }
    )
    found = whole(content)
    assert found.faults == ()
    assert [each.reference for each in found.upload.proposals] == [reference]
    assert len(found.upload.costs) == len(found.upload.contributions) == 1
    assert list(remarks(content)) == [""]  # that of the parties is still there
