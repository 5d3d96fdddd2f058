"""Forms that lose nothing: what is typed is kept until it is saved, or until the person lets it go."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import streamlit as st

from portfolio.objections import Objection, Objections
from portfolio.pages.desk.fields import Fields
from portfolio.pages.desk.filled import as_kept, told
from portfolio.pages.desk.refusals import contrast, refuse
from portfolio.pages.desk.texts import drawn
from portfolio.store.writing import Stale

T = TypeVar("T")


class Form(Fields):
    """A form of one person, kept as a draft in the database until it is saved or given up.

    Draw the fields in the order they are read; call `attempt` with the action; draw the rest.
    """

    @property
    def seen(self) -> int:
        """The revision the person began from."""
        return self._begun.seen

    def save(self, label: str, **looks: Any) -> bool:
        """Draw the button that saves, and say whether to save now: it is pressed, or a conflict is settled."""
        pressed = st.button(label, type="primary", **looks)
        return self._begun.taken_up() or pressed

    def attempt(self, act: Callable[[], object], *, look_again: str = "") -> bool:
        """Carry out an action; show each refusal by its field and return False, or let the draft go.

        Where the person must look before they save in spite of somebody else, `look_again` is on the button that keeps
        all that stands in the form; else that button keeps what they changed, and saves.
        """
        try:
            act()
        except Stale as stale:
            self._settle(stale, look_again)
        except Objections as several:
            self._refuse(several.listed)
        except Objection as one:
            self._refuse([one])
        else:
            self._begun.let_go()
            return True
        return False

    def look(self, ask: Callable[[], T]) -> T | None:
        """Ask something that saves nothing; show each refusal by its field and return None, or return the answer."""
        try:
            return ask()
        except Objections as several:
            self._refuse(several.listed)
        except Objection as one:
            self._refuse([one])
        return None

    def give_up(self) -> None:
        """Draw, where something is typed and not saved, that it is kept, and the way to let it go."""
        if not self._begun.unsaved:
            return
        left, right = st.columns([3, 1], vertical_alignment="center")
        left.caption(self.desk.words("What you typed here is kept as a draft until you save."))
        with right.popover(self.desk.words("Discard the draft")):
            if st.button(self.desk.words("Delete what I typed"), key=self._begun.key("discard")):
                self._begun.let_go()
                st.rerun()

    def _refuse(self, objections: Sequence[Objection]) -> None:
        refuse(self.desk, objections, self._beneath)

    def _settle(self, stale: Stale, look_again: str) -> None:
        """Say who changed it; by each field that both changed, what stands there now; and the two ways on."""
        st.warning(drawn(self.desk, stale.message))
        contrast(self.desk, self._differing(stale.current.model_dump(mode="json")), self._beneath)
        mine, theirs = st.columns(2)
        mine.button(
            look_again or self.desk.words("Keep what I changed, and save"),
            key=self._begun.key("mine"),
            on_click=self._begun.take_up,
            args=(getattr(stale.current, "revision", 1),),
            kwargs={"whole": bool(look_again)},
            type="primary",
        )
        theirs.button(
            self.desk.words("Take theirs: discard mine"),
            key=self._begun.key("theirs"),
            on_click=self._begun.let_go,
        )

    def _differing(self, stored: Mapping[str, Any]) -> Mapping[str, str]:
        """Return what is stored in each field that the person has changed to something else, as people read it."""
        begun = self._begun
        return {
            field: told(stored[field], self._written.get(field, str))
            for field in begun.fields
            if field in stored
            and begun.changed(field)
            and (as_kept(stored[field]) or "") != (begun.stands(field) or "")
        }
