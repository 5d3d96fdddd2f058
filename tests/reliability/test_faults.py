"""The database fails at every single statement in turn: afterwards all is as before, and the next try succeeds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from portfolio.actions.funding.contributions import advance_amount, contribute, correct
from portfolio.actions.importing import bring_in, plan
from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.actions.starting import load_demo
from portfolio.funding.ledger import Entry, Place
from portfolio.funding.stages import Stage
from portfolio.lookups.judging import method_of
from portfolio.lookups.progress import progress
from portfolio.money import Money
from portfolio.prioritising.impartiality import Interest
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round
from portfolio.proposals.intake import ContributionIn, CostIn, ProposalIn, Upload
from portfolio.proposals.proposal import Proposal
from portfolio.reports.checking import check
from portfolio.store import drafts
from portfolio.store.database import Database
from portfolio.store.tables import metadata
from tests.databases import AT, of

DAY = date(2026, 11, 23)
PLACE = Place("prosjekt:2026-001", "stat:digdir", 2026)
OPEN = "runde:2026-2"
MEMBER = "person:jonas-bratteskjær"
MOST = 500
"""No action here takes so many statements: one that does would never come to its end."""

Everything = dict[str, frozenset[tuple[object, ...]]]


class Unplugged(Exception):
    """What the database says when it fails."""


def _contribute(database: Database) -> None:
    stamp = of(database, "person:geir-mosengtun")
    contribute(database, PLACE, Money(100), stage=Stage.APPLIED, on=DAY, stamp=stamp)


def _advance(database: Database) -> None:
    stamp = of(database, "person:geir-mosengtun")
    advance_amount(database, PLACE, Money(1), from_=Stage.APPLIED, to=Stage.PROMISED, on=DAY, stamp=stamp)


def _correct(database: Database) -> None:
    stamp = of(database, "person:geir-mosengtun")
    with database.read() as reader:
        made = [each for each in reader.all(Entry) if each.note == "feil" and not each.corrects]
    correct(database, made[0].id, note="rettet", on=DAY, stamp=stamp)


def _assess(database: Database) -> None:
    with database.read() as reader:
        round_ = reader.get(Round, OPEN)
        (first, *_) = progress(reader, round_, member=MEMBER).left
        method = method_of(round_)
    marks = {each.key: method.lowest for each in method.criteria}
    assess(database, OPEN, first, marks=marks, reasons={}, stamp=of(database, MEMBER))


def _declare(database: Database) -> None:
    """Stand aside from everything, so that every mark goes."""
    with database.read() as reader:
        listed = reader.get(Round, OPEN).proposals
    declare(database, OPEN, interests=dict.fromkeys(listed, Interest.OTHER), stamp=of(database, MEMBER))


def _revise(database: Database) -> None:
    with database.read() as reader:
        proposal = reader.get(Proposal, PLACE.proposal)
    revised = proposal.model_copy(update={"title": "Ny tittel"})
    costs = {2040: Money(1), 2041: Money(2)}
    revise_proposal(
        database, revised, costs=costs, reason="Prøve", stamp=of(database, "person:ingrid-solbakken")
    )


def _bring_in(database: Database) -> None:
    new, old = "2040-1", "2026-002"
    upload = Upload(
        name="prøve.xlsx",
        digest="0" * 64,
        proposals=(
            ProposalIn(where="1", reference=new, title="Nytt", owner_party="ks"),
            ProposalIn(where="2", reference=old, title="Endret", owner_party="ks"),
        ),
        costs=(CostIn(where="1", reference=new, year=2040, amount=Money(100)),),
        contributions=(
            ContributionIn(
                where="1",
                reference=new,
                party="ks",
                year=2040,
                applied=Money(100),
                promised=Money(60),
                agreed=Money(10),
                paid=Money(1),
            ),
        ),
    )
    with database.read() as reader:
        seen = plan(reader, upload, on=DAY).digest
    bring_in(database, upload, seen=seen, on=DAY, stamp=of(database, "person:ingrid-solbakken"))


def _keep_a_draft(database: Database) -> None:
    drafts.keep(database, {"title": "ny"}, person=MEMBER, form="f", at=AT)


ACTS = (_contribute, _advance, _correct, _assess, _declare, _revise, _bring_in, _keep_a_draft)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__.strip("_"))
def test_a_fault_at_any_statement_leaves_all_as_it_was(
    example: Database, act: Callable[[Database], None], when: str
):
    _put_in_place(example)
    before = _everything(example)
    tried = _try_until_done(example, act, when, before)
    assert tried >= 2
    assert _everything(example) != before
    _all_holds(example)


def test_a_fault_while_the_example_is_loaded_leaves_the_database_unused(known: Database):
    before = _everything(known)
    _try_until_done(known, lambda database: load_demo(database, at=AT), "after", before, every=7)
    with known.read() as reader:
        assert reader.all(Mark)
    _all_holds(known)


def _try_until_done(
    database: Database, act: Callable[[Database], None], when: str, before: Everything, *, every: int = 1
) -> int:
    """Let the first statement fail, then the next, or every so many; return where the last was before it went well."""
    for number in range(1, MOST, every):
        with _failing_at(database, number, when) as failed:
            try:
                act(database)
            except Unplugged:
                pass
            else:
                assert not failed
                return number - 1
        assert failed
        assert _everything(database) == before, f"changed by a fault at statement {number}"
    raise AssertionError("it never came to an end")


@contextmanager
def _failing_at(database: Database, number: int, when: str) -> Iterator[list[int]]:
    """Let the writing connection fail at one statement, or when it is to hold: the commit is the last of them."""
    writer, seen, failed = database._writer, [0], []

    def count(*_: object) -> None:
        seen[0] += 1
        if seen[0] == number:
            failed.append(number)
            raise Unplugged

    event.listen(writer, f"{when}_cursor_execute", count)
    event.listen(writer, "commit", count)
    try:
        yield failed
    finally:
        event.remove(writer, f"{when}_cursor_execute", count)
        event.remove(writer, "commit", count)


def _put_in_place(database: Database) -> None:
    """See that there is a draft to replace and a contribution to correct."""
    drafts.keep(database, {"title": "før"}, person=MEMBER, form="f", at=AT)
    stamp = of(database, "person:geir-mosengtun")
    contribute(database, PLACE, Money(100), stage=Stage.APPLIED, on=DAY, note="feil", stamp=stamp)


def _everything(database: Database) -> Everything:
    with database.read() as reader:
        rows = reader.connection.exec_driver_sql
        return {name: frozenset(map(tuple, rows(f'SELECT * FROM "{name}"'))) for name in metadata.tables}


def _all_holds(database: Database) -> None:
    with database.read() as reader:
        assert [each for each in check(reader) if not each.holds] == []
