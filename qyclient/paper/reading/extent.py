"""How far the values of a sheet reach, found without building the sheet."""

import re

_SHEET = b"sheetData"
_VALUED = re.compile(
    rb"<(?:[A-Za-z]\w*:)?c\s[^>]*?\br=[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"'][^>]*(?<!/)>(?!</)"
)
_FAR = re.compile(rb'<c r="([A-Z]{2,3}|[A-Z](?=[0-9]{6}))([0-9]{1,7})"')
_NARROW, _HIGH = 26, 99_999
"""What a hasty look takes for granted: columns A to Z, rows of up to five digits."""


class Extent:
    """The box from A1 to the last value, taken from cell references as the text goes by.

    A thorough look leaves out cells that are only formatted. A hasty one, for large sheets, is
    several times faster and says more cells than there are, never fewer.
    """

    def __init__(self, *, thorough: bool) -> None:
        self.thorough = thorough
        self.rows = 0
        self.columns = 0
        self.corner = ""
        self._counted = 0
        self._in_sheet = False

    @property
    def cells(self) -> int:
        """Rows times columns, or the cells written if they repeat each other."""
        return max(self.rows * self.columns, self._counted)

    def take(self, text: bytes) -> None:
        """Look at the next piece, which must end where a tag ends."""
        self._in_sheet = self._in_sheet or _SHEET in text
        if not self._in_sheet:
            return
        if self.thorough:
            self._thoroughly(text)
        else:
            self._hastily(text)

    def _thoroughly(self, text: bytes) -> None:
        found = _VALUED.findall(text)
        self._counted += len(found)
        for letters, digits in found:
            column, row = _column(letters), int(digits)
            if row > self.rows or column > self.columns:
                self.corner = (letters + digits).decode()
            self.rows, self.columns = max(self.rows, row), max(self.columns, column)

    def _hastily(self, text: bytes) -> None:
        self._counted += text.count(b"<c ")
        far = _FAR.findall(text)
        columns, rows = {letters for letters, _ in far}, {digits for _, digits in far}
        self.columns = max(self.columns, _NARROW, *map(_column, columns))
        self.rows = max(self.rows, _HIGH, *map(int, rows))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
