"""What a workbook would do: what is new, what changes and what is left alone, and the way to say yes."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

import streamlit as st

from portfolio.actions.importing import bring_in, plan
from portfolio.actions.plans import Change, Fresh, Plan
from portfolio.alphabet import alphabetical
from portfolio.catalogue.strategy import goals
from portfolio.given import LONGEST_LINE, blank
from portfolio.lookups.choices import parties
from portfolio.messages import N_, Message
from portfolio.objections import Objection, Objections
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.seen import yes
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import drawn, plain, say
from portfolio.pages.proposals.faults import faults
from portfolio.parties import Party
from portfolio.proposals.intake import Upload
from portfolio.reports.changes import judged_among

LONGEST = 160
"""So much of a long text is shown; the whole of it is in the workbook."""


def preview(desk: Desk, upload: Upload, *, done: Callable[[], None]) -> None:
    """Draw what the workbook would add, change and leave alone, and the way to say yes."""
    words = desk.words
    with desk.database.read() as reader:
        made = plan(reader, upload, on=desk.today)
    if made.faults:
        faults(desk, made.faults)
        return
    if upload.empty:
        st.info(words("Nothing is read: no row of the file is filled in."))
        return
    if made.empty:
        st.info(words("Everything in the file is here already. Nothing would change."))
        return
    st.markdown(
        drawn(
            desk,
            Message(
                N_("New proposals: {new}. Changed: {changed}. Left as they are: {alike}."),
                {"new": len(made.new), "changed": len(made.changed), "alike": len(made.alike)},
            ),
        )
    )
    _judged(desk, made)
    _yes(desk, upload, made, done)
    names = {**desk.ask(parties), **{each.id: each.name for each in upload.parties}}
    _fresh(desk, made.fresh, names)
    _coming(desk, [each for each in made.changes if each.reference in set(made.new)], names)
    _changes(desk, [each for each in made.changes if each.reference in set(made.changed)], names)
    _bodies(desk, [each.name for each in made.added if isinstance(each, Party)])
    if made.alike:
        with st.expander(words("Left as they are")):
            st.markdown(plain(", ".join(made.alike)))


def _judged(desk: Desk, made: Plan) -> None:
    """Say which rounds hold a version of their own of what would change, before anyone says yes."""
    for round_, references in desk.ask(judged_among, made.changed).items():
        told = {"round": round_, "references": ", ".join(references), "count": len(references)}
        said = Message(
            N_("{references} is judged in {round}. The round keeps the version it holds."),
            told,
            plural=N_("{references} are judged in {round}. The round keeps the versions it holds."),
        )
        st.info(drawn(desk, said))


def _yes(desk: Desk, upload: Upload, made: Plan, done: Callable[[], None]) -> None:
    words = desk.words
    if made.beyond:
        st.warning("\n\n".join(f"{plain(each.reference)}: {drawn(desk, each.told)}" for each in made.beyond))
    reason = _why(desk, made)
    seen = yes(words("Bring it in"), made.digest, name="import", primary=True)
    if seen is None:
        st.caption(words("Nothing is saved yet."))
        return
    if made.asks and blank(reason):
        st.error(words("Write why the cost is less than what is paid, or mend the workbook."))
        return
    try:
        bring_in(desk.database, upload, seen=seen, on=desk.today, reason=reason, stamp=desk.stamp)
    except Objections as several:
        faults(desk, several.listed)
    except Objection as one:
        st.error(drawn(desk, one.message))
    else:
        done()
        say(
            Message(
                N_(
                    "The workbook is brought in. New proposals: {new}. Changed: {changed}. It can be undone under Latest imports."
                ),
                {"new": len(made.new), "changed": len(made.changed)},
            )
        )


def _why(desk: Desk, made: Plan) -> str:
    """Ask why it is brought in: if one likes to say, but where a cost would be less than what is paid of it."""
    words = desk.words
    help = words("What made you change it. All who read it see this.")
    if not made.asks:
        return st.text_input(words("Why"), key="import.reason", help=help, max_chars=LONGEST_LINE)
    st.warning("\n\n".join(f"{plain(each.reference)}: {drawn(desk, each.told)}" for each in made.asks))
    label = words("Why the cost is less than what is paid (required)")
    return st.text_input(label, key="import.reason", help=help, max_chars=LONGEST_LINE)


def _fresh(desk: Desk, listed: Sequence[Fresh], names: Mapping[str, str]) -> None:
    words = desk.words
    if not listed:
        return
    st.subheader(words("New proposals"), anchor=False)
    table(
        desk,
        page_of(desk, listed, key="nyeside"),
        [
            Column(words("Title"), text=lambda row: row.title),
            Column(words("Reference"), text=lambda row: row.reference),
            Column(words("Owner"), text=lambda row: names.get(row.owner_party, row.owner_party)),
            Column(words("Cost, all years"), number=lambda row: words.kroner(row.cost)),
            Column(words("Applied for, all years"), number=lambda row: words.kroner(row.applied)),
        ],
        alt=words("New proposals with owner and cost"),
    )


def _coming(desk: Desk, listed: Sequence[Change], names: Mapping[str, str]) -> None:
    """Draw all that will be saved of the new proposals, field by field and amount by amount."""
    words = desk.words
    if not listed:
        return
    st.subheader(words("All that is saved of the new proposals"), anchor=False)
    table(
        desk,
        page_of(desk, listed, key="innholdsside"),
        [
            Column(words("Reference"), text=lambda row: row.reference),
            Column(words("Field"), text=lambda row: _field(desk, row, names)),
            Column(words("Will be"), text=lambda row: _value(desk, row.after, names)),
            Column(words("In the file"), text=lambda row: row.where),
        ],
        alt=words("The new proposals field by field"),
    )


def _changes(desk: Desk, listed: Sequence[Change], names: Mapping[str, str]) -> None:
    words = desk.words
    if not listed:
        return
    st.subheader(words("Changes"), anchor=False)
    st.caption(words("Empty cells in the file change nothing."))
    table(
        desk,
        page_of(desk, listed, key="endringsside"),
        [
            Column(words("Reference"), text=lambda row: row.reference),
            Column(words("Field"), text=lambda row: _field(desk, row, names)),
            Column(words("From"), text=lambda row: _value(desk, row.before, names)),
            Column(words("To"), text=lambda row: _value(desk, row.after, names)),
            Column(words("In the file"), text=lambda row: row.where),
        ],
        alt=words("Changes field by field, from what to what"),
    )


def _bodies(desk: Desk, listed: Sequence[str]) -> None:
    if listed:
        st.subheader(desk.words("Parties"), anchor=False)
        st.markdown("\n".join(f"- {plain(name)}" for name in sorted(listed, key=alphabetical)))


def _field(desk: Desk, change: Change, names: Mapping[str, str]) -> str:
    """Return what changes: `Promised, Oslo, 2027`."""
    told = (desk.words.put(change.called), names.get(change.party, ""), str(change.year or ""))
    return ", ".join(each for each in told if each)


def _value(desk: Desk, value: object, names: Mapping[str, str]) -> str:
    if _nothing(value):
        return desk.words("(empty)")
    called = {**names, **{each.key: desk.words.put(each.text) for each in goals()}}
    if isinstance(value, tuple):
        return "; ".join(str(called.get(each, each)) for each in value)
    if isinstance(value, str) and not isinstance(value, StrEnum):
        shown = called.get(value, value)
        return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} …"
    return desk.words.put(value)


def _nothing(value: object) -> bool:
    return value is None or value in ("", ())
