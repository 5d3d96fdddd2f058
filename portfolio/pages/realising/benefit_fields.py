"""The fields of a benefit: what gets better, from where, to where, and how often it is reported."""

from datetime import date
from typing import Any

import streamlit as st

from portfolio.given import Given
from portfolio.lookups.choices import benefit_owners
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.realising.benefits import Beneficiary, Benefit, BenefitKind, Rhythm
from portfolio.words import Words

Typed = dict[str, Any]
"""What stands in the fields, by the field."""


class Filled(Given):
    """What the form is filled with: a benefit laid flat, with numbers as they are written."""

    proposal: str
    title: str = ""
    description: str = ""
    kind: BenefitKind | None = None
    beneficiary: Beneficiary | None = None
    owner: str | None = None
    unit: str = ""
    indicator: str = ""
    baseline_value: str = ""
    baseline_on: date | None = None
    baseline_method: str = ""
    baseline_source: str = ""
    target_value: str = ""
    target_on: date | None = None
    rhythm: Rhythm = Rhythm.QUARTERLY
    reported_from: date | None = None
    source: str = ""
    revision: int = 1


def filled(benefit: Benefit, words: Words) -> Filled:
    """Return what the form of a benefit is filled with."""
    same = {key: each for key, each in benefit.model_dump().items() if key in Filled.model_fields}
    baseline, target = benefit.baseline, benefit.target
    before = (
        {
            "baseline_value": words.number(baseline.value),
            "baseline_on": baseline.on,
            "baseline_method": baseline.method,
            "baseline_source": baseline.source,
        }
        if baseline
        else {}
    )
    return Filled(**same, **before, target_value=words.number(target.value), target_on=target.on)


def fields(desk: Desk, form: Form, now: Filled) -> Typed:
    """Draw the fields and return what stands in them."""
    return _what(desk, form, now) | _from(desk, form, now) | _to(desk, form, now)


def _what(desk: Desk, form: Form, now: Filled) -> Typed:
    words, owners = desk.words, desk.ask(benefit_owners)
    return {
        "title": form.text(
            "title",
            words("What gets better (required)"),
            now.title,
            help=words("For example: shorter processing time in simple building cases."),
        ),
        "description": form.paragraph("description", words("Description"), now.description),
        "kind": form.choice("kind", words("Kind (required)"), list(BenefitKind), now.kind, name=words.name),
        "beneficiary": form.choice(
            "beneficiary",
            words("Who benefits (required)"),
            list(Beneficiary),
            now.beneficiary,
            name=words.name,
        ),
        "owner": form.choice(
            "owner", words("Owner (required)"), list(owners), now.owner, name=owners.__getitem__
        ),
        "indicator": form.text(
            "indicator",
            words("Indicator (required)"),
            now.indicator,
            help=words("What is counted, and how. For example: median days from application to decision."),
        ),
        "unit": form.text(
            "unit",
            words("Unit (required)"),
            now.unit,
            help=words(
                "For example days, per cent or full-time equivalents. It cannot change once values are reported."
            ),
        ),
    }


def _from(desk: Desk, form: Form, now: Filled) -> Typed:
    words = desk.words
    st.header(words("Baseline"), anchor=False)
    st.markdown(words("Leave it empty if nothing is measured yet. Attainment cannot be told without it."))
    left, right = st.columns(2)
    with left:
        value = form.text("baseline_value", words("Value"), now.baseline_value)
        method = form.text("baseline_method", words("How it was measured"), now.baseline_method)
    with right:
        on = form.day("baseline_on", words("Measured on"), now.baseline_on)
        source = form.text("baseline_source", words("Source"), now.baseline_source)
    return {
        "baseline_value": value,
        "baseline_on": on,
        "baseline_method": method,
        "baseline_source": source,
    }


def _to(desk: Desk, form: Form, now: Filled) -> Typed:
    words = desk.words
    st.header(words("Target"), anchor=False)
    left, right = st.columns(2)
    with left:
        value = form.text(
            "target_value",
            words("Target value (required)"),
            now.target_value,
            help=words(
                "A disbenefit is measured in how much there is of it: less is better. Where its target is the baseline or more, it is to be kept within the target."
            ),
        )
    with right:
        on = form.day("target_on", words("To be reached by (required)"), now.target_on)
    st.header(words("Reporting"), anchor=False)
    left, right = st.columns(2)
    with left:
        rhythm = form.choice(
            "rhythm", words("How often (required)"), list(Rhythm), now.rhythm, name=words.name
        )
    with right:
        since = form.day(
            "reported_from",
            words("From (required)"),
            now.reported_from or desk.today,
            help=words("The first period to report is the one that holds this day."),
        )
    source = form.text("source", words("Source of the benefit"), now.source)
    return {
        "target_value": value,
        "target_on": on,
        "rhythm": rhythm,
        "reported_from": since,
        "source": source,
    }
