"""The words of the command line: which commands there are, and what may be asked of each."""

import argparse

from portfolio.given import LANGUAGES
from portfolio.reports.workbooks import WORKBOOKS, By


def grammar() -> argparse.ArgumentParser:
    """Return what the command understands. `--database`, `--language` and `--json` may stand anywhere."""
    top = argparse.ArgumentParser(
        prog="portfolio",
        description="Fellesporteføljen from the command line.",
        epilog="Ends with 0 when it is done, 1 when it is refused, 2 when it is used wrongly.",
        parents=[_shared(database=None, language="nb", json=False)],
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _command(commands, "demo", "fill an empty database with the invented example portfolio")
    bring = _command(commands, "import", "bring in a workbook of proposals")
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help="say what would change, save nothing")
    rank = _command(commands, "rank", "say how a round came out")
    rank.add_argument("round", metavar="ROUND", nargs="?", help="which round; else the newest that is over")
    _add_export(_command(commands, "export", "write a workbook"))
    _add_out(_command(commands, "template", "write the empty workbook for proposals"))
    _command(commands, "check", "check every invariant of the stored data")
    return top


def _add_export(export: argparse.ArgumentParser) -> None:
    """Give each workbook only the choices that concern it, so that none is passed over in silence."""
    books = export.add_subparsers(dest="what", required=True, metavar="WORKBOOK")
    for name, book in WORKBOOKS.items():
        one = _command(books, name, book.tells)
        if By.YEAR in book.by:
            one.add_argument("--year", type=int, help="one budget year only; else all of them")
        if By.ROUND in book.by:
            one.add_argument("--round", help="which round; else the newest that is over")
        _add_out(one)


def _add_out(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", metavar="FILE", required=True, help="the file to write")


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, help: str
) -> argparse.ArgumentParser:
    shared = _shared(database=argparse.SUPPRESS, language=argparse.SUPPRESS, json=argparse.SUPPRESS)
    return commands.add_parser(name, help=help, description=help, parents=[shared])


def _shared(*, database: str | None, language: str, json: bool | str) -> argparse.ArgumentParser:
    """Return what every command takes. A default of SUPPRESS leaves standing what was said before it."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--database", metavar="URL", default=database, help="another database than PORTFOLIO_DATABASE"
    )
    shared.add_argument("--language", choices=LANGUAGES, default=language, help="nb, nn or en; else nb")
    shared.add_argument("--json", action="store_true", default=json, help="answer in JSON")
    return shared
