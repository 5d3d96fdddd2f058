"""How Alembic runs here: on the connection that `schema.prepare` opened."""

from alembic import context

from portfolio.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
