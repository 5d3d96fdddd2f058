"""What somebody has typed but not saved: kept per person and form, so that nothing typed is lost."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, insert, select

from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.store.tables.keeping import drafts

Draft = Mapping[str, str | int | None]
"""The fields of a form as they stand on the screen."""


def draft(reader: Reader, *, person: str, form: str) -> Draft:
    """Return what the person last typed in the form; empty when there is nothing."""
    found = reader.connection.execute(
        select(drafts.c.content).where((drafts.c.person == person) & (drafts.c.form == form))
    ).scalar_one_or_none()
    return {} if found is None else dict(json.loads(found))


def forms(reader: Reader, *, person: str, prefix: str) -> tuple[str, ...]:
    """Return the forms that begin like this and hold something the person typed."""
    chosen = (drafts.c.person == person) & drafts.c.form.startswith(prefix, autoescape=True)
    return tuple(reader.connection.execute(select(drafts.c.form).where(chosen)).scalars())


def keep(database: Database, content: Draft, *, person: str, form: str, at: datetime) -> None:
    """Keep what stands in the form now, in the place of what stood there."""
    written = json.dumps(dict(content), ensure_ascii=False)
    mine = (drafts.c.person == person) & (drafts.c.form == form)
    with database.alone() as connection:
        connection.execute(delete(drafts).where(mine))
        connection.execute(insert(drafts).values(person=person, form=form, content=written, at=at))


def drop(database: Database, *, person: str, form: str) -> None:
    """Let go of a draft that has been saved, or that the person gave up."""
    with database.alone() as connection:
        connection.execute(delete(drafts).where((drafts.c.person == person) & (drafts.c.form == form)))
