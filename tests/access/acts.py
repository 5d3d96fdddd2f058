"""Every action as somebody tries it, and what they must be allowed for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from portfolio.actions import (
    assessing,
    checking,
    contributing,
    importing,
    proposing,
    realising,
    recommending,
    running,
    starting,
)
from portfolio.funding.contributions import Sharing, Stage
from portfolio.funding.ledger import Place
from portfolio.intake import Upload
from portfolio.money import Money
from portfolio.people import Person, Role, Stamp, Verb
from portfolio.periods import Period
from portfolio.prioritising.decisions import Decision, Outcome, Recommendation, Resolution
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Certainty
from portfolio.store.database import Database
from tests.conftest import NOW

DAY = date(2026, 11, 23)
NOWHERE = "prosjekt:finnes-ikke"
PLACE = Place(NOWHERE, "ks", 2026)
SOMEBODY = "person:noen"
NOBODY = Person(id="nobody", name="x", roles=(), organisation="ks")
OPEN_TO_ALL: Mapping[str, str] = {
    "comparing.misfits": "compares, changes nothing",
    "comparing.rows": "compares, changes nothing",
    "comparing.said": "compares, changes nothing",
    "comparing.steps": "compares, changes nothing",
    "importing.plan": "shows what would change, changes nothing",
    "starting.nobody": "only looks",
    "starting.unused": "only looks",
    "starting.begin": "the program itself, at start; only what we publish, and only what is missing",
    "starting.load_demo": "the program itself, at start; refused unless the database is empty",
    "starting.first_person": "refused once anybody is entered",
}
"""What asks no one, and why it need not."""


@dataclass(frozen=True, slots=True)
class Act:
    """An action as somebody tries it, and the verbs of which any one lets them in."""

    action: Callable[..., object]
    verbs: frozenset[Verb]
    attempt: Callable[[Database, Stamp], object]
    of_whom: str = ""

    @property
    def name(self) -> str:
        return f"{self.action.__module__.rpartition('.')[2]}.{self.action.__name__}"

    def __str__(self) -> str:
        return f"{self.name}{self.of_whom}"


def _proposal(owner: str | None) -> Proposal:
    return Proposal(id="prosjekt:ny", reference="ny", title="Ny", owner_party="ks", owner_person=owner)


def _stored(database: Database, owner: str | None) -> Proposal:
    """Return a stored proposal, made over to somebody behind everyone's back."""
    with database.read() as reading:
        proposal = reading.all(Proposal)[0].model_copy(update={"owner_person": owner})
        people = reading.all(Person, id=[owner])
    with database.write(Stamp(person=NOBODY, at=NOW)) as writing:
        if owner and not people:
            writing.add(Person(id=owner, name="x", roles=(), organisation="ks"))
        made_over = writing.revise(proposal)
        writing.trace("try", proposal.id)
    return made_over


def _benefit(database: Database, owner: str) -> Benefit:
    """Return a stored benefit of a project that nobody owns, made over to somebody behind everyone's back."""
    project = _stored(database, None)
    with database.write(Stamp(person=NOBODY, at=NOW)) as writing:
        if writing.find(Person, owner) is None:
            writing.add(Person(id=owner, name="x", roles=(), organisation="ks"))
        stored = writing.all(Benefit)[0]
        made_over = writing.revise(stored.model_copy(update={"owner": owner, "proposal": project.id}))
        writing.trace("try", stored.id)
    return made_over


def _report(database: Database, owner: str, stamp: Stamp) -> object:
    return realising.report(
        database,
        _benefit(database, owner).id,
        period=Period(date(2020, 1, 1), date(2020, 4, 1)),
        certainty=Certainty.MEASURED,
        value=Decimal(1),
        comment="",
        on=DAY,
        stamp=stamp,
    )


def _new_benefit(database: Database, owner: str) -> Benefit:
    return _benefit(database, owner).model_copy(update={"id": "gevinst:ny", "revision": 1})


def _verbs(*verbs: Verb) -> frozenset[Verb]:
    return frozenset(verbs)


ROUND = Round(
    id="runde:ny", title="Ny", method="finnes/ikke", phase=RoundPhase.PREPARING, proposals=(), members=()
)
RECOMMENDATION = Recommendation(
    id="x", round="runde:finnes-ikke", proposal=NOWHERE, outcome=Outcome.RECOMMENDED
)
DECISION = Decision(
    id="x",
    round="runde:finnes-ikke",
    proposal=NOWHERE,
    resolution=Resolution.APPROVED,
    case="1",
    on=DAY,
)
ANY_PROPOSAL, ANY_BENEFIT, ANY_READING = (
    _verbs(Verb.EDIT_ANY_PROPOSAL),
    _verbs(Verb.EDIT_ANY_BENEFIT),
    _verbs(Verb.REPORT_ANY_READING),
)
ACTS = (
    Act(
        assessing.assess,
        _verbs(Verb.ASSESS),
        lambda db, me: assessing.assess(db, ROUND.id, NOWHERE, marks={}, reasons={}, stamp=me),
    ),
    Act(
        assessing.declare,
        _verbs(Verb.ASSESS),
        lambda db, me: assessing.declare(db, ROUND.id, interests={}, stamp=me),
    ),
    Act(
        checking.answer_gates,
        _verbs(Verb.ANSWER_GATES),
        lambda db, me: checking.answer_gates(db, ROUND.id, NOWHERE, answers={}, seen=0, stamp=me),
    ),
    Act(
        running.begin_round,
        _verbs(Verb.RUN_ROUNDS),
        lambda db, me: running.begin_round(db, title="", method="", proposals=(), members=(), stamp=me),
    ),
    Act(running.keep_round, _verbs(Verb.RUN_ROUNDS), lambda db, me: running.keep_round(db, ROUND, stamp=me)),
    Act(
        running.advance,
        _verbs(Verb.RUN_ROUNDS),
        lambda db, me: running.advance(db, ROUND.id, to=RoundPhase.CLOSED, seen=1, stamp=me),
    ),
    Act(
        contributing.contribute,
        _verbs(Verb.EDIT_FUNDING),
        lambda db, me: contributing.contribute(db, PLACE, Money(1), stage=Stage.APPLIED, on=DAY, stamp=me),
    ),
    Act(
        contributing.advance_amount,
        _verbs(Verb.EDIT_FUNDING),
        lambda db, me: contributing.advance_amount(
            db, PLACE, Money(1), from_=Stage.APPLIED, to=Stage.PROMISED, on=DAY, stamp=me
        ),
    ),
    Act(
        contributing.correct,
        _verbs(Verb.EDIT_FUNDING),
        lambda db, me: contributing.correct(db, "bidrag:finnes-ikke", note="x", on=DAY, stamp=me),
    ),
    Act(
        contributing.share_by,
        _verbs(Verb.EDIT_FUNDING),
        lambda db, me: contributing.share_by(
            db, Sharing(id="x", proposal=NOWHERE, on=DAY, members=("kommune:0301",)), stamp=me
        ),
    ),
    Act(
        importing.bring_in,
        _verbs(Verb.IMPORT_PROPOSALS),
        lambda db, me: importing.bring_in(db, Upload(name="x", digest="0" * 64), seen="", on=DAY, stamp=me),
    ),
    Act(
        proposing.propose,
        ANY_PROPOSAL | _verbs(Verb.EDIT_OWN_PROPOSAL),
        lambda db, me: proposing.propose(db, _proposal(me.person.id), costs={2026: Money(-1)}, stamp=me),
        " of one's own",
    ),
    Act(
        proposing.propose,
        ANY_PROPOSAL,
        lambda db, me: proposing.propose(db, _proposal(SOMEBODY), costs={2026: Money(-1)}, stamp=me),
        " of somebody else",
    ),
    Act(
        proposing.propose,
        ANY_PROPOSAL,
        lambda db, me: proposing.propose(db, _proposal(None), costs={2026: Money(-1)}, stamp=me),
        " of nobody",
    ),
    Act(
        proposing.revise_proposal,
        ANY_PROPOSAL | _verbs(Verb.EDIT_OWN_PROPOSAL),
        lambda db, me: proposing.revise_proposal(db, _stored(db, me.person.id), costs={}, stamp=me),
        " of one's own",
    ),
    Act(
        proposing.revise_proposal,
        ANY_PROPOSAL,
        lambda db, me: proposing.revise_proposal(db, _stored(db, SOMEBODY), costs={}, stamp=me),
        " of somebody else",
    ),
    Act(
        proposing.revise_proposal,
        ANY_PROPOSAL,
        lambda db, me: proposing.revise_proposal(
            db, _stored(db, SOMEBODY).model_copy(update={"owner_person": me.person.id}), costs={}, stamp=me
        ),
        " of somebody else, taken over in the same breath",
    ),
    Act(
        realising.add_benefit,
        ANY_BENEFIT,
        lambda db, me: realising.add_benefit(db, _new_benefit(db, me.person.id), stamp=me),
        " of one's own in somebody else's project",
    ),
    Act(
        realising.add_benefit,
        ANY_BENEFIT,
        lambda db, me: realising.add_benefit(db, _new_benefit(db, SOMEBODY), stamp=me),
        " of somebody else",
    ),
    Act(
        realising.keep_benefit,
        ANY_BENEFIT | _verbs(Verb.EDIT_OWN_BENEFIT),
        lambda db, me: realising.keep_benefit(db, _benefit(db, me.person.id), stamp=me),
        " of one's own",
    ),
    Act(
        realising.keep_benefit,
        ANY_BENEFIT,
        lambda db, me: realising.keep_benefit(db, _benefit(db, SOMEBODY), stamp=me),
        " of somebody else",
    ),
    Act(
        realising.keep_benefit,
        ANY_BENEFIT,
        lambda db, me: realising.keep_benefit(
            db, _benefit(db, SOMEBODY).model_copy(update={"owner": me.person.id}), stamp=me
        ),
        " of somebody else, taken over in the same breath",
    ),
    Act(
        realising.report,
        ANY_READING | _verbs(Verb.REPORT_OWN_READING),
        lambda db, me: _report(db, me.person.id, me),
        " of one's own",
    ),
    Act(realising.report, ANY_READING, lambda db, me: _report(db, SOMEBODY, me), " of somebody else"),
    Act(
        recommending.recommend,
        _verbs(Verb.RECOMMEND),
        lambda db, me: recommending.recommend(db, RECOMMENDATION, stamp=me),
    ),
    Act(
        recommending.record_decision,
        _verbs(Verb.RECORD_DECISION),
        lambda db, me: recommending.record_decision(db, DECISION, stamp=me),
    ),
    Act(
        starting.keep_person,
        _verbs(Verb.MANAGE_PEOPLE),
        lambda db, me: starting.keep_person(
            db, me.person.model_copy(update={"roles": tuple(Role), "revision": 99}), stamp=me
        ),
    ),
)
