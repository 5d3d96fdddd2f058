"""A workbook brought in: seen first, whole or not at all, exact to the øre, and the second time without effect."""

from collections.abc import Callable
from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio.actions.comparing import STAGES
from portfolio.actions.funding.contributions import advance_amount, contribute, correct
from portfolio.actions.importing import DoesNotFit, Moved, Plan, bring_in, plan
from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.funding.contributions import Entry, Stage
from portfolio.funding.ledger import Place, positions
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.parties import JOINT, Party, PartyKind
from portfolio.people import Forbidden, Person, Stamp
from portfolio.proposals.costs import CostLine
from portfolio.proposals.intake import ContributionIn, CostIn, PartyIn, ProposalIn, Upload
from portfolio.proposals.proposal import Phase, Proposal, proposal_id
from portfolio.reports.funding.overview import funding
from portfolio.store.database import Database
from portfolio.store.trail import Head
from portfolio.store.writing import Stale
from tests.actions.uploads import FRESH, STORED, cost, gives, proposal, upload
from tests.conftest import NOW

ON = date(2026, 11, 23)
SECRETARIAT, FINANCE = "person:ingrid-solbakken", "person:geir-mosengtun"
RUNS = count()
Stamped = Callable[[str], Stamp]


def planned(database: Database, sent: Upload) -> Plan:
    with database.read() as reader:
        return plan(reader, sent, on=ON)


def brought_in(database: Database, sent: Upload, *, who: str = SECRETARIAT) -> Plan:
    with database.read() as reader:
        stamp = Stamp(person=reader.get(Person, who), at=NOW)
    return bring_in(database, sent, seen=planned(database, sent).digest, on=ON, stamp=stamp)


def reached(database: Database, reference: str = FRESH) -> dict[tuple[str, int], tuple[int, ...]]:
    with database.read() as reader:
        id = next(each.id for each in reader.all(Proposal) if each.reference == reference)
        stood = positions(reader.all(Entry, proposal=id))
    return {
        (each.place.party, each.place.year): tuple(each.reached(stage).ore for stage in STAGES)
        for each in stood
    }


def head(database: Database) -> Head:
    with database.read() as reader:
        return reader.head()


def costs_of(database: Database, reference: str) -> dict[int, Money]:
    with database.read() as reader:
        lines = reader.all(CostLine, proposal=proposal_id(reference))
    return {line.year: line.amount for line in lines}


def faults(database: Database, *rows: ProposalIn | CostIn | ContributionIn | PartyIn) -> list[Objection]:
    return list(planned(database, upload(*rows)).faults)


def test_what_comes_in_is_what_the_file_says(database: Database) -> None:
    row = proposal(summary="Søk i alt.", goals=("a-1",), partners=("ks",), phase=Phase.PLAN, starts=2027)
    made = brought_in(database, upload(row, cost(), gives(300_01, 200, 100, 50)))
    with database.read() as reader:
        stored = reader.get(Proposal, proposal_id(FRESH))
        (line,) = reader.all(CostLine, proposal=stored.id)
    assert stored.model_dump(include=set(row.model_dump(exclude={"where"}))) == row.model_dump(
        exclude={"where"}
    )
    assert line.amount == Money(100_50)
    assert reached(database) == {("ks", 2027): (300_01, 200, 100, 50)}
    assert (made.new, made.changed) == ((FRESH,), ())
    assert (made.fresh[0].cost, made.fresh[0].applied) == (Money(100_50), Money(300_01))


def test_the_second_time_nothing_changes(database: Database) -> None:
    sent = upload(proposal(), cost(), gives(300, 200, 100, 50), proposal(STORED, title="Nytt navn"))
    assert not brought_in(database, sent).empty
    again = planned(database, sent)
    assert again.empty
    assert set(again.alike) == {FRESH, STORED}
    before = head(database)
    brought_in(database, sent)
    assert head(database) == before


def test_nothing_is_saved_by_looking(database: Database) -> None:
    before = head(database)
    planned(database, upload(proposal(), cost()))
    assert head(database) == before


def test_each_change_tells_from_what_to_what(database: Database) -> None:
    with database.read() as reader:
        stored = reader.get(Proposal, proposal_id(STORED))
    made = planned(
        database,
        upload(proposal(STORED, title="Nytt navn", owner_party=stored.owner_party), cost(STORED, 2035)),
    )
    assert [(each.field, each.before, each.after, each.year) for each in made.changes] == [
        ("title", stored.title, "Nytt navn", None),
        ("cost", Money(0), Money(100_50), 2035),
    ]
    assert (made.new, made.changed) == ((), (STORED,))


def test_an_empty_cell_changes_nothing(database: Database) -> None:
    with database.read() as reader:
        stored = reader.get(Proposal, proposal_id(STORED))
    sent = upload(proposal(STORED, title=stored.title, owner_party=stored.owner_party))
    assert stored.summary
    assert stored.phase is not Phase.IDEA
    assert planned(database, sent).empty


def test_years_and_parties_that_are_not_in_the_file_stay(database: Database) -> None:
    before, carried = costs_of(database, STORED), reached(database, STORED)
    brought_in(database, upload(cost(STORED, 2035), gives(5, reference=STORED, year=2035)))
    assert costs_of(database, STORED) == before | {2035: Money(100_50)}
    assert reached(database, STORED) == carried | {("ks", 2035): (5, 0, 0, 0)}


def test_the_ledger_gets_whole_steps_that_can_be_corrected(database: Database, stamp: Stamped) -> None:
    brought_in(database, upload(proposal(), gives(300, 200, 100, 50)))
    with database.read() as reader:
        entries = reader.all(Entry, proposal=proposal_id(FRESH))
    for tied in {each.move for each in entries if each.move}:
        assert sum(each.amount.ore for each in entries if each.move == tied) == 0
    paid = next(each for each in entries if each.stage is Stage.PAID)
    correct(database, paid.id, note="Ikke betalt.", on=ON, stamp=stamp(FINANCE))
    assert reached(database) == {("ks", 2027): (300, 200, 100, 0)}


def test_a_later_file_takes_the_money_onward(database: Database) -> None:
    brought_in(database, upload(proposal(), gives(300, 100)))
    brought_in(database, upload(gives(400, 350, 350, 1)))
    assert reached(database) == {("ks", 2027): (400, 350, 350, 1)}


def test_less_than_what_is_stored_is_refused_with_what_is_stored(database: Database) -> None:
    brought_in(database, upload(proposal(), gives(300, 200)))
    (fault,) = faults(database, gives(300, 150))
    assert fault.about == "Bidrag!A6"
    assert fault.message.facts == {"stage": Stage.PROMISED, "stored": Money(200), "said": Money(150)}


def test_money_that_has_lapsed_does_not_go_onward(database: Database, stamp: Stamped) -> None:
    brought_in(database, upload(proposal(), gives(300)))
    place = Place(proposal_id(FRESH), "ks", 2027)
    advance_amount(
        database, place, Money(200), from_=Stage.APPLIED, to=Stage.LAPSED, on=ON, stamp=stamp(FINANCE)
    )
    (fault,) = faults(database, gives(300, 150))
    assert fault.message.facts == {"lapsed": Money(200)}
    assert faults(database, gives(300, 100)) == []
    brought_in(database, upload(gives(350, 150)))
    assert reached(database) == {("ks", 2027): (350, 150, 0, 0)}


@pytest.mark.parametrize("reference", ["2026 002", "2026.002"])
def test_a_reference_that_only_looks_like_another_is_refused(database: Database, reference: str) -> None:
    (fault,) = faults(database, proposal(reference))
    assert isinstance(fault, DoesNotFit)
    assert fault.message.facts == {"name": reference, "other": STORED}


def test_two_rows_for_the_same_proposal_or_body_are_refused(database: Database) -> None:
    body = PartyIn(where="Parter!A6", id="annen:si", kind=PartyKind.OTHER, name="Standard & Info")
    twice = [proposal(), proposal(), body, body.model_copy(update={"name": "Standard Info"})]
    assert len(faults(database, *twice)) == 2


def test_rows_about_a_proposal_nobody_knows_are_refused_each(database: Database) -> None:
    found = faults(database, cost("2030-1"), gives(5, reference="2030-2"))
    assert [each.about for each in found] == ["Kostnader!A6", "Bidrag!A6"]


def test_a_file_with_a_fault_brings_in_nothing(database: Database, stamp: Stamped) -> None:
    sent = upload(proposal(), cost("2030-1"))
    with pytest.raises(DoesNotFit):
        bring_in(database, sent, seen=planned(database, sent).digest, on=ON, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        assert reader.find(Proposal, proposal_id(FRESH)) is None


def test_a_new_body_comes_in_with_what_names_it(database: Database) -> None:
    body = PartyIn(where="Parter!A6", id="annen:standard", kind=PartyKind.OTHER, name="Standard")
    brought_in(database, upload(body, proposal(owner_party=body.id), gives(5, party=body.id)))
    with database.read() as reader:
        assert reader.get(Party, body.id).name == "Standard"
    assert planned(database, upload(body)).empty


def test_what_changed_after_the_look_must_be_looked_at_again(database: Database, stamp: Stamped) -> None:
    sent = upload(gives(300, reference=STORED, year=2035))
    seen = planned(database, sent).digest
    place = Place(proposal_id(STORED), "ks", 2035)
    contribute(database, place, Money(100), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE))
    with pytest.raises(Moved):
        bring_in(database, sent, seen=seen, on=ON, stamp=stamp(SECRETARIAT))
    assert reached(database, STORED)["ks", 2035] == (100, 0, 0, 0)


def test_somebody_changing_the_same_costs_meanwhile_is_told(database: Database, stamp: Stamped) -> None:
    with database.read() as reader:
        opened = reader.get(Proposal, proposal_id(STORED))
    brought_in(database, upload(cost(STORED, 2035)))
    with pytest.raises(Stale):
        revise_proposal(database, opened, costs={}, stamp=stamp(SECRETARIAT))


def test_a_proposal_whose_reference_has_changed_is_still_itself(database: Database, stamp: Stamped) -> None:
    with database.read() as reader:
        stored, costs = reader.get(Proposal, proposal_id(STORED)), costs_of(database, STORED)
    renamed = stored.model_copy(update={"reference": "2027-100"})
    revise_proposal(database, renamed, costs=costs, stamp=stamp(SECRETARIAT))
    year, amount = next(iter(costs.items()))
    assert planned(database, upload(cost("2027-100", year, amount.ore))).empty
    assert [each.message.facts["other"] for each in faults(database, proposal(STORED))] == ["2027-100"]


def test_the_municipalities_together_may_come_in_before_their_key(database: Database) -> None:
    brought_in(database, upload(proposal(), gives(300, 200, party=JOINT)))
    with database.read() as reader:
        report = funding(reader, proposal=proposal_id(FRESH))
    assert [(line.party, line.promised) for line in report.lines] == [(JOINT, Money(200))]


def test_only_the_secretariat_brings_in(database: Database) -> None:
    with pytest.raises(Forbidden):
        brought_in(database, upload(proposal()), who=FINANCE)


amounts = st.lists(st.integers(0, 10**12), min_size=4, max_size=4).map(lambda ore: sorted(ore, reverse=True))
places = st.tuples(
    st.sampled_from([FRESH, "2027-901"]),
    st.sampled_from(["ks", "kommune:0301", JOINT]),
    st.integers(2026, 2029),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    costs=st.dictionaries(
        st.tuples(st.sampled_from([FRESH, "2027-901"]), st.integers(2026, 2029)), st.integers(0, 10**12)
    ),
    given_=st.dictionaries(places, amounts, max_size=8),
)
def test_any_file_comes_in_to_the_ore_and_only_once(database: Database, costs, given_) -> None:
    run = next(RUNS)
    ours = {FRESH: f"{FRESH}-{run}", "2027-901": f"2027-901-{run}"}
    sent = upload(
        *(proposal(each) for each in ours.values()),
        *(cost(ours[reference], year, ore) for (reference, year), ore in costs.items()),
        *(
            gives(*ore, reference=ours[reference], party=party, year=year)
            for (reference, party, year), ore in given_.items()
        ),
    )
    brought_in(database, sent)
    for reference, own in ours.items():
        assert costs_of(database, own) == {
            year: Money(ore) for (ref, year), ore in costs.items() if ref == reference
        }
        assert {place: ore for place, ore in reached(database, own).items() if any(ore)} == {
            (party, year): tuple(ore)
            for (ref, party, year), ore in given_.items()
            if ref == reference and any(ore)
        }
    assert planned(database, sent).empty
