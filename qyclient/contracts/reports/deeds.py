"""The papers of a contract as pages: text, notices, supplement, acceptance, ledger."""

from qyclient.contracts.reports.contract_facts import Deed
from qyclient.contracts.reports.texts import made_of
from qyclient.paper.report import Heading
from qyclient.records.dates import format_date


def contract_paper(text: str, deed: Deed, heading: Heading) -> bytes:
    """Return a paper of a contract as PDF, in the words of `text`."""
    made = {"office": heading.office, "date": format_date(heading.made_on)}
    return made_of(text, deed.facts() | made, heading)
