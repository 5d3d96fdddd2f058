"""The first and the last year of a proposal, and the one way they cannot stand."""

from portfolio.messages import N_

BACKWARDS = N_("The last year is before the first.")
"""What is said of it by the form, the workbook and the list of what is lacking."""


def backwards(starts: int | None, ends: int | None) -> bool:
    """Say whether the last year comes before the first; not so while either is unknown.

    >>> backwards(2027, 2026), backwards(2027, 2027), backwards(None, 2026)
    (True, False, False)
    """
    return starts is not None and ends is not None and ends < starts
