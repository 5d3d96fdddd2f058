"""One proposal as a member marks it: what it is, what the gates said, and the member's own marks alone."""

from collections.abc import Callable

from portfolio.money import total
from portfolio.people import Person
from portfolio.prioritising.gates import GateAnswer
from portfolio.proposals.costs import CostLine
from portfolio.reports.prioritising.marks import ProposalMarks, proposal_marks
from portfolio.store.database import Database
from tests.rounds import CRITERIA, DONE, HALFWAY, OPEN, TOLK, Stamped, stand_aside

People = Callable[[str], Person]


def test_a_member_sees_no_marks_but_their_own(database: Database, person: People) -> None:
    own = page(database, person(HALFWAY))
    assert {mark.member for mark in own.marks.values()} == {HALFWAY}


def test_marks_are_found_by_criterion(database: Database, person: People) -> None:
    own = page(database, person(DONE))
    assert own.marks.keys() == set(CRITERIA)
    assert all(mark.criterion == key for key, mark in own.marks.items())


def test_what_it_costs_is_said_year_by_year_and_altogether(database: Database, person: People) -> None:
    found = page(database, person(HALFWAY))
    with database.read() as reader:
        lines = reader.all(CostLine, proposal=TOLK)
    years = [year for year, _ in found.costs]
    assert years == sorted(years)
    assert found.cost == total(line.amount for line in lines)


def test_whoever_stands_aside_reads_no_answer_of_the_gates(
    database: Database, person: People, stamp: Stamped
) -> None:
    stand_aside(database, stamp, HALFWAY, TOLK)
    assert page(database, person(HALFWAY)).answers == ()


def test_the_answers_of_the_gates_are_those_of_this_proposal(database: Database, person: People) -> None:
    found = page(database, person(HALFWAY))
    with database.read() as reader:
        assert found.answers == reader.all(GateAnswer, round=OPEN, proposal=TOLK) != ()
    assert found.names.keys() >= {found.proposal.owner_party, *found.proposal.partners}


def page(database: Database, member: Person) -> ProposalMarks:
    with database.read() as reader:
        return proposal_marks(reader, OPEN, TOLK, member=member)
