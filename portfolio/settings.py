"""What those who run the service decide: which database, what signs its trail, and whether a new one starts with the example."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import Field

from portfolio.given import Given
from portfolio.messages import N_
from portfolio.objections import Objection

HOME = Path(__file__).parents[1]
DATABASE = "PORTFOLIO_DATABASE"
EMPTY = "PORTFOLIO_EMPTY"
SIGNING_KEYS = "PORTFOLIO_SIGNING_KEYS"
SHORTEST_KEY = 32
"""Signs in a key: 32 drawn by chance are more than anybody can try."""


class Settings(Given):
    """The settings. `database` is a SQLAlchemy URL; `empty` starts a new database without the example.

    `keys` sign the trail: the first what comes, and all of them may have signed what stands.
    """

    database: str
    empty: bool = False
    keys: tuple[str, ...] = Field(default=(), repr=False)


class WeakKey(Objection):
    """A key that somebody could guess."""


def settings(environment: Mapping[str, str], arguments: Sequence[str] = ()) -> Settings:
    """Return the settings from the environment, with `--empty` and `--database URL` before it.

    Raises:
        WeakKey: a key for signing is too short.

    >>> settings({}, ["--empty", "--database", "sqlite:///x.db"])
    Settings(database='sqlite:///x.db', empty=True)
    """
    said = list(arguments)
    url = environment.get(DATABASE) or f"sqlite:///{HOME / '.local' / 'portfolio.db'}"
    if "--database" in said[:-1]:
        url = said[said.index("--database") + 1]
    return Settings(
        database=url,
        empty="--empty" in said or environment.get(EMPTY, "") not in ("", "0"),
        keys=_keys(environment.get(SIGNING_KEYS, "")),
    )


def _keys(said: str) -> tuple[str, ...]:
    """Return the keys, which have spaces between them."""
    keys = tuple(said.split())
    if any(len(key) < SHORTEST_KEY for key in keys):
        raise WeakKey(
            N_("A key in {setting} is too short. Give at least {least} signs, drawn by chance."),
            setting=SIGNING_KEYS,
            least=SHORTEST_KEY,
        )
    return keys
