"""生僻字: a private-use code is given its character, or a font is added that has the character."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from qyclient.certificates.services.office_fonts import take_font
from qyclient.errors import Refused
from qyclient.office.models import CharacterMap
from qyclient.office.services.characters import fonts_of, maps_of
from qyclient.organizations.services.characters import map_character
from qyclient.records.base import field_of
from ui.kit import fonts
from ui.kit.jobs import Jobs
from ui.kit.lines import LinesTable
from ui.kit.record_dialog import Call, RecordDialog

_KEYS = ("code", "character", "source")
_SIZE = (860, 680)
_HIGH = 120
_TOLD = (
    "打印时指明了码位的字，在这里办：私用区（自造字）的编码登记它正式的字，名册里一并改正；"
    "正式编码、字库里没有的，添加一个有它的 TrueType 字体。两样都随登记数据备份。"
)


def told(session: Any) -> tuple[Sequence[Any], Sequence[Any]]:
    """Return which codes are known and which fonts were added."""
    return maps_of(session), fonts_of(session)


class RareDialog(RecordDialog):
    """Gives a code its character; the fonts have a list and a button of their own."""

    done_word = "已登记自造字"

    def __init__(self, jobs: Jobs, parent: QWidget | None, known: tuple[Any, Any]) -> None:
        super().__init__(jobs, [field_of(CharacterMap, key) for key in _KEYS], parent)
        self.setWindowTitle("生僻字")
        self.banner.say(_TOLD, tone="plain")
        self.maps = _lines("已登记的自造字", ("编码", "字", "依据"), (120, 80, 300))
        self.fonts = _lines("已添加的字体", ("字体文件", "字数", "添加日期"), (320, 100, 160))
        self.add = QPushButton("添加字体文件…")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda _checked: self._ask_file())
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fonts)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_section("已登记的自造字", self.maps)
        self.add_section("已添加的字体", below)
        self._show(known)
        self.resize(*_SIZE)
        self.begin()
        self.form.go_to(_KEYS[0])

    def call(self, texts: Mapping[str, str]) -> Call:
        """Keep what the code means."""
        return map_character, (texts,)

    def called(self, record: Any) -> str:
        """Return the code with its character, and how many records were put right."""
        made = record.made
        return f"{made.code} 是“{made.character}”，名册里改正了 {record.mended} 条"

    def take_font(self, path: Path) -> None:
        """Add a font from a file."""
        self.jobs.write(take_font, path, then=self._added, refused=self._no_font)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, "添加字体")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter("TrueType 字体 (*.ttf)")
        dialog.fileSelected.connect(lambda name: self.take_font(Path(name)))
        dialog.open()

    def _added(self, font: Any) -> None:
        fonts.add_lent()
        self.jobs.said.emit(f"已添加字体：{font.name}，{font.holds:,} 个字")
        self.jobs.read(told, then=self._show)

    def _no_font(self, no: Refused) -> None:
        self.banner.say(str(no))

    def _show(self, known: tuple[Any, Any]) -> None:
        self.maps.lines.show([[one.code, one.character, one.source or ""] for one in known[0]])
        self.fonts.lines.show(
            [[one.name, f"{one.holds:,}", one.added_on.isoformat()] for one in known[1]]
        )


def _lines(name: str, heads: Sequence[str], widths: Sequence[int]) -> LinesTable:
    table = LinesTable(heads, widths)
    table.setAccessibleName(name)
    table.setFixedHeight(_HIGH)
    return table
