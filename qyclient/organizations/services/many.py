"""批量办理: one step of many matters of one sort, in one transaction."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Matter
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.matters import Verb, advance, allowed
from qyclient.progress import Progress
from qyclient.store.listing import linked

_NAMED = 5


def allowed_for_all(session: Session, keys: Sequence[UUID]) -> list[Verb]:
    """Return the moves that every one of the matters can be asked for, with what is in the way.

    Refused where they are of several sorts or stand in several places.
    """
    matters = _matters(session, keys)
    places = {(one.kind, one.state) for one in matters}
    if len(places) > 1:
        told = "、".join(
            sorted(f"{kinds()[k].label}（{kinds()[k].flow.states[s].label}）" for k, s in places)
        )
        raise Refused(f"选中的办件事项或环节不同：{told}；请只选相同的。")
    found: dict[str, Verb] = {}
    for matter in matters:
        for verb in allowed(session, matter):
            before = found.get(verb.move.key)
            if before is None or (verb.why_not and not before.why_not):
                why = f"{matter.subject}：{verb.why_not}" if verb.why_not else ""
                found[verb.move.key] = Verb(verb.move, why)
    return [*found.values()]


def advance_many(
    session: Session,
    versions: Mapping[UUID, int],
    move: str,
    answers: Mapping[str, str],
    progress: Progress,
) -> list[Matter]:
    """Do one step of many matters with the same answers; all of them, or none with the reasons."""
    matters = _matters(session, [*versions])
    against: list[str] = []
    for done, matter in enumerate(matters):
        progress.step(done, len(matters), "批量办理")
        try:
            advance(session, matter.id, versions[matter.id], move, answers)
        except Invalid:
            raise  # the answers are the same for all: said beside their fields
        except Refused as no:
            against.append(f"{matter.number} {matter.subject}：{no}")
    if against:
        more = f"\n等 {len(against)} 件" if len(against) > _NAMED else ""
        raise Refused("没有办理任何办件。" + "\n".join(against[:_NAMED]) + more)
    progress.step(len(matters), len(matters), "保存")
    return matters


def _matters(session: Session, keys: Sequence[UUID]) -> list[Matter]:
    found = linked(Matter).where(Matter.id.in_(keys)).order_by(Matter.number)
    return [*session.scalars(found).all()]
