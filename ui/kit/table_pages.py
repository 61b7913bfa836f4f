"""The pages of a list that are here, and those that were looked at and are not."""

from collections import OrderedDict, deque

from ui.kit.columns import Row

PAGE = 200
KEPT = 12


class Pages:
    """Few are kept: the last ones that came."""

    def __init__(self) -> None:
        self._here: OrderedDict[int, list[Row]] = OrderedDict()
        self._wanted: deque[int] = deque(maxlen=2)  # a window may straddle two

    def row(self, number: int) -> Row | None:
        """Return a row if its page is here."""
        page = self._here.get(number // PAGE)
        return page[number % PAGE] if page and number % PAGE < len(page) else None

    def place(self, key: object) -> int | None:
        """Return where a record stands, among the pages that are here."""
        for number, page in self._here.items():
            for offset, row in enumerate(page):
                if row.record.id == key:
                    return number * PAGE + offset
        return None

    def begin(self, number: int, rows: list[Row]) -> None:
        """Hold this page alone: the list is another."""
        self._wanted.clear()
        self._here = OrderedDict({number: rows})

    def take(self, number: int, rows: list[Row]) -> None:
        """Hold one page more, and let the oldest go."""
        self._here[number] = rows
        while len(self._here) > KEPT:
            self._here.popitem(last=False)

    def want(self, number: int) -> None:
        """Note that a page was looked at: who drags the scroll bar does not want all between."""
        if number not in self._wanted:
            self._wanted.append(number)

    def wanted(self) -> int | None:
        """Return the page that was looked at last and is not here; it is wanted no longer."""
        while self._wanted:
            if (number := self._wanted.pop()) not in self._here:
                return number
        return None
