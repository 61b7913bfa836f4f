"""What is printed of 登记证书: the sheets themselves, the count of the stock, slips to sign."""

from collections.abc import Sequence

from qyclient.certificates.reports.count import COUNT_SHEET, count_pdf
from qyclient.certificates.reports.sheets import (
    FOOTER,
    RESTORED,
    RESTORED_FOOTER,
    WATERMARK,
    Job,
    calibration_sheet,
    certificate_pdf,
    cross_sheet,
    marked_copy,
    overprint,
    print_run,
    restored_copy,
    shipped_template,
)
from qyclient.certificates.reports.slips import Notice, notices_pdf, receipt_pdf, slip_pdf
from qyclient.certificates.reports.verify_page import verify_page
from qyclient.paper.report import Report

REPORTS: Sequence[Report] = (COUNT_SHEET,)

__all__ = [
    "FOOTER",
    "REPORTS",
    "RESTORED",
    "RESTORED_FOOTER",
    "WATERMARK",
    "Job",
    "Notice",
    "calibration_sheet",
    "certificate_pdf",
    "count_pdf",
    "cross_sheet",
    "marked_copy",
    "notices_pdf",
    "overprint",
    "print_run",
    "receipt_pdf",
    "restored_copy",
    "shipped_template",
    "slip_pdf",
    "verify_page",
]
