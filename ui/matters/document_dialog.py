"""文书…: the papers that fit a matter, seen exactly as they are printed, then issued."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Document
from qyclient.organizations.services.documents import Made, kept, make
from qyclient.organizations.services.offering import Blank, Offer, blank_of, offers
from qyclient.records.base import field_of
from ui.kit.banner import Banner
from ui.kit.editor import Surroundings
from ui.kit.jobs import Jobs
from ui.kit.pdf_preview import PdfPreview
from ui.matters.document_form import DATED, NUMBER, DocumentForm
from ui.matters.offer_list import OfferList
from ui.matters.saving_words import ask_word

_PAUSE_MS = 250
_SIDE, _SIZE = 590, (1340, 800)
_FORM = "表格：打印后填写、签名、存档，不编文号。"
_NEW = "预览的文号是现在的下一号；打印或另存时才正式编号、存档。"
_KEPT = "已经发出，按存档内容显示；发错了在“文书”里作废后重发。"


class DocumentDialog(QDialog):
    """What is looked at is not kept; printing or saving numbers it and keeps it."""

    def __init__(self, jobs: Jobs, matter: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"文书：{matter.number} {matter.subject}")
        self.jobs, self.matter = jobs, matter
        self.banner = Banner()
        self.list = OfferList()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("role", "hint")
        self.word = QPushButton("存为 Word…")
        self.word.setAutoDefault(False)
        self.word.clicked.connect(lambda _checked: self.finish(partial(ask_word, jobs, self)))
        self.form: DocumentForm | None = None
        self.preview = PdfPreview(jobs)
        self.preview.settle = self._settle
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.draw)
        self._lay_out()
        self.resize(*_SIZE)
        self.list.chosen.connect(self._choose)
        jobs.read(offers, matter, then=self._offer)

    def draw(self) -> None:
        """Show what would be printed."""
        offer = self.list.offer
        if offer is None or self.form is None:
            return
        dated = self._dated()
        if dated is None:
            self._refuse(Invalid({DATED: "成文日期看不懂，应如 20260301、3.1 或 今天"}))
            return
        self.jobs.try_out(
            make, *self._given(offer, self.form, dated), then=self._show, refused=self._refuse
        )

    def _given(self, offer: Offer, form: DocumentForm, dated: date) -> tuple[Any, ...]:
        number = form.texts().get(NUMBER, "")
        return self.matter.id, offer.paper.key, form.said, dated, number

    def _lay_out(self) -> None:
        self._side = QVBoxLayout()
        self._side.setSpacing(8)
        self._side.addWidget(self.list)
        self._side.addWidget(self.told)
        self._side.addStretch()
        holder = QWidget()
        holder.setLayout(self._side)
        holder.setFixedWidth(_SIDE)
        self._side.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 12)
        row.setSpacing(12)
        row.addWidget(holder)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        self.preview.add_button(self.word)

    def _offer(self, found: Sequence[Offer]) -> None:
        self.list.show_offers(found)
        if not found:
            self.told.setText("办到这一步还没有可以制作的文书。")

    def _choose(self) -> None:
        offer = self.list.offer
        self._take_form(None)
        if offer is None:
            return
        self.preview.clear("正在排版…")
        self.preview.name = f"{offer.paper.label} {self.matter.number}.pdf"
        if offer.issued is not None:
            self.told.setText(_KEPT)
            self.jobs.read(kept, offer.issued.id, then=self._show, refused=self._refuse)
            return
        self.told.setText(_NEW if offer.paper.numbered else _FORM)
        ask = partial(self._ask, offer)
        self.jobs.read(blank_of, self.matter, offer.paper.key, self.jobs.today, then=ask)

    def _ask(self, offer: Offer, blank: Blank) -> None:
        if offer is not self.list.offer:
            return
        form = DocumentForm(blank, Surroundings(self.jobs.today, self.jobs, roomy=False))
        form.edited.connect(lambda _key: self._pause.start())
        self._take_form(form)
        self.draw()

    def _take_form(self, form: DocumentForm | None) -> None:
        if self.form is not None:
            self._side.removeWidget(self.form)
            self.form.deleteLater()
        self.form = form
        if form is not None:
            self._side.insertWidget(2, form, 1)

    def _dated(self) -> date | None:
        if self.form is None:
            return None
        try:
            day: date = field_of(Document, DATED).kind.parse(self.form.editor(DATED).text())
        except ValueError:
            return None
        return day

    def _show(self, made: Made) -> None:
        offer = self.list.offer
        if offer is None or made.paper is not offer.paper:
            return
        self.banner.say("")
        if self.form is not None:
            self.form.show_problems({})
        self.preview.name = f"{made.name} {self.matter.subject}.pdf"
        self.preview.show_pdf(made.pdf)

    def _refuse(self, no: Refused) -> None:
        said = str(no)
        if isinstance(no, Invalid) and self.form is not None:
            known = {DATED if key == "date" else key: text for key, text in no.problems.items()}
            said = "；".join(self.form.show_problems(known, go=False))
        self.banner.say(said)
        self.preview.clear("补填左边标红的内容后，这里显示文书。")

    def _settle(self, hand: Callable[[bytes], None]) -> None:
        self.finish(lambda made: hand(made.pdf))

    def finish(self, hand: Callable[[Made], None]) -> None:
        """Keep it under its number, then hand on what is printed or saved."""
        offer, dated = self.list.offer, self._dated()
        if offer is not None and offer.issued is not None:
            self.jobs.read(kept, offer.issued.id, then=hand, refused=self._refuse)
        elif offer is not None and self.form is not None and dated is not None:
            given = self._given(offer, self.form, dated)
            then = partial(self._issued, hand)
            self.jobs.write(make, *given, then=then, refused=self._refuse)

    def _issued(self, hand: Callable[[Made], None], made: Made) -> None:
        hand(made)
        if made.document is not None:
            self.jobs.said.emit(f"已编号存档：{made.name}")
            self.jobs.read(offers, self.matter, then=self._offer)
