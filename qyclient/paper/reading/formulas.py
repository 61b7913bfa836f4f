"""Which cells of an .xlsx hold formulas: what was calculated there is nobody's own number."""

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from qyclient.errors import Refused

_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_CELL = re.compile(rb'<c [^>]*?r="([A-Z]{1,3}\d{1,7})"[^>]*>(?:(?!</c>).)*?<f[ />]', re.DOTALL)


def formula_cells(path: Path) -> list[str]:
    """Return the cells with a formula; for a file that `read_workbook` has accepted before."""
    try:
        with ZipFile(path) as archive:
            names = [name for name in archive.namelist() if _SHEET.fullmatch(name)]
            parts = [archive.read(name) for name in names]
    except (BadZipFile, OSError):
        raise Refused(f"“{path.name}”不是 .xlsx 工作簿，请用导出的评分表填写。") from None
    return [found.decode() for part in parts for found in _CELL.findall(part)]
