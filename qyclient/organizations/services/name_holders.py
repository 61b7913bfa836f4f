"""谁占用着一个名称: bodies that bear it or bore it, approved names, applications under way."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.office.rules.clock import due_on
from qyclient.office.rules.limits import limit
from qyclient.office.rules.workdays import Calendar
from qyclient.office.services import office_of
from qyclient.organizations.models import LegalChange, Matter, Organization, ReservedName
from qyclient.organizations.rules.lists import ENDED, OrgStatus
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.rules.name_parts import Parts, parts_of, rows
from qyclient.organizations.rules.naming import Finding, Verdict
from qyclient.records.dates import format_date
from qyclient.store.alike import plain, shape, simplified
from qyclient.store.listing import linked, standing
from qyclient.store.rows import rows_of
from qyclient.store.spelling import sounds

_SEVERAL = str.maketrans("；;，,/", "、、、、、")
_LOCKS = {OrgStatus.DEREGISTERED: "NAME_LOCK_DEREGISTERED"}
_REVOKED, _RENAMED = "NAME_LOCK_REVOKED", "NAME_LOCK_RENAMED"
_DAY = timedelta(days=1)
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that is asked for: by whom, and in which matter if in one."""

    name: str
    parts: Parts
    places: Collection[str]
    people: Sequence[str]
    own: UUID | None


def held_by(session: Session, asked: Asked, keys: Sequence[UUID]) -> list[Finding]:
    """Return what it means for a name that these records have one like it."""
    judge = _Judge(session, asked)
    found: list[Finding] = []
    for body in _of(session, Organization, keys):
        found += judge.of_body(body)
    for reserved in _of(session, ReservedName, keys):
        found += judge.of_reserved(reserved)
    for matter in _of(session, Matter, keys):
        found += judge.of_matter(matter)
    return found


def _of(session: Session, model: type[Any], keys: Sequence[UUID]) -> Iterator[Any]:
    for first in range(0, len(keys), _AT_ONCE):
        mine = model.id.in_(keys[first : first + _AT_ONCE])
        yield from session.scalars(linked(model).where(mine, standing(model)))


class _Judge:
    """The name that is asked for, held against one record after the other."""

    def __init__(self, session: Session, asked: Asked) -> None:
        self._session, self._asked = session, asked
        self._today: date = session.info["today"]
        self._area = office_of(session).area_code
        self._mine = self._parts(asked.name)
        self._sounds = {*sounds(plain(self._mine.core))}

    def of_body(self, body: Organization) -> Iterator[Finding]:
        """Say what a body means that bears such a name, or bore it."""
        how = self._how(body.name)
        if how:
            yield self._of_bearer(body, *how)
            return
        for former in (body.former_names or "").translate(_SEVERAL).split("、"):
            if former.strip() and (how := self._how(former.strip())):
                yield self._of_former(body, former.strip(), *how)

    def of_reserved(self, reserved: ReservedName) -> Iterator[Finding]:
        """Say that a name was approved, for whom, and until when."""
        how = self._how(reserved.name)
        mine = reserved.matter.id == self._asked.own
        if how is None or mine or reserved.organization or reserved.released_because:
            return
        verdict, way = how
        told = f"{way}：“{reserved.name}”（办件 {reserved.matter.number}）已核准"
        source, until = limit("NAME_RESERVED_MONTHS", self._today).citation, reserved.until
        day = format_date(until)
        if until < self._today:
            verdict, said = (
                Verdict.NOTE,
                f"{told}，{day} 保留期满，可以申请",
            )
        elif reserved.matter.applicant in [*filter(None, self._asked.people)]:
            verdict, said = Verdict.NOTE, f"{told}，由本申请人保留至 {day}"
        else:
            said = f"{told}，保留至 {day}"
        yield Finding(verdict, "保留名称", said, source, reserved)

    def of_matter(self, matter: Matter) -> Iterator[Finding]:
        """Say that somebody else has applied for such a name and waits."""
        how = self._how(matter.subject)
        waits = kinds()[matter.kind].is_new and matter.decided_on is None
        if how and waits and matter.closed_on is None and matter.id != self._asked.own:
            when = format_date(matter.filed_on)
            said = f"{how[1]}：“{matter.subject}”正在申请（办件 {matter.number}，{when}）"
            yield Finding(Verdict.ASK, "在办申请", said, self._one_name, matter)

    @property
    def _one_name(self) -> str:
        return str(rows("one_name", self._today)["citation"])

    def _parts(self, name: str) -> Parts:
        return parts_of(simplified(name), self._asked.places, None, self._today)

    def _how(self, other: str) -> tuple[Verdict, str] | None:
        """Return what is alike between the name and another; nothing if only the index thought."""
        theirs, mine = self._parts(other), self._mine
        if plain(theirs.core + theirs.form) == plain(mine.core + mine.form):
            return Verdict.REFUSE, self._same(other, theirs)
        if plain(theirs.core) == plain(mine.core):
            return Verdict.ASK, f"只有组织形式不同（{theirs.form}、{mine.form}）"
        if shape(theirs.core) == shape(mine.core):
            return Verdict.ASK, "字形相近"
        if self._sounds & {*sounds(plain(theirs.core))}:
            return Verdict.ASK, "读音相同"
        return None

    def _same(self, other: str, theirs: Parts) -> str:
        rest = self._asked.name[len(self._mine.area) :]
        if other[len(theirs.area) :] != rest:
            return "只有繁简或写法不同"
        if theirs.area != self._mine.area:
            return f"相同（“{theirs.area or '无区划'}”与“{self._mine.area or '无区划'}”不作区别）"
        return "相同"

    def _of_bearer(self, body: Organization, verdict: Verdict, way: str) -> Finding:
        code = body.uscc or body.legacy_cert_no or "无代码"
        told = f"{way}：“{body.name}”（{code}，{body.status.label}）"
        if body.area_code and body.area_code[:6] != self._area:
            where = body.registration_authority or body.area_code
            said = f"{told}，由{where}登记，不是同一登记管理机关"
            return Finding(Verdict.NOTE, "重名", said, self._one_name, body)
        if body.status not in ENDED:
            return Finding(verdict, "重名", told, self._one_name, body)
        ended = self._day_of(body, "status", body.status.value)
        return self._locked(body, told, verdict, _LOCKS.get(body.status, _REVOKED), ended)

    def _of_former(self, body: Organization, former: str, verdict: Verdict, way: str) -> Finding:
        told = f"{way}：“{former}”是“{body.name}”的曾用名"
        left = self._day_of(body, "name", former, side="before")
        return self._locked(body, told, verdict, _RENAMED, left)

    def _locked(
        self, body: Organization, told: str, verdict: Verdict, rule: str, since: date | None
    ) -> Finding:
        """Say until when a name stays locked after its body ended, or called itself otherwise."""
        years = limit(rule, self._today)
        source = f"{years.citation}（保留 {years.value} 年）"
        if since is None:
            said = f"{told}；从哪天起不再使用不详，请查档案后判断"
            return Finding(Verdict.ASK, "保留期", said, source, body)
        last = due_on(since, years, Calendar())
        if last is not None and last >= self._today:
            said = f"{told}，{format_date(since)} 起不再使用，{format_date(last + _DAY)} 起才可使用"
            return Finding(verdict, "保留期", said, source, body)
        said = f"{told}，{format_date(since)} 起不再使用，保留期已过"
        return Finding(Verdict.NOTE, "保留期", said, source, body)

    def _day_of(
        self, body: Organization, item: str, value: str, side: str = "after"
    ) -> date | None:
        """Return the last day on which a change in law made an item this, or ended it."""
        changes = rows_of(self._session, LegalChange, "organization", body.id)
        mine = [one for one in changes if one.item == item and getattr(one, side) == value]
        days = [one.effective_on.latest for one in mine if one.effective_on.latest]
        return max(days, default=None)
