"""How the municipalities share what they give together: nothing is lost, and the key says who they are."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio.actions.funding.contributions import contribute
from portfolio.funding.ledger import Entry, Place, positions
from portfolio.funding.stages import Stage
from portfolio.lookups.carrying import Carrying
from portfolio.money import LARGEST, Money, total
from portfolio.parties import JOINT, Side
from portfolio.people import Person, Stamp
from portfolio.periods import EARLIEST
from portfolio.reports.funding.project import funded_project
from portfolio.reports.funding.shares import keys, parts
from portfolio.reports.funding.workbook import funding
from portfolio.store.database import Database
from portfolio.words import Words
from tests.conftest import NOW
from tests.databases import put

FINANCE = "person:geir-mosengtun"
EVERYBODY_SHARES, FORTY_SHARE, UNSHARED = "prosjekt:2026-004", "prosjekt:2026-001", "prosjekt:2026-024"
ON = date(2026, 11, 23)


def test_a_key_tells_who_they_are_how_many_live_there_and_whether_it_is_all(database: Database) -> None:
    with database.read() as reader:
        carrying = Carrying(reader)
    (everybody,), (forty,) = keys(carrying, EVERYBODY_SHARES), keys(carrying, FORTY_SHARE)
    assert (len(everybody.sharing.members), everybody.everybody) == (357, True)
    assert (len(forty.sharing.members), forty.everybody) == (40, False)
    known = carrying.inhabitants[forty.sharing.on]
    assert forty.inhabitants == sum(known[member] for member in forty.sharing.members)
    assert forty.told == forty.sharing.rule.told(
        forty.sharing, inhabitants=forty.inhabitants, everybody=False
    )


@pytest.mark.parametrize(
    ("from_", "to", "told"),
    [
        (EARLIEST, None, "Applies from the first payment."),
        (
            EARLIEST,
            date(2026, 11, 23),
            "Applies from the first payment to 22 November 2026, and to the plans of 2025 and earlier years.",
        ),
        (
            date(2026, 3, 1),
            date(2026, 11, 23),
            "Applies to what is paid from 1 March 2026 to 22 November 2026, and to no plans.",
        ),
        (
            date(2026, 3, 1),
            date(2027, 12, 31),
            "Applies to what is paid from 1 March 2026 to 30 December 2027, and to the plans of 2026.",
        ),
        (
            date(2026, 3, 1),
            date(2028, 1, 1),
            "Applies to what is paid from 1 March 2026 to 31 December 2027, and to the plans of 2026 to 2027.",
        ),
        (
            date(2026, 11, 23),
            None,
            "Applies to what is paid from 23 November 2026 on, and to the plans of 2026 and later years.",
        ),
    ],
)
def test_a_key_applies_to_the_plans_of_the_years_whose_last_day_is_its_own(
    database: Database, from_: date, to: date | None, told: str
) -> None:
    with database.read() as reader:
        carrying = Carrying(reader)
    (first,) = carrying.keys[FORTY_SHARE]
    days = [EARLIEST, *(day for day in (from_, to) if day not in (None, EARLIEST))]
    for day in days[1:]:
        carrying = carrying.supposing(
            first.model_copy(update={"id": f"fordeling:{day}", "applies_from": day})
        )
    key = next(each for each in keys(carrying, FORTY_SHARE) if each.sharing.applies_from == from_)
    assert Words("en")(key.since).replace("\u00a0", " ") == told
    for year in range(2024, 2031):
        applies = carrying.planned_by(FORTY_SHARE, year) == key.sharing
        assert applies == (_ends(from_, year) and not (to and _ends(to, year)))


def _ends(day: date, year: int) -> bool:
    return day <= date(year, 12, 31)


def test_a_joint_contribution_is_shared_without_losing_an_ore(database: Database) -> None:
    with database.read() as reader:
        answer = funded_project(reader, EVERYBODY_SHARES)
    assert len(answer.parts) == 357
    for name in ("applied", "promised", "agreed", "paid"):
        together = total(getattr(each, name) for each in answer.joint)
        assert total(getattr(part, name) for part in answer.parts) == together


def test_parts_tell_how_many_live_there_on_the_day_of_the_key(database: Database) -> None:
    with database.read() as reader:
        carrying, joint = Carrying(reader), positions(reader.all(Entry, proposal=FORTY_SHARE, party=JOINT))
    sharing = carrying.keys[FORTY_SHARE][0]
    listed = list(parts(carrying, FORTY_SHARE, joint))
    assert [part.party.id for part in listed] == sorted(sharing.members)
    assert {part.party.id: part.inhabitants for part in listed} == {
        member: carrying.inhabitants[sharing.on][member] for member in sharing.members
    }


def test_a_joint_contribution_nobody_has_said_how_to_share_is_still_counted(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    entry = Entry(
        id=f"bidrag:{UNSHARED}.900",
        proposal=UNSHARED,
        party=JOINT,
        year=2027,
        stage=Stage.APPLIED,
        amount=Money(100_01),
        on=date(2026, 11, 1),
    )
    put(database, entry, stamp=stamp(FINANCE))
    with database.read() as reader:
        report, answer = funding(reader), funded_project(reader, UNSHARED)
    (line,) = (each for each in report.lines if each.party == JOINT)
    assert (line.applied, line.side, line.joint) == (Money(100_01), Side.LOCAL, True)
    assert total(row.applied for row in report.parties) == total(row.applied for row in report.projects)
    assert (answer.shared_by, answer.parts) == (None, ())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ore=st.integers(min_value=1, max_value=LARGEST.ore))
def test_any_amount_is_shared_to_the_ore(database: Database, ore: int) -> None:
    place = Place(FORTY_SHARE, JOINT, 2031)
    with database.read() as reader:
        before = funded_project(reader, FORTY_SHARE, year=2031)
    contribute(database, place, Money(ore), stage=Stage.APPLIED, on=ON, sure=True, stamp=_stamp(database))
    with database.read() as reader:
        after = funded_project(reader, FORTY_SHARE, year=2031)
    assert total(part.applied for part in after.parts) == before.whole.applied + Money(ore)


def _stamp(database: Database) -> Stamp:
    with database.read() as reader:
        return Stamp(person=reader.get(Person, FINANCE), at=NOW)
