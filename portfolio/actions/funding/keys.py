"""Who shares a joint contribution, and from which day, as finance staff say it."""

from collections.abc import Sequence
from datetime import date

from portfolio.actions.funding.contributions import NoReason
from portfolio.actions.funding.divisions import divide_paid
from portfolio.funding.divisions import Division, is_divided, let_apply
from portfolio.funding.keys import NotShared, Sharing, newest, shares, sharing_id
from portfolio.funding.ledger import Entry, in_order
from portfolio.given import blank
from portfolio.lookups.carrying import inhabitants, seal
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.parties import JOINT, Party, PartyKind
from portfolio.people import Stamp, Verb
from portfolio.periods import EARLIEST, day_in_norway, let_be_kept
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.writing import Stale, Writer


class TooFarAhead(Objection):
    """A key that would apply so late that nobody can know who shares then."""


def share_by(database: Database, sharing: Sharing, *, seen: str, reason: str = "", stamp: Stamp) -> Sharing:
    """Say which municipalities share a project's joint contribution from a day on, by the inhabitants of which day.

    A key that applies from the same day is changed, else this is one more. What is paid stays as it was divided. The
    first key of a project applies to all that is paid before the next, whatever day it says, and what is paid already
    is divided by it.

    Args:
        seen: the seal on what the person was shown (`portfolio.lookups.carrying.seal`).
        reason: why who shares is changed; the first key needs none.

    Raises:
        Stale: somebody changed the keys or the ledger after the person looked.
        NotShared: somebody who is not a municipality is among them.
        NoInhabitants: a municipality had no inhabitants known on that day.
        AlreadyPaid: something is paid on a day that the key would apply to.
        TooEarly, TooFarAhead: the day it applies from cannot be right.
        NoReason: a key is there already, and it is not said why it is changed.
    """
    with database.write(stamp, Verb.EDIT_FUNDING) as writer:
        writer.get(Proposal, sharing.proposal)
        keys = writer.all(Sharing, proposal=sharing.proposal)
        _as_seen(writer, sharing, keys, seen)
        named = _named(sharing, keys)
        if named in keys:
            return named
        _municipalities_only(writer, named)
        shares(Money(1), named, inhabitants=inhabitants(writer)[named.on])
        _soon_enough(named.applies_from, today=day_in_norway(stamp.at))
        let_apply(named, keys=keys, divided=writer.all(Division, proposal=named.proposal))
        if keys and blank(reason):
            raise NoReason(N_("Write why who shares is changed."), about="reason")
        kept = _kept(writer, named, keys)
        writer.trace("share_by", sharing.proposal, reason=reason)
    return kept


def _as_seen(writer: Writer, sharing: Sharing, keys: Sequence[Sharing], seen: str) -> None:
    if seal(writer, sharing.proposal) != seen:
        trace = next(iter(writer.traces(subject=sharing.proposal, most=1)), None)
        by, at = writer.who_and_when(trace) if trace else ("", None)
        raise Stale(newest(keys) if keys else sharing, by=by, at=at)


def _named(sharing: Sharing, keys: Sequence[Sharing]) -> Sharing:
    """Return the key as it is known: that of its day if there is one, else by an id of its own."""
    applies_from = sharing.applies_from if keys else EARLIEST
    same = next((each for each in keys if each.applies_from == applies_from), None)
    id = same.id if same else sharing_id(sharing.proposal, applies_from=applies_from)
    revision = same.revision if same else 1
    return sharing.model_copy(update={"id": id, "applies_from": applies_from, "revision": revision})


def _municipalities_only(writer: Writer, sharing: Sharing) -> None:
    municipalities = {each.id for each in writer.all(Party, kind=PartyKind.MUNICIPALITY) if each.id != JOINT}
    if not municipalities.issuperset(sharing.members):
        raise NotShared(N_("Only municipalities share a joint contribution."), about="members")


def _soon_enough(day: date, *, today: date) -> None:
    let_be_kept(day, about="applies_from")
    last = date(today.year + 1, 12, 31)
    if day > last:
        raise TooFarAhead(
            N_("Nobody knows yet who shares from {day}. A key applies from {last} at the latest."),
            about="applies_from",
            day=day,
            last=last,
        )


def _kept(writer: Writer, sharing: Sharing, keys: Sequence[Sharing]) -> Sharing:
    if any(each.id == sharing.id for each in keys):
        return writer.revise(sharing)
    writer.add(sharing)
    if not keys:
        joint = writer.all(Entry, proposal=sharing.proposal, party=JOINT)
        divide_paid(writer, *in_order(filter(is_divided, joint)))
    return sharing
