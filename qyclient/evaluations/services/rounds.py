"""评价轮次: planning one, who rates in it, and leaving somebody out."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract
from qyclient.errors import Invalid, Overtaken, Refused, refuse
from qyclient.evaluations.models import EvaluationRound, IndicatorTemplate
from qyclient.evaluations.rules.lists import Occasion, Party, Purpose, TemplateStatus
from qyclient.evaluations.services.agencies import agency_problem
from qyclient.evaluations.services.lookup import let_plan, the_round
from qyclient.evaluations.services.raters import named_rater
from qyclient.evaluations.services.templates import let_organize
from qyclient.office.rules.limits import dated, in_force
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may
from qyclient.store.entry import amended, entered
from qyclient.store.listing import linked

WHOLE = 100
WEIGHTS = {
    Party.PURCHASER: "purchaser_weight",
    Party.THIRD: "third_weight",
    Party.BENEFICIARY: "beneficiary_weight",
}
"""The field in which the weight of each party stands."""

PLANNED = (
    "contract", "body", "occasion", "template", "organizer", "agency", "due_on",
    "purchaser_weight", "third_weight", "beneficiary_weight",
)  # fmt: skip
"""What is typed of a round when it is planned."""

_DRAFTED = "DRAFTED"


def usual_weights(session: Session) -> dict[str, str]:
    """Return the weights of the parties by the rule of today, by field."""
    row = in_force(dated("evaluation")["weights"], session.info["today"])
    return {key: str(row[party.value]) for party, key in WEIGHTS.items()}


def plan_round(
    session: Session, texts: Mapping[str, str], raters: Sequence[Mapping[str, str]] = ()
) -> EvaluationRound:
    """Plan a round of a contract, or of a body that is graded, with who rates in it."""
    let_organize(session)
    return planned(session, texts, raters)


def planned(
    session: Session, texts: Mapping[str, str], raters: Sequence[Mapping[str, str]]
) -> EvaluationRound:
    """Return a new round as it was planned, or as an earlier one is repeated."""
    given = {key: texts.get(key, "") for key in PLANNED}
    usual = usual_weights(session)
    weights = {key: given[key].strip() or usual[key] for key in usual}
    number = _number(session)
    fixed = {"number": number, "state": _DRAFTED, "subject": number}
    found = entered(session, EvaluationRound, {**given, **weights, **fixed})
    found.previous = texts.get("previous") or None
    _settle(session, found)
    refuse(_problems(session, found))
    session.add(found)
    session.flush()
    for rater in raters:
        named_rater(session, found, rater)
    return found


def amend_round(
    session: Session, key: UUID, version: int, texts: Mapping[str, str]
) -> EvaluationRound:
    """Change the plan of a round before points are given."""
    let_organize(session)
    found = the_round(session, key)
    let_plan(found)
    own = {name: text for name, text in texts.items() if name in PLANNED}
    changed = amended(session, EvaluationRound, key, version, own)
    _settle(session, changed)
    refuse(_problems(session, changed))
    return changed


def excuse_missing(session: Session, key: UUID, version: int, because: str) -> EvaluationRound:
    """Let the head say why a party is missing; the others' weights are made a whole again."""
    if said := may(session, Role.APPROVER):
        raise Refused(said)
    if not because.strip():
        raise Invalid({"missing_because": "请写明缺少一方评分的理由"})
    found = the_round(session, key)
    if found.version != version:
        raise Overtaken(f"{found.number} 刚刚被别人办理过，请重新打开再办。")
    if found.state not in ("DRAFTED", "SCORING"):
        raise Refused("评分已经结束，缺一方的理由不能再改。")
    found.missing_because = because.strip()
    return found


def _settle(session: Session, found: EvaluationRound) -> None:
    """Say what a round is about, by its contract or its body."""
    contract = session.scalar(linked(Contract).where(Contract.id == _key(found.contract)))
    if contract is not None:
        found.body, found.subject = contract.contractor, contract.title
    elif found.body is not None:
        found.subject = found.body.name


def _key(record: Contract | None) -> UUID | None:
    return None if record is None else record.id


def _problems(session: Session, found: EvaluationRound) -> dict[str, str]:
    wrong: dict[str, str] = {}
    graded = found.occasion is Occasion.GRADE
    if graded and found.body is None:
        wrong["body"] = "等级评估请选择被评单位"
    if not graded and found.contract is None:
        wrong["contract"] = "请选择被评价的合同"
    template: IndicatorTemplate = found.template
    if template.status is not TemplateStatus.PUBLISHED:
        wrong["template"] = f"{template.number} 是“{template.status.label}”，请选择已发布的指标体系"
    elif graded is not (template.purpose is Purpose.GRADE):
        wrong["template"] = f"{template.number} 用于{template.purpose.label}，与评价类别不符"
    elif not graded and template.total != WHOLE:
        wrong["template"] = f"{template.number} 总分不是 100，不能用于合同付款"
    weights = [found.purchaser_weight, found.third_weight, found.beneficiary_weight]
    if sum(weights) != WHOLE or min(weights) < 0:
        wrong["purchaser_weight"] = f"三方权重合计 {sum(weights)}，应为 100"
    if said := agency_problem(session, found):
        wrong["agency"] = said
    return wrong


def _number(session: Session) -> str:
    year = session.info["today"].year
    pattern = f"PJ{year}-%"
    newest = session.scalar(
        select(func.max(EvaluationRound.number)).where(EvaluationRound.number.like(pattern))
    )
    return f"PJ{year}-{int(newest.rpartition('-')[2]) + 1 if newest else 1:04d}"
