"""Who shares a joint contribution, as finance staff say it."""

from portfolio.funding.keys import NotShared, Sharing, shares
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.parties import JOINT, Party, PartyKind, Population
from portfolio.people import Stamp, Verb
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.writing import Writer


def share_by(database: Database, sharing: Sharing, *, stamp: Stamp) -> Sharing:
    """Say which municipalities share a project's joint contribution, and by the inhabitants of which day.

    A key that the person has not seen any of before has revision 0.

    Raises:
        NotShared: somebody who is not a municipality is among them.
        NoInhabitants: a municipality had no inhabitants known on that day.
        Stale: somebody changed the key in between, or made the first.
    """
    with database.write(stamp, Verb.EDIT_FUNDING) as writer:
        writer.get(Proposal, sharing.proposal)
        _municipalities_only(writer, sharing)
        known = {each.party: each.inhabitants for each in writer.all(Population, on=sharing.on)}
        shares(Money(1), sharing, inhabitants=known)
        stored = writer.all(Sharing, proposal=sharing.proposal)
        if stored:
            kept = writer.revise(sharing.model_copy(update={"id": stored[0].id}))
        else:
            kept = sharing.model_copy(update={"revision": 1})
            writer.add(kept)
        writer.trace("share_by", sharing.proposal)
    return kept


def _municipalities_only(writer: Writer, sharing: Sharing) -> None:
    municipalities = {each.id for each in writer.all(Party, kind=PartyKind.MUNICIPALITY) if each.id != JOINT}
    if not municipalities.issuperset(sharing.members):
        raise NotShared(N_("Only municipalities share a joint contribution."), about="members")
