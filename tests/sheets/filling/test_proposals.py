"""A filled-in workbook read whole: all it says, or all that is wrong with it."""

import pytest

from portfolio.money import Money
from portfolio.parties import PartyKind
from portfolio.proposals.intake import ContributionIn, CostIn, ProposalIn
from portfolio.words import words
from tests.examples.filling import place
from tests.sheets.filling.books import GOOD, PARTIES, faults, good, read


def test_a_faultless_workbook_is_read_whole():
    upload, wrong = read(good())
    assert wrong == ()
    assert upload.proposals == (
        ProposalIn(where="Forslag!A6", reference="2026-014", title="Felles søk", owner_party="kommune:0301"),
    )
    assert upload.costs == (
        CostIn(where="Kostnader!A6", reference="2026-014", year=2027, amount=Money.kroner(1_250_000)),
    )
    assert upload.contributions == (
        ContributionIn(
            where="Bidrag!A6", reference="2026-014", party="ks", year=2027, applied=Money(50_000),
            promised=Money(40_000), agreed=Money(30_000), paid=Money(20_050),
        ),
    )  # fmt: skip
    assert len(upload.digest) == 64


def test_every_fault_is_told_at_once_and_the_sound_rows_are_still_read():
    told = faults(
        good(
            Forslag={"B6": None, "C6": "Herøy", "starts": "snart", "A7": "15", "B7": "Ny", "C7": "KS"},
            Kostnader={"B6": "x", "C6": -1},
        )
    )
    assert sorted(told) == [
        "Forslag!B6",
        "Forslag!C6",
        place("Forslag", "starts"),
        "Kostnader!B6",
        "Kostnader!C6",
    ]
    upload, _ = read(good(Forslag={"B6": None, "A7": "15", "B7": "Ny", "C7": "KS"}))
    assert [each.reference for each in upload.proposals] == ["15"]


def test_the_same_reference_or_year_twice_is_told_with_where_the_first_stands():
    told = faults(
        good(
            Forslag={"A9": "2026-014 ", "B9": "En til", "C9": "KS"},
            Kostnader={"A8": "2026-014", "B8": 2027, "C8": 1},
        )
    )
    assert list(told) == ["Forslag!A9", "Kostnader!A8"]
    assert "Forslag!A6" in told["Forslag!A9"]


def test_a_party_may_give_twice_in_a_year_but_not_by_the_same_row():
    again = {f"{column}7": GOOD["Bidrag"][f"{column}6"] for column in "ABCDEFG"}
    assert list(faults(good(Bidrag=again))) == ["Bidrag!A7"]
    assert faults(good(Bidrag=again | {"D7": 501})) == {}


def test_at_most_so_many_faults_are_told():
    rows = {f"A{row}": "x" for row in range(6, 300)}
    told = read(good(Forslag=rows))[1]
    assert len(told) == 301
    assert "feil til" in words("nb")(told[-1].message)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("promised", 501, "lovet mer enn"),
        ("agreed", 401, "avtalt mer enn"),
        ("paid", 301, "utbetalt mer enn"),
    ],
)
def test_a_later_amount_is_never_more_than_what_it_is_a_part_of(field, value, says):
    told = faults(good(Bidrag={field: value}))
    assert list(told) == [place("Bidrag", field)]
    assert says in told[place("Bidrag", field)]


def test_a_new_body_must_say_what_kind_it_is():
    told = faults(good(Parter={"name": "Nytt organ"}))
    assert list(told) == ["Parter!B6"]
    assert "Fyll ut «Type part»" in told["Parter!B6"]


def test_a_project_cannot_end_before_it_begins():
    told = faults(good(Forslag={"starts": 2028, "ends": 2027}))
    assert list(told) == [place("Forslag", "ends")]


def test_a_new_body_may_own_a_proposal_in_the_same_workbook():
    other = words("nb").name(PartyKind.OTHER)
    upload, wrong = read(good(Parter={"A6": "Norsk søkelag", "B6": other}, Forslag={"C6": "norsk søkelag"}))
    assert wrong == ()
    assert upload.parties[0].id == upload.proposals[0].owner_party == "annen:norsk-søkelag"


def test_a_new_body_that_is_in_the_register_already_is_left_out():
    known = next(each.name for each in PARTIES if each.kind is PartyKind.STATE)
    upload, wrong = read(good(Parter={"A6": known, "B6": "state"}))
    assert (upload.parties, wrong) == ((), ())
