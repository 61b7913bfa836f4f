"""方框的数字: the chosen box in millimetres and points, typed."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QWidget

from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.overprint import Align, Box

_LABELS = {"x": "左（毫米）", "y": "上（毫米）", "w": "宽（毫米）", "h": "高（毫米）"}
_MORE = {"line_mm": "行距（毫米）", "letter_spacing": "字距（字）"}
_FONTS = {
    Family.SONG: "宋体",
    Family.SONG_BOLD: "宋体加粗",
    Family.HEI: "黑体",
    Family.HEI_BOLD: "黑体加粗",
    Family.KAI: "楷体",
}
_ALIGNS = {Align.LEFT: "左", Align.CENTRE: "居中", Align.RIGHT: "右"}


class Numbers(QWidget):
    """`changed` carries the box as it was typed; sizes go down in steps to the smallest."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box: Box | None = None
        self.title = QLabel("没有选中方框")
        self.boxes: dict[str, QDoubleSpinBox] = {}
        self.font_, self.align_ = QComboBox(), QComboBox()
        self.font_.addItems([*_FONTS.values()])
        self.align_.addItems([*_ALIGNS.values()])
        form = QFormLayout(self)
        form.addRow(self.title)
        sizes = {"largest": "字号（磅）", "smallest": "最小字号（磅）"}
        for key, label in (_LABELS | _MORE | sizes).items():
            box = QDoubleSpinBox()
            box.setDecimals(2 if key == "letter_spacing" else 1)
            box.setSingleStep(0.1)
            box.setRange(0, 500)
            box.setKeyboardTracking(False)
            box.setAccessibleName(label)
            box.valueChanged.connect(lambda _value: self._tell())
            form.addRow(label, box)
            self.boxes[key] = box
        for label, choice in (("字体", self.font_), ("对齐", self.align_)):
            choice.setAccessibleName(label)
            choice.currentIndexChanged.connect(lambda _row: self._tell())
            form.addRow(label, choice)

    def show_box(self, box: Box | None) -> None:
        """Show a box, or that none is chosen."""
        self._box = None
        self.setEnabled(box is not None)
        self.title.setText(box.label if box else "没有选中方框")
        if box is None:
            return
        for key in (*_LABELS, *_MORE):
            self.boxes[key].setValue(getattr(box, key))
        self.boxes["largest"].setValue(box.sizes[0])
        self.boxes["smallest"].setValue(box.sizes[-1])
        self.font_.setCurrentText(_FONTS[box.font])
        self.align_.setCurrentText(_ALIGNS[box.align])
        self._box = box

    def _tell(self) -> None:
        if self._box is None:
            return
        typed = {key: round(self.boxes[key].value(), 2) for key in (*_LABELS, *_MORE)}
        largest = self.boxes["largest"].value()
        smallest = min(self.boxes["smallest"].value(), largest)
        between = [size for size in self._box.sizes if smallest < size < largest]
        box = replace(
            self._box,
            x=typed["x"],
            y=typed["y"],
            w=typed["w"],
            h=typed["h"],
            line_mm=typed["line_mm"],
            letter_spacing=typed["letter_spacing"],
            sizes=tuple(dict.fromkeys((largest, *between, smallest))),
            font=[*_FONTS][self.font_.currentIndex()],
            align=[*_ALIGNS][self.align_.currentIndex()],
        )
        if box != self._box:
            self._box = box
            self.changed.emit(box)
