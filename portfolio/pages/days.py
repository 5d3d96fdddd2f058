"""A form that asks for days too: chosen in a calendar or typed, kept in the draft like the rest."""

from datetime import date
from typing import Any

import streamlit as st

from portfolio.pages.forms import SEEN, Form
from portfolio.store import drafts

EARLIEST, LATEST = date(2000, 1, 1), date(2060, 12, 31)


class DatedForm(Form):
    """A form with days among its fields. A draft holds a day as it is written in a record."""

    def day(
        self, field: str, label: str, value: date | None = None, *, help: str | None = None
    ) -> date | None:
        """Draw a day to choose or type, and return the one that stands in it."""
        kept = self._draft.get(field, value)
        key = self._key(field)
        st.session_state.setdefault(key, date.fromisoformat(kept) if isinstance(kept, str) else kept)
        self._fields.append(field)
        chosen: Any = st.date_input(
            label,
            key=key,
            help=help,
            format="DD.MM.YYYY",
            min_value=EARLIEST,
            max_value=LATEST,
            on_change=self._keep,
        )
        self._slot(field)
        return chosen if isinstance(chosen, date) else None

    def _keep(self) -> None:
        now = {field: st.session_state.get(self._key(field)) for field in self._fields}
        flat = {field: each.isoformat() if isinstance(each, date) else each for field, each in now.items()}
        drafts.keep(
            self.desk.database,
            {**flat, SEEN: self.seen},
            person=self.desk.person.id,
            form=self.name,
            at=self.desk.now(),
        )
