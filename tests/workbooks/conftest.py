"""A real spreadsheet program that works every formula out anew, whatever is stored beside it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

RECALCULATE_ALWAYS = """<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>nb-NO</value></prop></item>
</oor:items>"""
"""Without this LibreOffice shows the stored values, and the test would prove nothing."""

Cells = Mapping[tuple[str, str], object]


@pytest.fixture
def recalculated(tmp_path: Path) -> Callable[[bytes], Cells]:
    """Return what each cell comes to when LibreOffice works the file out."""
    program = shutil.which("soffice")
    if program is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("LibreOffice is not installed")

    def work_out(content: bytes) -> Cells:
        profile = tmp_path / "profile"
        (profile / "user").mkdir(parents=True, exist_ok=True)
        (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS, encoding="utf-8")
        source, made = tmp_path / "given.xlsx", tmp_path / "made"
        source.write_bytes(content)
        place = f"-env:UserInstallation=file://{profile}"
        command = [program, "--headless", "--norestore", place, "--convert-to", "xlsx", "--outdir", str(made)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=300)
        return cells(made / "given.xlsx")

    return work_out


def cells(source: object) -> Cells:
    """Return the value of every cell that holds something, by sheet and place."""
    book = load_workbook(source, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }
