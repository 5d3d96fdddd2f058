"""The tables of benefits, their readings, and what they are let off."""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, Date, ForeignKey, String, Table

from portfolio.given import LONGEST_LINE, Given
from portfolio.realising.benefits import Baseline, Beneficiary, Benefit, BenefitKind, Rhythm, Target
from portfolio.realising.readings import Certainty, Reading
from portfolio.realising.releases import Release
from portfolio.store.columns import Choice, Exact, Moment, Nested
from portfolio.store.tables.shape import id_column, metadata, reference, revision_column, text_column

benefits = Table(
    "benefits",
    metadata,
    id_column(),
    reference("proposal", "proposals"),
    text_column("title"),
    text_column("description", None),
    Column("kind", Choice(BenefitKind), nullable=False),
    Column("beneficiary", Choice(Beneficiary), nullable=False),
    reference("owner", "people"),
    text_column("unit"),
    text_column("indicator"),
    Column("baseline", Nested(Baseline)),
    Column("target", Nested(Target), nullable=False),
    Column("rhythm", Choice(Rhythm), nullable=False),
    Column("reported_from", Date, nullable=False),
    text_column("source"),
    Column("example", Boolean, nullable=False),
    revision_column(),
)
readings = Table(
    "readings",
    metadata,
    id_column(),
    reference("benefit", "benefits"),
    Column("first", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("certainty", Choice(Certainty), nullable=False),
    Column("value", Exact),
    text_column("comment", None),
    Column("at", Moment, nullable=False),
    reference("by", "people"),
    Column("corrects", String(LONGEST_LINE), ForeignKey("readings.id", ondelete="RESTRICT"), unique=True),
)
releases = Table(
    "releases",
    metadata,
    id_column(),
    reference("benefit", "benefits"),
    Column("first", Date, nullable=False),
    Column("until", Date, nullable=False),
)

TABLES: Mapping[type[Given], Table] = {
    Benefit: benefits,
    Reading: readings,
    Release: releases,
}
"""Which table keeps which noun."""
