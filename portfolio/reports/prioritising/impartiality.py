"""Who stands aside from what: the whole list as a member confirms it, and one proposal."""

from dataclasses import dataclass

from portfolio.lookups.aside import apart
from portfolio.lookups.basis import texts_judged
from portfolio.lookups.judging import holding
from portfolio.parties import Party
from portfolio.people import Person
from portfolio.prioritising.impartiality import Impartiality, Interest, suggested
from portfolio.proposals.proposal import Proposal
from portfolio.reports.prioritising.seeing import seen
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class ImpartialityRow:
    """A proposal in the list where a member says which to stand aside from.

    `said` is whether the member has, of the owner and partners it has in the round; `interest` is why they stand aside,
    or stood when they said so last, None where they do not.
    """

    proposal: Proposal
    owner: str
    said: bool
    interest: Interest | None
    suggested: Interest | None


def impartiality(reader: Reader, round_id: str, *, member: Person) -> tuple[ImpartialityRow, ...]:
    """Return every proposal in a round as the member stands to it, in the round's order."""
    round_ = seen(reader, round_id, viewer=member)
    proposals = texts_judged(reader, round_)
    owners = {each.owner_party for each in proposals.values()}
    names = {each.id: each.name for each in reader.all(Party, id=owners)}
    declared = holding(reader, round_, member=member.id)
    before = {each.proposal: each for each in reader.all(Impartiality, round=round_id, member=member.id)}
    return tuple(
        ImpartialityRow(
            proposal=text,
            owner=names.get(text.owner_party, ""),
            said=id in declared,
            interest=before[id].interest if id in before else None,
            suggested=suggested(member, text),
        )
        for id, text in proposals.items()
    )


def aside_from(reader: Reader, round_id: str, *, viewer: Person) -> frozenset[str]:
    """Return the proposals of a round that the viewer has said to stand aside from."""
    return frozenset(proposal for round_, proposal in apart(reader, viewer=viewer) if round_ == round_id)


def stands_aside(reader: Reader, round_id: str, proposal_id: str, *, viewer: Person) -> bool:
    """Say whether the viewer has said to stand aside from a proposal in a round."""
    return proposal_id in aside_from(reader, round_id, viewer=viewer)
