"""The files that commands read and write, and what is said when that does not go."""

from pathlib import Path

from portfolio.messages import N_
from portfolio.objections import Objection


class NoSuchFile(Objection):
    """A file that is not there, or cannot be read."""


class NotWritten(Objection):
    """A file that could not be written."""


def content_of(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        NoSuchFile: it is not there, or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise NoSuchFile(
            N_("The file {file} cannot be read. Check its name and place."), file=str(path)
        ) from trouble


def write(path: str, content: bytes) -> None:
    """Write a file.

    Raises:
        NotWritten: it cannot be written.
    """
    try:
        Path(path).write_bytes(content)
    except OSError as trouble:
        raise NotWritten(N_("The file {file} cannot be written. Check the folder."), file=path) from trouble
