"""Workbooks from outside, read so that no file can harm or halt the server."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.sheets.filling.stranger import MOST_COLUMNS, MOST_ROWS, MOST_SECONDS
from portfolio.sheets.filling.texts import decoded

MOST_MEGABYTES = 10
"""The largest file. The template is 50 kB, and as many cells as the reading process takes are 2 MB: the rest is pictures."""
MOST_BYTES = MOST_MEGABYTES * 1024**2
MOST_UNPACKED = 64 * 1024**2
"""The most bytes that the parts may unpack to together: three times what those cells take."""
MOST_PARTS = 2_000
"""The most parts in the package: the template has 15, and each picture or comment that people put in adds a few."""
STEEPEST = 100
"""How many times its packed size a part may unpack to: sheets come to some ten, and what is made to do harm to a thousand."""
LARGE = 1024**2
"""A part that unpacks to no more bytes than this harms nobody, however steeply it is packed."""
PATIENCE = 2 * MOST_SECONDS
"""Seconds to wait for the reading process: those it may work, and as many again for a busy machine to start it."""
PICTURE = re.compile(r"xl/media/[^/]+\.svg")
STRANGER = Path(__file__).with_name("stranger.py")
STRICT = b"http://purl.oclc.org/ooxml/"
"""What stands in a workbook of the strict kind, and in no other."""
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
UNWANTED: Mapping[str, str] = {
    "vbaproject": N_("The workbook has macros. Save it as an ordinary workbook (.xlsx) and try again."),
    "macrosheets/": N_("The workbook has macros. Save it as an ordinary workbook (.xlsx) and try again."),
    "externallinks/": N_(
        "The workbook takes values from other files. Break the links under Data, save it and try again."
    ),
    "connections": N_(
        "The workbook takes data from elsewhere. Delete the connections under Data, save it and try again."
    ),
    "activex": N_("The workbook has buttons or fields that run code. Delete them, save it and try again."),
    "embeddings/": N_("The workbook has other files in it. Delete them, save it and try again."),
}
DAMAGED = N_("The file is damaged and cannot be read. Open it in Excel, save it as a new file and try again.")
TOO_MUCH: Mapping[str, Message] = {
    "sheets": Message(N_("The workbook has too many sheets. Delete those that do not belong here.")),
    "rows": Message(
        N_("A sheet has more than {most} rows. Split the workbook and send the parts one by one."),
        {"most": Decimal(MOST_ROWS)},
    ),
    "columns": Message(
        N_("A sheet uses more than {most} columns. Delete what does not belong in the template."),
        {"most": Decimal(MOST_COLUMNS)},
    ),
    "cells": Message(N_("The workbook holds too many cells. Split it and send the parts one by one.")),
}
"""What is said of each thing that the reading process finds too much of."""


class Unreadable(Objection):
    """A file that we do not read, and why."""


@dataclass(frozen=True, slots=True)
class NoValue:
    """A cell with a formula whose result is not in the file."""


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A cell that shows an error such as `#REF!`."""

    shown: str


Value = str | int | float | bool | date | NoValue | ErrorValue


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: what its cells hold by row and column, counted from 1. Empty cells are not there.

    `formats` are those by which a number may be shown as something else than it is, by row and column; `merged` are blocks of cells
    that are made one, and `comments` the cells that somebody has commented on.
    """

    title: str
    rows: Mapping[int, Mapping[int, Value]]
    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


def read_sheets(content: bytes) -> tuple[Grid, ...]:
    """Return the sheets of a workbook that nobody has vouched for.

    Raises:
        Unreadable: it is not an ordinary workbook, is too large, is damaged, or carries what could do harm.
    """
    _preflight(content)
    answer = _ask_stranger(content)
    if "too_much" in answer:
        raise Unreadable.saying(TOO_MUCH[answer["too_much"]])
    if "sheets" not in answer:
        raise Unreadable(DAMAGED)
    return tuple(_grid(title, cells, laid) for title, cells, laid in answer["sheets"])


def part_of(content: bytes, name: str) -> bytes | None:
    """Return one part of a workbook that nobody has vouched for, as it lies; None where it has none of that name.

    Raises:
        Unreadable: as for its sheets.
    """
    _preflight(content)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name) if name in package.namelist() else None


def _preflight(content: bytes) -> None:
    if not content:
        raise Unreadable(N_("The file is empty. Choose another file."))
    if len(content) > MOST_BYTES:
        raise Unreadable(
            N_("The file is larger than {most} MB. Split it, or delete pictures and sheets."),
            most=MOST_MEGABYTES,
        )
    if content.startswith(OLD_EXCEL):
        raise Unreadable(
            N_(
                "The file has a password or is in the old Excel format (.xls). Remove the password, "
                "save it as .xlsx and try again."
            )
        )
    if not content.startswith(b"PK\x03\x04"):
        raise Unreadable(N_("The file is not an Excel workbook. Fill in the template, and save it as .xlsx."))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_parts(package.infolist())
            _check_kind(package)
            _check_entities(package)
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(DAMAGED) from error


def _check_parts(parts: Sequence[zipfile.ZipInfo]) -> None:
    names = [part.filename.lower().replace("\\", "/") for part in parts]
    if len(names) > MOST_PARTS or len(set(names)) < len(names) or any(".." in name for name in names):
        raise Unreadable(DAMAGED)
    if "xl/workbook.xml" not in names and "xl/workbook2.xml" not in names:
        raise Unreadable(N_("The file is not an Excel workbook. Fill in the template, and save it as .xlsx."))
    for sign, why in UNWANTED.items():
        if any(sign in name for name in names):
            raise Unreadable(why)
    steep = any(
        part.file_size > LARGE and part.file_size > STEEPEST * max(1, part.compress_size) for part in parts
    )
    if steep or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(
            N_(
                "The file unpacks to far more than a workbook of proposals, and is not read. Copy what you need into a new template."
            )
        )


def _check_kind(package: zipfile.ZipFile) -> None:
    """Refuse the strict kind of workbook, whose sheets no reader of ours finds."""
    listed = [each for each in package.namelist() if each.lower() in ("xl/workbook.xml", "xl/workbook2.xml")]
    if any(STRICT in package.read(each) for each in listed):
        raise Unreadable(
            N_(
                "The file is saved as «Strict Open XML Spreadsheet». Open it in Excel, choose Save as, take «Excel Workbook (.xlsx)», and try again."
            )
        )


def _check_entities(package: zipfile.ZipFile) -> None:
    """Refuse parts that declare a document type: no office program writes one where we read, and they can do harm.

    A picture may have one, and is not read.
    """
    signs = [
        sign.encode(code)
        for sign in ("<!DOCTYPE", "<!ENTITY")
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    for part in package.infolist():
        if PICTURE.fullmatch(part.filename.lower()):
            continue
        content = package.read(part)
        if any(sign in content for sign in signs):
            raise Unreadable(DAMAGED)


def _ask_stranger(content: bytes) -> dict[str, Any]:
    """Have the file read in a process of its own, which may fail without harm."""
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(STRANGER)],
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return {}
    return answer


def _grid(title: str, cells: Sequence[Sequence[Any]], laid: Mapping[str, Any]) -> Grid:
    rows: dict[int, dict[int, Value]] = {}
    formats: dict[tuple[int, int], str] = {}
    for row, column, kind, value, *shown in cells:
        rows.setdefault(row, {})[column] = _value(kind, value)
        if shown:
            formats[row, column] = shown[0]
    return Grid(
        title=title,
        rows=rows,
        formats=formats,
        hidden=laid["hidden"],
        hidden_rows=frozenset(laid["hidden_rows"]) & rows.keys(),
        hidden_columns=frozenset(laid["hidden_columns"]),
        merged=tuple(laid["merged"]),
        comments=tuple(laid["comments"]),
    )


def _value(kind: str, value: Any) -> Value:
    if kind == "f":
        return NoValue()
    if kind == "e":
        return ErrorValue(value)
    if kind == "d":
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    held: Value = decoded(value) if kind == "s" else value
    return held
