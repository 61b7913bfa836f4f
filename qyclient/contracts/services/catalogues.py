"""指导性目录: those shipped, those read from a sheet; versions stand beside each other."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.assets import asset
from qyclient.contracts.models import Catalogue, CatalogueItem
from qyclient.contracts.rules import ServiceKind
from qyclient.errors import Invalid, Refused
from qyclient.paper.ledger.headings import Names, find_layout, names_of
from qyclient.paper.ledger.rows import lines
from qyclient.paper.reading import read_workbook
from qyclient.progress import Progress
from qyclient.records.base import fields_of
from qyclient.records.dates import parse_date
from qyclient.store.bulk import add
from qyclient.store.entry import entered
from qyclient.store.listing import of

_FIELDS = {field.key: field for field in fields_of(CatalogueItem) if field.target is None}
_NEEDED = ("code", "name")
_TOP, _DEEPEST = 1, 3


def bring_shipped(session: Session) -> int:
    """Take in the catalogues that come with the program; those that are there stay as they are."""
    made = 0
    for written in json.loads(asset("catalogues/guiding.json").read_text("utf-8"))["catalogues"]:
        if session.scalar(select(Catalogue).where(Catalogue.name == written["name"])) is None:
            _keep(session, written, _rows(written["items"]))
            made += 1
    return made


def read_catalogue(path: Path, progress: Progress) -> list[dict[str, str]]:
    """Return the items of a sheet with codes and names; refuse a file without any."""
    names = Names(names_of(_FIELDS.values()))
    rows: list[dict[str, str]] = []
    for sheet in read_workbook(path, progress):
        layout = find_layout(sheet, names, _NEEDED) if sheet.visible else None
        if layout is None:
            continue
        for line in lines(sheet, layout):
            columns = ((column.key, column.index) for column in layout.columns)
            texts = {key: line.texts.get(index, "") for key, index in columns if key}
            if not line.aside and texts.get("code"):
                rows.append(texts)
    if not rows:
        raise Refused("没有找到目录事项：表头里要有“代码”和“事项”。")
    return rows


def enter_catalogue(
    session: Session, texts: Mapping[str, str], rows: Sequence[Mapping[str, str]]
) -> Catalogue:
    """Keep a catalogue with its items; a wrong row refuses the whole, named by its code."""
    made = entered(session, Catalogue, texts)
    session.add(made)
    session.flush()
    problems = {row.get("code", ""): p for row in rows if (p := _problem(row))}
    if problems:
        raise Invalid({f"item{n}": said for n, said in enumerate(problems.values())})
    _add(session, made, [_item(row) for row in rows])
    return made


def items_of(session: Session, catalogue: UUID) -> Sequence[CatalogueItem]:
    """Return the items of a catalogue, in the order of their codes."""
    found = of(session, CatalogueItem, "catalogue", catalogue)
    return sorted(found, key=lambda item: item.code)


def in_force_on(session: Session, day: date) -> Sequence[Catalogue]:
    """Return the catalogues that hold on a day."""
    found = session.scalars(select(Catalogue).order_by(Catalogue.since.desc())).all()
    return [
        one
        for one in found
        if (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
    ]


def _keep(session: Session, written: Mapping[str, Any], items: list[dict[str, Any]]) -> None:
    made = Catalogue(
        name=written["name"],
        issuer=written["issuer"],
        document=written["document"],
        since=parse_date(written["from"]) if written["from"] else None,
        until=parse_date(written["to"]) if written["to"] else None,
        note=written["evidence"],
    )
    session.add(made)
    session.flush()
    _add(session, made, items)


def _rows(items: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of nested items: code, name, kind, and those below."""
    found: list[dict[str, Any]] = []

    def walk(some: Sequence[Mapping[str, Any]], upper: str, level: int, kind: str) -> None:
        for one in some:
            sort = one.get("kind", kind)
            found.append(
                {
                    "code": one["code"],
                    "name": one["name"],
                    "level": level,
                    "upper": upper or None,
                    "service_kind": ServiceKind[sort],
                    "remark": None,
                }
            )
            walk(one.get("items", ()), one["code"], level + 1, sort)

    walk(items, "", _TOP, "PUBLIC")
    return found


def _add(session: Session, catalogue: Catalogue, items: Sequence[Mapping[str, Any]]) -> None:
    add(session, CatalogueItem, [{**item, "catalogue_id": catalogue.id} for item in items])


def _problem(row: Mapping[str, str]) -> str:
    try:
        item = _item(row)
    except ValueError as problem:
        return f"{row.get('code', '')} {row.get('name', '')}：{problem}"
    if not item["name"]:
        return f"{row['code']}：缺少事项名称"
    if not _TOP <= item["level"] <= _DEEPEST:
        return f"{row['code']}：级次应为 1、2、3"
    return ""


def _item(row: Mapping[str, str]) -> dict[str, Any]:
    level = row.get("level", "").strip()
    kind = row.get("service_kind", "").strip()
    code = row["code"].strip()
    usual = ServiceKind.OWN_NEED if code.upper().startswith("B") else ServiceKind.PUBLIC
    return {
        "code": code,
        "name": row.get("name", "").strip(),
        "level": _FIELDS["level"].kind.parse(level) if level else _TOP + len(code) // 2 - 1,
        "upper": row.get("upper", "").strip() or None,
        "service_kind": _FIELDS["service_kind"].kind.parse(kind) if kind else usual,
        "remark": row.get("remark", "").strip() or None,
    }
