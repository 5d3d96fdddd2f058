"""Whether a benefit may become what somebody would make of it: what stays, who moves it, and what has to be said."""

from collections.abc import Iterator, Sequence
from datetime import date

from portfolio.given import blank
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.people import Forbidden, Person
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.keepers import may_agree
from portfolio.realising.promises import moved, unsound
from portfolio.realising.readings import Reading


class Fixed(Objection):
    """Something of a benefit that was said once, when it was added."""


class UnitInUse(Objection):
    """A unit that cannot change, since readings are given in it."""


class NoReason(Objection):
    """An act that others are to understand, without a reason for it."""


def fixed(current: Benefit, benefit: Benefit) -> Iterator[Objection]:
    """Yield what would change that nobody may change: whose it is, and that it is invented."""
    if current.proposal != benefit.proposal:
        said = N_("A benefit stays in its project. Add a new one to the other project.")
        yield Fixed(said, about="proposal")
    if current.example != benefit.example:
        yield Fixed(N_("An invented benefit is always called so, and no other is."), about="example")


def made_unsound(
    current: Benefit, benefit: Benefit, readings: Sequence[Reading], *, on: date
) -> tuple[Objection, ...]:
    """Return what the change makes unsound; what was so before is not held against it."""
    before = unsound(current, readings, on=on)
    return tuple(each for each in unsound(benefit, readings, on=on) if each not in before)


def unagreed(
    current: Benefit,
    benefit: Benefit,
    readings: Sequence[Reading],
    *,
    by: Person,
    project: Proposal,
    owner: str,
) -> Iterator[Objection]:
    """Yield each field of a benefit that is bound, and would be moved by somebody who may not; `owner` is the project's, by name.

    A unit is moved by nobody once it is reported in: what is reported would then be other amounts than were measured.
    """
    fields = moved(current, benefit)
    in_use = bool(readings) and "unit" in fields
    if in_use:
        said = N_("{count} readings are given in «{unit}». Make a new benefit for the new unit.")
        yield UnitInUse(said, about="unit", count=len(readings), unit=current.unit)
    if not may_agree(by, project):
        yield from (
            Forbidden.saying(agreed_by(owner), about=field)
            for field in fields
            if not (in_use and field == "unit")
        )


def agreed_by(owner: str) -> Message:
    """Return whom a benefit's owner has to ask: the project's owner by name, where it has one, or the secretariat."""
    if not owner:
        return Message(
            N_(
                "Something is reported or owed, so the benefit is held to this. Ask the secretariat to change it."
            )
        )
    said = N_(
        "Something is reported or owed, so the benefit is held to this. Ask the project owner, {who}, or the secretariat to change it."
    )
    return Message(said, {"who": owner})


def explained(current: Benefit, benefit: Benefit, *, bound: bool) -> bool:
    """Say whether a change is one that others are to understand: it moves what is held to, or hands over."""
    return current.owner != benefit.owner or (bound and bool(moved(current, benefit)))


def unexplained(reason: str) -> Iterator[Objection]:
    """Yield that a reason is missing, where one is asked for."""
    if blank(reason):
        yield NoReason(N_("Write why. It stands beside the change for everybody to read."), about="reason")
