"""Templates of pre-printed stock (套打模板): which value stands where on the sheet.

All measures are millimetres from the top left corner of the sheet; sizes are points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.lines import POINTS_PER_MM, Room
from qyclient.paper.pdf.sheet import Style

_CODE_SIDE, _A3_WIDTH = 34.0, 420.0


class Align(StrEnum):
    """Where a line stands in the width of its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """Where one value goes: `y` is the top of the ink of its first line.

    `sizes` are tried from the first down until the value fits; `line_mm` is the distance of
    lines at the first, and shrinks with it. `advice` is what to do about a value too long.
    """

    field: str
    label: str
    x: float
    y: float
    w: float
    h: float
    sizes: tuple[float, ...]
    line_mm: float
    font: Family = Family.SONG
    align: Align = Align.LEFT
    letter_spacing: float = 0.0
    advice: str = "请缩短后再打印"

    @property
    def room(self) -> Room:
        """What the lines may fill."""
        pitch = self.line_mm * POINTS_PER_MM / self.sizes[0]
        return Room(self.w, self.h, self.sizes, pitch, self.letter_spacing)


@dataclass(frozen=True, slots=True)
class Label:
    """A word that the stock has printed on it; only the marked copy writes it."""

    text: str
    x: float
    y: float
    pt: float
    font: Family = Family.SONG
    align: Align = Align.LEFT
    w: float = 0.0
    letter_spacing: float = 0.0

    @property
    def style(self) -> Style:
        """How it is written."""
        return Style(self.font, self.pt, self.letter_spacing)


@dataclass(frozen=True, slots=True)
class Frame:
    """A border line of the stock."""

    x: float
    y: float
    w: float
    h: float
    line_mm: float = 0.3


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheet as it lies in the printer."""

    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Template:
    """One side of one kind of stock; `stock` says which, in the words of its subject."""

    id: str
    name: str
    stock: Mapping[str, str]
    evidence: str
    paper: Paper
    boxes: tuple[Box, ...]
    labels: tuple[Label, ...] = ()
    frames: tuple[Frame, ...] = ()
    code: Frame | None = None

    @property
    def code_place(self) -> Frame:
        """Where a code to be scanned goes, if one is printed: inside the frame, bottom left."""
        if self.code is not None:
            return self.code
        side = _CODE_SIDE * self.paper.w / _A3_WIDTH
        inset = (
            self.frames[0] if self.frames else Frame(10, 10, self.paper.w - 20, self.paper.h - 20)
        )
        return Frame(inset.x + 6, inset.y + inset.h - side - 6, side, side)

    @property
    def labels_by_field(self) -> dict[str, str]:
        """What the sheet shows: field key to label, in order."""
        return {box.field: box.label for box in self.boxes}
