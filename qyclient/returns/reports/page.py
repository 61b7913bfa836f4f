"""A return as a PDF: signed by the head, sealed over the name of the office."""

from qyclient.paper.pdf.form_pages import form_pdf
from qyclient.paper.report import Heading
from qyclient.records.dates import format_date
from qyclient.returns.reports.sheet import Made, table_of


def return_pdf(made: Made, heading: Heading) -> bytes:
    """Return the page for the seal; the same figures give the same bytes."""
    signed = (made.head, made.checker, heading.operator, "", format_date(heading.made_on))
    return form_pdf(table_of(made, heading), made.filled.layout.rows, heading, signed)
