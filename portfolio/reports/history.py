"""What has been done, by whom and when: the trail as people may read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from portfolio.messages import N_
from portfolio.people import Forbidden, Person, Verb
from portfolio.store.reading import Reader

ACTIONS: Mapping[str, str] = {
    "keep_versions": N_("Kept the first version of all that stood"),
    "begin": N_("Put reference data in place"),
    "demo": N_("Put the invented example in place"),
    "first_person": N_("Entered the first person"),
    "enter_person": N_("Entered a person"),
    "keep_person": N_("Changed a person"),
    "import": N_("Imported a workbook"),
    "propose": N_("Put forward a proposal"),
    "revise_proposal": N_("Changed a proposal"),
    "date_rounds": N_("Gave the rounds the day they were begun"),
    "begin_round": N_("Made a round"),
    "keep_round": N_("Changed a round"),
    "advance": N_("Took a round to another phase"),
    "hold_versions": N_("Gave the rounds the versions they judged"),
    "take_in": N_("Took a new version of a proposal into a round"),
    "open_assessment": N_("Opened a round for assessment"),
    "end_assessment": N_("Ended the assessment of a round"),
    "conclude_round": N_("Concluded a round"),
    "prepare_again": N_("Took a round back to preparation"),
    "reopen_assessment": N_("Opened the assessment of a round again"),
    "reopen_round": N_("Opened a concluded round again"),
    "answer_gates": N_("Checked requirements"),
    "declare": N_("Confirmed impartiality"),
    "assess": N_("Assessed a proposal"),
    "recommend": N_("Recorded a recommendation"),
    "record_decision": N_("Recorded KS's decision"),
    "contribute": N_("Entered a contribution"),
    "advance_amount": N_("Took an amount onward"),
    "correct": N_("Corrected the ledger"),
    "share_by": N_("Changed a sharing key"),
    "divide_paid": N_("Wrote down how what is paid was shared"),
    "add_benefit": N_("Added a benefit"),
    "keep_benefit": N_("Changed a benefit"),
    "report": N_("Reported a measurement"),
    "release": N_("Let a benefit off a measurement"),
    "owe_again": N_("Asked for a measurement again"),
    "sign": N_("Signed the trail"),
    "freeze": N_("Froze rounds that were concluded before"),
    "replay": N_("Computed a round anew from its pack"),
}
"""What each action is called."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done, and why where a reason was asked for. What marks were given is not in it."""

    seq: int
    at: datetime
    who: str
    what: str
    subject: str
    reason: str


def history(
    reader: Reader, *, viewer: Person, most: int = 50, before: int | None = None
) -> tuple[Event, ...]:
    """Return what has been done, newest first.

    Raises:
        Forbidden: the viewer may not read the trail.
    """
    if not viewer.may(Verb.READ_TRAIL):
        raise Forbidden(N_("Your role does not allow this. Ask the secretariat to look it up."))
    people = reader.all(Person)
    names = {each.former: each.name for each in people if each.former} | {
        each.id: each.name for each in people
    }
    return tuple(
        Event(
            trace.seq,
            trace.at,
            names.get(trace.person, trace.person),
            ACTIONS.get(trace.action, trace.action),
            trace.subject,
            trace.reason,
        )
        for trace in reader.traces(most=most, before=before)
    )
