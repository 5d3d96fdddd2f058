"""`portfolio`: one command from the words given to how it ends: 0 done, 1 refused, 2 used wrongly."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from portfolio.commands.grammar import grammar, language_in

DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit status."""
    given = grammar(language_in(arguments)).parse_args(arguments)
    # What follows takes most of a second to load, which help and wrong use need not wait for.
    from portfolio.commands.run import run, tell

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    told = run(given)
    try:
        tell(told, given)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
    return REFUSED if told.refused else DONE


def _let_go() -> None:
    """Say no more: the program that read the answer has had enough, as `head` has."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
