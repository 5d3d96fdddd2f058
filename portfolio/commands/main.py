"""`portfolio`: what the words on the command line mean, and how it ends: 0 done, 1 refused, 2 wrong use."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from portfolio.actions.starting import begin
from portfolio.commands import asking, handing_over, taking_in
from portfolio.commands.call import Call, Told
from portfolio.commands.plain import as_json
from portfolio.given import LANGUAGES
from portfolio.messages import N_, Message
from portfolio.objections import Objection, Objections
from portfolio.settings import settings
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from portfolio.words import Words, words

DONE, REFUSED = 0, 1
DOES: Mapping[str, Callable[[Call], Told]] = {
    "demo": taking_in.demo,
    "import": taking_in.import_,
    "rank": asking.rank,
    "check": asking.check,
    "export": handing_over.export,
    "template": handing_over.template,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit status."""
    given = parser().parse_args(arguments)
    speak = words(given.language)
    url = given.database or settings(os.environ).database
    try:
        prepare(url)
        database = Database(url)
        try:
            begin(database, at=datetime.now(UTC))
            told = DOES[given.command](Call(given, database, datetime.now(UTC)))
        finally:
            database.close()
    except Objection as objection:
        return _refuse(objection, speak, given)
    _tell(told, speak, given)
    return REFUSED if told.refused else DONE


def parser() -> argparse.ArgumentParser:
    """Return what the command understands."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--database", metavar="URL", help="another database than PORTFOLIO_DATABASE")
    shared.add_argument("--language", choices=LANGUAGES, default="nb", help="nb, nn or en")
    shared.add_argument("--json", action="store_true", help="answer in JSON")
    top = argparse.ArgumentParser(prog="portfolio", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help, parents=[shared], description=help)

    command("demo", "fill an empty database with the invented example portfolio")
    bring = command("import", "bring in a workbook of proposals")
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help="say what would change, save nothing")
    command("rank", "say how a round came out").add_argument("round", metavar="ROUND")
    hand = command("export", "write a workbook")
    hand.add_argument("what", choices=("funding", "ranking", "benefits"))
    hand.add_argument("--out", metavar="FILE", required=True)
    hand.add_argument("--year", type=int, help="funding: one budget year only")
    hand.add_argument("--round", help="ranking: which round; else the newest that is concluded")
    command("template", "write the empty workbook for proposals").add_argument(
        "--out", metavar="FILE", required=True
    )
    command("check", "check every invariant of the stored data")
    return top


def _tell(told: Told, speak: Words, given: argparse.Namespace) -> None:
    if given.json:
        print(as_json(told.answer))
    stream = sys.stderr if told.refused or given.json else sys.stdout
    if not given.json or told.refused:
        for line in told.lines:
            print(speak(line) if isinstance(line, Message) else line, file=stream)


def _refuse(objection: Objection, speak: Words, given: argparse.Namespace) -> int:
    listed = objection.listed if isinstance(objection, Objections) else (objection,)
    for each in listed:
        where = Message(N_("{where}: {what}"), {"where": each.about, "what": each.message})
        print(speak(where if each.about else each.message), file=sys.stderr)
    if given.json:
        print(as_json({"refused": listed}))
    return REFUSED
