"""Commands about what has been changed: how one proposal came to be as it is."""

from collections.abc import Iterator

from portfolio.commands.call import Call, Told
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.proposals.proposal import Proposal
from portfolio.reports.proposals.changes import Change, changes
from portfolio.store.reading import Reader

ALL = 10**6
"""More changes than any proposal has: a terminal shows them all."""


class NoSuchProposal(Objection):
    """A proposal that is not there."""


def history(call: Call) -> Told:
    """Say how a proposal has changed, newest first, by whom and why.

    Raises:
        NoSuchProposal: nothing has this reference or id.
    """
    with call.database.read() as reader:
        proposal = _called(reader, call.given.proposal)
        found = changes(reader, proposal.id, size=ALL)
    answer = {"proposal": proposal.id, "reference": proposal.reference, "changes": found.rows}
    lines = (line for each in found.rows for line in _lines(each, call))
    return Told(answer, (f"{proposal.reference} {proposal.title}", *lines))


def _called(reader: Reader, name: str) -> Proposal:
    known = (*reader.all(Proposal, reference=name), *reader.all(Proposal, id=name))
    if not known:
        raise NoSuchProposal(N_("No proposal has the reference or id «{name}»."), name=name)
    return known[0]


def _lines(change: Change, call: Call) -> Iterator[Message | str]:
    say = call.words
    facts = {"number": change.seq, "when": change.at, "who": change.who, "what": Message(change.what)}
    yield Message(N_("{number}: {what}, {who}, {when}"), facts)
    if change.reason:
        yield f"    {say(Message(N_('Why: {reason}'), {'reason': change.reason}))}"
    yield from (f"    {say(each.said)}" for each in change.differences)
