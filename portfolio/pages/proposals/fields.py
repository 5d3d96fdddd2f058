"""The fields of a proposal in a form: one way of drawing a kind."""

from collections.abc import Callable, Mapping
from typing import Any

from portfolio.catalogue.strategy import areas, goals
from portfolio.lookups import choices
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.people import Verb
from portfolio.proposals.fields import Field, Kind
from portfolio.proposals.proposal import FIELDS, Phase, Proposal

Drawer = Callable[[Desk, Form, Field, Any], object]
"""Draws a field with what stands in it now, and returns what stands in it after."""


def fields(desk: Desk, form: Form, proposal: Proposal | None) -> dict[str, object]:
    """Draw the fields of a proposal, or of a new one, and return what stands in them."""
    asked = [each for each in FIELDS if proposal is None or not each.fixed]
    return {
        each.key: DRAWERS[each.kind](desk, form, each, getattr(proposal, each.key, None)) for each in asked
    }


def _line(desk: Desk, form: Form, field: Field, now: str | None) -> str:
    return form.text(field.key, _label(desk, field), now or "", help=_help(desk, field))


def _paragraph(desk: Desk, form: Form, field: Field, now: str | None) -> str:
    return form.paragraph(field.key, _label(desk, field), now or "", help=_help(desk, field))


def _year(desk: Desk, form: Form, field: Field, now: int | None) -> str | None:
    return _line(desk, form, field, str(now or "")).strip() or None


def _phase(desk: Desk, form: Form, field: Field, now: Phase | None) -> Phase | None:
    return form.choice(
        field.key, _label(desk, field), list(Phase), now or Phase.IDEA, help=_help(desk, field)
    )


def _owner(desk: Desk, form: Form, field: Field, now: str | None) -> str | None:
    return _one(desk, form, field, now, desk.ask(choices.bodies))


def _person(desk: Desk, form: Form, field: Field, now: str | None) -> str | None:
    oneself = desk.person.id if desk.may(Verb.EDIT_OWN_PROPOSAL) else None
    return _one(desk, form, field, now or oneself, desk.ask(choices.project_owners))


def _one(desk: Desk, form: Form, field: Field, now: str | None, names: Mapping[str, str]) -> str | None:
    return form.choice(
        field.key, _label(desk, field), list(names), now, name=names.__getitem__, help=_help(desk, field)
    )


def _bodies(desk: Desk, form: Form, field: Field, now: tuple[str, ...] | None) -> tuple[str, ...]:
    return _several(desk, form, field, now, desk.ask(choices.bodies))


def _goals(desk: Desk, form: Form, field: Field, now: tuple[str, ...] | None) -> tuple[str, ...]:
    words, named = desk.words, {each.key: each.name for each in areas()}
    texts = {each.key: f"{words.put(named[each.area])}: {words.put(each.text)}" for each in goals()}
    return _several(desk, form, field, now, texts)


def _several(
    desk: Desk, form: Form, field: Field, now: tuple[str, ...] | None, names: Mapping[str, str]
) -> tuple[str, ...]:
    return form.several(
        field.key,
        _label(desk, field),
        list(names),
        now or (),
        name=lambda each: names.get(each, each),
        help=_help(desk, field),
    )


DRAWERS: Mapping[Kind, Drawer] = {
    Kind.LINE: _line,
    Kind.PARAGRAPH: _paragraph,
    Kind.YEAR: _year,
    Kind.PHASE: _phase,
    Kind.OWNER: _owner,
    Kind.PERSON: _person,
    Kind.PARTIES: _bodies,
    Kind.GOALS: _goals,
}


def _label(desk: Desk, field: Field) -> str:
    name = Message(field.on_form)
    return desk.words(N_("{field} (required)"), field=name) if field.required else desk.words(name)


def _help(desk: Desk, field: Field) -> str | None:
    return desk.words(field.help) or None
