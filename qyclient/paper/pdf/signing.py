"""签名: PAdES B-B on copies for the file, made and looked at without a network.

Loaded when it is first needed: pyHanko brings in more than everything else together. What a
self-signed certificate shows is that nothing was altered since the office signed, not more.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from asn1crypto import cms as asn1_cms
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from qyclient.paper.pdf.archive import SIGNATURE


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signature says: who, when, whether nothing was altered, and by whose certificate."""

    by: str
    at: datetime | None
    intact: bool
    certificate: bytes


class _AsItIs(IncrementalPdfFileWriter):
    """Adds a signature and nothing else: what a copy says of itself stays what PDF/A checks."""

    def _update_meta(self) -> None:
        pass


def signed(pdf: bytes, key: RSAPrivateKey, certificate: bytes, reason: str) -> bytes:
    """Return a copy that has a field for it, signed (PAdES B-B, ETSI EN 319 142-1)."""
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(plain),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # of theirs
    )
    said = PdfSignatureMetadata(
        field_name=SIGNATURE,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
    )
    out: BytesIO = sign_pdf(_AsItIs(BytesIO(pdf)), said, signer=signer)
    return out.getvalue()


def signature_of(pdf: bytes) -> Signed | None:
    """Return what the signature of a document says; None if it has none.

    Intact means that every byte is what was signed, and that nothing was added afterwards.
    """
    try:
        found = PdfFileReader(BytesIO(pdf), strict=False).embedded_signatures
        if not found:
            return None
        one = found[0]
        certificate = one.signer_cert
        trusted = ValidationContext(trust_roots=[certificate], allow_fetching=False)
        status = validate_pdf_signature(one, signer_validation_context=trusted)
    except (PdfError, ValueError, TypeError, KeyError):
        return Signed("", None, intact=False, certificate=b"")
    whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE and _alone(pdf, one)
    return Signed(
        certificate.subject.native.get("common_name", ""),
        one.self_reported_timestamp,
        intact=bool(status.intact and status.valid and whole),
        certificate=certificate.dump(),
    )


def _alone(pdf: bytes, one: EmbeddedPdfSignature) -> bool:
    """Say whether the room left for the signature holds it and nothing else, as it was written."""
    _start, before, after, _length = one.byte_range
    room = pdf[before:after].strip(b"<>")
    alone: str = asn1_cms.ContentInfo.load(one.pkcs7_content).dump().hex().upper()
    return room == alone.encode().ljust(len(room), b"0")
