"""组合分 and 程度分: points made of named parts, or of one of several degrees.

Each part is a line of its name and its points: 有督导制度 2
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from qyclient.evaluations.rules.lists import Style

_LINE = re.compile(r"(?P<name>.+?)[\s：:]+(?P<points>\d+(?:\.\d{1,4})?)\s*分?")
_MOST_PARTS = 12


def parts_of(text: str | None) -> list[tuple[str, Decimal]]:
    """Return the parts of an indicator with their points; ValueError names a line that is none."""
    found = []
    for line in filter(str.strip, (text or "").splitlines()):
        read = _LINE.fullmatch(line.strip())
        if read is None:
            raise ValueError(f"“{line.strip()}”应写成：名称 分值，如 有督导制度 2")
        found.append((read["name"].strip(), Decimal(read["points"])))
    return found


def parts_problem(style: Style | None, text: str | None, weight: Decimal) -> str:
    """Return what is wrong with the parts of an indicator, as the end of a sentence."""
    if style in (None, Style.FREE):
        return ""
    try:
        parts = parts_of(text)
    except ValueError as problem:
        return f"的评分细项{problem}"
    points = [part[1] for part in parts]
    if not 1 < len(parts) <= _MOST_PARTS:
        return f"是{style.label if style else ''}，应有 2 至 {_MOST_PARTS} 个细项"
    whole = sum(points, Decimal(0)) if style is Style.COMBO else max(points)
    if whole != weight:
        word = "合计" if style is Style.COMBO else "最高"
        return f"的细项{word} {whole.normalize():f} 分，与分值 {weight.normalize():f} 分不符"
    return ""


def possible(style: Style | None, text: str | None) -> Sequence[Decimal] | None:
    """Return the points that can come out; None if any can."""
    if style in (None, Style.FREE):
        return None
    points = [part[1] for part in parts_of(text)]
    if style is Style.DEGREE:
        return sorted({*points, Decimal(0)})
    reached = {Decimal(0)}
    for one in points:
        reached |= {sofar + one for sofar in reached}
    return sorted(reached)
