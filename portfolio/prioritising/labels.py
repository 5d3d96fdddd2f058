"""What people call each field of a round, and of what is checked, marked, recommended and decided in one."""

from collections.abc import Mapping

from portfolio.given import Given
from portfolio.messages import N_
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.decisions import Decision
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import Round

_JUDGED = {"round": N_("Round"), "proposal": N_("Proposal")}
_UPON = {"upon": N_("Given on it as of trace")}

LABELS: Mapping[type[Given], Mapping[str, str]] = {
    Round: {
        "title": N_("Title"),
        "method": N_("Method"),
        "phase": N_("Phase"),
        "proposals": N_("Proposals"),
        "members": N_("Members"),
        "begun_on": N_("Begun on"),
        "names_shown": N_("Names with the reasons"),
        "example": N_("Example data (invented)"),
    },
    Basis: {**_JUDGED, "seq": N_("As of trace")},
    Mark: {
        **_JUDGED,
        "member": N_("Member"),
        "criterion": N_("Criterion"),
        "mark": N_("Mark"),
        "reason": N_("Reason"),
        **_UPON,
    },
    GateAnswer: {
        **_JUDGED,
        "gate": N_("Requirement"),
        "answer": N_("Answer"),
        "reason": N_("Reason"),
        **_UPON,
    },
    Impartiality: {**_JUDGED, "member": N_("Member"), "interest": N_("Stands aside"), **_UPON},
    Recommendation: {
        **_JUDGED,
        "outcome": N_("The council's recommendation"),
        "conditions": N_("Conditions"),
        "reason": N_("Reason"),
    },
    Decision: {
        **_JUDGED,
        "resolution": N_("KS's decision"),
        "case": N_("Case"),
        "on": N_("Day"),
        "note": N_("Note"),
    },
    Pack: {"round": N_("Round"), "digest": N_("Fingerprint (SHA-256)")},
}
"""The fields of each noun of the wing."""
