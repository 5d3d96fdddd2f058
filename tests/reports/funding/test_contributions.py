"""What each party gives in each year, and what of it may go on."""

from portfolio.funding.ledger import Place, Position
from portfolio.funding.stages import ONWARD, Stage
from portfolio.money import NOTHING, Money
from portfolio.parties import Party, PartyKind
from portfolio.reports.funding.contributions import contributions

PARTIES = {
    "nav": Party(id="nav", kind=PartyKind.STATE, name="Nav"),
    "oslo": Party(id="oslo", kind=PartyKind.MUNICIPALITY, name="Oslo", number="0301"),
    "bergen": Party(id="bergen", kind=PartyKind.MUNICIPALITY, name="Bergen", number="4601"),
    "fond": Party(id="fond", kind=PartyKind.OTHER, name="Fondet"),
}


def given(*places: tuple[str, int], **ore: int) -> list[Position]:
    at = {Stage(stage): Money(amount) for stage, amount in ore.items()}
    return [Position(Place("p", party, year), at) for party, year in places]


def test_they_stand_by_year_and_then_by_side_kind_and_number() -> None:
    stood = given(("fond", 2026), ("bergen", 2026), ("nav", 2027), ("oslo", 2026), ("nav", 2026), applied=1)
    assert [(each.place.party, each.place.year) for each in contributions(PARTIES, stood)] == [
        ("nav", 2026),
        ("oslo", 2026),
        ("bergen", 2026),
        ("fond", 2026),
        ("nav", 2027),
    ]


def test_each_amount_holds_the_later_ones_while_every_krone_stands_in_one_place() -> None:
    (each,) = contributions(PARTIES, given(("nav", 2026), applied=1, promised=10, paid=100, lapsed=1000))
    amounts = each.applied, each.promised, each.agreed, each.paid, each.lapsed
    assert [amount.ore for amount in amounts] == [1111, 110, 100, 100, 1000]
    assert each.at[Stage.APPLIED] == Money(1)


def test_what_stands_at_a_stage_with_a_way_on_may_be_moved() -> None:
    (each,) = contributions(PARTIES, given(("nav", 2026), applied=1, promised=0, agreed=5, paid=7, lapsed=9))
    assert each.movable == (Stage.APPLIED, Stage.AGREED)
    assert all(ONWARD[stage] and each.at[stage] > NOTHING for stage in each.movable)
