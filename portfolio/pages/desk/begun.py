"""A form that somebody has begun: what they typed, kept as a draft, and what stood there when they began."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from portfolio.messages import Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import as_kept
from portfolio.store import drafts

SEEN, WAS, MERGED, MET, GONE, CALLED = "_seen", "_was.", "_merged", "_met", "_gone.", "_called."


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody who saved the same in between: what is said of it, what stood before in each field, and at which revision."""

    said: Message
    stood: Mapping[str, str | None]
    seen: int


class Begun:
    """What one person has typed in a form. Each keystroke that reaches us is kept in the database.

    `seen` is the revision the person began from, which survives a reload together with what they typed.
    A form that is saved or given up takes a new `turn`, and so begins anew from what is stored.
    """

    def __init__(self, desk: Desk, name: str, *, revision: int) -> None:
        self._desk, self._name = desk, name
        turn = st.session_state.setdefault(f"turn.{name}", 0)
        self.prefix = f"{name}.{turn}"
        with desk.database.read() as reader:
            self._draft = drafts.draft(reader, person=desk.person.id, form=name)
        first = self._draft.get(SEEN, revision)
        begun = st.session_state.setdefault(f"{self.prefix}.{SEEN}", first)
        self.seen = revision if begun is None else int(begun)
        self.fields: list[str] = []

    @property
    def unsaved(self) -> bool:
        """Whether there is something typed that is not saved."""
        return bool(self._draft)

    def key(self, field: str) -> str:
        """Return the key under which a field's value stands in the session."""
        return f"{self.prefix}.{field}"

    def begin(self, field: str, value: Any, *, among: Container[object] | None = None) -> None:
        """Let a field begin with what was typed last, else with what is stored; None where it is not `among`."""
        start = self._draft.get(field, as_kept(value))
        offered = among is None or start is None or start in among
        self._start(field, value, start if offered else None, gone=not offered)

    def begin_several(self, field: str, values: Sequence[str], *, among: Container[str]) -> None:
        """Let a field of many begin with those chosen last, else with those stored."""
        kept = self._draft.get(field)
        chosen = str(kept).split("\n") if kept else () if field in self._draft else values
        offered = [each for each in chosen if each in among]
        self._start(field, list(values), offered, gone=len(offered) < len(chosen))

    def begin_day(self, field: str, day: date | None) -> None:
        """Let a field for a day begin with the one chosen last, else with the one stored."""
        kept = self._draft.get(field, as_kept(day))
        self._start(field, day, None if kept is None else date.fromisoformat(str(kept)))

    def let_go_of(self, field: str, *, among: Container[str]) -> bool:
        """Let go of a choice that is not offered any more; say whether there was one, until another is chosen."""
        chosen = self.stands(field)
        if chosen is not None:
            st.session_state[self.key(f"{GONE}{field}")] = chosen not in among
        if chosen is not None and chosen not in among:
            st.session_state[self.key(field)] = None
        return bool(st.session_state.get(self.key(f"{GONE}{field}")))

    def let_drop(self, field: str, *, among: Container[str]) -> bool:
        """Let go of those chosen that are not offered any more; say whether there were any since the form was begun."""
        chosen = st.session_state[self.key(field)]
        offered = [each for each in chosen if each in among]
        if len(offered) < len(chosen):
            st.session_state[self.key(field)] = offered
            st.session_state[self.key(f"{GONE}{field}")] = True
        return bool(st.session_state.get(self.key(f"{GONE}{field}")))

    def follow(self, field: str, labels: Sequence[str]) -> None:
        """Let a choice stand though its options are written otherwise now: a browser knows it by what it was called."""
        before = self.key(f"{CALLED}{field}")
        if st.session_state.get(before, labels) != labels:
            st.session_state[self.key(field)] = st.session_state[self.key(field)]
        st.session_state[before] = labels

    def stands(self, field: str) -> str | None:
        """Return what stands in a field now, as it is kept."""
        return as_kept(st.session_state.get(self.key(field)))

    def kept(self, field: str) -> str | None:
        """Return what stands in a field, or in the draft where it is not drawn yet, as it is kept."""
        key = self.key(field)
        return self.stands(field) if key in st.session_state else as_kept(self._draft.get(field))

    def changed(self, field: str) -> bool:
        """Say whether the person has changed a field since they began."""
        return (self.stands(field) or "") != (self.was(field) or "")

    def was(self, field: str) -> str | None:
        """Return what stood in a field when the person began, as it is kept."""
        return as_kept(st.session_state.get(self.key(f"{WAS}{field}")))

    def keep(self) -> None:
        """Keep all that stands in the form; of fields that are not drawn now, what stood there last."""
        now = {field: self.stands(field) for field in self.fields}
        was = {f"{WAS}{field}": self.was(field) for field in self.fields}
        self._write({**self._draft, **now, **was, SEEN: self.met.seen if self.met else self.seen})

    @property
    def met(self) -> Met | None:
        """Whom the person has met since they began, if anybody."""
        found: Met | None = st.session_state.get(self.key(MET))
        return found

    def meet(self, said: Message, revision: int) -> None:
        """Go on from the revision that somebody else has saved, and remember what stood in the fields before.

        The draft goes on from where the person began, so that they are told once more after a reload.
        """
        before = self.met.seen if self.met else self.seen
        st.session_state[self.key(MET)] = Met(said, {field: self.was(field) for field in self.fields}, before)
        self._go_on(revision)

    def take_up(self, revision: int) -> None:
        """Go on from another revision with all that stands in the form, to be saved as it is."""
        self._go_on(revision, whole=True)
        st.session_state[self.key(MERGED)] = True

    def taken_up(self) -> bool:
        """Say, once, whether the person has just gone on from another revision."""
        return bool(st.session_state.pop(self.key(MERGED), False))

    def let_go(self) -> None:
        """Let go of the draft, and let the fields begin anew from what is stored."""
        drafts.drop(self._desk.database, person=self._desk.person.id, form=self._name)
        st.session_state[f"turn.{self._name}"] += 1

    def _go_on(self, revision: int, *, whole: bool = False) -> None:
        """Keep what the person changed, or the whole; all else begins anew from what is stored."""
        changed = {field: self.stands(field) for field in self.fields if whole or self.changed(field)}
        for field in self.fields:
            st.session_state.pop(self.key(f"{WAS}{field}"), None)
            if field not in changed:
                st.session_state.pop(self.key(field), None)
        self.seen = revision
        st.session_state[self.key(SEEN)] = revision
        self._write(
            {**self._apart(), **changed, SEEN: revision if whole or self.met is None else self.met.seen}
        )

    def _apart(self) -> drafts.Draft:
        """Return what the person changed in fields that are not drawn now."""
        return {
            field: value
            for field, value in self._draft.items()
            if not field.startswith("_")
            and field not in self.fields
            and (value or "") != (self._draft.get(f"{WAS}{field}") or "")
        }

    def _start(self, field: str, stored: Any, start: Any, *, gone: bool = False) -> None:
        """Put a field's first value in place, and remember what is stored, to know later what was changed."""
        was = self._draft.get(f"{WAS}{field}", as_kept(stored))
        st.session_state.setdefault(self.key(f"{WAS}{field}"), was)
        if self.key(field) not in st.session_state:
            st.session_state[self.key(field)] = start
            st.session_state[self.key(f"{GONE}{field}")] = gone
        self.fields.append(field)

    def _write(self, content: drafts.Draft) -> None:
        desk = self._desk
        drafts.keep(desk.database, content, person=desk.person.id, form=self._name, at=desk.now())
