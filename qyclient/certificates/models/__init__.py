"""登记证书, the issues they belong to, the blank stock, printers, templates and proof."""

from qyclient.certificates.models.corrections import Correction, CorrectionItem
from qyclient.certificates.models.issues import Issue, OldCopy
from qyclient.certificates.models.papers import Certificate, PaperCertificate
from qyclient.certificates.models.printing import Calibration, PrintLog
from qyclient.certificates.models.proof import SignatureTerm, SigningKey
from qyclient.certificates.models.stock import Blank, StockEntry
from qyclient.certificates.models.templates import OfficeTemplate

__all__ = [
    "Blank",
    "Calibration",
    "Certificate",
    "Correction",
    "CorrectionItem",
    "Issue",
    "OfficeTemplate",
    "OldCopy",
    "PaperCertificate",
    "PrintLog",
    "SignatureTerm",
    "SigningKey",
    "StockEntry",
]
