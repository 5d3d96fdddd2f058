"""How long the server works on each page, from the first line of its script to the last, without a browser.

Run `python -m tests.benchmarks.page_server [PROPOSALS]`. Each page is drawn once to warm it, and then so many times
more in turn, page by page, so that a machine that slows down slows down all of them.
"""

import logging
import sys
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import median, quantiles

from streamlit.testing.v1 import AppTest

from portfolio.pages.desk.desk import Desk
from portfolio.people import Person
from portfolio.store.database import Database
from tests.benchmarks.many import AT, filled

ROUNDS = 20
PERSON = "person:ingrid-solbakken"
PAGES = ("", "forslag", "rangering", "kontroll", "import", "finansiering", "malinger", "gevinster", "metode")


def main() -> None:
    """Measure, and print the median and the 95th percentile of each page."""
    logging.disable(logging.WARNING)  # Streamlit's own, on being run without a server
    proposals = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    taken: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        database = filled(Path(name) / "many.db", proposals=proposals)
        database.close()
        for _ in range(ROUNDS + 1):
            for page in PAGES:
                taken[page].append(_drawn(database.url, page))
    print(f"{proposals} proposals, {datetime.now(UTC):%Y-%m-%d}")
    print(f"{'page':14} {'p50 ms':>8} {'p95 ms':>8} {'first ms':>9}")
    for page, (first, *later) in taken.items():
        print(f"{page or 'oversikt':14} {median(later):8.1f} {quantiles(later, n=20)[-1]:8.1f} {first:9.1f}")


def _drawn(url: str, page: str) -> float:
    """Return how many milliseconds the page's script took."""
    test = AppTest.from_function(_draw, args=(url, page))
    test.default_timeout = 120
    failed = test.run().exception
    if failed:
        raise RuntimeError(failed[0].message)
    return float(test.session_state["milliseconds"])


def _draw(url: str, page: str) -> None:
    from time import perf_counter

    import streamlit as st

    from portfolio.pages import navigation
    from tests.benchmarks.page_server import desk_at

    desk = desk_at(url)
    begun = perf_counter()
    navigation.run(desk, start=page)
    st.session_state["milliseconds"] = (perf_counter() - begun) * 1000


@cache
def desk_at(url: str) -> Desk:
    """Return the desk that every page is drawn at, so that answers are remembered as on a server."""
    database = Database(url)
    with database.read() as reader:
        person = reader.get(Person, PERSON)
    return Desk(database, person, "nb", lambda: AT)


if __name__ == "__main__":
    main()
