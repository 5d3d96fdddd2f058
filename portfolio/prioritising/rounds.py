"""A round: the proposals that are judged together, by whom, with which version of the method."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from portfolio.given import Given, Key, Line
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.people import Person, Verb


class RoundPhase(StrEnum):
    """How far the round has come, from the first to the last."""

    PREPARING = "preparing"
    SCORING = "scoring"
    MEETING = "meeting"
    CLOSED = "closed"

    @property
    def following(self) -> "RoundPhase | None":
        """The phase that a round goes onward to from here, if any."""
        return next(iter(_PHASES[_PHASES.index(self) + 1 :]), None)

    @property
    def preceding(self) -> "RoundPhase | None":
        """The phase that a round goes back to from here, if any."""
        return next(reversed(_PHASES[: _PHASES.index(self)]), None)


_PHASES = tuple(RoundPhase)
UNCHANGEABLE = N_(
    "The assessment is over, so what is in the round stands. Open the assessment again, with a reason, to change it."
)
"""What is said to whoever would change what is in a round that is closed for it."""
PREPARES = (Verb.RUN_ROUNDS, Verb.ANSWER_GATES)
"""Who prepares a round: whoever may do one of these."""


class Round(Given):
    """One round of assessment. `method` is `key/version` of a published method.

    `begun_on` is the day it was made in Norway; None where it is from before that was kept. `names_shown` is whether
    the members' names stand with their reasons when the assessment is over, which they are told before they write any.
    """

    id: Key
    title: Line
    method: Key
    phase: RoundPhase
    proposals: tuple[Key, ...]
    members: tuple[Key, ...]
    begun_on: date | None = None
    names_shown: bool = False
    example: bool = False
    revision: int = 1

    @property
    def open_for_marks(self) -> bool:
        """Whether members may give and change marks now."""
        return self.phase is RoundPhase.SCORING

    @property
    def open_for_gates(self) -> bool:
        """Whether the secretariat may answer the gates, and change what is in the round, now."""
        return self.phase in (RoundPhase.PREPARING, RoundPhase.SCORING)

    @property
    def assessed(self) -> bool:
        """Whether the assessment is over, so that everyone may see how it came out."""
        return self.phase in (RoundPhase.MEETING, RoundPhase.CLOSED)

    def seen_by(self, person: Person) -> bool:
        """Say whether somebody may know of the round: while it is prepared, only those who prepare it."""
        return self.phase is not RoundPhase.PREPARING or any(map(person.may, PREPARES))


class NotOpen(Objection):
    """The round is not in the phase where this is done."""


class NotAStep(Objection):
    """A phase that is neither the next of a round nor the one before."""


class NeedsReason(Objection):
    """Something that is done with a reason, or not at all."""


class NotInRound(Objection):
    """A proposal that is not among those judged in the round."""


class NotYours(Objection):
    """A proposal or a round that the person is not to mark."""


def newest_first(rounds: Iterable[Round]) -> tuple[Round, ...]:
    """Return rounds with the one that was begun last first; those of the same day, or of no known, by id from the end."""
    return tuple(sorted(rounds, key=lambda each: (each.begun_on or date.min, each.id), reverse=True))


def let_go(round_: Round, to: RoundPhase) -> None:
    """Let a round go to another phase if it is a step onward or a step back.

    Raises:
        NotAStep: it is neither.
    """
    if to not in (round_.phase.following, round_.phase.preceding):
        raise NotAStep(
            N_("The round is «{phase}», and goes one step at a time. It cannot go to «{to}» from there."),
            about="phase",
            phase=round_.phase,
            to=to,
        )


def let_change(round_: Round) -> None:
    """Let what is in a round be changed while it is prepared or takes marks.

    Raises:
        NotOpen: the assessment is over.
    """
    if not round_.open_for_gates:
        raise NotOpen(UNCHANGEABLE)


def asks_why(
    round_: Round, to: RoundPhase, *, unfinished: int, silent: int, departing: int, stopped: int
) -> Message | None:
    """Return why a reason is asked for before a round goes to another phase; None where none is.

    Args:
        unfinished: how many members have something left to mark or confirm.
        silent: how many proposals have no recommendation.
        departing: how many proposals are put before others that stand above them, and nobody has said why.
        stopped: how many are recommended though an absolute requirement is answered no, and nobody has said why.
    """
    step = (round_.phase, to)
    if step == (RoundPhase.MEETING, RoundPhase.SCORING):
        return Message(
            N_("The assessment is opened again for everybody, after the order has been seen. Write why.")
        )
    if step == (RoundPhase.CLOSED, RoundPhase.MEETING):
        return Message(N_("The round is concluded, and is opened again for everybody. Write why."))
    if step == (RoundPhase.SCORING, RoundPhase.MEETING) and unfinished:
        return Message(
            N_("{count} member has something left. Write why the assessment is ended all the same."),
            {"count": unfinished},
            plural=N_("{count} members have something left. Write why the assessment is ended all the same."),
        )
    if step == (RoundPhase.MEETING, RoundPhase.CLOSED):
        return _concluding(silent=silent, departing=departing, stopped=stopped)
    return None


def let_assess(round_: Round, member: str) -> None:
    """Let a member go on if they sit in the round and it takes marks now.

    Raises:
        NotYours: the person is not a member of the round.
        NotOpen: the round does not take marks now.
    """
    if member not in round_.members:
        raise NotYours(N_("You are not among the members who assess in this round."))
    if not round_.open_for_marks:
        raise NotOpen(N_("The round is not open for assessment now."))


def let_record(round_: Round, proposal: str, *phases: RoundPhase) -> None:
    """Let something be recorded on a proposal if it is in the round, and the round is in one of the phases.

    Raises:
        NotOpen: the round is in another phase.
        NotInRound: the proposal is not in it.
    """
    if round_.phase not in phases:
        raise NotOpen(
            N_("The round is «{phase}». This is recorded when the council meets on it."),
            phase=round_.phase,
        )
    let_be_in(round_, proposal)


def let_be_in(round_: Round, proposal: str) -> None:
    """Let something be said of a proposal if it is in the round.

    Raises:
        NotInRound: it is not.
    """
    if proposal not in round_.proposals:
        raise NotInRound(N_("The proposal is not in this round."), about="proposal")


def _concluding(*, silent: int, departing: int, stopped: int) -> Message | None:
    """Return why a reason is asked for before a round is concluded; None where none is."""
    if silent:
        return Message(
            N_("{count} proposal has no recommendation. Write why the round is concluded all the same."),
            {"count": silent},
            plural=N_(
                "{count} proposals have no recommendation. Write why the round is concluded all the same."
            ),
        )
    if departing:
        return Message(
            N_("{count} proposal is put before others that stand above it. Write why."),
            {"count": departing},
            plural=N_("{count} proposals are put before others that stand above them. Write why."),
        )
    if stopped:
        return Message(
            N_("{count} proposal is recommended though an absolute requirement is answered no. Write why."),
            {"count": stopped},
            plural=N_(
                "{count} proposals are recommended though absolute requirements are answered no. Write why."
            ),
        )
    return None
