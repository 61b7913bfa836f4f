"""Measuring, and saying what was measured."""

import resource
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One row of the table: what was done, ours, the raw library's, and the most the ratio may be.

    Without a raw figure the bar is for ours itself.
    """

    what: str
    ours: float
    raw: float | None
    bar: float | None = None
    unit: str = "s"

    def __str__(self) -> str:
        ratio = None if self.raw is None else self.ours / self.raw
        value = self.ours if ratio is None else ratio
        bar = self._said(self.bar) if ratio is None or self.bar is None else f"{self.bar:g}x"
        met = "" if self.bar is None else ("yes" if value <= self.bar else "no")
        told = "" if ratio is None else f"{ratio:.2g}x" if ratio < 0.1 else f"{ratio:.2f}x"
        cells = (self.what, self._said(self.ours), self._said(self.raw), told, bar, met)
        return f"| {' | '.join(cells)} |"

    def _said(self, value):
        if value is None:
            return ""
        scale, unit = (1000, "ms") if self.unit == "s" and value < 1 else (1, self.unit)
        return f"{value * scale:,.{0 if value * scale >= 100 else 1}f} {unit}".strip()


HEAD = "| what | ours | raw | ratio | at most | met |\n|---|---|---|---|---|---|"


def seconds(work, *args):
    """Return how long one call takes."""
    before = time.perf_counter()
    work(*args)
    return time.perf_counter() - before


def percentile(times, share):
    """Return the value below which a share of the times lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def rss_mb():
    """Return how much memory this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1024**2


class Watched:
    """Rows on their way, and the most memory held while they went by."""

    def __init__(self, rows) -> None:
        self.rows, self.before, self.most = rows, rss_mb(), 0.0

    def __iter__(self):
        for number, row in enumerate(self.rows):
            if number % 2000 == 0:
                self.most = max(self.most, rss_mb() - self.before)
            yield row
