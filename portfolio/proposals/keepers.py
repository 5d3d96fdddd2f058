"""Who keeps a proposal: who may change it."""

from portfolio.messages import N_
from portfolio.people import Person, Verb
from portfolio.proposals.proposal import Proposal

EDITS = (Verb.EDIT_ANY_PROPOSAL, Verb.EDIT_OWN_PROPOSAL)
"""What somebody must be allowed, one or the other, to put forward or change any proposal at all."""

CHANGED_BY = N_("Only the project's owner and the secretariat may change this proposal.")
"""What is said to whoever may not, by the page before and by the action after."""


def may_change(person: Person, proposal: Proposal) -> bool:
    """Say whether somebody may change a proposal: its owner, and whoever may edit any."""
    own = proposal.owner_person == person.id and person.may(Verb.EDIT_OWN_PROPOSAL)
    return own or person.may(Verb.EDIT_ANY_PROPOSAL)
