"""The fields of a form: each kind drawn with what was typed last, and a place beneath for what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from portfolio.given import LONGEST_LINE, LONGEST_PARAGRAPH, cleaned
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.pages.desk.begun import Begun
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import as_kept, told
from portfolio.pages.desk.options import told_apart
from portfolio.pages.desk.refusals import contrast

T = TypeVar("T")
EARLIEST, LATEST = date(2000, 1, 1), date(2060, 12, 31)
"""The days that can be used: from before the oldest baseline anybody has, to after the last benefit is to be reached."""
GONE = N_("What was chosen here is not offered any more. Choose again.")
"""What is said by a field whose choice has left the list."""
BEYOND = N_("Choose a day from {first} to {last}.")


class OutOfBounds(Objection):
    """A day that nothing here can be about."""


class Fields:
    """The fields of one person's form, drawn in the order they are read."""

    def __init__(self, desk: Desk, name: str, *, revision: int = 1) -> None:
        self.desk, self.name = desk, name
        self._begun = Begun(desk, name, revision=revision)
        self._beneath: dict[str, DeltaGenerator] = {}
        self._many: set[str] = set()
        self._told = False
        self._wrong: list[Objection] = []
        self._written: dict[str, Callable[[Any], str]] = {}

    def text(self, field: str, label: str, value: str = "", *, help: str | None = None) -> str:
        """Draw a line of text and return what stands in it."""
        self._begun.begin(field, value)
        written = st.text_input(label, help=help, max_chars=LONGEST_LINE, **self._kept(field))
        self._close(field)
        return cleaned(written or "")

    def paragraph(self, field: str, label: str, value: str = "", *, help: str | None = None) -> str:
        """Draw running text and return what stands in it."""
        self._begun.begin(field, value)
        written = st.text_area(label, help=help, max_chars=LONGEST_PARAGRAPH, **self._kept(field))
        self._close(field)
        return cleaned(written or "")

    def choice(
        self,
        field: str,
        label: str,
        options: Sequence[T],
        value: T | None = None,
        *,
        name: Callable[[T], str] | None = None,
        help: str | None = None,
    ) -> T | None:
        """Draw a list to choose one from, and return the one chosen."""
        shown = self._options(field, options, name)
        gone = self._chosen(field, value, shown)
        chosen = st.selectbox(
            label,
            list(shown),
            format_func=self._written[field],
            help=help,
            index=None if self._begun.stands(field) is None else 0,
            placeholder=self.desk.words("Choose"),
            **self._kept(field),
        )
        self._close(field, gone=gone)
        return None if chosen is None else shown[chosen]

    def steps(
        self,
        field: str,
        label: str,
        options: Sequence[T],
        value: T | None = None,
        *,
        name: Callable[[T], str] | None = None,
        captions: Sequence[str] | None = None,
        horizontal: bool = False,
    ) -> T | None:
        """Draw every option at once, none chosen beforehand, and return the one chosen."""
        shown = self._options(field, options, name)
        gone = self._chosen(field, value, shown)
        chosen = st.radio(
            label,
            list(shown),
            format_func=self._written[field],
            index=None,
            captions=captions,
            horizontal=horizontal,
            **self._kept(field),
        )
        self._close(field, gone=gone)
        return None if chosen is None else shown[chosen]

    def several(
        self,
        field: str,
        label: str,
        options: Sequence[str],
        value: Sequence[str] = (),
        *,
        name: Callable[[str], str] | None = None,
        help: str | None = None,
    ) -> tuple[str, ...]:
        """Draw a list to choose many from, and return those chosen."""
        shown = self._options(field, options, name)
        self._begun.begin_several(field, value, among=shown)
        gone = self._begun.let_drop(field, among=shown)
        self._begun.follow(field, [self._written[field](each) for each in shown])
        self._many.add(field)
        chosen = st.multiselect(
            label,
            list(options),
            format_func=self._written[field],
            help=help,
            placeholder=self.desk.words("Choose"),
            **self._kept(field),
        )
        self._close(field, gone=gone)
        return tuple(chosen)

    def day(
        self, field: str, label: str, value: date | None = None, *, help: str | None = None
    ) -> date | None:
        """Draw a day to choose in a calendar or type, and return the one that stands there.

        Any day can be typed, since a calendar with bounds puts another in its place without a word; one beyond
        them is refused here, beside the field, and nothing is saved.
        """
        self._begun.begin_day(field, value)
        self._written[field] = lambda raw: self.desk.words.day(date.fromisoformat(raw))
        chosen: Any = st.date_input(
            label,
            value=None,
            help=help,
            format="DD.MM.YYYY",
            min_value=date.min,
            max_value=date.max,
            **self._kept(field),
        )
        self._close(field)
        if isinstance(chosen, date) and not EARLIEST <= chosen <= LATEST:
            self._wrong.append(OutOfBounds(BEYOND, about=field, first=EARLIEST, last=LATEST))
        return chosen if isinstance(chosen, date) else None

    def fill(self, fields: Sequence[str], value: object) -> None:
        """Choose the same in each of these fields that stands empty; called as a button is pressed, before they are drawn."""
        for field in fields:
            if self._begun.stands(field) is None:
                st.session_state[self._begun.key(field)] = as_kept(value)
        self._begun.keep()

    def typed(self, fields: Sequence[str]) -> tuple[str, ...]:
        """Return which of these fields the person has filled in since they began, drawn now or not."""
        return tuple(each for each in fields if self._begun.kept(each))

    def holds(self, field: str) -> str | None:
        """Return what the person has filled in, as it is kept, drawn now or not."""
        return self._begun.kept(field)

    def _options(self, field: str, options: Sequence[T], name: Callable[[T], str] | None) -> dict[str, T]:
        """Return the options by how they are kept, and remember how each is written."""
        shown = {str(as_kept(each)): each for each in options}
        put = name or self.desk.words.put
        written = told_apart({raw: put(each) for raw, each in shown.items()})
        self._written[field] = lambda raw: written.get(raw, str(raw))
        return shown

    def _chosen(self, field: str, value: object, shown: Mapping[str, object]) -> bool:
        """Let a choice of one begin; say whether what was chosen is not among the options any more."""
        self._begun.begin(field, value, among=shown)
        gone = self._begun.let_go_of(field, among=shown)
        self._begun.follow(field, [self._written[field](each) for each in shown])
        return gone

    def _kept(self, field: str) -> Any:
        """Return what makes a field keep each keystroke that reaches us."""
        return {"key": self._begun.key(field), "on_change": self._begun.keep}

    def _close(self, field: str, *, gone: bool = False) -> None:
        """Make a place beneath the field that was drawn last, and say there what somebody else has made of it meanwhile."""
        self._beneath[field] = st.container()
        if gone:
            self._beneath[field].warning(self.desk.words(GONE))
        begun, met = self._begun, self._begun.met
        if met is None or field not in met.stood:
            return
        if begun.changed(field):
            stored = begun.was(field)
            raw = (stored.split("\n") if stored else []) if field in self._many else stored
            if raw or met.stood[field]:
                contrast(self.desk, {field: told(raw, self._written.get(field, str))}, self._beneath)
        elif (met.stood[field] or "") != (begun.was(field) or ""):
            self._beneath[field].info(
                self.desk.words("Somebody else has changed this. It is saved as it stands here.")
            )
