"""Moments around midnight in Norway, in summer and in winter, where another clock has another day."""

from datetime import UTC, date, datetime

NIGHTS = (
    (datetime(2026, 6, 30, 21, 30, tzinfo=UTC), date(2026, 6, 30)),
    (datetime(2026, 6, 30, 22, 30, tzinfo=UTC), date(2026, 7, 1)),
    (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)),
    (datetime(2026, 12, 31, 22, 30, tzinfo=UTC), date(2026, 12, 31)),
    (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2027, 1, 1)),
    (datetime(2027, 1, 1, 0, 30, tzinfo=UTC), date(2027, 1, 1)),
)
"""Half past eleven, half past twelve and half past one at night in Norway, and the day it is there then."""
