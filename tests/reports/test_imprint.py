"""What a report rests on names the version of the program that worked it out."""

from portfolio import __version__
from portfolio.reports.imprint import program
from portfolio.words import words


def test_the_version_of_the_program_is_named() -> None:
    assert words("nb")(program()) == f"Fellesporteføljen {__version__}."
