"""The words of the command line: which commands there are, and what may be asked of each.

Help is in the reader's language. What `argparse` says of wrong use, and its word `usage`, stay English.
"""

import argparse
from collections.abc import Sequence
from functools import partial
from typing import Any

from portfolio.given import LANGUAGES, Language
from portfolio.messages import N_
from portfolio.reports.workbooks import WORKBOOKS, By
from portfolio.words import Words, words

FIRST: Language = "nb"
"""The language of whoever asks for none."""


def grammar(language: Language = FIRST) -> argparse.ArgumentParser:
    """Return what the command understands. `--database`, `--language` and `--json` may stand anywhere."""
    say = words(language)
    top = _Parser(
        say,
        prog="portfolio",
        description=say(N_("Fellesporteføljen from the command line.")),
        epilog=say(N_("Ends with 0 when it is done, 1 when it is refused, 2 when it is used wrongly.")),
        parents=[_shared(say, database=None, language=FIRST, json=False)],
    )
    commands = _among(top, dest="command", metavar="COMMAND")
    _command(commands, say, "demo", N_("fill an empty database with the invented example portfolio"))
    bring = _command(commands, say, "import", N_("bring in a workbook of proposals"))
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help=say(N_("say what would change, save nothing")))
    bring.add_argument(
        "--accept",
        action="store_true",
        help=say(N_("save it though something in the file is not read, or may be meant otherwise")),
    )
    bring.add_argument("--reason", metavar="TEXT", default="", help=say(N_("why, for the change log")))
    told = _command(commands, say, "history", N_("say how a proposal has changed, and why"))
    told.add_argument("proposal", metavar="PROPOSAL")
    rank = _command(commands, say, "rank", N_("say how a round came out"))
    rank.add_argument(
        "round", metavar="ROUND", nargs="?", help=say(N_("which round; else the newest that is over"))
    )
    _add_export(_command(commands, say, "export", N_("write a workbook")), say)
    _add_out(_command(commands, say, "template", N_("write the empty workbook for proposals")), say)
    look = _command(commands, say, "check", N_("check every invariant of the stored data"))
    look.add_argument(
        "--against",
        metavar="FILE",
        help=say(
            N_("a workbook or an answer in JSON from before, whose end of the trail is to be there still")
        ),
    )
    freeze = _command(commands, say, "pack", N_("write what was frozen when a round was concluded"))
    freeze.add_argument("round", metavar="ROUND")
    _add_out(freeze, say)
    anew = _command(commands, say, "replay", N_("compute a round anew from its pack alone"))
    anew.add_argument("file", metavar="FILE")
    _command(commands, say, "sign", N_("begin to sign the trail with the key in PORTFOLIO_SIGNING_KEYS"))
    return top


def language_in(arguments: Sequence[str] | None) -> Language:
    """Return the language that the words given ask for, before anything else in them is understood."""
    asking = argparse.ArgumentParser(add_help=False)
    asking.add_argument("--language", nargs="?")
    asked = asking.parse_known_args(arguments)[0].language
    return next((each for each in LANGUAGES if each == asked), FIRST)


class _Parser(argparse.ArgumentParser):
    """A parser whose headings, and word for help, are in the reader's language."""

    def __init__(self, say: Words, **about: Any) -> None:
        super().__init__(add_help=False, **about)
        self._positionals.title = say(N_("what to give"))
        self._optionals.title = say(N_("choices"))
        self.say = say
        self.add_argument("-h", "--help", action="help", help=say(N_("show this help and end")))


def _add_export(export: _Parser, say: Words) -> None:
    """Give each workbook only the choices that concern it, so that none is passed over in silence."""
    books = _among(export, dest="what", metavar="WORKBOOK")
    for name, book in WORKBOOKS.items():
        one = _command(books, say, name, book.tells)
        if By.YEAR in book.by:
            one.add_argument("--year", type=int, help=say(N_("one budget year only; else all of them")))
        if By.ROUND in book.by:
            one.add_argument("--round", help=say(N_("which round; else the newest that is over")))
        _add_out(one, say)


def _add_out(command: _Parser, say: Words) -> None:
    command.add_argument("--out", metavar="FILE", required=True, help=say(N_("the file to write")))


def _among(parser: _Parser, *, dest: str, metavar: str) -> "argparse._SubParsersAction[Any]":
    """Return what a parser chooses among, one of which must be named."""
    made: Any = partial(_Parser, parser.say)
    return parser.add_subparsers(dest=dest, required=True, metavar=metavar, parser_class=made)


def _command(commands: "argparse._SubParsersAction[Any]", say: Words, name: str, help: str) -> _Parser:
    """Add a command; `help` is the sentence that says what it does."""
    shared = _shared(say, database=argparse.SUPPRESS, language=argparse.SUPPRESS, json=argparse.SUPPRESS)
    made: _Parser = commands.add_parser(name, help=say(help), description=say(help), parents=[shared])
    return made


def _shared(say: Words, *, database: str | None, language: str, json: bool | str) -> argparse.ArgumentParser:
    """Return what every command takes. A default of SUPPRESS leaves standing what was said before it."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--database",
        metavar="URL",
        default=database,
        help=say(N_("another database than PORTFOLIO_DATABASE")),
    )
    shared.add_argument(
        "--language", choices=LANGUAGES, default=language, help=say(N_("nb, nn or en; else nb"))
    )
    shared.add_argument("--json", action="store_true", default=json, help=say(N_("answer in JSON")))
    return shared
