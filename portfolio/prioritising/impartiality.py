"""Who stands aside from which proposal, and what each member is then to mark."""

from collections.abc import Iterable
from enum import StrEnum

from portfolio.given import Given, Key
from portfolio.people import Person
from portfolio.proposals.proposal import Proposal


class Interest(StrEnum):
    """Why a member stands aside: a category, never a private story."""

    OWN_ORGANISATION = "own_organisation"
    PARTNER = "partner"
    FUNDER = "funder"
    OTHER = "other"


class Impartiality(Given):
    """A member's word on one proposal in a round: `interest` None means «I am impartial».

    `upon` is which version it was said of: the `seq` of what the round then held of the proposal.
    """

    id: Key
    round: Key
    proposal: Key
    member: Key
    interest: Interest | None
    upon: int = 0
    revision: int = 1

    @property
    def aside(self) -> bool:
        """Whether the member stands aside."""
        return self.interest is not None


def impartiality_id(round_: str, proposal: str, member: str) -> str:
    """Return the stable id of one member's word on one proposal."""
    return f"{round_}.{proposal}.{member}"


def suggested(person: Person, proposal: Proposal) -> Interest | None:
    """Return the interest that the person's organisation gives reason to ask about."""
    if person.organisation == proposal.owner_party or person.id == proposal.owner_person:
        return Interest.OWN_ORGANISATION
    return Interest.PARTNER if person.organisation in proposal.partners else None


def whose(proposal: Proposal) -> tuple[str, str | None, frozenset[str]]:
    """Return what of a proposal anybody can be partial to: another owner or partner asks for a new word."""
    return proposal.owner_party, proposal.owner_person, frozenset(proposal.partners)


def to_assess(proposals: Iterable[str], declared: Iterable[Impartiality], *, member: str) -> tuple[str, ...]:
    """Return the proposals that the member is to mark, in the order given: all but those stood aside from."""
    aside = {each.proposal for each in declared if each.member == member and each.aside}
    return tuple(each for each in proposals if each not in aside)
