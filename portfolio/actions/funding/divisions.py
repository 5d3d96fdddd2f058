"""What is paid by the municipalities together, divided among them in the same act as it is entered."""

from portfolio.funding.divisions import Division, divide, is_divided
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry
from portfolio.lookups.carrying import by, by_proposal, inhabitants
from portfolio.store.writing import Writer


def divide_paid(writer: Writer, *entries: Entry) -> None:
    """Write down what each municipality carries of those of these entries that are paid; they are in the ledger already.

    What is paid of a project that has no key yet waits for its first.
    """
    paid = [each for each in entries if is_divided(each)]
    if not paid:
        return
    projects = {each.proposal for each in paid}
    known = inhabitants(writer)
    divisions = divide(
        paid,
        divided=writer.all(Division, proposal=projects),
        keys=by_proposal(writer.all(Sharing, proposal=projects)),
        by=lambda sharing: by(sharing, inhabitants=known[sharing.on]),
    )
    writer.add(*divisions)
