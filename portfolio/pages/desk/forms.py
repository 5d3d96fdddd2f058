"""Forms that lose nothing: each keystroke that reaches us is kept, each refusal stands by its field."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.objections import Objection, Objections
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import as_kept, told
from portfolio.pages.desk.texts import drawn, plain
from portfolio.store import drafts
from portfolio.store.writing import Stale

T = TypeVar("T")
SEEN, WAS, MERGED = "_seen", "_was.", "_merged"
EARLIEST, LATEST = date(2000, 1, 1), date(2060, 12, 31)


class Form:
    """A form of one person, kept as a draft in the database until it is saved or given up.

    `seen` is the revision the person began from, which survives a reload together with what they typed.
    Draw the fields in the order they are read; call `attempt` with the action; draw the rest.
    """

    def __init__(self, desk: Desk, name: str, *, revision: int = 1) -> None:
        self.desk, self.name = desk, name
        turn = st.session_state.setdefault(f"turn.{name}", 0)
        self._prefix = f"{name}.{turn}"
        with desk.database.read() as reader:
            self._draft = drafts.draft(reader, person=desk.person.id, form=name)
        first = self._draft.get(SEEN, revision)
        begun = st.session_state.setdefault(f"{self._prefix}.{SEEN}", first)
        self.seen = revision if begun is None else int(begun)
        self._slots: dict[str, Any] = {}
        self._written: dict[str, Callable[[Any], str]] = {}
        self._fields: list[str] = []

    @property
    def begun(self) -> bool:
        """Whether there is something typed that is not saved."""
        return bool(self._draft)

    def text(self, field: str, label: str, value: str = "", *, help: str | None = None) -> str:
        """Draw a line of text and return what stands in it."""
        self._begin(field, value)
        written = st.text_input(label, key=self._key(field), help=help, on_change=self._keep, max_chars=200)
        self._slot(field)
        return written or ""

    def paragraph(self, field: str, label: str, value: str = "", *, help: str | None = None) -> str:
        """Draw running text and return what stands in it."""
        self._begin(field, value)
        written = st.text_area(label, key=self._key(field), help=help, on_change=self._keep, max_chars=10_000)
        self._slot(field)
        return written or ""

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
        self._begin(field, as_kept(value) if value is not None else None, among=shown)
        chosen = st.selectbox(
            label,
            list(shown),
            format_func=lambda each: self._name(shown[each], name),
            key=self._key(field),
            help=help,
            index=None if st.session_state[self._key(field)] is None else 0,
            placeholder=self.desk.words("Choose"),
            on_change=self._keep,
        )
        self._slot(field)
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
        self._begin(field, as_kept(value) if value is not None else None, among=shown)
        chosen = st.radio(
            label,
            list(shown),
            format_func=lambda each: self._name(shown[each], name),
            key=self._key(field),
            index=None,
            captions=captions,
            horizontal=horizontal,
            on_change=self._keep,
        )
        self._slot(field)
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
        self._remember(field, list(value))
        key, kept = self._key(field), self._draft.get(field)
        begun = str(kept).split("\n") if kept else ([] if field in self._draft else list(value))
        st.session_state.setdefault(key, [each for each in begun if each in options])
        self._fields.append(field)
        self._written[field] = lambda raw: self._name(raw, name)
        chosen = st.multiselect(
            label,
            list(options),
            format_func=lambda each: self._name(each, name),
            key=key,
            help=help,
            placeholder=self.desk.words("Choose"),
            on_change=self._keep,
        )
        self._slot(field)
        return tuple(chosen)

    def day(
        self, field: str, label: str, value: date | None = None, *, help: str | None = None
    ) -> date | None:
        """Draw a day to choose in a calendar or type, and return the one that stands there."""
        self._remember(field, value)
        kept = self._draft.get(field, value)
        start = date.fromisoformat(kept) if isinstance(kept, str) else kept
        st.session_state.setdefault(self._key(field), start)
        self._fields.append(field)
        chosen: Any = st.date_input(
            label,
            key=self._key(field),
            help=help,
            format="DD.MM.YYYY",
            min_value=EARLIEST,
            max_value=LATEST,
            on_change=self._keep,
        )
        self._slot(field)
        return chosen if isinstance(chosen, date) else None

    @property
    def merged(self) -> bool:
        """Whether the person has just chosen to keep what they changed, and so to save."""
        return bool(st.session_state.pop(f"{self._prefix}.{MERGED}", False))

    def save(self, label: str, **looks: Any) -> bool:
        """Draw the button that saves, and say whether to save now."""
        pressed = st.button(label, type="primary", **looks)
        return self.merged or pressed

    def attempt(self, act: Callable[[], object]) -> bool:
        """Carry out an action; show each refusal by its field and return False, or let the draft go."""
        try:
            act()
        except Stale as stale:
            self._show_stale(stale)
        except Objections as several:
            self.refuse(several.listed)
        except Objection as one:
            self.refuse([one])
        else:
            self.done()
            return True
        return False

    def refuse(self, objections: Sequence[Objection]) -> None:
        """Show refusals: each by its field, those about the whole right here, and how many there are."""
        for each in objections:
            slot = self._slots.get(each.about)
            (slot or st).error(drawn(self.desk, each.message))
        if len(objections) > 1 or (objections and objections[0].about in self._slots):
            st.error(
                self.desk.words(
                    Message(
                        N_("Nothing is saved yet: mend {count} field above."),
                        {"count": len(objections)},
                        plural=N_("Nothing is saved yet: mend {count} fields above."),
                    )
                )
            )

    def done(self) -> None:
        """Let go of the draft, and let the fields begin anew from what is stored."""
        drafts.drop(self.desk.database, person=self.desk.person.id, form=self.name)
        st.session_state[f"turn.{self.name}"] += 1

    def give_up(self) -> None:
        """Draw, where something is typed and not saved, that it is kept, and the way to let it go."""
        if not self.begun:
            return
        left, right = st.columns([3, 1], vertical_alignment="center")
        left.caption(self.desk.words("What you typed here is kept as a draft until you save."))
        with right.popover(self.desk.words("Discard the draft")):
            if st.button(self.desk.words("Delete what I typed"), key=f"{self._prefix}.discard"):
                self.done()
                st.rerun()

    def _show_stale(self, stale: Stale) -> None:
        """Say who changed it; by each field that both changed, what stands there now; and the two ways on."""
        st.warning(drawn(self.desk, stale.message))
        stands = stale.current.model_dump(mode="json")
        for field in self._fields:
            here = as_kept(st.session_state.get(self._key(field)))
            if field in stands and self._changed(field) and (as_kept(stands[field]) or "") != (here or ""):
                there = plain(told(stands[field], self._written.get(field, str)))
                (self._slots.get(field) or st).warning(
                    self.desk.words("Stands there now: {text}", text=there)
                )
        mine, theirs = st.columns(2)
        mine.button(
            self.desk.words("Keep what I changed, and save"),
            key=f"{self._prefix}.mine",
            on_click=self._keep_mine,
            args=(getattr(stale.current, "revision", 1),),
            type="primary",
        )
        theirs.button(
            self.desk.words("Take theirs: discard mine"),
            key=f"{self._prefix}.theirs",
            on_click=self.done,
        )

    def _keep_mine(self, revision: int) -> None:
        """Keep what the person changed, and let every other field begin anew from what stands there now."""
        changed = {f: as_kept(st.session_state.get(self._key(f))) for f in self._fields if self._changed(f)}
        for field in self._fields:
            st.session_state.pop(f"{self._prefix}.{WAS}{field}", None)
            if field not in changed:
                st.session_state.pop(self._key(field), None)
        self.seen = revision
        st.session_state[f"{self._prefix}.{SEEN}"] = revision
        st.session_state[f"{self._prefix}.{MERGED}"] = True
        self._write({**changed, SEEN: revision})

    def _options(self, field: str, options: Sequence[T], name: Callable[[T], str] | None) -> dict[str, T]:
        shown = {str(as_kept(each)): each for each in options}
        self._written[field] = lambda raw: self._name(shown[raw], name) if raw in shown else str(raw)
        return shown

    def _begin(self, field: str, value: Any, *, among: Mapping[str, Any] | None = None) -> None:
        self._remember(field, value)
        start = self._draft.get(field, value)
        if among is not None and start not in among:
            start = None
        st.session_state.setdefault(self._key(field), start)
        self._fields.append(field)

    def _remember(self, field: str, value: Any) -> None:
        """Remember what stood in the field when the person began, so that we know what they changed."""
        was = self._draft.get(f"{WAS}{field}", as_kept(value))
        st.session_state.setdefault(f"{self._prefix}.{WAS}{field}", was)

    def _changed(self, field: str) -> bool:
        now = as_kept(st.session_state.get(self._key(field)))
        return (now or "") != (st.session_state.get(f"{self._prefix}.{WAS}{field}") or "")

    def _slot(self, field: str) -> None:
        self._slots[field] = st.container()

    def _key(self, field: str) -> str:
        return f"{self._prefix}.{field}"

    def _keep(self) -> None:
        """Keep all that stands in the form; of fields that are not drawn now, what stood there last."""
        now = {field: as_kept(st.session_state.get(self._key(field))) for field in self._fields}
        was = {f"{WAS}{f}": st.session_state.get(f"{self._prefix}.{WAS}{f}") for f in self._fields}
        self._write({**self._draft, **now, **was, SEEN: self.seen})

    def _write(self, content: drafts.Draft) -> None:
        drafts.keep(
            self.desk.database, content, person=self.desk.person.id, form=self.name, at=self.desk.now()
        )

    def _name(self, option: Any, name: Callable[[Any], str] | None) -> str:
        return name(option) if name else self.desk.words.put(option)
