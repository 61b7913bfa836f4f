"""验证: a code is held against the office's keys, then against what the register kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from qyclient.certificates import rules
from qyclient.certificates.reports import verify_page
from qyclient.certificates.rules import proof
from qyclient.certificates.services.archiving import signature_told
from qyclient.certificates.services.signing import gone_told, kept_for, publics, status_list
from qyclient.certificates.services.templates import current_template, template_called
from qyclient.errors import Refused
from qyclient.office.services import office_of
from qyclient.paper.pdf.raster import page_text
from qyclient.paper.scans import codes_in

_MOST_PIXELS = 120_000_000
_MOST_BYTES = 60_000_000
_PDF = b"%PDF"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: whether it holds, why, and every certified field to be compared."""

    good: bool
    sentence: str
    fields: Sequence[tuple[str, str]]

    @property
    def told(self) -> str:
        """Return it as lines of text."""
        lines = [self.sentence, *(f"{label}：{text}" for label, text in self.fields)]
        return "\n".join([*lines, proof.NOT_A_LICENCE])


def check_text(session: Session, text: str, paper: str = "") -> Verdict:
    """Check the text of a code; `paper` is what else stands on the page it was read from.

    A copy that was tampered with is refused with each field that differs: in the code, as far as
    the register knows the sheet, or on the page beside it.
    """
    said = proof.claimed(text)
    if said is None:
        raise Refused("这不是本机关证书的验证码，请重新扫描或粘贴完整。")
    labels = _labels(session, str(said.get("t", "")))
    shown = _shown(said, labels)
    kept = kept_for(session, said)
    values = _kept_values(session, kept.template, kept.values) if kept else {}
    claimed = {str(key): str(value) for key, value in dict(said.get("f") or {}).items()}
    try:
        read = proof.read(text, publics(session))
    except Refused as no:
        found = proof.differences(claimed, values, labels) if kept else []
        told = "；".join(found) or "登记数据里没有这张证书，无法指出改了哪一项"
        return Verdict(False, f"验证不通过。{no}{told}。", shown)
    found = _unlike(read.fields, paper, labels) if paper else []
    if kept is not None:
        found += proof.differences(read.fields, values, labels)
    if found:
        return Verdict(False, f"验证不通过，与签发内容不同：{'；'.join(found)}。", shown)
    if kept is None:
        return Verdict(True, "签名有效，是本机关签发；登记数据里没有这张证书的现状。", shown)
    if kept.status in {rules.CertificateStatus.ISSUED, rules.CertificateStatus.PRINTED}:
        return Verdict(True, f"验证通过：本机关签发，内容未改动，现在{kept.status.label}。", shown)
    return Verdict(False, f"签名有效，但这张证书已失效：{gone_told(kept)}。", shown)


def check_file(session: Session, path: Path) -> Verdict:
    """Check the code in a picture, a PDF or a text file; a PDF's own text is compared too."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _MOST_BYTES else b""
    except OSError as error:
        raise Refused(f"“{path.name}”打不开，请检查文件是否存在。") from error
    if not data:
        raise Refused(f"“{path.name}”是空的，或大得不像一张证书，请换一个文件。")
    if data.startswith(_STARTS):
        return check_text(session, data.decode("ascii", "replace"))
    is_pdf = data.startswith(_PDF)
    if is_pdf and (signature := signature_told(session, data)) is not None:
        return Verdict(*signature, [])
    found = codes_in(data, picture=not is_pdf, most_pixels=_MOST_PIXELS)
    ours = [code for code in found if proof.claimed(code) is not None]
    if not ours:
        raise Refused(f"“{path.name}”里没有找到本机关的验证码；请拍得近一些、正一些，再试。")
    return check_text(session, ours[0], "".join(page_text(data)) if is_pdf else "")


_STARTS = (proof.STATEMENT + ".").encode()


def all_labels(session: Session) -> Mapping[str, Mapping[str, str]]:
    """Return what the boxes of every stock are called, by its key."""
    return {stock: current_template(session, stock).labels_by_field for stock in rules.STOCKS}


def page_told(session: Session) -> str:
    """Return the page that verifies without a network, with today's signed list in it."""
    listed = status_list(session)
    return verify_page(office_of(session).name, [*publics(session)], all_labels(session), listed)


def _labels(session: Session, stock: str) -> Mapping[str, str]:
    return current_template(session, stock).labels_by_field if stock in rules.STOCKS else {}


def _shown(said: Mapping[str, object], labels: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return every certified field with its label, whoever signed it."""
    heads = {"o": "发证机关", "n": "发证编号", "c": "正副本", "b": "空白证流水号", "d": "发证日期"}
    fields = said.get("f")
    rows = [(label, str(said.get(key) or "")) for key, label in heads.items()]
    if isinstance(fields, dict):
        rows += [(labels.get(key, key), str(value)) for key, value in fields.items()]
    return rows


def _kept_values(session: Session, template: str, values: Mapping[str, str]) -> Mapping[str, str]:
    labels = template_called(session, template).labels_by_field
    return {key: values[key] for key in labels if values.get(key)}


def _unlike(fields: Mapping[str, str], paper: str, labels: Mapping[str, str]) -> list[str]:
    """Return each certified value that does not stand on the page, as one reads it there."""
    page = "".join(paper.split())
    return [
        f"{labels.get(key, key)}：验证码上是“{text}”，纸面上不是"
        for key, text in fields.items()
        if "".join(text.split()) not in page
    ]
