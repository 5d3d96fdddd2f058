"""What people call each field of the ledger, of a sharing key and of how a payment was shared."""

from collections.abc import Mapping

from portfolio.funding.divisions import Division
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry
from portfolio.given import Given
from portfolio.messages import N_

LABELS: Mapping[type[Given], Mapping[str, str]] = {
    Entry: {
        "proposal": N_("Project"),
        "party": N_("Party"),
        "year": N_("Year"),
        "stage": N_("Stage"),
        "amount": N_("Amount"),
        "on": N_("Day"),
        "note": N_("Note"),
    },
    Sharing: {
        "proposal": N_("Project"),
        "applies_from": N_("Applies from"),
        "on": N_("Population on"),
        "members": N_("Municipalities"),
        "rule": N_("Shared by"),
    },
    Division: {
        "proposal": N_("Project"),
        "year": N_("Year"),
        "on": N_("Day"),
        "before": N_("Paid before"),
    },
}
"""The fields of each noun of the wing."""

UNTOLD: Mapping[type[Given], Mapping[str, str]] = {
    Entry: {
        "move": "it only ties the two halves of a move together",
        "corrects": "it only points at the line that is corrected, whose project, party, year and stage are its own",
    },
    Division: {
        "key": "it names a key by its id; the workbook has it beside the keys",
        "key_revision": "it counts the versions of the key, and means nothing without it",
        "parts": "they are up to 357 amounts, which the project's page and the workbook tell one by one",
        "corrects": "it only points at the payment that is taken back",
    },
}
"""The fields that are never told, and why."""
