"""One proposal as a council member marks it: what it is, then the criteria with their written steps."""

from collections.abc import Mapping

import streamlit as st

from portfolio.actions.prioritising.marks import assess
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.differing import differing
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import drawn, heading, plain
from portfolio.pages.desk.turning import chosen, turn
from portfolio.pages.prioritising.judged import about
from portfolio.pages.proposals.changed import since
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.methods import Criterion
from portfolio.reports.changes import since_begun
from portfolio.reports.prioritising.assessment import Queue
from portfolio.reports.prioritising.marks import ProposalMarks, proposal_marks

READ_BY: Mapping[bool, str] = {
    False: N_(
        "When the assessment is over, all read how the marks are spread and your reasons, without your name."
    ),
    True: N_(
        "When the assessment is over, all read how the marks are spread and your reasons, with your name."
    ),
}
"""What a member is told of who reads what they write, by whether the round shows names."""
UNKNOWN = "unknown"
"""What stands for «don't know» among the steps."""

Marked = tuple[str | None, str]
"""The step chosen on a criterion, and the reason."""


def show(desk: Desk, mine: Queue, id: str) -> None:
    """Show a proposal and the member's own marks on it. Others' marks are never here."""
    report = desk.ask(proposal_marks, mine.round.id, id, member=desk.person)
    _place(desk, mine, id)
    heading(desk, report.proposal.title, example=report.proposal.example)
    _version(desk, report)
    about(desk, mine.method, report)
    st.header(desk.words("Your marks"), anchor=False)
    st.caption(desk.words(READ_BY[mine.round.names_shown]))
    seen = report.held.basis.revision if report.held.basis else 1
    form = Form(desk, f"vurdering.{mine.round.id}.{id}", revision=seen)
    if form.began != seen and not report.since_marked:
        _begun(desk, mine.round.id, id, began=form.began)
    given = {
        each.key: _criterion(desk, form, place, each, report.marks.get(each.key))
        for place, each in enumerate(mine.method.criteria, 1)
    }
    form.give_up()
    _save(desk, form, mine, report, given)


def _version(desk: Desk, report: ProposalMarks) -> None:
    """Draw what is new since the member marked it, and what has become of the proposal since the round took it in."""
    held = report.held
    if report.since_marked:
        st.warning(
            desk.words(
                "The proposal has changed since you marked it. Look at what is new, and confirm or change your marks."
            )
        )
        differing(desk, report.since_marked.differences, otherwise=N_("Nothing in it differs."))
    if held.moved:
        st.info(drawn(desk, Message(N_("The proposal is now: {phase}."), {"phase": held.phase})))
    since(desk, report.since)


def _begun(desk: Desk, round_id: str, id: str, *, began: int) -> None:
    """Draw what is new since the member began on marks that are not saved yet."""
    found = desk.ask(since_begun, round_id, id, began=began)
    if found:
        said = N_(
            "The round judges another version than when you began. The last of it was by {who}, {when}. Look at what is new before you save."
        )
        st.warning(drawn(desk, Message(said, {"who": found.by, "when": found.at or ""})))
        differing(desk, found.differences, otherwise=N_("Nothing in it differs."))
        st.markdown(f"[{desk.words('Open the proposal')}](/forslag?id={id})")


def _place(desk: Desk, mine: Queue, id: str) -> None:
    """How far the member has come, and the list to jump in."""
    words, done, all_ = desk.words, mine.progress.done, mine.mine
    named = {row.proposal.id: row.proposal for row in mine.rows}
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    left.progress(
        mine.progress.part,
        text=plain(
            words("{round}: {done} of {all} assessed", round=mine.round.title, done=len(done), all=len(all_))
        ),
    )
    with right:
        chosen(
            desk,
            words("Go to proposal"),
            all_,
            start=id,
            param="forslag",
            name=lambda each: (
                f"{all_.index(each) + 1}. {_state(desk, mine, each)}: "
                f"{named[each].reference} {named[each].title}"
            ),
        )


def _state(desk: Desk, mine: Queue, id: str) -> str:
    words, own = desk.words, mine.progress
    return words("Changed") if id in own.again else words("Assessed") if id in own.done else words("Left")


def _criterion(desk: Desk, form: Form, place: int, criterion: Criterion, mark: Mark | None) -> Marked:
    words = desk.words
    st.subheader(plain(f"{place}. {words.put(criterion.name)}"), anchor=False)
    anchors = {str(step.mark): plain(words.put(step.anchor)) for step in criterion.steps}
    unknown = words("**Don't know** Does not count, neither up nor down.")
    now = None if mark is None else UNKNOWN if mark.mark is None else str(mark.mark)
    step = form.steps(
        criterion.key,
        plain(words.put(criterion.question)),
        [*anchors, UNKNOWN],
        now,
        name=lambda each: unknown if each == UNKNOWN else f"**{each}** {anchors[each]}",
    )
    reason = form.text(
        f"reason.{criterion.key}", words("Short reason (optional)"), mark.reason if mark else ""
    )
    return step, reason


def _save(desk: Desk, form: Form, mine: Queue, report: ProposalMarks, given: Mapping[str, Marked]) -> None:
    if not form.save(desk.words("Save and go to the next")):
        return
    if form.attempt(lambda: _assess(desk, form, mine, report, given)):
        turn(
            Message(N_("Your assessment of «{title}» is saved."), {"title": report.proposal.title}),
            forslag=None,
        )


def _assess(desk: Desk, form: Form, mine: Queue, report: ProposalMarks, given: Mapping[str, Marked]) -> None:
    """Record what is chosen; a criterion without a step is left out, to be refused by its field."""
    steps = {key: step for key, (step, _) in given.items() if step is not None}
    assess(
        desk.database,
        mine.round.id,
        report.proposal.id,
        marks={key: None if step == UNKNOWN else int(step) for key, step in steps.items()},
        reasons={key: reason for key, (_, reason) in given.items()},
        seen=form.seen,
        stamp=desk.stamp,
    )
