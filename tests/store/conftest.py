"""Every test here is run on both kinds of database."""

from tests.databases import example, files, known, nothing, place, postgres

__all__ = ["example", "files", "known", "nothing", "place", "postgres"]
