"""Sheets that other people made, read so that no file can harm the program.

Whatever parses foreign bytes runs in a child process with limits; the window only sees values.
"""

from qyclient.paper.reading.limits import LIMITS, Limits
from qyclient.paper.reading.sheet import Cell, Sheet
from qyclient.paper.reading.workbook import read_workbook

__all__ = ["LIMITS", "Cell", "Limits", "Sheet", "read_workbook"]
