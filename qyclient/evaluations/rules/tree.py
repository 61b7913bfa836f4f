"""指标体系 as a tree: told by numbers such as 2.1.3, checked before it is published."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from qyclient.evaluations.rules.lists import Direction, IndicatorKind, Method, Style
from qyclient.evaluations.rules.parts import parts_problem

DEEPEST = 4
_NUMBER = re.compile(r"[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,3}")


class Node(Protocol):
    """An indicator as rules see it: a record, or what was typed so far."""

    @property
    def number(self) -> str:
        """Return its place, as 2.1.3."""

    @property
    def name(self) -> str:
        """Return what is scored."""

    @property
    def kind(self) -> IndicatorKind | None:
        """Return its kind; None for a heading."""

    @property
    def weight(self) -> Decimal:
        """Return its full points."""

    @property
    def style(self) -> Style | None:
        """Return how points are come to."""

    @property
    def parts(self) -> str | None:
        """Return its named parts."""

    @property
    def method(self) -> Method | None:
        """Return how a quantity is turned into points."""

    @property
    def direction(self) -> Direction | None:
        """Return which way is better."""

    @property
    def target(self) -> Decimal | None:
        """Return what is to be reached."""

    @property
    def raters(self) -> str | None:
        """Return who rates it, as codes."""

    @property
    def is_veto(self) -> bool | None:
        """Say whether it decides alone."""


N = TypeVar("N", bound=Node)


def place(number: str) -> tuple[int, ...]:
    """Return what numbers are sorted by: 1.10 comes after 1.9."""
    return tuple(int(part) for part in number.split(".") if part.isdecimal())


def level(number: str) -> int:
    """Return how deep an indicator stands, the first level being 1."""
    return number.count(".") + 1


def above(number: str) -> str:
    """Return the number of the heading above; empty on the first level."""
    return number.rpartition(".")[0]


def in_order(nodes: Iterable[N]) -> list[N]:
    """Return the indicators as they are read, from the first to the last."""
    return sorted(nodes, key=lambda node: place(node.number))


def leaves(nodes: Sequence[N]) -> list[N]:
    """Return the indicators that are scored."""
    return [node for node in in_order(nodes) if node.kind is not None]


def counts(node: Node) -> bool:
    """Say whether its points are part of the whole: what is added on top and vetoes are not."""
    return node.kind is not IndicatorKind.BONUS and not node.is_veto


def problems(nodes: Sequence[Node], total: Decimal) -> dict[str, str]:
    """Return what keeps a tree from being published, by the number where it is wrong."""
    found: dict[str, str] = {}
    numbers = [node.number for node in nodes]
    under: dict[str, list[Node]] = {}
    for node in nodes:
        under.setdefault(above(node.number), []).append(node)
        if said := _own_problem(node, numbers):
            found.setdefault(node.number, said)
    if not nodes:
        return {"": "还没有指标"}
    for node in nodes:
        children = under.get(node.number, [])
        if said := _family_problem(node, children):
            found.setdefault(node.number, said)
    if (whole := _sum(under.get("", []))) != total:
        found[""] = f"一级指标合计 {_shown(whole)} 分，应为 {_shown(total)} 分"
    return found


def sums(nodes: Sequence[Node]) -> Mapping[str, Decimal]:
    """Return what the children of each heading add up to, by its number; "" is the whole."""
    found: dict[str, Decimal] = {"": Decimal(0)}
    for node in nodes:
        if counts(node):
            key = above(node.number)
            found[key] = found.get(key, Decimal(0)) + node.weight
    return found


def _own_problem(node: Node, numbers: Sequence[str]) -> str:
    if not _NUMBER.fullmatch(node.number):
        return f"序号“{node.number}”应如 1、1.2、1.2.3，最多四级"
    if numbers.count(node.number) > 1:
        return f"序号 {node.number} 重复"
    if (up := above(node.number)) and up not in numbers:
        return f"缺少上级指标 {up}"
    return ""


def _family_problem(node: Node, children: Sequence[Node]) -> str:
    called = f"{node.number} {node.name}"
    if children and node.kind is not None:
        return f"“{called}”下面还有指标，不能自己评分，请不选类型"
    if children and _sum(children) != node.weight:
        return (
            f"“{called}”下级合计 {_shown(_sum(children))} 分，与本级 {_shown(node.weight)} 分不符"
        )
    if not children and node.kind is None:
        return f"“{called}”没有下级，请选择指标类型"
    return "" if children else _leaf_problem(node, called)


def _leaf_problem(node: Node, called: str) -> str:
    said = "" if node.raters else "没有写由谁评"
    if not said and node.is_veto:
        said = "是一票否决项，分值应为 0" if node.weight else ""
    elif not said and node.weight <= 0:
        said = "的分值应大于 0"
    elif not said:
        said = _quantity_problem(node) or parts_problem(node.style, node.parts, node.weight)
    return f"“{called}”{said}" if said else ""


def _quantity_problem(node: Node) -> str:
    if node.kind is not IndicatorKind.QUANT or node.method is None:
        return ""
    if node.direction is None:
        return "按实际值计分，请选择方向"
    if node.target is not None and node.target <= 0:
        return "的目标值应大于 0；各合同不同的可以留空，在轮次中填写"
    return ""


def _sum(nodes: Iterable[Node]) -> Decimal:
    return sum((node.weight for node in nodes if counts(node)), Decimal(0))


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}"
