"""Every action as somebody tries it, and what they must be allowed for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from portfolio.actions import importing, people, signing, undoing
from portfolio.actions.funding import contributions, keys
from portfolio.actions.prioritising import (
    basis,
    decisions,
    gates,
    impartiality,
    marks,
    recommendations,
    rounds,
)
from portfolio.actions.proposals import proposals
from portfolio.actions.realising import benefits, readings, releases
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Place
from portfolio.funding.stages import Stage
from portfolio.money import Money
from portfolio.people import Person, Role, Stamp, Verb
from portfolio.periods import Period
from portfolio.prioritising.decisions import Decision, Resolution
from portfolio.prioritising.recommendations import Outcome, Recommendation
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.intake import Upload
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Certainty
from portfolio.realising.releases import release_of
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
    "comparing.joined": "compares, changes nothing",
    "comparing.lines": "compares, changes nothing",
    "prioritising.contents.unfit": "looks at what a round is to hold, changes nothing",
    "proposals.standing.cannot_stand": "looks at a proposal, changes nothing",
    "funding.divisions.divide_paid": "what follows of an entry, within the act that makes it",
    "importing.plan": "shows what would change, changes nothing",
    "prioritising.basis.hold": "a part of the acts that make and open a round, which ask",
    "prioritising.basis.starting": "only makes records, writes nothing",
    "prioritising.basis.unmoved": "only looks",
    "starting.nobody": "only looks",
    "starting.unused": "only looks",
    "prioritising.packs.freeze": "a part of the act that concludes a round, which asks",
    "replaying.replay": "the program itself, in an empty database made for it; touches no other",
    "starting.begin": "the program itself, at start; only what we publish, and only what is missing",
    "starting.load_demo": "the program itself, at start; refused unless the database is empty",
    "people.first_person": "refused once anybody is entered",
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
        return f"{self.action.__module__.removeprefix('portfolio.actions.')}.{self.action.__name__}"

    def __str__(self) -> str:
        return f"{self.name}{self.of_whom}"


def _proposal(owner: str | None) -> Proposal:
    return Proposal(id="prosjekt:ny", reference="ny", title="Ny", owner_party="ks", owner_person=owner)


def _stored(database: Database, owner: str | None) -> Proposal:
    """Return a stored proposal, made over to somebody behind everyone's back."""
    with database.read() as reader:
        proposal = reader.all(Proposal)[0].model_copy(update={"owner_person": owner})
        people = reader.all(Person, id=[owner])
    with database.write(Stamp(person=NOBODY, at=NOW)) as writer:
        if owner and not people:
            writer.add(Person(id=owner, name="x", roles=(), organisation="ks"))
        made_over = writer.revise(proposal)
        writer.trace("try", proposal.id)
    return made_over


def _benefit(database: Database, owner: str) -> Benefit:
    """Return a stored benefit of a project that nobody owns, made over to somebody behind everyone's back."""
    project = _stored(database, None)
    with database.write(Stamp(person=NOBODY, at=NOW)) as writer:
        if writer.find(Person, owner) is None:
            writer.add(Person(id=owner, name="x", roles=(), organisation="ks"))
        stored = writer.all(Benefit)[0]
        made_over = writer.revise(stored.model_copy(update={"owner": owner, "proposal": project.id}))
        writer.trace("try", stored.id)
    return made_over


def _report(database: Database, owner: str, stamp: Stamp) -> object:
    return readings.report(
        database,
        _benefit(database, owner).id,
        period=Period(date(2020, 1, 1), date(2020, 4, 1)),
        certainty=Certainty.MEASURED,
        value=Decimal(1),
        comment="",
        on=DAY,
        stamp=stamp,
    )


def _in_project(database: Database, owner: str) -> Benefit:
    """Return a benefit of somebody else's, of a project made over to somebody behind everyone's back."""
    theirs = _benefit(database, SOMEBODY)
    _stored(database, owner)
    return theirs


def _released(database: Database, benefit: Benefit) -> str:
    """Return the id of what a benefit is let off behind everyone's back."""
    made = release_of(benefit.id, Period(date(2020, 1, 1), date(2020, 4, 1)))
    with database.write(Stamp(person=NOBODY, at=NOW)) as writer:
        writer.add(made)
        writer.trace("try", benefit.id)
    return made.id


def _release(database: Database, benefit: Benefit, stamp: Stamp) -> object:
    return releases.release(database, benefit.id, periods=(), reason="x", on=DAY, stamp=stamp)


def _new_benefit(database: Database, owner: str) -> Benefit:
    return _benefit(database, owner).model_copy(update={"id": "gevinst:ny", "revision": 1})


def _recommendation(database: Database) -> Recommendation:
    """Return a recommendation in a round that is taken to its meeting behind everyone's back."""
    with database.write(Stamp(person=NOBODY, at=NOW)) as writer:
        met = writer.all(Round)[-1].model_copy(update={"phase": RoundPhase.MEETING})
        writer.revise(met)
        writer.trace("try", met.id)
    return RECOMMENDATION.model_copy(update={"round": met.id, "proposal": met.proposals[0]})


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
        marks.assess,
        _verbs(Verb.ASSESS),
        lambda db, me: marks.assess(db, ROUND.id, NOWHERE, marks={}, reasons={}, stamp=me),
    ),
    Act(
        impartiality.declare,
        _verbs(Verb.ASSESS),
        lambda db, me: impartiality.declare(db, ROUND.id, interests={}, stamp=me),
    ),
    Act(
        gates.answer_gate,
        _verbs(Verb.ANSWER_GATES),
        lambda db, me: gates.answer_gate(
            db, ROUND.id, "problem", answers={NOWHERE: (None, "")}, seen=0, stamp=me
        ),
    ),
    Act(
        gates.answer_gates,
        _verbs(Verb.ANSWER_GATES),
        lambda db, me: gates.answer_gates(db, ROUND.id, NOWHERE, answers={}, seen=0, stamp=me),
    ),
    Act(
        rounds.begin_round,
        _verbs(Verb.RUN_ROUNDS),
        lambda db, me: rounds.begin_round(db, title="", method="", proposals=(), members=(), stamp=me),
    ),
    Act(
        rounds.delete_round,
        _verbs(Verb.RUN_ROUNDS),
        lambda db, me: rounds.delete_round(db, ROUND.id, seen=0, answered=0, stamp=me),
    ),
    Act(rounds.keep_round, _verbs(Verb.RUN_ROUNDS), lambda db, me: rounds.keep_round(db, ROUND, stamp=me)),
    Act(
        rounds.advance,
        _verbs(Verb.RUN_ROUNDS),
        lambda db, me: rounds.advance(db, ROUND.id, to=RoundPhase.CLOSED, seen=1, stamp=me),
    ),
    Act(
        basis.take_in,
        _verbs(Verb.RUN_ROUNDS),
        lambda db, me: basis.take_in(db, ROUND.id, NOWHERE, seen=1, stamp=me),
    ),
    Act(
        contributions.contribute,
        _verbs(Verb.EDIT_FUNDING),
        lambda db, me: contributions.contribute(db, PLACE, Money(1), stage=Stage.APPLIED, on=DAY, stamp=me),
    ),
    Act(
        contributions.advance_amount,
        _verbs(Verb.EDIT_FUNDING),
        lambda db, me: contributions.advance_amount(
            db, PLACE, Money(1), from_=Stage.APPLIED, to=Stage.PROMISED, on=DAY, stamp=me
        ),
    ),
    Act(
        contributions.correct,
        _verbs(Verb.EDIT_FUNDING),
        lambda db, me: contributions.correct(db, "bidrag:finnes-ikke", note="x", on=DAY, stamp=me),
    ),
    Act(
        keys.share_by,
        _verbs(Verb.EDIT_FUNDING),
        lambda db, me: keys.share_by(
            db, Sharing(id="x", proposal=NOWHERE, on=DAY, members=("kommune:0301",)), seen="", stamp=me
        ),
    ),
    Act(signing.begin_signing, _verbs(Verb.SIGN_TRAIL), lambda db, me: signing.begin_signing(db, stamp=me)),
    Act(
        importing.bring_in,
        _verbs(Verb.IMPORT_PROPOSALS),
        lambda db, me: importing.bring_in(db, Upload(name="x", digest="0" * 64), seen="", on=DAY, stamp=me),
    ),
    Act(
        undoing.undo_import,
        _verbs(Verb.UNDO_IMPORT),
        lambda db, me: undoing.undo_import(db, 0, reason="x", stamp=me),
    ),
    Act(
        proposals.propose,
        ANY_PROPOSAL | _verbs(Verb.EDIT_OWN_PROPOSAL),
        lambda db, me: proposals.propose(db, _proposal(me.person.id), costs={2026: Money(-1)}, stamp=me),
        " of one's own",
    ),
    Act(
        proposals.propose,
        ANY_PROPOSAL,
        lambda db, me: proposals.propose(db, _proposal(SOMEBODY), costs={2026: Money(-1)}, stamp=me),
        " of somebody else",
    ),
    Act(
        proposals.propose,
        ANY_PROPOSAL,
        lambda db, me: proposals.propose(db, _proposal(None), costs={2026: Money(-1)}, stamp=me),
        " of nobody",
    ),
    Act(
        proposals.revise_proposal,
        ANY_PROPOSAL | _verbs(Verb.EDIT_OWN_PROPOSAL),
        lambda db, me: proposals.revise_proposal(db, _stored(db, me.person.id), costs={}, stamp=me),
        " of one's own",
    ),
    Act(
        proposals.revise_proposal,
        ANY_PROPOSAL,
        lambda db, me: proposals.revise_proposal(db, _stored(db, SOMEBODY), costs={}, stamp=me),
        " of somebody else",
    ),
    Act(
        proposals.revise_proposal,
        ANY_PROPOSAL,
        lambda db, me: proposals.revise_proposal(
            db, _stored(db, SOMEBODY).model_copy(update={"owner_person": me.person.id}), costs={}, stamp=me
        ),
        " of somebody else, taken over in the same breath",
    ),
    Act(
        benefits.add_benefit,
        ANY_BENEFIT,
        lambda db, me: benefits.add_benefit(db, _new_benefit(db, me.person.id), stamp=me),
        " of one's own in somebody else's project",
    ),
    Act(
        benefits.add_benefit,
        ANY_BENEFIT,
        lambda db, me: benefits.add_benefit(db, _new_benefit(db, SOMEBODY), stamp=me),
        " of somebody else",
    ),
    Act(
        benefits.keep_benefit,
        ANY_BENEFIT | _verbs(Verb.EDIT_OWN_BENEFIT),
        lambda db, me: benefits.keep_benefit(db, _benefit(db, me.person.id), stamp=me),
        " of one's own",
    ),
    Act(
        benefits.keep_benefit,
        ANY_BENEFIT,
        lambda db, me: benefits.keep_benefit(db, _benefit(db, SOMEBODY), stamp=me),
        " of somebody else",
    ),
    Act(
        benefits.keep_benefit,
        ANY_BENEFIT,
        lambda db, me: benefits.keep_benefit(
            db, _benefit(db, SOMEBODY).model_copy(update={"owner": me.person.id}), stamp=me
        ),
        " of somebody else, taken over in the same breath",
    ),
    Act(
        readings.report,
        ANY_READING | _verbs(Verb.REPORT_OWN_READING),
        lambda db, me: _report(db, me.person.id, me),
        " of one's own",
    ),
    Act(readings.report, ANY_READING, lambda db, me: _report(db, SOMEBODY, me), " of somebody else"),
    Act(
        releases.release,
        ANY_BENEFIT,
        lambda db, me: _release(db, _benefit(db, me.person.id), me),
        " of one's own in somebody else's project",
    ),
    Act(
        releases.release,
        ANY_BENEFIT | _verbs(Verb.EDIT_OWN_BENEFIT),
        lambda db, me: _release(db, _in_project(db, me.person.id), me),
        " in one's own project",
    ),
    Act(
        releases.owe_again,
        ANY_BENEFIT,
        lambda db, me: releases.owe_again(db, _released(db, _benefit(db, me.person.id)), stamp=me),
        " of one's own in somebody else's project",
    ),
    Act(
        releases.owe_again,
        ANY_BENEFIT | _verbs(Verb.EDIT_OWN_BENEFIT),
        lambda db, me: releases.owe_again(db, _released(db, _in_project(db, me.person.id)), stamp=me),
        " in one's own project",
    ),
    Act(
        recommendations.recommend,
        _verbs(Verb.RECOMMEND),
        lambda db, me: recommendations.recommend(db, RECOMMENDATION, stamp=me),
    ),
    Act(
        recommendations.recommend,
        _verbs(Verb.WRITE_FOR_COUNCIL),
        lambda db, me: recommendations.recommend(db, _recommendation(db), stamp=me),
        " in a round where one does not sit",
    ),
    Act(
        decisions.record_decision,
        _verbs(Verb.RECORD_DECISION),
        lambda db, me: decisions.record_decision(db, DECISION, stamp=me),
    ),
    Act(
        people.enter_person,
        _verbs(Verb.MANAGE_PEOPLE),
        lambda db, me: people.enter_person(db, me.person, stamp=me),
    ),
    Act(
        people.keep_person,
        _verbs(Verb.MANAGE_PEOPLE),
        lambda db, me: people.keep_person(
            db, me.person.model_copy(update={"roles": tuple(Role), "revision": 99}), stamp=me
        ),
    ),
)
