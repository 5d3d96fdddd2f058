"""The trail signed from now on, by whoever keeps the key."""

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import Stamp, Verb
from portfolio.store.database import Database
from portfolio.store.trail import Head


class NoKey(Objection):
    """There is nothing to sign with."""


def begin_signing(database: Database, *, stamp: Stamp) -> Head:
    """Leave a trace that is signed, and return it as the end of the trail; every trace after it is signed as well.

    Raises:
        NoKey: no key is set where the program runs.
    """
    with database.write(stamp, Verb.SIGN_TRAIL) as writer:
        if not writer.keys:
            raise NoKey(
                N_("There is no key to sign with. Set PORTFOLIO_SIGNING_KEYS to one of at least 32 signs.")
            )
        writer.trace("sign", "trail", always=True)
        return writer.head()
