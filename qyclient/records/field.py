"""A field is declared once, in a model; everything that shows it reads this."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from qyclient.errors import refuse
from qyclient.records.kinds import Kind, Plain

LookUp = Callable[[type[Any], str], object]
"""Finds the record of a model by what people call it, or raises ValueError with a sentence."""

EMPTY_MARKS = frozenset({"", "—", "－", "-", "/", "／", "——", "--"})
"""What clerks write where there is nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """Form label, column header, Excel heading and history word of one column.

    `section` is the heading of the group it belongs to; `blanks` are words that mean empty here;
    `derived` is what the program works out and keeps for lists: never typed, not in the history;
    `found` says that the search box finds a record by it (as a name, also by pinyin); a link, that
    the search of the whole register finds a record by what it links to is found by. `compared` is
    a name that must not be taken for another's: it is also found by how it looks and sounds.
    """

    key: str
    label: str
    kind: Kind[Any]
    required: bool
    unique: bool = False
    target: type[Any] | None = None
    section: str = ""
    aliases: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    width: int = 12
    help: str = ""
    in_table: bool = False
    derived: bool = False
    found: Literal["", "text", "name"] = ""
    compared: bool = False

    @property
    def personal(self) -> bool:
        """Say whether lists and exports show it masked."""
        return self.kind.mask is not None

    def show(self, record: object) -> str:
        """Return the full text of this field in a record."""
        value = getattr(record, self.key)
        return "" if value is None else self.kind.format(value)

    def masked(self, record: object) -> str:
        """Return its text as lists and exports show it."""
        text = self.show(record)
        return self.kind.mask(text) if self.kind.mask and text else text

    def plain(self, value: Any) -> Plain | None:
        """Return a value as programs and the history write it."""
        return None if value is None else self.kind.plain(value)

    def restored(self, plain: Plain | None) -> Any:
        """Return the value that the history wrote, without judging it again."""
        return None if plain is None else (self.kind.restore or self.kind.parse)(str(plain))

    def order(self, record: object) -> Any:
        """Return what a record is sorted by in this field; None if it is empty."""
        value = getattr(record, self.key)
        return None if value is None else self.kind.order(value)

    def is_empty(self, text: str) -> bool:
        """Say whether a text stands for nothing in this field."""
        return text.strip() in EMPTY_MARKS or text.strip() in self.blanks

    def complaint(self, problem: object) -> str:
        """Return a sentence that names the field once."""
        said = str(problem)
        return said if said.startswith(self.label) else f"{self.label}：{said}"

    def read(self, text: str, look_up: LookUp) -> object:
        """Return the value that a text stands for, or raise ValueError with a sentence."""
        value: object = self.kind.parse(text)
        return value if self.target is None else look_up(self.target, text)


def clean(fields: Sequence[Field], texts: Mapping[str, str], look_up: LookUp) -> dict[str, Any]:
    """Turn texts into values, or raise Invalid naming every bad field at once.

    Fields without a text of their own stay as they are: they are not in the result.
    """
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for field in fields:
        if field.key not in texts:
            continue
        text = texts[field.key]
        values[field.key] = None
        if not field.is_empty(text):
            try:
                values[field.key] = field.read(text, look_up)
            except ValueError as problem:
                problems[field.key] = field.complaint(problem)
        elif field.required:
            problems[field.key] = f"请填写{field.label}"
    refuse(problems)
    return values
