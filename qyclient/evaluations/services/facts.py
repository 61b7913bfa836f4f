"""What the papers of a round say, put together from its records; nothing is typed again."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.rules.payable import paid_by
from qyclient.contracts.services import instalments_of
from qyclient.evaluations.models import EvaluationRound, ExpertDraw
from qyclient.evaluations.rules.lists import Party
from qyclient.evaluations.rules.states import SECRET
from qyclient.evaluations.rules.statistics import bands
from qyclient.evaluations.services.blind import let_read, raters_of
from qyclient.evaluations.services.effect import (
    advice,
    payable_score,
    problems_found,
    rectifications_of,
    stage_of,
)
from qyclient.evaluations.services.experts import draws_of
from qyclient.evaluations.services.lookup import the_rater, the_round
from qyclient.evaluations.services.marking import marked
from qyclient.evaluations.services.result import SCORES
from qyclient.evaluations.services.surveys import survey_of, tallies_of
from qyclient.evaluations.services.templates import tree_of
from qyclient.office.rules.limits import dated, in_force
from qyclient.office.services import office_of
from qyclient.records.base import field_of, fields_of
from qyclient.records.dates import format_date
from qyclient.records.money import capitals


def facts_of(session: Session, key: UUID) -> dict[str, str]:
    """Return what is known of a round, by the marks of its papers."""
    found = the_round(session, key)
    facts = _plan(session, found)
    if found.state not in SECRET and found.score is not None:
        facts |= _result(session, found)
    return facts | _survey(session, found) | _experts(session, found)


def form_facts(session: Session, rater_key: UUID) -> dict[str, str]:
    """Return what a rater's printed form says: indicators, and no points of anybody."""
    rater = the_rater(session, rater_key)
    let_read(session, rater)
    facts = facts_of(session, rater.round.id)
    lines = [
        "\t".join((one.indicator.number, _criterion(one.indicator), _full(one.indicator), "", ""))
        for one in marked(session, rater).lines
    ]
    own = {"rater": rater.name, "party": rater.party.label, "rater_code": rater.code}
    return {**facts, **own, "lines": "\n".join(lines)}


def _plan(session: Session, found: EvaluationRound) -> dict[str, str]:
    today = session.info["today"]
    shown = {f.key: f.show(found) for f in fields_of(EvaluationRound) if f.target is None}
    template = found.template
    raters = [
        "\t".join((one.name, one.party.label, one.unit or "—", one.code))
        for one in raters_of(session, found)
    ]
    nodes = tree_of(session, template.id)
    raters_shown = field_of(type(nodes[0]), "raters").show if nodes else str
    tree = ["\t".join((n.number, n.name, _full(n), raters_shown(n) or "—")) for n in nodes]
    graded = "，".join(f"{grade.label} ≥ {least}" for grade, least in bands(today))
    rule = {name: in_force(rows, today) for name, rows in dated("evaluation").items()}
    return {
        **shown,
        "office": office_of(session).name,
        "date": format_date(today),
        "round_number": found.number,
        "contract_no": found.contract.contract_no if found.contract is not None else "",
        "body": found.body.name if found.body is not None else "",
        "agency": found.agency.name if found.agency is not None else "无",
        "template_name": template.name,
        "template_number": template.number,
        "citation": template.citation or "",
        "total": f"{template.total.normalize():f}",
        "raters": "\n".join(raters),
        "tree": "\n".join(tree),
        "bands": graded,
        "trim_from": str(rule["trimming"]["from_raters"]),
        "display_days": str(rule["display"]["days"]),
        "objection_days": str(rule["objection"]["work_days"]),
        "survey_code": found.number,
        "place": "＿＿＿＿＿＿",
    }


def _result(session: Session, found: EvaluationRound) -> dict[str, str]:
    parties = [
        f"{party.label} {getattr(found, key).normalize():f} 分"
        for party, key in SCORES.items()
        if party is not Party.SELF and getattr(found, key) is not None
    ]
    rule = in_force(dated("evaluation")["display"], session.info["today"])
    until = found.displayed_until
    rectifying = rectifications_of(session, found.id)
    return {
        "score": f"{(found.score or Decimal(0)).normalize():f}",
        "parties": "、".join(parties),
        "veto_told": f"评价中发生一票否决事项：{found.veto}。" if found.veto else "",
        "payment": _payment(session, found),
        "advice": advice(found.grade, session),
        "problems": problems_found(session, found),
        "rectify_until": format_date(rectifying[0].due_on) if rectifying else "",
        "display_from": format_date(until - timedelta(days=rule["days"])) if until else "",
        "display_until": format_date(until) if until else "",
    }


def _payment(session: Session, found: EvaluationRound) -> str:
    """Return what the instalments that wait for this stage pay by the result."""
    stage = stage_of(found)
    if stage is None or found.contract is None or found.grade is None:
        return ""
    on = found.scored_on or session.info["today"]
    said = []
    for part in instalments_of(session, found.contract.id):
        if part.waits_for is stage:
            due = paid_by(part.amount, payable_score(found), found.grade, on)
            said.append(
                f"根据合同约定，第 {part.number} 期应付 {due.amount:,.2f} 元"
                f"（大写：{capitals(due.amount)}；{due.how}）。"
            )
    return "".join(said)


def _experts(session: Session, found: EvaluationRound) -> dict[str, str]:
    """Return how the experts were drawn, and who of the third party signs in."""
    third = [
        one
        for one in raters_of(session, found)
        if one.party is Party.THIRD and not one.excluded_because
    ]
    rows = [
        "\t".join((str(n), one.name, one.unit or "—", "", "", "", ""))
        for n, one in enumerate(third, 1)
    ]
    told = [_draw_told(one) for one in draws_of(session, found.id)]
    known = {"experts": "\n".join(rows), "draws": "\n".join(told)}
    return {key: text for key, text in known.items() if text}


def _draw_told(draw: ExpertDraw) -> str:
    shown = {f.key: f.show(draw) for f in fields_of(ExpertDraw) if f.target is None}
    keys = ("drawn_on", "specialty", "size", "seed", "witnesses", "pool", "avoided", "drawn",
            "reserves", "called_up")  # fmt: skip
    lines = [f"{field_of(ExpertDraw, key).label}：{shown[key]}" for key in keys if shown[key]]
    return "\n".join(lines)


def _survey(session: Session, found: EvaluationRound) -> dict[str, str]:
    survey = survey_of(session, found.id)
    if survey is None:
        return {}
    places = [
        "\t".join((one.place, str(one.drawn), _listed(one), "", "", "", "", "", ""))
        for one in tallies_of(session, found.id)
    ]
    rule = f"{survey.rule}；服务 {survey.served} 人，应抽 {survey.size} 人"
    return {"seed": str(survey.seed), "sample_rule": rule, "places": "\n".join(places)}


def _listed(one: object) -> str:
    numbers, reserves = getattr(one, "numbers", ""), getattr(one, "reserves", "")
    return f"{numbers}（{reserves}）" if reserves else str(numbers)


def _criterion(node: object) -> str:
    words = [getattr(node, key) for key in ("rule", "parts")]
    told = "；".join(filter(None, words)).replace("\n", "；")
    return f"{getattr(node, 'name', '')}（{told}）" if told else str(getattr(node, "name", ""))


def _full(node: object) -> str:
    if getattr(node, "is_veto", False):
        return "0或1"
    weight: Decimal = getattr(node, "weight", Decimal(0))
    return f"{weight.normalize():f}"
