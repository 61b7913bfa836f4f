"""What a report is: a paper with a name, made from the records of one noun."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Heading:
    """Who makes a paper, of which state of the register, and on which day."""

    office: str
    operator: str
    made_on: date
    as_of: date
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A named paper: tabs and the command line offer it by its key and title."""

    key: str
    title: str
    suffix: str
    noun: type[Any]
    write: Callable[[Path, Iterable[Any], Heading], None]
    order: str = ""
