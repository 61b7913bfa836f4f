"""佐证材料: keeping files with a round, and the photographs its report shows."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.models import Evidence
from qyclient.evaluations.reports.photographs import Photograph
from qyclient.evaluations.services.lookup import the_round
from qyclient.evaluations.services.templates import let_organize, tree_of
from qyclient.organizations.rules.attachments import MOST_PIXELS, PICTURES
from qyclient.organizations.services.attaching import Scan
from qyclient.paper.kept_files import keep, kept
from qyclient.paper.scans import as_pdf, picture_pages
from qyclient.records.dates import format_date
from qyclient.store.listing import of
from qyclient.store.rows import entered_under

_CLOSED = frozenset({"SCORE_CONFIRMED", "ARCHIVED", "RE_EVALUATED", "ABANDONED"})
_FINEST = 1600
"""Pixels along the longer side of a photograph in a report: 260 to the inch."""


def keep_evidence(session: Session, key: UUID, scan: Scan, texts: Mapping[str, str]) -> Evidence:
    """Keep a file with a round, for one of its indicators or for the whole of it."""
    let_organize(session)
    found = the_round(session, key)
    if found.state in _CLOSED:
        raise Refused(f"{found.number} 的结果已确认或已结束，佐证材料不能再加。")
    number = texts.get("indicator", "").split("　")[0].strip()
    nodes = {node.number: node for node in tree_of(session, found.template.id)}
    if number and number not in nodes:
        raise Invalid({"indicator": f"本轮的指标体系没有 {number}"})
    fixed = {
        "name": scan.name, "kind": scan.kind.key, "size": f"{len(scan.data)}",
        "sha256": keep(session.info["folder"], scan.data),
        "added_on": session.info["today"].isoformat(),
        "added_by": session.info["stamp"].operator,
    }  # fmt: skip
    given = {name: texts.get(name, "") for name in ("caption", "taken_on")}
    made = entered_under(session, Evidence, given | fixed, round=found)
    made.indicator = nodes.get(number)
    for one in evidence_of(session, key):
        if (one.sha256, one.indicator) == (made.sha256, made.indicator):
            raise Invalid({"caption": f"这个文件已附入：{one.caption}"})
    session.add(made)
    session.flush()
    return made


def drop_evidence(session: Session, key: UUID, because: str) -> Evidence:
    """作废: say why a file does not belong to the round; it stays where it is."""
    let_organize(session)
    found = session.get_one(Evidence, key)
    if not because.strip():
        raise Invalid({"voided_because": "请填写作废原因"})
    found.voided_because = because.strip()
    return found


def evidence_of(session: Session, key: UUID) -> Sequence[Evidence]:
    """Return what was kept with a round and stands, the first first."""
    return [one for one in of(session, Evidence, "round", key) if not one.voided_because]


def file_seen(session: Session, key: UUID) -> bytes:
    """Return a file as PDF to be looked at; refused where it is no scan."""
    one = session.get_one(Evidence, key)
    data = kept(session.info["folder"], one.sha256)
    if one.kind == "PDF":
        return data
    if one.kind not in PICTURES:
        raise Refused("这种文件不能预览；它仍会和本轮一起保存、备份。")
    return as_pdf(data, MOST_PIXELS)


def photographs(session: Session, key: UUID) -> list[Photograph]:
    """Return the pictures of a round with what is written under each."""
    return [
        Photograph(_told(one), _small(kept(session.info["folder"], one.sha256)))
        for one in evidence_of(session, key)
        if one.kind in PICTURES
    ]


def _told(one: Evidence) -> str:
    of_what = f"{one.indicator.number} {one.indicator.name}：" if one.indicator else ""
    day = f"（{format_date(one.taken_on)}）" if one.taken_on else ""
    return f"{of_what}{one.caption}{day}"


def _small(data: bytes) -> bytes:
    """Return the first page of a picture as JPEG, no finer than it is printed."""
    page = next(picture_pages(data, MOST_PIXELS))
    page.thumbnail((_FINEST, _FINEST))
    written = BytesIO()
    page.save(written, "JPEG", quality=85)
    return written.getvalue()
