"""The last pass over a workbook file: our rows put in, every part sound, and the same bytes each time."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from xml.parsers import expat

ROWS_AT_A_TIME = 2_000
FIXED_DATE = (1980, 1, 1, 0, 0, 0)
SHARED = "xl/sharedStrings.xml"
CORE = "docProps/core.xml"
TYPES = "[Content_Types].xml"
LINKS = "xl/_rels/workbook.xml.rels"

_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_EMPTY_BODY = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_AFTER_IGNORED = re.compile(rb"<drawing |<legacyDrawing |<tableParts|</worksheet>")
_CHANGED = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*(</dcterms:)")
_SHARED_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
_SHARED_LINK = (
    b'<Relationship Id="shared" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of one sheet as XML, where they stand, and which cells hold digits that are text."""

    rows: Iterable[str]
    reference: str
    digits_as_text: str = ""


def finish(
    skeleton: bytes, bodies: Sequence[Body], *, shared: Callable[[], bytes], at: datetime | None
) -> bytes:
    """Return the finished file.

    Args:
        skeleton: a workbook saved by openpyxl with sheets that have no rows.
        bodies: what goes into each sheet, in order.
        shared: asked for the shared texts once every row is written.
        at: the moment the file says it was made; nothing else in it depends on the clock.
    """
    finished = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(skeleton)) as source,
        zipfile.ZipFile(finished, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            _write(target, name, _part(name, source.read(name), bodies, at))
        _write(target, SHARED, [shared()])
    return finished.getvalue()


def _part(name: str, content: bytes, bodies: Sequence[Body], at: datetime | None) -> Iterable[bytes]:
    sheet = _SHEET.fullmatch(name)
    if sheet:
        return _filled(content, bodies[int(sheet[1]) - 1])
    if name == CORE:
        moment = (at or datetime(2000, 1, 1, tzinfo=UTC)).astimezone(UTC)
        return [_CHANGED.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<2>", content)]
    if name == TYPES:
        return [content.replace(b"</Types>", _SHARED_TYPE)]
    if name == LINKS:
        return [content.replace(b"</Relationships>", _SHARED_LINK)]
    return [content]


def _filled(content: bytes, body: Body) -> Iterator[bytes]:
    place = _EMPTY_BODY.search(content)
    if place is None:
        raise ValueError("the sheet already has rows")
    head, tail = content[: place.start()], content[place.end() :]
    yield _DIMENSION.sub(f'<dimension ref="{body.reference}"/>'.encode(), head, count=1)
    yield b"<sheetData>"
    rows = iter(body.rows)
    while chunk := "".join(islice(rows, ROWS_AT_A_TIME)):
        yield chunk.encode()
    yield b"</sheetData>"
    yield _ignoring(tail, body.digits_as_text)


def _ignoring(tail: bytes, cells: str) -> bytes:
    """Tell Excel that digits as text are meant, so that it does not mark `0301` as a fault."""
    if not cells:
        return tail
    place = _AFTER_IGNORED.search(tail)
    at = place.start() if place else len(tail)
    ignored = f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'
    return tail[:at] + ignored.encode() + tail[at:]


def _write(target: zipfile.ZipFile, name: str, chunks: Iterable[bytes]) -> None:
    """Write one part, and refuse to if it is not sound XML."""
    entry = zipfile.ZipInfo(name, FIXED_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    reader = expat.ParserCreate()
    with target.open(entry, "w") as part:
        for chunk in chunks:
            reader.Parse(chunk, False)
            part.write(chunk)
    reader.Parse(b"", True)
