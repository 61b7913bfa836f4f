"""名称查重: a name held against its own rules, and against every name that is or was in use."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid
from qyclient.office.models import AddedArea
from qyclient.office.rules.areas import area, areas, heir_of
from qyclient.office.services import office_of
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.name_parts import Parts, forms, parts_of, rows
from qyclient.organizations.rules.naming import (
    ORDER,
    Finding,
    NameCheck,
    Verdict,
    structure_findings,
    word_findings,
)
from qyclient.organizations.services.name_holders import Asked, held_by
from qyclient.organizations.services.name_likeness import similar_to
from qyclient.records.characters import one_line
from qyclient.records.dates import format_date
from qyclient.records.view import View
from qyclient.store.alike import alike, plain, simplified
from qyclient.store.listing import count
from qyclient.store.search import fold
from qyclient.store.spelling import sounds

_SHORTEST = 2


def check_name(
    session: Session,
    name: str,
    org_type: OrgType | None = None,
    people: Sequence[str] = (),
    own: UUID | None = None,
) -> NameCheck:
    """Return what stands against a name; `own` is the matter that applies for it.

    `people` are the applicant and the representative: a person's name as a name needs consent.
    """
    name, today = one_line(name), session.info["today"]
    if len(fold(name)) < _SHORTEST:
        raise Invalid({"name": "请填写完整的名称"})
    places = _places(session)
    parts = parts_of(simplified(name), places, org_type, today)
    found = [
        *_script_findings(name, today),
        *_area_findings(session, parts, today),
        *structure_findings(parts, org_type, today),
        *word_findings(simplified(name), parts, org_type, people, today),
    ]
    keys = alike(session, *_ways(session, name, parts, org_type))
    asked = Asked(name, parts, places, people, own)
    taken = held_by(session, asked, keys)
    told = {finding.record.id for finding in taken}
    near = similar_to(session, parts, places, told) if parts.core else []
    found += [*taken, *near]
    number = count(session, Organization, View())
    registers = f"本机关名册（{number:,} 个，含已注销、撤销的）、曾用名、保留名称和在办申请"
    found.sort(key=lambda finding: ORDER.index(finding.verdict))
    return NameCheck(name, org_type, parts, found, f"{registers}，{format_date(today)}")


def _script_findings(name: str, today: date) -> Iterator[Finding]:
    row = rows("script", today)
    better = zip(name, simplified(name), strict=True)
    wrong = [f"“{was}”应写作“{now}”" for was, now in better if was != now]
    letters = [c for c in name if c.isascii() and c.isalnum()]
    said = [f"{row['reason']}：{'、'.join(wrong)}"] if wrong else []
    said += [f"{row['reason']}，不含字母和数字：{''.join(letters)}"] if letters else []
    yield from (
        Finding(Verdict[row["level"].upper()], "用字", one, row["citation"]) for one in said
    )


def _area_findings(session: Session, parts: Parts, today: date) -> Iterator[Finding]:
    """Say that a name begins with another place than the office answers for, or its old name."""
    office, citation = office_of(session), rows("structure", today)["citation"]
    if not parts.area or any(parts.area.endswith(own) for own in _own(session, now=True)):
        return
    old = [name for name in _own(session, now=False) if parts.area.endswith(name)]
    [now, *_] = [*_own(session, now=True), office.name]
    if old:
        said = f"“{old[0]}”已改为“{now}”，现在的名称应冠“{now}”"
        yield Finding(Verdict.REFUSE, "行政区划", said, citation)
    else:
        said = f"“{parts.area}”不是本机关（{office.name}）的行政区划"
        yield Finding(Verdict.REFUSE, "行政区划", said, citation)


def _places(session: Session) -> frozenset[str]:
    """Return what places are called, and were, and are by us."""
    added = session.scalars(select(AddedArea.name))
    return frozenset({*(place.name for place in areas()), *added})


def _own(session: Session, *, now: bool) -> list[str]:
    """Return what the office's own place is called now, or was before."""
    code = office_of(session).area_code
    if not now:
        heirs = {place.name: heir_of(place) for place in areas() if place.code != code}
        return [name for name, heir in heirs.items() if heir and heir.code == code]
    added = session.scalars(select(AddedArea.name).where(AddedArea.code == code)).all()
    place = area(code)
    return [place.name] if place else [*added]


def _ways(
    session: Session, name: str, parts: Parts, org_type: OrgType | None
) -> tuple[list[str], list[str]]:
    """Return every name that would be taken for this one, written and read.

    清新县 and 清新区 are one place, with the city's name or without; forms may differ.
    """
    own = [*_own(session, now=True), *_own(session, now=False)]
    city = area(f"{office_of(session).area_code[:4]}00")
    begins = {"", parts.area, *own, *(f"{city.name}{place}" for place in own if city)}
    ends = {parts.form, *forms(org_type, session.info["today"])}
    written = {f"{begin}{parts.core}{end}" for begin in begins for end in ends} | {name}
    first, last = ({part: sounds(part)[0] for part in each if part} for each in (begins, ends))
    read = {
        f"{first.get(begin, '')}{middle}{last.get(end, '')}"
        for begin in begins
        for middle in sounds(plain(parts.core))
        for end in ends
    }
    return [*written], [*read]
