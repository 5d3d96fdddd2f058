"""What nobody foresaw: a calm sentence and a number on the page, the same number and the place in the log."""

import logging
import secrets
import traceback
from collections.abc import Callable, Iterator

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.door.browser import language
from portfolio.store.troubles import Unavailable
from portfolio.words import words

log = logging.getLogger(__name__)

SORRY = N_(
    "Something went wrong on our side. What you saved earlier is safe. Load the page again. "
    "If it happens once more, tell those who run the service this number: {reference}"
)
STREAMLITS_OWN = "streamlit.error_util"


def reporting(show: Callable[[Message], None]) -> Callable[[Exception], bool]:
    """Return what to do with an unforeseen error: number it, log where it happened, and say so calmly.

    A database that cannot do its work now is foreseen, and says so itself.
    """

    def report(error: Exception) -> bool:
        if isinstance(error, Unavailable):
            log.error("The database cannot do its work: %s", told(error))
            show(error.message)
            return True
        reference = new_reference()
        log.error("Reference %s: %s", reference, told(error))
        show(Message(SORRY, {"reference": reference}))
        return True

    return report


def on_the_page(sorry: Message) -> None:
    """Show the sentence where the page should have been, in the reader's language."""
    st.error(words(language())(sorry))


def new_reference() -> str:
    """Return a number short enough to be read aloud: `4821-0377`."""
    figures = f"{secrets.randbelow(10**8):08d}"
    return f"{figures[:4]}-{figures[4:]}"


def told(error: BaseException) -> str:
    """Return what kind of error it was and where, with its causes. Never its words: they may hold people's."""
    return "\nwhich came of ".join(_kind_and_place(each) for each in _chain(error))


def silence_streamlits_own() -> None:
    """Keep Streamlit from logging the same error with its words in it."""
    logging.getLogger(STREAMLITS_OWN).addFilter(_is_not_an_uncaught_error)


def _is_not_an_uncaught_error(record: logging.LogRecord) -> bool:
    return record.exc_info is None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _kind_and_place(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    places = traceback.extract_tb(error.__traceback__)
    return "\n".join([kind, *(f"  {each.filename}:{each.lineno} in {each.name}" for each in places)])
