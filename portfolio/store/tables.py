"""The tables: one per noun, with the noun's own field names as columns."""

from collections.abc import Mapping

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from portfolio.funding.contributions import Entry, Sharing, Stage
from portfolio.given import Given
from portfolio.parties import Party, PartyKind, Population
from portfolio.people import Person
from portfolio.prioritising.assessments import Answer, GateAnswer, Mark
from portfolio.prioritising.decisions import Decision, Outcome, Recommendation, Resolution
from portfolio.prioritising.impartiality import Impartiality, Interest
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals import CostLine, Phase, Proposal
from portfolio.realising.benefits import (
    Baseline,
    Beneficiary,
    Benefit,
    BenefitKind,
    Rhythm,
    Target,
)
from portfolio.realising.readings import Certainty, Reading
from portfolio.store.columns import Choice, Exact, Keys, Moment, Nested, Ore

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", String(200), primary_key=True)


def _revision() -> Column[int]:
    return Column("revision", Integer, nullable=False)


def _to(name: str, target: str, *, needed: bool = True) -> Column[str]:
    reference = ForeignKey(f"{target}.id", ondelete="RESTRICT")
    return Column(name, String(200), reference, nullable=not needed, index=True)


def _text(name: str, size: int | None = 200) -> Column[str]:
    return Column(name, String(size) if size else Text(), nullable=False)


parties = Table(
    "parties",
    metadata,
    _id(),
    Column("kind", Choice(PartyKind), nullable=False),
    _text("name"),
    _text("number"),
    _text("county"),
    _revision(),
)
populations = Table(
    "populations",
    metadata,
    Column("party", String(200), ForeignKey("parties.id", ondelete="RESTRICT"), primary_key=True),
    Column("on", Date, primary_key=True),
    Column("inhabitants", Integer, nullable=False),
)
people = Table(
    "people",
    metadata,
    _id(),
    _text("name"),
    Column("roles", Keys, nullable=False),
    _to("organisation", "parties"),
    Column("active", Boolean, nullable=False),
    Column("example", Boolean, nullable=False),
    _revision(),
)
proposals = Table(
    "proposals",
    metadata,
    _id(),
    Column("reference", String(200), nullable=False, unique=True),
    _text("title"),
    *(_text(name, None) for name in ("summary", "need", "solution", "zero_alternative")),
    _to("owner_party", "parties"),
    _to("owner_person", "people", needed=False),
    _text("contact"),
    Column("phase", Choice(Phase), nullable=False),
    _text("statutory"),
    Column("goals", Keys, nullable=False),
    Column("partners", Keys, nullable=False),
    Column("starts", Integer),
    Column("ends", Integer),
    _text("source"),
    Column("example", Boolean, nullable=False),
    _revision(),
)
cost_lines = Table(
    "cost_lines",
    metadata,
    _id(),
    _to("proposal", "proposals"),
    Column("year", Integer, nullable=False),
    Column("amount", Ore, nullable=False),
    _text("note"),
    _revision(),
)
rounds = Table(
    "rounds",
    metadata,
    _id(),
    _text("title"),
    _text("method"),
    Column("phase", Choice(RoundPhase), nullable=False),
    Column("proposals", Keys, nullable=False),
    Column("members", Keys, nullable=False),
    Column("example", Boolean, nullable=False),
    _revision(),
)
marks = Table(
    "marks",
    metadata,
    _id(),
    _to("round", "rounds"),
    _to("proposal", "proposals"),
    _to("member", "people"),
    _text("criterion"),
    Column("mark", Integer),
    _text("reason", None),
    _revision(),
)
gate_answers = Table(
    "gate_answers",
    metadata,
    _id(),
    _to("round", "rounds"),
    _to("proposal", "proposals"),
    _text("gate"),
    Column("answer", Choice(Answer), nullable=False),
    _text("reason", None),
    _revision(),
)
impartiality = Table(
    "impartiality",
    metadata,
    _id(),
    _to("round", "rounds"),
    _to("proposal", "proposals"),
    _to("member", "people"),
    Column("interest", Choice(Interest)),
    _revision(),
)
recommendations = Table(
    "recommendations",
    metadata,
    _id(),
    _to("round", "rounds"),
    _to("proposal", "proposals"),
    Column("outcome", Choice(Outcome), nullable=False),
    _text("conditions", None),
    _text("reason", None),
    _revision(),
)
decisions = Table(
    "decisions",
    metadata,
    _id(),
    _to("round", "rounds"),
    _to("proposal", "proposals"),
    Column("resolution", Choice(Resolution), nullable=False),
    _text("case"),
    Column("on", Date, nullable=False),
    _text("note"),
    _revision(),
)
entries = Table(
    "entries",
    metadata,
    _id(),
    _to("proposal", "proposals"),
    _to("party", "parties"),
    Column("year", Integer, nullable=False),
    Column("stage", Choice(Stage), nullable=False),
    Column("amount", Ore, nullable=False),
    Column("on", Date, nullable=False),
    _text("note"),
    _text("move"),
    _text("corrects"),
    Index(None, "year", "stage"),
)
sharings = Table(
    "sharings",
    metadata,
    _id(),
    Column(
        "proposal",
        String(200),
        ForeignKey("proposals.id", ondelete="RESTRICT"),
        nullable=False,
        unique=True,
    ),
    Column("on", Date, nullable=False),
    Column("members", Keys, nullable=False),
    _revision(),
)
benefits = Table(
    "benefits",
    metadata,
    _id(),
    _to("proposal", "proposals"),
    _text("title"),
    _text("description", None),
    Column("kind", Choice(BenefitKind), nullable=False),
    Column("beneficiary", Choice(Beneficiary), nullable=False),
    _to("owner", "people"),
    _text("unit"),
    _text("indicator"),
    Column("baseline", Nested(Baseline)),
    Column("target", Nested(Target), nullable=False),
    Column("rhythm", Choice(Rhythm), nullable=False),
    Column("reported_from", Date, nullable=False),
    _text("source"),
    Column("example", Boolean, nullable=False),
    _revision(),
)
readings = Table(
    "readings",
    metadata,
    _id(),
    _to("benefit", "benefits"),
    Column("first", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("certainty", Choice(Certainty), nullable=False),
    Column("value", Exact),
    _text("comment", None),
    Column("at", Moment, nullable=False),
    _to("by", "people"),
    Column("corrects", String(200), ForeignKey("readings.id", ondelete="RESTRICT"), unique=True),
)
drafts = Table(
    "drafts",
    metadata,
    Column("person", String(200), primary_key=True),
    Column("form", String(200), primary_key=True),
    Column("content", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
trail = Table(
    "trail",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("person", String(200), nullable=False, index=True),
    Column("action", String(80), nullable=False),
    Column("subject", String(200), nullable=False, index=True),
    Column("changes", Text, nullable=False),
    Column("before", String(64), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
)

TABLES: Mapping[type[Given], Table] = {
    Party: parties,
    Population: populations,
    Person: people,
    Proposal: proposals,
    CostLine: cost_lines,
    Round: rounds,
    Mark: marks,
    GateAnswer: gate_answers,
    Impartiality: impartiality,
    Recommendation: recommendations,
    Decision: decisions,
    Entry: entries,
    Sharing: sharings,
    Benefit: benefits,
    Reading: readings,
}
"""Which table keeps which noun."""
