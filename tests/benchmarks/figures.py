"""Measuring, and saying what was measured."""

import resource
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One row of the table: what was done, ours, the raw library's, and the bar for the ratio."""

    what: str
    ours: float
    raw: float
    bar: str
    unit: str = "s"

    def __str__(self) -> str:
        ratio = self.ours / self.raw if self.raw else float("inf")
        scale, unit = (1000, "ms") if self.unit == "s" and self.ours < 1 else (1, self.unit)
        ours, raw = self.ours * scale, self.raw * scale
        return f"| {self.what} | {ours:.2f} {unit} | {raw:.2f} {unit} | {ratio:.2f}x | {self.bar} |"


HEAD = "| what | ours | raw | ratio | bar |\n|---|---|---|---|---|"


def seconds(work, *args):
    """Return how long one call takes."""
    before = time.perf_counter()
    work(*args)
    return time.perf_counter() - before


def percentile(times, share):
    """Return the value below which a share of the times lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def peak_mb():
    """Return the most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
