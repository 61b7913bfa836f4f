"""证书: every certificate ever made here, seen as it was."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from qyclient.certificates.models import Certificate
from qyclient.certificates.rules import CertificateStatus, PrintMode
from qyclient.certificates.rules.desk import OUT
from qyclient.certificates.services import (
    current_key,
    file_copy,
    page_of,
    page_told,
    template_called,
)
from qyclient.paper.atomic import write_bytes
from qyclient.records.view import Filter
from ui.certificates.correction_dialog import CorrectionOfSheetDialog
from ui.certificates.key_dialog import KeyDialog
from ui.certificates.verify_dialog import VerifyDialog
from ui.certificates.words import tone_of
from ui.kit.actions import Action
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.print_found import PrintDialog
from ui.kit.record_tab import RecordTab


def _see(tab: "PapersTab") -> None:
    tab.see(PrintMode.MARKED_COPY)


def _correct(tab: "PapersTab") -> None:
    certificate = tab.current()
    tab.jobs.read(_labels, certificate.template, then=partial(tab.ask_correction, certificate))


def _labels(session: Any, template: str) -> Any:
    return template_called(session, template).labels_by_field


def _why_not_wrong(certificate: Certificate) -> str:
    return "" if certificate.status in OUT else "只有已打印、已发出的证书可以更正"


def _verify(tab: "PapersTab") -> None:
    VerifyDialog(tab.jobs, tab).open()


def _key(tab: "PapersTab") -> None:
    tab.jobs.read(current_key, then=tab.ask_key)


def _page(tab: "PapersTab") -> None:
    tab.jobs.read(page_told, then=tab.save_page)


def _archive(tab: "PapersTab") -> None:
    tab.make_copy(sign=False)


def _sign(tab: "PapersTab") -> None:
    tab.make_copy(sign=True)


_LASTS = "样张存成可长期保存的 PDF/A-1b"
_SIGNS = "再加本机关的电子签名，改动过就验证不通过"


def _values(session: Any, key: Any) -> list[list[str]]:
    certificate = session.get_one(Certificate, key)
    labels = template_called(session, certificate.template).labels_by_field
    return [[label, certificate.values[key]] for key, label in labels.items()]


class PapersTab(RecordTab):
    """证书: look at what was certified."""

    model = Certificate
    offers = (
        Action("see", "看证书", "certificate", "F2", _see, "one", "按存档内容显示样张"),
        Action("verify", "验证…", "tick", "F4", _verify, tip="扫码、粘贴或选照片，核对真伪"),
        Action(
            "correct", "更正…", "amend", "F3", _correct, "one", "发出去的证书有误", _why_not_wrong
        ),
        Action("key", "验证密钥…", "", "", _key, tip="生成或解锁验证密钥", folded=True),
        Action("archive", "存档件（PDF/A）…", "", "", _archive, "one", _LASTS, folded=True),
        Action("sign", "签名存档件…", "", "", _sign, "one", _SIGNS, folded=True),
        Action("page", "验证网页…", "", "", _page, tip="存成一个网页文件，附失效名单", folded=True),
    )
    children_ = (Child("证书内容", _values, ("项目", "内容")),)
    search_hint = "持证单位、证书编号、空白证流水号"
    nothing_yet = ("还没有证书", "在“发证”里开始制证。")
    grouped_by = "status"

    def presets(self) -> Sequence[Preset]:
        """Offer what is out and what no longer counts."""
        states = CertificateStatus
        wanted = (states.ISSUED, states.PRINTED, states.SUPERSEDED, states.LOST, states.VOID)
        return [Preset(s.label, (Filter("status", among=(s.value,)),)) for s in wanted]

    def tone(self, record: Any, key: str) -> str:
        """Colour the status."""
        return tone_of(record.status) if key == "status" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return whose it is, and its status."""
        title = f"{record.organization.name}　{record.copy.label}"
        return title, record.status.label, tone_of(record.status)

    def see(self, mode: PrintMode) -> None:
        """Show the page as it was kept."""
        certificate = self.current()
        title = f"{certificate.organization.name}登记证书（{certificate.copy.label}）样张"
        show = partial(self._show, title)
        self.jobs.read(page_of, certificate.id, mode, then=show)

    def ask_correction(self, certificate: Any, labels: Any) -> None:
        """Ask what is wrong with it."""
        CorrectionOfSheetDialog(self.jobs, self, certificate, labels).open()

    def ask_key(self, key: Any) -> None:
        """Ask for the password of the key, or for a new key."""
        KeyDialog(self.jobs, self, key).open()

    def save_page(self, page: str) -> None:
        """Ask where the page that verifies without a network is kept."""
        self._ask_where("登记证书验证.html", page.encode(), "验证网页")

    def make_copy(self, *, sign: bool) -> None:
        """Make the copy for the file, and ask where it is kept."""
        certificate, workspace = self.current(), self.jobs.workspace
        name = f"{certificate.organization.name}登记证书存档件 {certificate.number}.pdf"
        make = partial(file_copy, certificate=certificate.id, sign=sign)
        self.jobs.do(
            lambda: workspace.read(make),
            lambda pdf: self._ask_where(name, pdf, "存档件"),
            watch=self.jobs.watch("正在制作存档件"),
        )

    def write_file(self, data: bytes, what: str, name: str) -> None:
        """Write what was made to where it is kept."""
        said = f"{what}已写入 {name}"
        self.jobs.do(lambda: write_bytes(Path(name), data), lambda _n: self.jobs.said.emit(said))

    def _ask_where(self, name: str, data: bytes, what: str) -> None:
        dialog = QFileDialog(self, f"{what}：另存为")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.selectFile(name)
        dialog.fileSelected.connect(partial(self.write_file, data, what))
        dialog.open()

    def _show(self, title: str, pdf: bytes) -> None:
        PrintDialog(self.jobs, title, pdf, self).open()
