"""What people call each field of the ledger and of a sharing key."""

from collections.abc import Mapping

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
        "on": N_("Population on"),
        "members": N_("Municipalities"),
        "rule": N_("Shared by"),
    },
}
"""The fields of each noun of the wing."""

UNTOLD: Mapping[type[Given], Mapping[str, str]] = {
    Entry: {
        "move": "it only ties the two halves of a move together",
        "corrects": "it only points at the line that is corrected, whose project, party, year and stage are its own",
    },
}
"""The fields that are never told, and why."""
