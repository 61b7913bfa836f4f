"""受限人员: whether a person led a body that was revoked, by the number of his paper.

Each answer names the registers that were searched, and of which day they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid
from qyclient.office.rules.limits import dated
from qyclient.organizations.models import Officer, Organization
from qyclient.organizations.rules.lists import ENDED, CreditList, OrgStatus, OrgType
from qyclient.organizations.services.credit import listed
from qyclient.records.identity import mask_id
from qyclient.records.kinds import PAPER_NUMBER
from qyclient.store.listing import linked, standing

_FORCED = frozenset(ENDED - {OrgStatus.DEREGISTERED})
_ONE_ONLY = (OrgType.SOCIAL_GROUP, OrgType.FOUNDATION)
_REP = "法定代表人"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing a register says of a person."""

    register: str
    says: str
    citation: str


@dataclass(frozen=True, slots=True)
class Searched:
    """核查结果: what was found of a person, in which registers, of which day."""

    number: str
    on: date
    registers: Sequence[str]
    hits: Sequence[Hit]

    @property
    def told(self) -> str:
        """Return the answer in one sentence."""
        where = "；".join(self.registers)
        said = f"有 {len(self.hits)} 处记录" if self.hits else "没有记录"
        return (
            f"{mask_id(self.number)}：{said}。查了：{where}，截至 {self.on}；未联网，不含外地登记。"
        )


def search_person(session: Session, number: str) -> Searched:
    """Return what our registers say of the person of an identity paper's number."""
    if not number.strip():
        raise Invalid({"number": "请填写证件号码"})
    try:
        whole = PAPER_NUMBER.parse(number)
    except ValueError as problem:
        raise Invalid({"number": str(problem)}) from problem
    rows = {row["key"]: row for row in dated("restricted")["registers"]}
    posts = [*_posts(session, whole)]
    serious = {key for key, on in listed(session).items() if CreditList.SERIOUS in on}
    hits: list[Hit] = []
    for body, post in posts:
        for key in _registers_of(body, post, serious):
            row = rows[key]
            since = listed(session).get(body.id, {}).get(CreditList.SERIOUS, "")
            says = row["says"].format(
                body=body.name, status=body.status.label, post=post, since=since
            )
            hits.append(Hit(row["label"], says, row["citation"]))
    labels = [row["label"] for row in rows.values()]
    return Searched(whole, session.info["today"], labels, hits)


def _posts(session: Session, number: str) -> Iterator[tuple[Any, str]]:
    """Yield every body that a person leads or led, with the post."""
    mine = select(Organization).where(
        Organization.legal_rep_id_no == number, standing(Organization)
    )
    for body in session.scalars(mine):
        yield body, _REP
    theirs = linked(Officer).where(Officer.id_no == number, standing(Officer))
    for officer in session.scalars(theirs):
        yield officer.organization, officer.post.label


def _registers_of(body: Any, post: str, serious: set[Any]) -> Iterator[str]:
    if body.status in _FORCED:
        yield "HEADS"
    elif body.status not in ENDED and post == _REP:
        if body.id in serious:
            yield "SERIOUS"
        if body.org_type in _ONE_ONLY:
            yield "OTHER"
