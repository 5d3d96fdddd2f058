"""What is tested here of the database itself is tested on both kinds."""

from tests.databases import example, files, place, postgres

__all__ = ["example", "files", "place", "postgres"]
