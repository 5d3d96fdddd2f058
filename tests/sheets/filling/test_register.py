"""Finding the body that somebody means, by number, name or both."""

import pytest

from portfolio.parties import PartyKind
from portfolio.sheets.filling.register import Register
from tests.examples.filling import place
from tests.sheets.filling.books import PARTIES, faults, good, read


@pytest.mark.parametrize(
    ("sheet", "field", "value", "says"),
    [
        ("Forslag", "owner_party", "Herøy", "1515 Herøy, 1818 Herøy"),
        ("Forslag", "owner_party", "Våler kommune", "3114 Våler, 3419 Våler"),
        ("Forslag", "owner_party", "Atlantis", "Ingen part heter «Atlantis»"),
        ("Forslag", "owner_party", "9999", "nummer 9999"),
        ("Forslag", "owner_party", "0301 Bergen", "Nummer 0301 er Oslo"),
    ],
)
def test_a_body_that_cannot_be_told_is_told_at_its_cell(sheet, field, value, says):
    told = faults(good(**{sheet: {field: value}}))
    assert list(told) == [place(sheet, field)]
    assert says in told[place(sheet, field)]


@pytest.mark.parametrize(
    ("written", "party"),
    [
        (301, "kommune:0301"),
        ("301", "kommune:0301"),
        (1103.0, "kommune:1103"),
        ("1515", "kommune:1515"),
        ("1515 Herøy", "kommune:1515"),
        ("STAVANGER  kommune", "kommune:1103"),
        ("kommune:1103", "kommune:1103"),
        ("11", "fylke:11"),
        ("Rogaland fylkeskommune", "fylke:11"),
        ("rogaland", "fylke:11"),
    ],
)
def test_an_owner_is_known_by_number_name_or_both(written, party):
    upload, wrong = read(good(Forslag={"C6": written}))
    assert wrong == ()
    assert upload.proposals[0].owner_party == party


def test_a_body_is_known_when_its_name_fits_one_or_several():
    register = Register(PARTIES)
    state = next(each for each in PARTIES if each.kind is PartyKind.STATE)
    assert [register.knows(each) for each in (state.name, "Herøy", "Atlantis")] == [True, True, False]
