"""A workbook that is handed over in place of one that is not: it says why."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment

WIDTH = 90


def refusal(said: str) -> bytes:
    """Return a workbook with one sheet and these words in its first cell."""
    made, written = Workbook(), io.BytesIO()
    sheet = made.worksheets[0]
    sheet.column_dimensions["A"].width = WIDTH
    cell = sheet.cell(1, 1, said)
    # What begins as a formula is words here too.
    cell.data_type, cell.alignment = "s", Alignment(wrap_text=True, vertical="top")
    made.save(written)
    return written.getvalue()
