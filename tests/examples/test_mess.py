"""Rows as people really write them, one sort of mess at a time."""

from decimal import Decimal

import pytest

from portfolio.money import Money
from tests.examples.filling import Typed, filled, place
from tests.examples.lists import TEXT, danish_list
from tests.examples.outcome import read

SOUND = {"reference": "A-1", "title": "Felles kart", "owner_party": "0301 Oslo"}


@pytest.fixture
def told(empty_database):
    """Read rows and return the upload and the refusals, each with its cell."""

    def tell(**sheets):
        found = read(empty_database, filled(**sheets))
        return found.upload, [(each.about, str(each)) for each in found.refused]

    return tell


def with_(**fields):
    return {"proposals": [SOUND | fields]}


def test_a_title_on_two_lines_becomes_one_line(told):
    upload, refused = told(**with_(title="Felles kart\nog plan  for alle "))
    assert (upload.proposals[0].title, refused) == ("Felles kart og plan for alle", [])


def test_an_owner_on_two_lines_is_found_as_one_name(told):
    upload, refused = told(**with_(owner_party="Statens\nvegvesen"))
    assert (len(upload.proposals), refused) == (1, [])


def test_a_text_that_starts_with_an_equals_sign_stays_text(told):
    upload, refused = told(**with_(summary="=1+1 er ikke alltid 2", title="=Kart="))
    assert (upload.proposals[0].summary, upload.proposals[0].title, refused) == (
        "=1+1 er ikke alltid 2",
        "=Kart=",
        [],
    )


def test_a_formula_that_nobody_has_worked_out_is_refused_at_its_cell(told):
    _, refused = told(**with_(title=Typed('=CONCATENATE("Felles", "kart")')))
    assert refused == [
        (
            "Forslag!B6",
            "The formula here has no stored value. Open the file in Excel, save it, and send it again.",
        )
    ]


def test_a_title_of_two_hundred_characters_is_kept_and_one_more_is_refused(told):
    upload, refused = told(**with_(title="å" * 200))
    assert (len(upload.proposals[0].title), refused) == (200, [])
    assert told(**with_(title="å" * 201))[1] == [
        ("Forslag!B6", "The text is too long. Shorten it to at most 200 characters.")
    ]


def test_a_text_of_ten_thousand_characters_is_kept_and_one_more_is_refused(told):
    real = "\n".join(row[TEXT] for row in danish_list())
    whole = " ".join(real.split())
    kept = whole[:9_999].strip().ljust(10_000, ".")
    upload, refused = told(**with_(summary=kept))
    assert (upload.proposals[0].summary, refused) == (kept, [])
    assert told(**with_(summary=kept + "."))[1] == [
        (place("Forslag", "summary"), "The text is too long. Shorten it to at most 10000 characters.")
    ]


@pytest.mark.parametrize("between", ["; ", ";\n", "\n"])
def test_a_long_list_of_partners_is_read_whole(told, between):
    numbers = ["0301", "1103", "4601", "5001", "3301", "1108", "1506", "1505", "1804", "5501"] * 6
    upload, refused = told(**with_(partners=between.join(f"{each}" for each in numbers)))
    assert len(between.join(numbers)) > 200
    assert (len(upload.proposals[0].partners), refused) == (10, [])


def test_the_same_reference_twice_is_refused_where_it_stands_again(told):
    _, refused = told(proposals=[SOUND, SOUND | {"reference": " a-1 "}])
    assert refused == [
        ("Forslag!A7", "The same stands in Forslag!A6. Delete one of them, or put them together.")
    ]


def test_the_costs_of_a_faulty_proposal_are_not_refused_as_well(told):
    rows = with_(owner_party="Ukjent etat") | {
        "costs": [{"reference": "A-1", "year": 2027, "amount": 1}],
        "contributions": [{"reference": "A-1", "party": "KS", "year": 2027, "applied": 1}],
    }
    assert [about for about, _ in told(**rows)[1]] == ["Forslag!C6"]


def test_two_new_bodies_that_would_get_the_same_id_are_refused(told):
    bodies = [{"name": "Kart & Plan AS", "kind": "Annen"}, {"name": "Kart og plan as", "kind": "Annen"}]
    assert told(parties=bodies)[1] == []
    bodies.append({"name": "Kart / Plan AS", "kind": "Annen"})
    assert [about for about, _ in told(parties=bodies)[1]] == ["Parter!A8"]


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        (Decimal("1234567.89"), 123456789),
        ("1 234 567,89", 123456789),
        ("kr 99,5", 9950),
        ("1\u00a0000", 100000),
        (0.1, 10),
    ],
)
def test_amounts_are_read_to_the_ore(told, written, ore):
    rows = with_() | {"costs": [{"reference": "A-1", "year": 2027, "amount": written}]}
    upload, refused = told(**rows)
    assert ([each.amount for each in upload.costs], refused) == ([Money(ore)], [])


@pytest.mark.parametrize("written", ["414.794", "2,5 mill.", "ca. 100", "-5", Decimal("0.005"), "1 0000"])
def test_amounts_that_could_mean_something_else_are_refused_at_their_cell(told, written):
    rows = with_() | {"costs": [{"reference": "A-1", "year": 2027, "amount": written}]}
    assert [about for about, _ in told(**rows)[1]] == ["Kostnader!C6"]


@pytest.mark.parametrize("written", ["2016-2022", "2017-", "24.04.2014", "27", 1850, "neste år"])
def test_a_year_that_is_not_one_is_refused_at_its_cell(told, written):
    assert [about for about, _ in told(**with_(starts=written))[1]] == [place("Forslag", "starts")]
