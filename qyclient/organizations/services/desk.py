"""The desk an import passes over: what the register knows, and what the rows so far have said."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from qyclient.office.services import office_of
from qyclient.organizations.models import AnnualReview, Organization
from qyclient.organizations.rules.checks import problems
from qyclient.organizations.rules.lists import ENDED, OrgStatus
from qyclient.organizations.services.agreement import agrees_masked, differs, rounded
from qyclient.organizations.services.bodies import Body, Changes, Row
from qyclient.organizations.services.ledgers import Rule
from qyclient.organizations.services.matching import Known, known_of, reviews_by_body
from qyclient.organizations.services.readings import Reading
from qyclient.records.base import field_of, fields_of
from qyclient.store.bulk import Amended, add, amend


class Desk:
    """Decides row by row, and keeps at the end what was decided."""

    def __init__(self, session: Session, rows: Sequence[Reading]) -> None:
        self._session = session
        self._today = session.info["today"]
        self._office = office_of(session)
        self._stored = known_of(session, [row.facts for row in rows])
        self._reviews = reviews_by_body(session, self._stored.keys)
        self._seen = Known()
        self._bodies: dict[int, Body] = {}

    def judge(self, reading: Reading) -> Row:
        """Decide what becomes of a row, and remember it for those that follow."""
        if reading.line.aside:
            return _row(reading, "skipped", {"": reading.line.aside})
        twin = self._twin(reading)
        found = dict(reading.problems)
        body = twin or self._body(reading, found)
        moved = _moved(reading, body)
        reviews = {y: c for y, c in reading.reviews.items() if body.reviews.get(y) != c}
        found |= _missing(reading, body) | _disagreements(reading, body.facts)
        now = {**body.facts, **moved}
        found |= {k: s for k, s in problems(now, self._today).items() if k in reading.facts}
        if twin and (moved or reviews) and not found:
            found |= _contradiction(twin, moved)
        if found:
            return _row(reading, "held", found)
        self._remember(reading, body)
        if twin or (body.stored and not moved and not reviews):
            return _row(reading, "unchanged", {})
        changes = _side_by_side(body.facts, moved) if body.stored else ()
        body.take(moved, reviews)
        self._seen.add(body.facts, body)
        return _row(reading, "changed" if body.stored else "new", {}, changes)

    def write(self) -> None:
        """Keep what was decided, many records at a time."""
        fresh = [body for body in self._bodies.values() if body.stored is None]
        keys = add(self._session, Organization, [body.facts for body in fresh])
        for body, key in zip(fresh, keys, strict=True):
            body.key = key
        changed = [
            Amended(body.stored, body.moved)
            for body in self._bodies.values()
            if body.stored is not None and body.moved
        ]
        amend(self._session, Organization, changed)
        add(
            self._session, AnnualReview, [r for b in self._bodies.values() for r in b.new_reviews()]
        )
        amend(
            self._session,
            AnnualReview,
            [r for b in self._bodies.values() for r in b.changed_reviews()],
        )

    def _twin(self, reading: Reading) -> Body | None:
        """Return the body an earlier row meant; a code the register knows says more than a name."""
        twin, _ = self._seen.get(reading.facts)
        stored = self._stored.by_code.get(reading.facts.get("uscc", ""))
        return twin if twin is None or stored in (None, twin.stored) else None

    def _body(self, reading: Reading, found: dict[str, str]) -> Body:
        stored, by = self._stored.get(reading.facts)
        code = reading.facts.get("uscc")
        if stored is not None and by != "uscc" and code and stored.uscc not in (None, code):
            if stored.status not in ENDED:
                called = _label(by)
                found["uscc"] = f"名册中同一{called}的记录代码是 {stored.uscc}，与本行不同，请核对"
            stored = None
        if stored is None:
            return Body(self._assumed())
        facts = {f.key: getattr(stored, f.key) for f in fields_of(Organization)}
        reviews = self._reviews.get(stored.id, {})
        conclusions = {year: review.conclusion for year, review in reviews.items()}
        return Body(facts, stored, conclusions, reviews, stored.id)

    def _assumed(self) -> dict[str, Any]:
        return {
            **{field.key: None for field in fields_of(Organization)},
            "status": OrgStatus.ACTIVE,
            "area_code": self._office.area_code,
            "registration_authority": self._office.name,
        }

    def _remember(self, reading: Reading, body: Body) -> None:
        body.place = body.place or f"“{reading.ledger.sheet.name}”第 {reading.number} 行"
        self._bodies.setdefault(id(body), body)
        self._seen.add(body.facts, body)


def _moved(reading: Reading, body: Body) -> dict[str, Any]:
    """Return what a row changes; what is only rounded differently is no change."""
    return {
        key: value
        for key, value in reading.facts.items()
        if differs(key, body.facts.get(key), value)
        and not (body.stored and body.facts.get(key) is not None and _only_fills(reading, key))
        and _rounding(reading, key, body.facts) is not True
    }


def _only_fills(reading: Reading, key: str) -> bool:
    return reading.ledger.decisions.rules.get(key) is Rule.FILL


def _missing(reading: Reading, body: Body) -> dict[str, str]:
    found: dict[str, str] = {}
    if not reading.facts.get("name") and "name" not in reading.problems:
        found["name"] = "缺少名称，请补填"
    if reading.facts.get("org_type") is None and body.stored is None:
        found["org_type"] = "看不出是社会团体、民办非企业单位还是基金会，请补填种类"
    return found


def _contradiction(twin: Body, moved: dict[str, Any]) -> dict[str, str]:
    labels = "、".join(_label(key) for key in moved) or "年检结论"
    return {next(iter(moved), "name"): f"与{twin.place}重复，但{labels}不同，请核对"}


def _side_by_side(
    before: dict[str, Any], moved: dict[str, Any]
) -> tuple[tuple[str, str, str], ...]:
    """Return what changes in a record, as a person reads it."""
    fields = [(field_of(Organization, key), before.get(key), new) for key, new in moved.items()]
    return tuple(
        (shown.label, "" if old is None else shown.kind.format(old), shown.kind.format(new))
        for shown, old, new in fields
    )


def _row(
    reading: Reading,
    outcome: str,
    found: dict[str, str],
    changes: Changes = (),
) -> Row:
    cells = [reading.cell(key) for key in found]
    reasons = tuple(f"{c} {s}".strip() for c, s in zip(cells, found.values(), strict=True))
    name = str(reading.facts.get("name") or reading.texts.get("name", ""))
    sheet = reading.ledger.sheet.name
    where = next(filter(None, cells), "")
    return Row(reading.ledger.file, sheet, reading.number, outcome, name, where, reasons, changes)


def _disagreements(reading: Reading, stored: dict[str, Any]) -> dict[str, str]:
    """Return what is masked or rounded in a row and does not fit what is stored."""
    found: dict[str, str] = {}
    for key in reading.masked:
        if not agrees_masked(key, stored.get(key), reading.texts[key]):
            found[key] = f"{_label(key)}打了码，与库中的不符，不能采用；请填写完整或留空"
    for key in reading.facts:
        if _rounding(reading, key, stored) is False:
            amount = field_of(Organization, key).kind.format(stored[key])
            found[key] = f"{_label(key)}像是四舍五入的数，与库中的 {amount} 元不符，请填写完整金额"
    return found


def _rounding(reading: Reading, key: str, stored: dict[str, Any]) -> bool | None:
    if stored.get(key) is None or key not in reading.texts:
        return None
    if field_of(Organization, key).kind.name != "money":
        return None
    return rounded(stored.get(key), reading.facts[key], reading.texts[key])


def _label(key: str) -> str:
    return field_of(Organization, key).label
