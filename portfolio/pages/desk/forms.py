"""Forms that lose nothing: what is typed is kept until it is saved, or until the person lets it go."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from portfolio.objections import Objection, Objections
from portfolio.pages.desk.fields import Fields
from portfolio.pages.desk.refusals import refuse
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

    @property
    def began(self) -> int:
        """The revision the person read first, before anybody else saved in between."""
        return self._begun.met.seen if self._begun.met else self._begun.seen

    def save(self, label: str, *, key: str | None = None) -> bool:
        """Draw the button that saves, and say whether to save now: it is pressed, or a conflict is settled.

        It promises no key: Ctrl+Enter never leaves a choice that has the focus, and any other saves without what is being typed.
        Where somebody else has saved in between, the form stands as it is to be saved, and there are two ways on.
        """
        self._tell()
        if self._begun.met is None:
            pressed = st.button(label, type="primary", key=key)
            return self._begun.taken_up() or pressed
        mine, theirs = st.columns(2)
        theirs.button(
            self.desk.words("Take theirs: discard mine"),
            key=self._begun.key("theirs"),
            on_click=self._begun.let_go,
        )
        words = self.desk.words("Keep what I changed, and save")
        return mine.button(words, key=self._begun.key("mine"), type="primary")

    def attempt(self, act: Callable[[], object], *, look_again: str = "") -> bool:
        """Carry out an action; show each refusal by its field and return False, or let the draft go.

        Where somebody else has saved in between, the form is drawn anew as it would be saved: with what the person
        changed, and all else as it is stored. Where they must look at something more first, `look_again` is on the
        button that keeps all that stands in the form. A field that holds what it cannot is refused before anything is tried.
        """
        if self._wrong:
            self._refuse(self._wrong)
            return False
        try:
            act()
        except Stale as stale:
            if look_again:
                self._settle(stale, look_again)
            else:
                self._begun.meet(stale.message, getattr(stale.current, "revision", 1))
                st.rerun()
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
        if self._wrong:
            self._refuse(self._wrong)
            return None
        try:
            return ask()
        except Objections as several:
            self._refuse(several.listed)
        except Objection as one:
            self._refuse([one])
        return None

    def give_up(self) -> None:
        """Draw, where something is typed and not saved, that it is kept, and the way to let it go."""
        self._tell()
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

    def _tell(self) -> None:
        """Say, once, who has saved in between."""
        met = self._begun.met
        if met and not self._told:
            so = self.desk.words("Every field above stands as it will be saved.")
            st.warning(f"{drawn(self.desk, met.said)} {so}")
        self._told = True

    def _settle(self, stale: Stale, look_again: str) -> None:
        """Say who changed it, and draw the two ways on."""
        st.warning(drawn(self.desk, stale.message))
        mine, theirs = st.columns(2)
        mine.button(
            look_again,
            key=self._begun.key("mine"),
            on_click=self._begun.take_up,
            args=(getattr(stale.current, "revision", 1),),
            type="primary",
        )
        theirs.button(
            self.desk.words("Take theirs: discard mine"),
            key=self._begun.key("theirs"),
            on_click=self._begun.let_go,
        )
