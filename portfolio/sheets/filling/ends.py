"""Where the trail ended when something left us, as a workbook or an answer in JSON tells."""

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.prioritising.packs import digest_of
from portfolio.sheets.filling.safe import part_of
from portfolio.sheets.writing.book import END_DIGEST, END_NUMBER
from portfolio.store.trail import Head

PROPERTIES = "docProps/custom.xml"
DIGEST = re.compile(r"[0-9a-f]{64}")
NUMBER = re.compile(r"[0-9]{1,18}")
NOT_IN_WORKBOOK = N_(
    "The file does not say where the trail ended when it was made. Give a workbook that was downloaded here, or an answer that was asked for with --json."
)
NOT_IN_JSON = N_(
    "This JSON does not say where the trail ended when it was made. Give the whole answer that was asked for with --json, or a pack, as it was written."
)


class NoEnd(Objection):
    """A file that does not say where the trail ended when it was made."""


def end_of(content: bytes) -> Head:
    """Return where the trail ended when a file was made, whether it is a workbook or JSON.

    Raises:
        NoEnd: it does not say.
        Unreadable: it is a workbook that we do not read.
    """
    read = _json(content)
    told = _in_workbook(content) if read is None else _in_json(read)
    seq, digest = str(told.get("seq", "")), str(told.get("digest", ""))
    if not (NUMBER.fullmatch(seq) and DIGEST.fullmatch(digest)):
        raise NoEnd(NOT_IN_WORKBOOK if read is None else NOT_IN_JSON, about="--against")
    return Head(int(seq), digest)


def frozen_in(content: bytes) -> tuple[str, str] | None:
    """Return the digest that a pack says that it has, and that of what stands in it; None where the file is no pack."""
    told = _json(content)
    held = told.get("content") if isinstance(told, dict) else None
    if not isinstance(told, dict) or not isinstance(held, dict):
        return None
    try:
        return str(told.get("digest", "")), digest_of(held)
    except ValueError:  # it holds what no pack can, such as a number that is none
        return str(told.get("digest", "")), ""


def _json(content: bytes) -> object:
    """Return what stands in a file of JSON; None where it is something else, and nothing where it is damaged."""
    if content.lstrip()[:1] not in (b"{", b"["):
        return None
    try:
        told: object = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return told


def _in_json(told: object) -> Mapping[str, Any]:
    if not isinstance(told, dict):
        return {}
    trail = told.get("trail", {"seq": told.get("revision"), "digest": told.get("head")})
    return trail if isinstance(trail, dict) else {}


def _in_workbook(content: bytes) -> Mapping[str, Any]:
    properties = part_of(content, PROPERTIES)
    if properties is None:
        return {}
    # The parts have been looked through for declarations that could do harm.
    told = {each.get("name"): "".join(each.itertext()) for each in ElementTree.fromstring(properties)}  # noqa: S314
    return {"seq": told.get(END_NUMBER), "digest": told.get(END_DIGEST)}
