"""Where the trail ended when something left us, as a workbook or an answer in JSON tells."""

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.sheets.filling.safe import part_of
from portfolio.sheets.writing.book import END_DIGEST, END_NUMBER
from portfolio.store.trail import Head

PROPERTIES = "docProps/custom.xml"
DIGEST = re.compile(r"[0-9a-f]{64}")


class NoEnd(Objection):
    """A file that does not say where the trail ended when it was made."""


def end_of(content: bytes) -> Head:
    """Return where the trail ended when a file was made, whether it is a workbook or JSON.

    Raises:
        NoEnd: it does not say.
        Unreadable: it is a workbook that we do not read.
    """
    told = _in_json(content) if content.lstrip()[:1] == b"{" else _in_workbook(content)
    seq, digest = str(told.get("seq", "")), str(told.get("digest", ""))
    if not (seq.isdecimal() and DIGEST.fullmatch(digest)):
        raise NoEnd(
            N_(
                "The file does not say where the trail ended when it was made. Give a workbook that was downloaded here, or an answer that was asked for with --json."
            ),
            about="--against",
        )
    return Head(int(seq), digest)


def _in_json(content: bytes) -> Mapping[str, Any]:
    try:
        told = json.loads(content)
    except ValueError:
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
