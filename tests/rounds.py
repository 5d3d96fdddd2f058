"""The rounds of the example, and who and what is in them, as the tests of prioritising call them."""

from collections.abc import Callable

from portfolio.actions.prioritising.gates import answer_gates
from portfolio.actions.prioritising.rounds import advance, begin_round
from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.catalogue.methods import methods
from portfolio.money import Money
from portfolio.people import Person, Stamp
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.gates import Answer
from portfolio.prioritising.impartiality import Impartiality, Interest, impartiality_id
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database

Stamped = Callable[[str], Stamp]

CLOSED, OPEN = "runde:2026-1", "runde:2026-2"
TOLK = "prosjekt:2026-016"
"""A proposal in the open round that is ready for marks: «Tolk i tide»."""
FIRST, SECOND = "prosjekt:2026-015", "prosjekt:2026-017"
"""The first two in the order of the open round."""
STOPPED, STATUTORY = "prosjekt:2026-022", "prosjekt:2026-018"
OUTSIDE = "prosjekt:2026-001"
"""A proposal that is not in the open round."""

FRESH = "person:henrik-sandvollen"
"""A member who has not begun."""
HALFWAY = "person:sissel-nordengrind"
"""A member with three of ten proposals done, and one half done."""
DONE = "person:marit-fjellgjerde"
"""A member whose marks are all in, who stands aside from the first."""
IMPARTIAL = "person:even-kvammeland"
"""A member who stands aside from neither of the first two."""
SECRETARIAT, COLLEAGUE = "person:ingrid-solbakken", "person:torvald-myrhaug"
READER = "person:signe-holtviken"

CRITERIA = tuple(each.key for each in methods()["felles/1.0"].criteria)
ALL_FOURS: dict[str, int | None] = dict.fromkeys(CRITERIA, 4)


def of(database: Database, id: str = OPEN) -> Round:
    """Return a round as it is stored now."""
    with database.read() as reader:
        return reader.get(Round, id)


def met(database: Database, stamp: Stamped) -> Database:
    """Take the open round to the council's meeting."""
    return step(database, stamp, RoundPhase.MEETING)


def step(
    database: Database,
    stamp: Stamped,
    to: RoundPhase,
    *,
    id: str = OPEN,
    reason: str = "Slik ble vi enige om.",
) -> Database:
    """Take a round a step onward or back, with a reason whether one is asked for or not."""
    seen = of(database, id).revision
    advance(database, id, to=to, seen=seen, reason=reason, stamp=stamp(SECRETARIAT))
    return database


def rewritten(database: Database, stamp: Stamped, id: str = TOLK, *, cost: int = 0, **change: object) -> None:
    """Let the secretariat change a proposal, and with a cost what it costs in 2026, in whole kroner."""
    with database.read() as reader:
        before = reader.get(Proposal, id)
        costs = {line.year: line.amount for line in reader.all(CostLine, proposal=id)}
    if cost:
        costs[2026] = Money(cost * 100)
    changed = before.model_copy(update={"title": "Et annet", **change})
    revise_proposal(database, changed, costs=costs, stamp=stamp(SECRETARIAT))


def stand_aside(database: Database, stamp: Stamped, who: str, proposal: str, *, id: str = OPEN) -> None:
    """Let somebody have said that they stand aside from a proposal in a round, whatever they are besides."""
    said = impartiality_id(id, proposal, who)
    with database.write(stamp(who)) as writer:
        (held,) = writer.all(Basis, round=id, proposal=proposal)
        writer.put(
            Impartiality(
                id=said, round=id, proposal=proposal, member=who, interest=Interest.OTHER, upon=held.seq
            )
        )
        writer.trace("declare", id)


def out_of_use(database: Database, stamp: Stamped, who: str, *, active: bool = False) -> int:
    """Put somebody out of use, or into it again, and return the trace of it."""
    with database.write(stamp(SECRETARIAT)) as writer:
        writer.revise(writer.get(Person, who).model_copy(update={"active": active}))
        writer.trace("keep_person", who)
    with database.read() as reader:
        return reader.head().seq


def opened_round(database: Database, stamp: Stamped) -> str:
    """Make a round of one proposal and one member, check it and open it."""
    made = begin_round(
        database,
        title="Ny",
        method="felles/1.0",
        proposals=[TOLK],
        members=[FRESH],
        stamp=stamp(SECRETARIAT),
    )
    yes = {gate.key: (Answer.YES, "Ja") for gate in methods()["felles/1.0"].gates}
    answer_gates(database, made.id, TOLK, answers=yes, seen=0, stamp=stamp(SECRETARIAT))
    advance(database, made.id, to=RoundPhase.SCORING, seen=made.revision, stamp=stamp(SECRETARIAT))
    return made.id
