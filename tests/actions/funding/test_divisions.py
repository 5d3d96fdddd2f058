"""What the municipalities pay together is divided in the act that enters it, whoever enters it."""

from collections.abc import Callable
from datetime import date

import pytest

from portfolio.actions.funding.contributions import advance_amount
from portfolio.actions.funding.divisions import divide_paid
from portfolio.actions.importing import bring_in, plan
from portfolio.funding.divisions import Division
from portfolio.funding.ledger import Entry, Place
from portfolio.funding.stages import Stage
from portfolio.money import Money
from portfolio.parties import JOINT
from portfolio.people import Stamp
from portfolio.proposals.intake import ContributionIn, Upload
from portfolio.store.database import Database

FINANCE, SECRETARIAT = "person:geir-mosengtun", "person:ingrid-solbakken"
PROJECT, UNSHARED = "prosjekt:2026-018", "prosjekt:2026-024"
ON = date(2026, 11, 23)
Stamped = Callable[[str], Stamp]


def divisions(database: Database, project: str = PROJECT) -> tuple[Division, ...]:
    with database.read() as reader:
        return reader.all(Division, proposal=project)


def test_every_joint_payment_of_the_example_is_divided_as_it_is_loaded(database: Database) -> None:
    with database.read() as reader:
        paid = {each.id for each in reader.all(Entry, party=JOINT, stage=Stage.PAID)}
        assert {each.id for each in reader.all(Division)} == paid


def test_a_payment_is_divided_in_the_transaction_that_enters_it(database: Database, stamp: Stamped) -> None:
    place = Place(PROJECT, JOINT, 2026)
    for from_, to in ((Stage.PROMISED, Stage.AGREED), (Stage.AGREED, Stage.PAID)):
        advance_amount(database, place, Money(101), from_=from_, to=to, on=ON, stamp=stamp(FINANCE))
    (made,) = divisions(database)
    assert made.amount == Money(101)
    with database.read() as reader:
        (version,) = reader.versions(Division, made.id)
        assert [each.seq for each in reader.versions(Entry, made.id)] == [version.seq] == [reader.head().seq]


def test_what_an_import_says_is_paid_is_divided(database: Database, stamp: Stamped) -> None:
    upload = _upload("2026-018")
    with database.read() as reader:
        seen = plan(reader, upload, on=ON).digest
    bring_in(database, upload, seen=seen, on=ON, stamp=stamp(SECRETARIAT))
    (made,) = divisions(database)
    assert (made.amount, made.on, len(made.parts)) == (Money(100_01), ON, 357)


def test_what_an_import_says_is_paid_of_a_project_without_a_key_waits(
    database: Database, stamp: Stamped
) -> None:
    upload = _upload("2026-024")
    with database.read() as reader:
        seen = plan(reader, upload, on=ON).digest
    bring_in(database, upload, seen=seen, on=ON, stamp=stamp(SECRETARIAT))
    assert divisions(database, UNSHARED) == ()


@pytest.mark.parametrize("change", [{"stage": Stage.AGREED}, {"party": "ks"}])
def test_nothing_else_is_divided(database: Database, stamp: Stamped, change: dict[str, object]) -> None:
    with database.read() as reader:
        entry = reader.all(Entry, party=JOINT, stage=Stage.PAID)[0]
    with database.write(stamp(FINANCE)) as writer:
        divide_paid(writer, entry.model_copy(update={"id": "bidrag:x.1", **change}))


def _upload(reference: str) -> Upload:
    paid = Money(100_01)
    row = ContributionIn(
        where="Bidrag, rad 2", reference=reference, party=JOINT, year=2032,
        applied=paid, promised=paid, agreed=paid, paid=paid,
    )  # fmt: skip
    return Upload(name="x.xlsx", digest="0" * 64, contributions=(row,))
