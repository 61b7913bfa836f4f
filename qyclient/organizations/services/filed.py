"""备案记录: what a filing writes into the register, as its sort declares it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused, refuse
from qyclient.organizations.models import FiledFact, Matter, MatterStep, Officer, Organization
from qyclient.organizations.rules.matter_facts import GROUND, FactSheet, sheets, told
from qyclient.organizations.rules.matter_kinds import MatterKind
from qyclient.organizations.rules.votes import concerns, day_problems, vote_problems
from qyclient.records.dates import PartialDate
from qyclient.records.field import clean
from qyclient.store.listing import of
from qyclient.store.rows import entered_under, rows_of

_LEAVES, _AGAIN, _COMES = "离任", "连任", "任职"


def filed_application(
    kind: MatterKind, applied: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """Return what an application tells, checked by the declaration of its sort."""
    texts = {key: values[0].strip() for key, values in applied.items() if values[0].strip()}
    sheet = sheets().get(kind.key)
    if sheet is None or set(texts) <= {GROUND}:
        return {key: ["", *values] for key, values in applied.items()}
    if unknown := [key for key in texts if key != GROUND and sheet.field(key) is None]:
        raise Refused(f"{kind.label}不含“{unknown[0]}”。")
    _values(sheet, texts)
    return {key: ["", text, ""] for key, text in texts.items()}


def concerns_of(session: Session, key: UUID) -> list[str]:
    """Return where an application falls short of a rule, for who examines it."""
    matter = session.get_one(Matter, key)
    sheet = sheets().get(matter.kind)
    texts = _texts(matter)
    if sheet is None or set(texts) <= {GROUND}:
        return []
    return concerns(sheet.checks, _values(sheet, texts), matter.filed_on)


def keep_filed(session: Session, matter: Matter, step: MatterStep) -> None:
    """Write what was filed into the register; what it takes the place of ends the day before."""
    body, sheet = matter.organization, sheets().get(matter.kind)
    if body is None:
        raise Refused(f"办件 {matter.number} 还没有对应的社会组织。")
    texts = _texts(matter)
    values = _values(sheet, texts) if sheet and not set(texts) <= {GROUND} else {}
    day = matter.decided_on or step.signed_on or step.done_on
    since = values.get(sheet.since) if sheet and sheet.since else None
    until = values.get(sheet.until) if sheet and sheet.until else None
    begins: date = since or day
    if sheet and sheet.same is not None:
        _supersede(session, body, matter.kind, begins, {key: texts.get(key) for key in sheet.same})
    content = "；".join(f"{label} {text}" for label, text in told(matter.kind, matter.application))
    session.add(
        FiledFact(
            organization=body,
            kind=matter.kind,
            content=content,
            since=begins,
            until=until,
            matter=matter,
            facts=texts,
        )
    )


def seat_officers(session: Session, matter: Matter, step: MatterStep) -> None:
    """负责人备案: who comes into office is entered, who leaves has his term ended."""
    keep_filed(session, matter, step)
    body, sheet = matter.organization, sheets()[matter.kind]
    for number, row in enumerate(sheet.rows(_texts(matter)), 1):
        if body is not None:
            _seat(session, body, row, number)


def filed_of(session: Session, key: UUID) -> Sequence[FiledFact]:
    """Return what a body filed, the newest first."""
    found = of(session, FiledFact, "organization", key)
    return sorted(found, key=lambda one: (one.since, one.id), reverse=True)


def _seat(session: Session, body: Organization, row: Mapping[str, str], number: int) -> None:
    action, since = row["action"], row["since"]
    if action in {_LEAVES, _AGAIN}:
        mine = [
            one
            for one in rows_of(session, Officer, "organization", body.id)
            if one.name == row["name"] and one.term_end is None
        ]
        if not mine:
            raise Invalid({"officers": f"第 {number} 行：{row['name']}不在任，不能{action}"})
        for one in mine:
            one.term_end = PartialDate(since)
    if action in {_COMES, _AGAIN}:
        texts = {key: row.get(key, "") for key in ("name", "post", "id_no", "phone")}
        officer = entered_under(session, Officer, {**texts, "term_start": since}, organization=body)
        session.add(officer)


def _supersede(
    session: Session, body: Organization, kind: str, since: date, same: Mapping[str, Any]
) -> None:
    for older in of(session, FiledFact, "organization", body.id):
        agrees = all(older.facts.get(key) == text for key, text in same.items())
        if older.kind == kind and older.until is None and agrees:
            older.until = max(older.since, since)


def _texts(matter: Matter) -> dict[str, str]:
    return {key: values[1] for key, values in matter.application.items() if values[1]}


def _values(sheet: FactSheet, texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of an application; refuse what cannot be, each beside its field."""
    whole = {field.key: texts.get(field.key, "") for field in sheet.fields}
    values = clean(sheet.fields, whole, lambda _model, _name: None)
    found = {
        key: f"最多 {most} 个字，现有 {len(texts[key])} 个"
        for key, most in sheet.most.items()
        if len(texts.get(key, "")) > most
    }
    found |= vote_problems(values) if "votes" in sheet.checks else {}
    found |= day_problems(values, sheet.since, sheet.until)
    for number, row in enumerate(sheet.rows(texts), 1):
        lines = sheet.lines.fields if sheet.lines else ()
        try:
            clean(lines, {f.key: row.get(f.key, "") for f in lines}, lambda _model, _name: None)
        except Invalid as no:
            found["lines"] = f"第 {number} 行：{no}"
    refuse(found)
    return values
