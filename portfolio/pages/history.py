"""The change log: who did what, when and why, and what it changed."""

from collections.abc import Mapping

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.differing import differing
from portfolio.pages.desk.lines import Line, link
from portfolio.pages.desk.tables import SIZE, Column, table, turner
from portfolio.pages.desk.texts import drawn, facts, heading
from portfolio.pages.desk.turning import asked
from portfolio.reports.event import Became, EventStory, RecordChange, event_story
from portfolio.reports.history import MOST, Event, history
from portfolio.store.reading import Missing

BECAME: Mapping[Became, str] = {
    Became.NEW: N_("{noun}: {name}. New"),
    Became.CHANGED: N_("{noun}: {name}"),
    Became.REMOVED: N_("{noun}: {name}. Taken away"),
}
"""What is said above what became other in a record."""


def show(desk: Desk) -> None:
    """Show one thing that has been done where the address names its number, else all of it."""
    number = asked("nr") or ""
    if number.isdecimal():
        _event(desk, _number(number))
    else:
        _all(desk)


def _all(desk: Desk) -> None:
    """Draw what has been done, newest first, and the way to older."""
    words = desk.words
    heading(
        desk,
        words("Change log"),
        N_("Everything that is changed leaves a trace. Nobody can change or remove a trace."),
    )
    before = st.query_params.get("for", "")
    events = desk.ask(
        history,
        viewer=desk.person,
        most=SIZE,
        before=_number(before) if before.isdecimal() else None,
    )
    columns = _columns(desk, why=any(event.reason for event in events))
    table(desk, events, columns, alt=words("Changes, newest first"))
    if events and events[-1].seq > 1:
        st.markdown(f"[{words('Older changes')}](/historikk?for={events[-1].seq})")


def _number(told: str) -> int:
    """Return the number in an address; of one with more digits than any trace has, one that none has."""
    return int(told) if len(told) <= len(str(MOST)) else MOST


def _columns(desk: Desk, *, why: bool) -> list[Column[Event]]:
    words = desk.words
    columns: list[Column[Event]] = [
        Column(words("Number"), text=lambda row: row.seq),
        Column(words("When"), text=lambda row: words.moment(row.at)),
        Column(words("Who"), text=lambda row: words.put(row.who)),
        Column(words("What"), line=lambda row: link(words(row.what), "historikk", nr=str(row.seq))),
        Column(words("About"), line=lambda row: _about(desk, row)),
    ]
    if why:
        columns.append(Column(words("Why"), text=lambda row: row.reason))
    return columns


def _about(desk: Desk, event: Event) -> Line:
    told = desk.words.put(event.about)
    return link(told, event.page) if event.page else told


def _event(desk: Desk, number: int) -> None:
    """Draw one thing that has been done, and what became other by it."""
    words = desk.words
    st.markdown(f"[{words('All changes')}](/historikk)")
    try:
        first = desk.ask(event_story, number, viewer=desk.person)
    except Missing as missing:
        heading(desk, words("Change log"))
        st.error(drawn(desk, missing.message))
        return
    event = first.event
    heading(desk, words(event.what))
    facts(
        [
            (words("When"), words.moment(event.at)),
            (words("Who"), words.put(event.who)),
            (words("Why"), event.reason),
        ]
    )
    st.markdown(f"**{words('About')}:** {_about(desk, event)}")
    page = turner(desk, first.pages, count=first.count, key="side")
    _records(desk, first if page == 1 else desk.ask(event_story, number, viewer=desk.person, page=page))


def _records(desk: Desk, story: EventStory) -> None:
    for each in story.rows:
        _record(desk, each)
    if story.untold:
        st.info(desk.words(story.untold))
    elif not story.rows:
        st.info(desk.words("What this changed was not kept field by field."))


def _record(desk: Desk, record: RecordChange) -> None:
    said = Message(BECAME[record.became], {"noun": record.noun, "name": record.name})
    st.subheader(drawn(desk, said), anchor=False)
    if record.untold:
        st.info(drawn(desk, record.untold))
    elif record.became is not Became.REMOVED:
        new = record.became is Became.NEW
        differing(desk, record.differences, otherwise=N_("Nothing in it became other."), new=new)
