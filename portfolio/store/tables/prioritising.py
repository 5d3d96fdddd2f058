"""The tables of rounds: what is checked, marked, recommended and decided in them."""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Table, false

from portfolio.given import Given
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.decisions import Decision, Resolution
from portfolio.prioritising.gates import Answer, GateAnswer
from portfolio.prioritising.impartiality import Impartiality, Interest
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.recommendations import Outcome, Recommendation
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.columns import Choice, Keys
from portfolio.store.tables.keeping import SEAL
from portfolio.store.tables.shape import id_column, metadata, reference, revision_column, text_column


def _upon_column() -> Column[int]:
    """Return the column of the trace after which a proposal was read when something was said of it."""
    return Column("upon", Integer, nullable=False, server_default="0")


rounds = Table(
    "rounds",
    metadata,
    id_column(),
    text_column("title"),
    text_column("method"),
    Column("phase", Choice(RoundPhase), nullable=False),
    Column("proposals", Keys, nullable=False),
    Column("members", Keys, nullable=False),
    Column("begun_on", Date),
    Column("names_shown", Boolean, nullable=False, server_default=false()),
    Column("example", Boolean, nullable=False),
    revision_column(),
)
bases = Table(
    "bases",
    metadata,
    id_column(),
    reference("round", "rounds"),
    reference("proposal", "proposals"),
    Column("seq", Integer, ForeignKey("trail.seq", ondelete="RESTRICT"), nullable=False, index=True),
    revision_column(),
)
marks = Table(
    "marks",
    metadata,
    id_column(),
    reference("round", "rounds"),
    reference("proposal", "proposals"),
    reference("member", "people"),
    text_column("criterion"),
    Column("mark", Integer),
    text_column("reason", None),
    _upon_column(),
    revision_column(),
)
gate_answers = Table(
    "gate_answers",
    metadata,
    id_column(),
    reference("round", "rounds"),
    reference("proposal", "proposals"),
    text_column("gate"),
    Column("answer", Choice(Answer), nullable=False),
    text_column("reason", None),
    _upon_column(),
    revision_column(),
)
impartiality = Table(
    "impartiality",
    metadata,
    id_column(),
    reference("round", "rounds"),
    reference("proposal", "proposals"),
    reference("member", "people"),
    Column("interest", Choice(Interest)),
    _upon_column(),
    revision_column(),
)
recommendations = Table(
    "recommendations",
    metadata,
    id_column(),
    reference("round", "rounds"),
    reference("proposal", "proposals"),
    Column("outcome", Choice(Outcome), nullable=False),
    text_column("conditions", None),
    text_column("reason", None),
    revision_column(),
)
packs = Table(
    "packs",
    metadata,
    id_column(),
    reference("round", "rounds"),
    Column("digest", String(SEAL), nullable=False),
    text_column("text", None),
    revision_column(),
)
decisions = Table(
    "decisions",
    metadata,
    id_column(),
    reference("round", "rounds"),
    reference("proposal", "proposals"),
    Column("resolution", Choice(Resolution), nullable=False),
    text_column("case"),
    Column("on", Date, nullable=False),
    text_column("note"),
    revision_column(),
)

TABLES: Mapping[type[Given], Table] = {
    Round: rounds,
    Basis: bases,
    Mark: marks,
    GateAnswer: gate_answers,
    Impartiality: impartiality,
    Recommendation: recommendations,
    Decision: decisions,
    Pack: packs,
}
"""Which table keeps which noun."""
