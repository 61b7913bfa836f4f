"""Every report opened by an office program: it says the same there, and nothing is repaired."""

import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from qyclient.papers import REPORTS, write_report


def _cells(path):
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _converted(folder, sort, files):
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed"
    subprocess.run(
        [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            sort,
            "--outdir",
            str(folder / sort),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder / sort


@pytest.mark.outside
def test_every_report_says_the_same_in_libreoffice(county, tmp_path):
    files = [tmp_path / f"{report.key}{report.suffix}" for report in REPORTS]
    for report, path in zip(REPORTS, files, strict=True):
        write_report(county, report.key, path)

    sheets = _converted(tmp_path, "xlsx", files)
    pages = _converted(tmp_path, "pdf", files)

    for path in files:
        assert _cells(sheets / path.name) == _cells(path)
        assert (pages / path.with_suffix(".pdf").name).read_bytes().startswith(b"%PDF")
