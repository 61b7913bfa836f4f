"""专家库: taking in, who may be drawn for a round, drawing before witnesses, calling a reserve."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.models import EvaluationRound, Expert, ExpertDraw, Rater
from qyclient.evaluations.rules.drawing import drawn, keeps_away
from qyclient.evaluations.services.blind import raters_of, same_person
from qyclient.evaluations.services.lookup import let_plan, round_called, the_rater, the_round
from qyclient.evaluations.services.raters import exclude, named_rater
from qyclient.evaluations.services.templates import let_organize
from qyclient.organizations.models import Officer, Organization
from qyclient.store.entry import amended, entered
from qyclient.store.listing import linked, of
from qyclient.store.rows import entered_under

_BETWEEN = "、"


@dataclass(frozen=True, slots=True)
class Pool:
    """Who can be drawn for a round, in the order of the list, and who cannot, each with why."""

    able: Sequence[Expert]
    kept_away: Sequence[tuple[Expert, str]]


def enter_expert(session: Session, texts: Mapping[str, str]) -> Expert:
    """Take somebody into the pool; one person of one unit stands in it once."""
    let_organize(session)
    expert = entered(session, Expert, {"joined_on": session.info["today"].isoformat(), **texts})
    twin = (Expert.name == expert.name) & (Expert.unit == expert.unit)
    if session.scalar(select(Expert.id).where(twin)):
        raise Invalid({"name": f"{expert.unit} 的 {expert.name} 已在专家库"})
    session.add(expert)
    return expert


def amend_expert(session: Session, key: UUID, version: int, texts: Mapping[str, str]) -> Expert:
    """Change what is known of an expert; one with a reason to stop is drawn no more."""
    let_organize(session)
    return amended(session, Expert, key, version, texts)


def rounds_rated(session: Session, expert: Expert) -> list[Rater]:
    """Return in which rounds an expert rated, the newest first."""
    query = linked(Rater).where(Rater.name == expert.name, Rater.unit == expert.unit)
    return list(session.scalars(query.order_by(Rater.id.desc())))


def pool_for(session: Session, key: UUID, specialty: str = "") -> Pool:
    """Return who can be drawn for a round, and why the others of the pool cannot."""
    found = the_round(session, key)
    experts = session.scalars(select(Expert).order_by(Expert.unit, Expert.name)).all()
    wanted = [one for one in experts if specialty.strip() in one.specialty]
    why = {one.id: _why_not(session, found, one) for one in wanted}
    return Pool(
        [one for one in wanted if not why[one.id]],
        [(one, why[one.id]) for one in wanted if why[one.id]],
    )


def draw_experts(session: Session, key: UUID, texts: Mapping[str, str], seed: int) -> ExpertDraw:
    """Draw the third party's raters of a round before witnesses, and name them as its raters."""
    let_organize(session)
    found = the_round(session, key)
    let_plan(found)
    pool = pool_for(session, key, texts.get("specialty", ""))
    listed = [_listed(one) for one in pool.able]
    given = {name: texts.get(name, "") for name in ("specialty", "size", "witnesses")}
    fixed = {"drawn_on": session.info["today"].isoformat(), "seed": f"{seed}",
             "pool": "\n".join(f"{n} {one}" for n, one in enumerate(listed, 1)) or "没有",
             "avoided": "\n".join(f"{_listed(one)}：{why}" for one, why in pool.kept_away),
             "drawn": "待抽取", "operator": session.info["stamp"].operator}  # fmt: skip
    made = entered_under(session, ExpertDraw, given | fixed, round=found)
    if not 0 < made.size <= len(listed):
        raise Invalid({"size": f"可抽的专家有 {len(listed)} 人，请填 1 到 {max(1, len(listed))}"})
    chosen, reserves = drawn(listed, made.size, seed)
    made.drawn, made.reserves = _BETWEEN.join(chosen), _BETWEEN.join(reserves) or None
    session.add(made)
    session.flush()
    for one in chosen:
        _name(session, found, one)
    return made


def call_up(session: Session, key: UUID, because: str) -> Rater:
    """递补: somebody drawn cannot come; the first reserve left takes his place."""
    let_organize(session)
    declined = the_rater(session, key)
    found = the_round(session, declined.round.id)
    let_plan(found)
    own = f"{declined.unit or ''} {declined.name}".strip()
    draws = draws_of(session, found.id)
    mine = next((one for one in draws if own in _everybody(one)), None)
    if mine is None:
        raise Refused(f"{declined.name} 不是从专家库抽取的，请直接登记不计分。")
    here = {f"{one.unit or ''} {one.name}".strip() for one in raters_of(session, found)}
    left = [one for one in (mine.reserves or "").split(_BETWEEN) if one and one not in here]
    if not left:
        raise Refused("候补专家已经用完，请再抽取一次。")
    exclude(session, key, because)
    told = f"{own} {because.strip()}，由候补 {left[0]} 递补"
    mine.called_up = "\n".join(filter(None, (mine.called_up, told)))
    return _name(session, found, left[0])


def draws_of(session: Session, key: UUID) -> Sequence[ExpertDraw]:
    """Return the draws of a round, the first first."""
    return of(session, ExpertDraw, "round", key)


def _everybody(draw: ExpertDraw) -> set[str]:
    return {*draw.drawn.split(_BETWEEN), *(draw.reserves or "").split(_BETWEEN)}


def _name(session: Session, found: EvaluationRound, listed: str) -> Rater:
    unit, _, name = listed.rpartition(" ")
    return named_rater(session, found, {"name": name, "unit": unit, "party": "第三方"})


def _listed(expert: Expert) -> str:
    return f"{expert.unit} {expert.name}"


def _why_not(session: Session, found: EvaluationRound, expert: Expert) -> str:
    """Return why an expert cannot be drawn for a round; nothing if he can."""
    if expert.out_because:
        return f"已停用（{expert.out_because}）"
    if any(same_person(one.name, expert.name) for one in raters_of(session, found)):
        return "已是本轮评委"
    if found.previous and _rated(session, found.previous, expert):
        return f"评过 {found.previous}，重新评价应换人"
    purchaser = found.contract.purchaser if found.contract is not None else ""
    body = found.body
    names = [str(body) if body is not None else "", purchaser, str(found.agency or "")]
    if expert.unit in names:
        return f"在 {expert.unit} 工作，应回避"
    if kept := keeps_away(expert.avoids, names):
        return f"申明回避 {kept}"
    return _of_the_body(session, body, expert)


def _of_the_body(session: Session, body: Organization | None, expert: Expert) -> str:
    officers = of(session, Officer, "organization", body.id) if body is not None else []
    led = any(same_person(officer.name, expert.name) for officer in officers)
    return f"与 {body} 的负责人同名，请核实，未核实前回避" if led else ""


def _rated(session: Session, number: str, expert: Expert) -> bool:
    before = raters_of(session, round_called(session, number))
    return any(same_person(one.name, expert.name) and one.unit == expert.unit for one in before)
