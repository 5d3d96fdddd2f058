"""What those who run the service decide: which database, and whether a new one starts with the example."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from portfolio.given import Given

HOME = Path(__file__).parents[1]
DATABASE = "PORTFOLIO_DATABASE"
EMPTY = "PORTFOLIO_EMPTY"


class Settings(Given):
    """The settings. `database` is a SQLAlchemy URL; `empty` starts a new database without the example."""

    database: str
    empty: bool = False


def settings(environment: Mapping[str, str], arguments: Sequence[str] = ()) -> Settings:
    """Return the settings from the environment, with `--empty` and `--database URL` before it.

    >>> settings({}, ["--empty", "--database", "sqlite:///x.db"])
    Settings(database='sqlite:///x.db', empty=True)
    """
    said = list(arguments)
    url = environment.get(DATABASE) or f"sqlite:///{HOME / '.local' / 'portfolio.db'}"
    if "--database" in said[:-1]:
        url = said[said.index("--database") + 1]
    return Settings(database=url, empty="--empty" in said or environment.get(EMPTY, "") not in ("", "0"))
