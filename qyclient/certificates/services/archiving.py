"""存档件: the marked copy of a certificate as PDF/A-1b, signed if the office wants; checked."""

from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.certificates.rules import PrintMode
from qyclient.certificates.services.making import page_of
from qyclient.certificates.services.printing import the_certificate
from qyclient.certificates.services.signing import file_certificates, file_key
from qyclient.paper.pdf.archive import archival

if TYPE_CHECKING:
    from qyclient.paper.pdf.signing import Signed

_MARK = b"/ByteRange"
"""Stands in every signed PDF, and in no other of ours."""


def file_copy(session: Session, certificate: UUID, *, sign: bool) -> bytes:
    """Return the copy for the file: PDF/A-1b, and signed (PAdES B-B) if asked; no certificate."""
    kept = the_certificate(session, certificate)
    key, own = file_key(session) if sign else (None, b"")
    title = f"{kept.organization.name} 登记证书存档件 {kept.number}"
    page = page_of(session, certificate, PrintMode.MARKED_COPY)
    copy = archival(page, title, to_be_signed=sign)
    signed: bytes = _signing().signed(copy, key, own, "存档") if sign else copy
    return signed


def signature_told(session: Session, pdf: bytes) -> tuple[bool, str] | None:
    """Return whether the signature of a copy holds, with a sentence; None if there is none."""
    found: Signed | None = _signing().signature_of(pdf) if _MARK in pdf else None
    if found is None:
        return None
    if not found.intact:
        return False, "验证不通过：这份存档件签名之后被改动过，请以登记数据里的存档为准。"
    if found.certificate not in file_certificates(session):
        return False, f"签名完好，但不是本机关签的（{found.by}），请核对来源。"
    when = f"{found.at:%Y-%m-%d %H:%M}" if found.at else "时间不明"
    return True, f"验证通过：本机关（{found.by}）{when} 签名的存档件，内容未改动。"


def _signing() -> Any:
    """Load what signs when it is first needed: it is large, and a start does without."""
    return import_module("qyclient.paper.pdf.signing")
