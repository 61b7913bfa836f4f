"""文号核对: which numbers of a series are missing between those that were given out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbered:
    """One number: its series, its year, and its place in both."""

    series: str
    year: int
    sequence: int


def gaps(given: Iterable[Numbered]) -> list[Numbered]:
    """Return every number that is missing between the first and the last of a series, in order."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for one in given:
        found[one.series, one.year].add(one.sequence)
    return [
        Numbered(series, year, sequence)
        for (series, year), numbers in sorted(found.items())
        for sequence in range(min(numbers), max(numbers))
        if sequence not in numbers
    ]
