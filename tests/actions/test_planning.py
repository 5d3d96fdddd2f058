"""What each row would add or change, and what it leaves alone."""

from portfolio.money import Money
from portfolio.proposals.proposal import Phase, Proposal, proposal_id
from portfolio.store.database import Database
from tests.actions.uploads import (
    FRESH,
    STORED,
    brought_in,
    cost,
    costs_of,
    gives,
    head,
    planned,
    proposal,
    reached,
    upload,
)


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


def test_a_note_is_a_change_of_its_own_and_a_row_without_one_keeps_it(database: Database) -> None:
    brought_in(database, upload(proposal(), cost(note="Anslag")))
    assert planned(database, upload(cost())).empty
    made = planned(database, upload(cost(note="Tilbud")))
    assert [(each.field, each.before, each.after, each.year) for each in made.changes] == [
        ("note", "Anslag", "Tilbud", 2027)
    ]


def test_a_new_proposal_tells_what_all_its_rows_come_to(database: Database) -> None:
    sent = upload(
        proposal(), cost(ore=5), cost(year=2028, ore=6), gives(300, 100), gives(40, party="kommune:0301")
    )
    (fresh,) = planned(database, sent).fresh
    assert (fresh.reference, fresh.cost, fresh.applied) == (FRESH, Money(11), Money(340))
