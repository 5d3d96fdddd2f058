"""What one trace changed: by the versions it made, or by what it tells itself where it is older than they."""

import json
from dataclasses import replace

from portfolio.people import PROGRAM, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.reports.naming import Naming
from portfolio.reports.opened import step_of, told_then
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW

FIRST = "prosjekt:2026-001"


def tells(database: Database, *changes: object) -> list[list[str]]:
    """Return what a trace that tells of these changes says in words."""
    with database.read() as reader:
        (trace,) = reader.traces(most=1)
        steps = told_then(reader, replace(trace, changes=json.dumps(changes)))
        naming = Naming(reader)
        return [
            [words("nb")(each.said) for each in step.differences(reader, naming=naming)] for step in steps
        ]


def test_a_step_goes_from_the_version_before_to_the_one_that_the_trace_made(database: Database) -> None:
    titles = ["En", "To", "Tre"]
    for title in titles:
        with database.write(Stamp(person=PROGRAM, at=NOW)) as writer:
            writer.revise(writer.get(Proposal, FIRST).model_copy(update={"title": title}))
            writer.trace("revise_proposal", FIRST)
    with database.read() as reader:
        seq = reader.head().seq - 1
        assert reader.made_by(seq) == ((Proposal, FIRST),)
        step = step_of(reader, Proposal, FIRST, seq=seq)
    assert [getattr(each, "title", "") for each in (step.was, step.now)] == ["En", "To"]


def test_an_older_trace_tells_each_field_from_what_to_what_by_name(database: Database) -> None:
    change = {"table": "proposals", "id": FIRST, "title": ["Før", "Etter"], "contact": "…"}
    owner = {"table": "proposals", "id": FIRST, "owner_party": ["kommune:0301", "kommune:4601"]}
    assert tells(database, change, owner) == [
        ["Tittel: fra «Før» til «Etter»"],
        ["Eier: fra «0301 Oslo» til «4601 Bergen»"],
    ]


def test_an_older_trace_tells_what_was_added_and_passes_over_what_it_cannot_tell(database: Database) -> None:
    with database.read() as reader:
        proposal = reader.get(Proposal, FIRST).model_dump(mode="json")
    added = {"table": "proposals", "id": "x", "added": {**proposal, "id": "prosjekt:x", "reference": "x"}}
    unknown = {"table": "proposals", "id": FIRST, "colour": ["rød", "blå"]}
    gone = {"table": "proposals", "id": "prosjekt:borte", "title": ["Før", "Etter"]}
    told = tells(database, added, unknown, gone, {"added": {"proposals": 900}, "sha256": "x"}, {"salt": "x"})
    assert [each[0] for each in told] == ["Referanse: fra (tomt) til «x»"]
