"""Every paper the office can make, and making them: for the command line and the tabs alike."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from qyclient.assets import asset
from qyclient.certificates.rules import Copy, PrintMode
from qyclient.certificates.services import page_of, prepare
from qyclient.contracts.reports import REPORTS as CONTRACTS
from qyclient.contracts.services.bought import bought
from qyclient.contracts.services.network import stations_in
from qyclient.contracts.services.planned import planned_payments
from qyclient.errors import Refused
from qyclient.evaluations.reports import REPORTS as EVALUATIONS
from qyclient.office.services import note_access, office_of
from qyclient.office.services.people import operators
from qyclient.organizations.models import Organization
from qyclient.organizations.reports import REPORTS as ORGANIZATIONS
from qyclient.organizations.services.by_law import said_on
from qyclient.organizations.services.figures import newest_figures
from qyclient.organizations.services.held import held_rows
from qyclient.organizations.services.intake import take_in
from qyclient.organizations.services.ledgers import read_ledgers
from qyclient.organizations.services.register import register
from qyclient.paper.atomic import write_bytes
from qyclient.paper.report import Heading, Report
from qyclient.progress import Silent
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.returns.reports.page import return_pdf
from qyclient.returns.reports.sheet import write_sheet
from qyclient.returns.rules.periods import parse_period
from qyclient.returns.services.filling import Whole, whole
from qyclient.returns.services.telling import made_of
from qyclient.sample.county import fill
from qyclient.workspace import Workspace

GATHERED: Mapping[str, Callable[..., Sequence[Any]]] = {
    "purchases": bought,
    "instalments": planned_payments,
    "network": stations_in,
}
"""What works out the lines of a report that says more than its records do, by its key."""

REPORTS: Sequence[Report] = (*ORGANIZATIONS, *CONTRACTS, *EVALUATIONS)


def write_report(
    workspace: Workspace, name: str, path: Path, day: date | None = None, purpose: str = ""
) -> None:
    """Write a report by its key or title, of today or of a day past.

    Personal data is masked unless a purpose is given; what leaves in full is noted before.
    """
    report = next((r for r in REPORTS if name in (r.key, r.title)), None)
    if report is None:
        known = "、".join(f"{report.key}（{report.title}）" for report in REPORTS)
        raise Refused(f"没有“{name}”这份报表；现有：{known}。")
    if day and day > workspace.today:
        raise Refused("截至日期不能晚于今天。")
    records: Sequence[Any]
    if gather := GATHERED.get(report.key):
        records = workspace.read(
            gather, workspace.page(report.noun, View()), day or workspace.today
        )
    elif day:
        records = workspace.read(said_on, report.noun, day)
    else:
        records = workspace.page(report.noun, View(order=report.order))
    if report.noun is Organization:
        records = _with_figures(workspace, records, (day or workspace.today).year - 1)
    if why := report.why(purpose):
        workspace.write(note_access, "导出", None, report.told(len(records), path), why)
    report.write(path, records, replace(heading(workspace, day), purpose=purpose))


def write_return(workspace: Workspace, key: UUID, path: Path) -> None:
    """Write a return as .xlsx, or as the PDF for the seal, by the ending of the file."""
    found = workspace.read(whole, key)
    made, head = made_of(found, workspace.now()), return_heading(workspace, found)
    if path.suffix.lower() == ".pdf":
        write_bytes(path, return_pdf(made, head))
    else:
        write_sheet(path, made, head)


def return_heading(workspace: Workspace, found: Whole) -> Heading:
    """Return what stands at the head of a return: made by whom, of the end of which period."""
    return replace(
        heading(workspace, parse_period(found.found.period).last), operator=found.found.made_by
    )


def _with_figures(
    workspace: Workspace, bodies: Sequence[Any], year: int
) -> Sequence[SimpleNamespace]:
    """Return bodies each with the figures of its newest year, as ledgers show them."""
    figures = workspace.read(newest_figures, bodies, year)
    keys = [field.key for field in fields_of(Organization)]
    return [
        SimpleNamespace(**{**figures[one.id], **{key: getattr(one, key) for key in keys}})
        for one in bodies
    ]


def heading(workspace: Workspace, day: date | None = None) -> Heading:
    """Return what stands at the head of a paper made now."""
    office = workspace.read(office_of)
    today = workspace.today
    return Heading(office.name, workspace.operator, today, day or today, office.is_sample)


def whole_job(workspace: Workspace, folder: Path) -> Iterator[Path]:
    """Do the main job on the sample county: ledger in, a new body, certificates, sheets out."""
    workspace.write(fill, "441803")
    workspace.operator = workspace.read(operators)[0].name
    ledgers = read_ledgers([asset("samples/ledger.csv")], Silent())
    outcome = workspace.write(take_in, ledgers, "", Silent()).value
    folder.mkdir(parents=True, exist_ok=True)
    held_rows(folder / "待处理行.xlsx", ledgers, outcome)
    yield folder / "待处理行.xlsx"
    body = workspace.write(register, _NEW_BODY, [{"name": "欧阳𬭎", "post": "会长"}]).value
    for copy in Copy:
        kept = workspace.write(prepare, body.id, copy, workspace.today).value
        for mode in PrintMode:
            path = folder / f"登记证书_{copy.label}_{mode.label}.pdf"
            write_bytes(path, workspace.read(page_of, kept.id, mode))
            yield path
    for report in REPORTS:
        path = folder / f"{report.title}{report.suffix}"
        write_report(workspace, report.key, path)
        yield path


_NEW_BODY = {
    "name": "清新区样例乡村阅读促进会",
    "org_type": "社会团体",
    "uscc": "51441803YL95000056",
    "legal_rep": "欧阳𬭎",
    "residence": "清远市清新区太和镇府前路88号",
    "fund_amount": "叁万元",
    "activity_area": "清新区",
    "business_scope": "阅读推广、乡村书屋建设、志愿者培训",
    "business_supervisor": "清远市清新区文化广电旅游体育局",
}
