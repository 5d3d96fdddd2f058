"""What those that a proposal names are called."""

from portfolio.parties import Party
from portfolio.people import Person
from portfolio.proposals.proposal import Proposal
from portfolio.reports.proposals.names import names


def test_every_body_and_the_person_that_a_proposal_names_is_called_by_name_and_nobody_else(database):
    with database.read() as reader:
        for proposal in reader.all(Proposal):
            found = names(reader, proposal)
            bodies = reader.all(Party, id=[proposal.owner_party, *proposal.partners])
            people = reader.all(Person, id=[proposal.owner_person])
            assert found == {each.id: each.name for each in (*bodies, *people)}
            assert found.keys() == {proposal.owner_party, *proposal.partners, proposal.owner_person} - {None}
