"""What has been done, by whom and when: the trail as people may read it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from portfolio.given import Given
from portfolio.lookups.imports import IMPORT, UNDO
from portfolio.lookups.untold import reason_told
from portfolio.messages import N_, Message
from portfolio.people import Forbidden, Person, Verb
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.reports.naming import Naming
from portfolio.store.reading import Reader
from portfolio.store.trail import Trace

ACTIONS: Mapping[str, str] = {
    "keep_versions": N_("Kept the first version of all that stood"),
    "begin": N_("Put reference data in place"),
    "demo": N_("Put the invented example in place"),
    "first_person": N_("Entered the first person"),
    "enter_person": N_("Entered a person"),
    "keep_person": N_("Changed a person"),
    IMPORT: N_("Imported a workbook"),
    UNDO: N_("Undid an import"),
    "propose": N_("Put forward a proposal"),
    "revise_proposal": N_("Changed a proposal"),
    "date_rounds": N_("Gave the rounds the day they were begun"),
    "begin_round": N_("Made a round"),
    "keep_round": N_("Changed a round"),
    "delete_round": N_("Deleted a round"),
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
MOST = 10**18
"""A number that no trace has, and that every database takes."""


PAGES: Mapping[type[Given], str] = {
    Proposal: "forslag?id={id}",
    Benefit: "gevinster?id={id}",
    Round: "rangering?runde={id}",
}
"""Where a record of each noun has its page, of those that have one."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done: by whom, what it is about and where its page is, and why where a reason was asked for.

    What marks were given is not in it, nor a reason that tells of what the viewer is not told.
    """

    seq: int
    at: datetime
    who: object
    what: str
    about: object
    page: str
    reason: str


def history(
    reader: Reader, *, viewer: Person, most: int = 50, before: int | None = None
) -> tuple[Event, ...]:
    """Return what has been done, newest first.

    Raises:
        Forbidden: the viewer may not read the trail.
    """
    let_read(viewer)
    naming = Naming(reader)
    traces = reader.traces(most=most, before=before if before is None else min(before, MOST))
    return tuple(event(reader, each, naming=naming, viewer=viewer) for each in traces)


def let_read(viewer: Person) -> None:
    """Let somebody go on if they may read the trail.

    Raises:
        Forbidden: they may not.
    """
    if not viewer.may(Verb.READ_TRAIL):
        raise Forbidden(N_("Your role does not allow this. Ask the secretariat to look it up."))


def event(reader: Reader, trace: Trace, *, naming: Naming, viewer: Person) -> Event:
    """Return what a trace tells of in words."""
    about, page = _about(reader, trace, naming=naming, viewer=viewer)
    return Event(
        trace.seq,
        trace.at,
        naming.person(trace.person),
        ACTIONS.get(trace.action, trace.action),
        about,
        page,
        reason_told(reader, trace, viewer=viewer),
    )


def _about(reader: Reader, trace: Trace, *, naming: Naming, viewer: Person) -> tuple[object, str]:
    """Return what that is called which a trace is about, and its page; of an import, how many proposals it touched."""
    if trace.subject in ITSELF:
        return Message(ITSELF[trace.subject]), ""
    if trace.action in (IMPORT, UNDO):
        return _imported(reader, trace), ""
    record = next((found for noun in PAGES if (found := reader.find(noun, trace.subject))), None)
    if record is None:
        return naming.person(trace.subject), ""
    if isinstance(record, Round) and not record.seen_by(viewer):
        return Message(N_("A round that is being prepared")), ""
    return naming.record(record), PAGES[type(record)].format(id=trace.subject)


def _imported(reader: Reader, trace: Trace) -> Message:
    """Return how many proposals an import touched; one from before there were versions tells what it counted."""
    touched = {id for noun, id in reader.made_by(trace.seq) if noun is Proposal}
    told = json.loads(trace.changes)
    counted = [each["added"].get("proposals", 0) for each in told if isinstance(each.get("added"), dict)]
    count = len(touched) if trace.content else sum(each for each in counted if isinstance(each, int))
    return Message(
        N_("A workbook, {count} proposal"), {"count": count}, plural=N_("A workbook, {count} proposals")
    )


ITSELF: Mapping[str, str] = {
    "reference": N_("Reference data"),
    "example": N_("The invented example"),
    "trail": N_("The change log"),
    "rounds": N_("The rounds"),
    "pack": N_("A concluded round, from its pack"),
    "versions": N_("All that stood"),
}
"""What the trail calls that which is no record."""
