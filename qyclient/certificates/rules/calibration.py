"""校准: solving what a printer does wrong from what was read on its cross sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from qyclient.certificates.rules.lists import PaperSize

_A4_WIDTH = 297.0
NEAR = 0.5
"""mm by which readings may disagree before they are asked for again."""
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One mark of the stock: where the template has it, and how far off the printed scale says.

    All in millimetres; `right` and `down` are what is read where the stock's own mark lies on the
    cross that was printed for it.
    """

    x: float
    y: float
    right: float
    down: float


@dataclass(frozen=True, slots=True)
class Solved:
    """Where a point of the template must be sent: an affine map, and how well it fits."""

    dx: float
    dy: float
    scale_x: float
    scale_y: float
    lean_x: float
    lean_y: float
    residual: float

    @property
    def told(self) -> str:
        """Return it as a sentence for the clerk."""
        shift = f"向右 {self.dx:+.2f} 毫米，向下 {self.dy:+.2f} 毫米"
        size = f"横向 {self.scale_x:.2%}，纵向 {self.scale_y:.2%}"
        return f"{shift}；{size}；读数误差 {self.residual:.2f} 毫米"


def solve(readings: Sequence[Reading]) -> Solved:
    """Return the map by least squares; ValueError if the readings cannot determine it."""
    if len(readings) < _LEAST:
        raise ValueError("至少要读三个十字的数")
    xs = _least_squares(readings, [r.x + r.right for r in readings])
    ys = _least_squares(readings, [r.y + r.down for r in readings])
    worst = max(
        max(
            abs(xs[0] + xs[1] * r.x + xs[2] * r.y - r.x - r.right),
            abs(ys[0] + ys[1] * r.x + ys[2] * r.y - r.y - r.down),
        )
        for r in readings
    )
    return Solved(xs[0], ys[0], xs[1], ys[2], xs[2], ys[1], worst)


def paper_size(width: float) -> PaperSize:
    """Return which paper a template of this width lies on."""
    return PaperSize.A3 if width > _A4_WIDTH + 1 else PaperSize.A4


def _least_squares(readings: Sequence[Reading], wanted: Sequence[float]) -> list[float]:
    """Solve wanted = a + b·x + c·y by the normal equations."""
    rows = [(1.0, r.x, r.y) for r in readings]
    matrix = [
        [sum(row[i] * row[j] for row in rows) for j in range(3)]
        + [sum(row[i] * value for row, value in zip(rows, wanted, strict=True))]
        for i in range(3)
    ]
    return _eliminated(matrix)


def _eliminated(matrix: list[list[float]]) -> list[float]:
    size = len(matrix)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(matrix[row][column]))
        if abs(matrix[pivot][column]) < 1e-9:  # noqa: PLR2004 - the marks lie on one line
            raise ValueError("十字在一条线上，读数不够，请换对角的十字再读")
        matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
        for row in range(size):
            if row != column:
                factor = matrix[row][column] / matrix[column][column]
                matrix[row] = [
                    a - factor * b for a, b in zip(matrix[row], matrix[column], strict=True)
                ]
    return [matrix[row][size] / matrix[row][row] for row in range(size)]
