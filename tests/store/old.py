"""A database as the first version of the program left it: real people, known by ids made of their names."""

import hashlib
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, text

from portfolio.store.schema import MIGRATIONS, prepare

THEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
KARI, OLA, INVENTED = "person:kari-nordmann", "person:ola-nordmann", "person:ingrid-solbakken"
PROPOSAL, ROUND, BENEFIT = "prosjekt:1", "runde:1", "gevinst:1"
ROWS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("parties", {"id": "ks", "kind": "ks", "name": "KS", "number": "", "county": ""}),
    ("parties", {"id": "kommune:0301", "kind": "municipality", "name": "Oslo", "number": "0301", "county": ""}),
    ("populations", {"party": "kommune:0301", "on": "2026-01-01", "inhabitants": 700_000}),
    *(
        ("people", {"id": id, "name": name, "roles": '["secretariat", "member"]', "organisation": "ks"}
         | {"active": True, "example": example})
        for id, name, example in (
            (KARI, "Kari Nordmann", False),
            (OLA, "Ola Nordmann", False),
            (INVENTED, "Ingrid Solbakken", True),
        )
    ),
    ("proposals", {"id": PROPOSAL, "reference": "1", "title": "Felles «kart»", "summary": "s", "need": "n"}
     | {"solution": "", "zero_alternative": "", "owner_party": "ks", "owner_person": KARI}
     | {"contact": "kari@nordmann.example", "phase": "idea", "statutory": "", "goals": '["bruker-1"]'}
     | {"partners": "[]", "starts": 2026, "ends": None, "source": "", "example": False}),
    ("cost_lines", {"id": f"{PROPOSAL}.2026", "proposal": PROPOSAL, "year": 2026, "amount": 12_345, "note": ""}),
    ("rounds", {"id": ROUND, "title": "Våren", "method": "felles/1.0", "phase": "scoring"}
     | {"proposals": f'["{PROPOSAL}"]', "members": json.dumps([KARI, INVENTED, OLA]), "example": False}),
    *(
        ("marks", {"id": f"{ROUND}.{PROPOSAL}.{member}.behov", "round": ROUND, "proposal": PROPOSAL}
         | {"member": member, "criterion": "behov", "mark": mark, "reason": "Fordi"})
        for member, mark in ((KARI, 4), (OLA, None), (INVENTED, 2))
    ),
    ("gate_answers", {"id": f"{ROUND}.{PROPOSAL}.ordning", "round": ROUND, "proposal": PROPOSAL}
     | {"gate": "ordning", "answer": "yes", "reason": "Ja"}),
    *(
        ("impartiality", {"id": f"{ROUND}.{PROPOSAL}.{member}", "round": ROUND, "proposal": PROPOSAL}
         | {"member": member, "interest": None})
        for member in (KARI, OLA)
    ),
    ("recommendations", {"id": f"{ROUND}.{PROPOSAL}", "round": ROUND, "proposal": PROPOSAL}
     | {"outcome": "recommended", "conditions": "", "reason": ""}),
    ("decisions", {"id": f"{ROUND}.{PROPOSAL}", "round": ROUND, "proposal": PROPOSAL}
     | {"resolution": "approved", "case": "KS 26/1", "on": "2026-02-01", "note": ""}),
    ("entries", {"id": "bidrag:1", "proposal": PROPOSAL, "party": "ks", "year": 2026, "stage": "applied"}
     | {"amount": 5_001, "on": "2026-01-05", "note": "", "move": "", "corrects": ""}),
    ("sharings", {"id": f"deling:{PROPOSAL}", "proposal": PROPOSAL, "on": "2026-01-01"}
     | {"members": '["kommune:0301"]'}),
    ("benefits", {"id": BENEFIT, "proposal": PROPOSAL, "title": "Tid", "description": "", "kind": "freed_time"}
     | {"beneficiary": "municipalities", "owner": OLA, "unit": "timer", "indicator": "Timer"}
     | {"baseline": '{"value":"10.50","on":"2025-01-01","method":"m","source":"s"}'}
     | {"target": '{"value":"6","on":"2028-01-01"}', "rhythm": "quarterly", "reported_from": "2026-01-01"}
     | {"source": "", "example": False}),
    ("readings", {"id": "måling:1", "benefit": BENEFIT, "first": "2026-01-01", "until": "2026-04-01"}
     | {"certainty": "measured", "value": "9.70", "comment": "", "at": THEN, "by": OLA, "corrects": None}),
)  # fmt: skip
"""A row or more of every table."""
DRAFTS = (
    {"person": KARI, "form": f"person.{OLA}", "content": '{"_seen": 1, "name": "Ola N"}'},
    {"person": INVENTED, "form": "runde.runde:1",
     "content": json.dumps({"members": f"{OLA}\n{INVENTED}", "_was.members": KARI, "_seen": 2})},
)  # fmt: skip
UNREVISED = {"populations", "entries", "readings"}


def empty(url: str, folder: Path) -> None:
    """Make a database in the first schema with nothing in it."""
    prepare(url, migrations=migrations(folder, until="0001"))


def migrations(folder: Path, *, until: str) -> Path:
    """Return a folder of the migrations up to this one, and no later."""
    kept = folder / f"migrations-{until}"
    later = [path.name for path in (MIGRATIONS / "versions").glob("[0-9]*.py") if path.name[:4] > until]
    shutil.copytree(MIGRATIONS, kept, ignore=shutil.ignore_patterns("__pycache__", *later))
    return kept


def left(url: str, folder: Path) -> None:
    """Leave a database in the first schema, with traces by the people in it."""
    empty(url, folder)
    engine = create_engine(url)
    with engine.begin() as connection:
        for table, row in ROWS:
            put(connection, table, row if table in UNREVISED else {**row, "revision": 3})
        for draft in DRAFTS:
            put(connection, "drafts", {**draft, "at": THEN})
        for person, subject in ((KARI, KARI), (OLA, PROPOSAL)):
            told = {"added": {"owner_person": KARI}, "id": subject, "table": "people"}
            trace(connection, "keep_person", subject, told, by=person)
    engine.dispose()


def trace(
    connection: Connection, action: str, subject: str, *changes: dict[str, Any], by: str, at: datetime = THEN
) -> None:
    """Leave a trace as the first program did, at the end of those that are there."""
    last = connection.execute(text("SELECT seq, digest FROM trail ORDER BY seq DESC LIMIT 1")).one_or_none()
    seq, before = (last.seq + 1, last.digest) if last else (1, "0" * 64)
    told = json.dumps(changes)
    parts = [before, seq, f"{at.timestamp():.6f}", by, action, subject, told]
    digest = hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
    put(connection, "trail", {"seq": seq, "at": at, "person": by, "action": action, "subject": subject}
        | {"changes": told, "before": before, "digest": digest})  # fmt: skip


def put(connection: Connection, table: str, row: dict[str, Any]) -> None:
    """Put a row there as the first program did, a moment in UTC."""
    values = {
        name: f"{value:%Y-%m-%d %H:%M:%S.%f}" if isinstance(value, datetime) else value
        for name, value in row.items()
    }
    names = ", ".join(f'"{name}"' for name in values)
    connection.execute(
        text(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(f":{name}" for name in values)})'), values
    )
