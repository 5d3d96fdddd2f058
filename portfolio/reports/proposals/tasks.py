"""What waits for somebody with their proposals: to complete them."""

from collections.abc import Iterator

from portfolio.messages import N_, Message
from portfolio.people import Person, Verb
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.proposals.readiness import unready
from portfolio.reports.tasks import Task
from portfolio.store.reading import Reader


def tasks(reader: Reader, *, viewer: Person) -> Iterator[Task]:
    """Yield what the viewer's own proposals lack before the council can assess them."""
    if not viewer.may(Verb.EDIT_OWN_PROPOSAL):
        return
    for proposal in reader.all(Proposal, owner_person=viewer.id):
        lacks = unready(proposal, reader.all(CostLine, proposal=proposal.id))
        if lacks:
            yield Task(
                Message(
                    N_("{reference} {title}: {count} thing is missing"),
                    {"reference": proposal.reference, "title": proposal.title, "count": len(lacks)},
                    plural=N_("{reference} {title}: {count} things are missing"),
                ),
                f"forslag?id={proposal.id}",
            )
