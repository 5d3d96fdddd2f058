"""The ledger of the example, and who shares the joint contributions."""

from portfolio.catalogue.demo.files import Item, amount, items, rows
from portfolio.catalogue.reference import parties
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry
from portfolio.given import Key
from portfolio.parties import PartyKind, municipality_id
from portfolio.proposals.proposal import proposal_id

EVERYBODY = "alle"
"""What stands in the file where every municipality shares."""


def entries() -> tuple[Entry, ...]:
    """Return every entry of the ledger, in the order they were made."""
    return tuple(Entry.model_validate(row | {"amount": amount(row)}) for row in rows("entries"))


def sharings() -> tuple[Sharing, ...]:
    """Return the sharing key of each joint contribution."""
    return tuple(map(_sharing, items("sharings")))


def _sharing(item: Item) -> Sharing:
    proposal = proposal_id(item["proposal"])
    members = _everybody() if item["members"] == EVERYBODY else [*map(municipality_id, item["members"])]
    return Sharing.model_validate(
        item | {"id": f"fordeling:{item['proposal']}", "proposal": proposal, "members": members}
    )


def _everybody() -> list[Key]:
    return [each.id for each in parties() if each.kind is PartyKind.MUNICIPALITY and each.number]
