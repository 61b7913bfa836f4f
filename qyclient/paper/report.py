"""What a report is: a paper with a name, made from the records of one noun."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from qyclient.records.field import Field

SAMPLE_MARK = "样例数据"
"""What stands behind every paper of the sample county."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Who makes a paper, of which state of the register, and on which day.

    `purpose` is what it is for where personal data stands in it in full; else it is masked.
    """

    office: str
    operator: str
    made_on: date
    as_of: date
    is_sample: bool = False
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A named paper: tabs and the command line offer it by its key and title.

    `personal` are the fields with personal data in it: masked unless the paper has a purpose, and
    always in full in a statutory form, where that is noted.
    """

    key: str
    title: str
    suffix: str
    noun: type[Any]
    write: Callable[[Path, Iterable[Any], Heading], None]
    order: str = ""
    personal: Sequence[Field] = ()
    statutory: bool = False

    def told(self, rows: int, path: Path) -> str:
        """Return what is noted of personal data that leaves in it (个人信息保护法 art 51)."""
        labels = "、".join(field.label for field in self.personal)
        return f"{self.title} {rows} 行：{labels}；{path.name}"

    def why(self, purpose: str) -> str:
        """Return why it holds personal data in full; nothing if it does not."""
        return (purpose or ("法定表样" if self.statutory else "")) if self.personal else ""
