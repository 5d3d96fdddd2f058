"""How a round came out: the order, its reasons, and what stands outside it."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import text

from portfolio.messages import Message
from portfolio.people import Person
from portfolio.prioritising.gates import Standing
from portfolio.reports.prioritising.ranking import RankingReport, ranking
from portfolio.store.database import Database
from tests.actions.uploads import brought_in, cost, gives, proposal, upload
from tests.rounds import CLOSED, HALFWAY, OPEN, READER

People = Callable[[str], Person]


def test_places_rise_with_shared_places_skipped(database: Database, person: People) -> None:
    places = [row.place for row in report(database, person(READER)).ranked]
    assert places == [1, 2, 3, 4, 4, 6, 7, 8, 9, 10]


def test_every_row_but_the_last_carries_its_reason(database: Database, person: People) -> None:
    *above, last = report(database, person(READER)).ranked
    assert all(isinstance(row.why, Message) for row in above)
    assert last.why == ""


def test_every_proposal_is_in_the_order_or_outside_it_once(database: Database, person: People) -> None:
    found = report(database, person(READER))
    rows = [row.proposal for row in (*found.ranked, *found.outside)]
    assert sorted(rows) == sorted(found.round.proposals)
    assert {row.standing for row in found.outside} == {Standing.STATUTORY, Standing.STOPPED}


def test_the_terms_of_the_round_are_those_of_its_rows(database: Database, person: People) -> None:
    found = report(database, person(READER))
    assert found.terms == tuple(term for row in found.ranked for term in row.terms) != ()


def test_a_hidden_ranking_holds_nothing(database: Database, person: People) -> None:
    with database.read() as reader:
        found = ranking(reader, OPEN, viewer=person(HALFWAY))
    assert found.hidden is not None
    assert (found.ranked, found.outside, found.terms) == ((), (), ())


def test_a_ranking_says_at_which_end_of_the_trail_it_was_made(database: Database, person: People) -> None:
    with database.read() as reader:
        found, head = ranking(reader, CLOSED, viewer=person(READER)), reader.head()
    assert (found.revision, found.head) == (head.seq, head.digest)


def test_a_round_where_all_is_statutory_or_stopped_says_that_nothing_has_a_place(
    database: Database, person: People
) -> None:
    assert report(database, person(READER)).nothing is None
    with database.alone() as connection:
        connection.execute(
            text("UPDATE gate_answers SET answer = 'no' WHERE round = :round"), {"round": CLOSED}
        )
    found = report(database, person(READER)).nothing
    assert found is not None
    assert found.text.startswith("Everything in the round is statutory, stopped")


def report(database: Database, viewer: Person) -> RankingReport:
    with database.read() as reader:
        return ranking(reader, CLOSED, viewer=viewer)


def test_a_round_that_nobody_marked_has_no_order_and_all_of_it_stands_outside(
    database: Database, person: People
) -> None:
    with database.alone() as connection:
        connection.execute(text("DELETE FROM marks WHERE round = :round"), {"round": CLOSED})
    found = report(database, person(READER))
    assert found.ranked == found.terms == ()
    assert found.nothing is not None
    assert "Nobody has given marks" in found.nothing.text
    assert sorted(row.proposal for row in found.outside) == sorted(found.round.proposals)


def test_an_import_after_the_decision_leaves_the_order_its_titles_its_figures_and_who_is_in_it(
    database: Database, person: People
) -> None:
    """The fault as it was tried: 32.8 million became 119.2, and a law written into one moved everyone else."""
    before = report(database, person(READER))
    said = proposal("2026-001", title="Nytt navn", statutory="Lov om prøving", owner_party="kommune:4601")
    brought_in(
        database,
        upload(said, cost("2026-001", 2027, 119_200_000_00), gives(1_000, reference="2026-001", year=2035)),
    )
    after = report(database, person(READER))
    (moved,) = (row.proposal for row in (*after.ranked, *after.outside) if row.since)
    assert moved == "prosjekt:2026-001"
    assert [replace(row, since="") for row in after.ranked] == list(before.ranked)
    assert after.outside == before.outside
