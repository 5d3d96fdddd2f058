"""Commands about concluded rounds: what was frozen of one taken along, and computed anew from that alone."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from portfolio.actions.replaying import NoPack, replay
from portfolio.commands.call import Call, Told
from portfolio.commands.files import content_of, write
from portfolio.commands.prioritising import round_of
from portfolio.messages import N_, Message
from portfolio.prioritising.packs import differences, digest_of
from portfolio.reports.prioritising.packs import pack as frozen

MOST_TOLD = 20
"""Differences that are told one by one: so many that a person sees what kind they are of."""
SHOWS = Message(
    N_(
        "This shows that the result follows from what stands in the file, not that the file is genuine. Hold it to the database it came from: portfolio check --against FILE"
    )
)
"""What a round that comes out the same does not say: whoever changes a pack can also make its fingerprint anew."""
LONGEST = 60
"""Signs that are shown of what differs: so many that it is known again."""


def pack(call: Call) -> Told:
    """Write what was frozen when a round was concluded.

    Raises:
        NotConcluded: it is not.
    """
    with call.database.read() as reader:
        round_ = round_of(reader, call)
        assert round_ is not None  # noqa: S101 (the grammar asks for one)
        found = frozen(reader, round_)
    write(call.given.out, found.text.encode())
    written = Message(N_("Written: {file}"), {"file": call.given.out})
    digest = Message(N_("Fingerprint (SHA-256): {digest}"), {"digest": found.digest})
    return Told({"round": round_.id, "digest": found.digest}, (written, digest))


def again(call: Call) -> Told:
    """Compute a round anew from its pack alone, and say that it comes out the same, or exactly what differs.

    Raises:
        NoPack: the file is none.
    """
    content, said = _read(Path(call.given.file))
    # What is read is JSON, and so is what it is held against.
    computed = json.loads(json.dumps(replay(call.database, content, at=call.at)))
    now, found = digest_of(computed), list(differences(content, computed))
    same = said == now and not found
    answer = {"digest": said, "content": digest_of(content), "computed": now, "differences": found}
    lines = (*_lines(said, content, now, found), *([SHOWS] if same else []))
    return Told(answer | ({"shows": SHOWS} if same else {}), lines, refused=not same)


def _read(file: Path) -> tuple[Mapping[str, Any], str]:
    try:
        told = json.loads(content_of(file))
        return dict(told["content"]), str(told["digest"])
    except (LookupError, TypeError, ValueError, RecursionError) as trouble:
        raise NoPack(
            N_("The file is no pack of format 1. Give one that «portfolio pack» has written."), about="FILE"
        ) from trouble


def _lines(
    said: str, content: Mapping[str, Any], now: str, found: list[tuple[str, object, object]]
) -> Iterator[Message]:
    if not found and said == now:
        yield Message(N_("The round comes out the same. Fingerprint (SHA-256): {digest}"), {"digest": now})
        return
    if said != digest_of(content):
        yield Message(
            N_("The file has been changed: its fingerprint is {said}, and what stands in it has {has}."),
            {"said": said, "has": digest_of(content)},
        )
    for place, then, anew in found[:MOST_TOLD]:
        facts = {"place": place, "then": _short(then), "now": _short(anew)}
        yield Message(N_("{place}: the pack says {then}, and computed anew it is {now}"), facts)
    if len(found) > MOST_TOLD:
        yield Message(N_("… and {count} more places"), {"count": len(found) - MOST_TOLD})


def _short(told: object) -> str:
    shown = json.dumps(told, ensure_ascii=False)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
