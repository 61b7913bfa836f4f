"""指标体系: adopting a shipped one, making one's own, publishing, and a new edition."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.models import EvaluationRound, Indicator, IndicatorTemplate
from qyclient.evaluations.rules import tree
from qyclient.evaluations.rules.lists import TemplateStatus
from qyclient.evaluations.rules.shipped import shipped_as
from qyclient.office.rules.roles import Role
from qyclient.office.services.people import may
from qyclient.records.base import fields_of
from qyclient.store.entry import amended, entered
from qyclient.store.listing import of
from qyclient.store.rows import Row, as_row, kept_rows, rows_of

_FACTS = ("name", "purpose", "total", "citation", "remark")
_REMOVED = "编辑指标体系时去掉"
_SAID = 3


def let_organize(session: Session) -> None:
    """Refuse to go on for who may not organize evaluations."""
    if said := may(session, Role.EVALUATION):
        raise Refused(said)


def adopt(session: Session, code: str) -> IndicatorTemplate:
    """Take a shipped template over as the next edition of its code, ready to be changed."""
    given = shipped_as(code)
    return start(session, {**given.facts, "code": given.code}, given.rows)


def start(
    session: Session, texts: Mapping[str, str], rows: Sequence[Row] = ()
) -> IndicatorTemplate:
    """Begin a template of one's own, or the next edition of a code that is there."""
    let_organize(session)
    code = texts.get("code", "").strip().upper()
    if not code:
        raise Invalid({"code": "请填写代号"})
    newest = select(func.max(IndicatorTemplate.edition)).where(IndicatorTemplate.code == code)
    edition = (session.scalar(newest) or 0) + 1
    whole = {key: texts.get(key, "") for key in _FACTS}
    template = entered(
        session,
        IndicatorTemplate,
        {**whole, "code": code, "number": f"{code}-{edition}", "edition": str(edition),
         "status": TemplateStatus.DRAFT.label},
    )  # fmt: skip
    session.add(template)
    session.flush()
    kept_rows(session, Indicator, {"template": template}, rows, _REMOVED)
    session.flush()
    return template


def next_edition(session: Session, key: UUID) -> IndicatorTemplate:
    """Begin the next edition of a template with the same indicators; the old one stays as it is."""
    old = session.get_one(IndicatorTemplate, key)
    shown = {field.key: field.show(old) for field in fields_of(IndicatorTemplate)}
    rows = [{k: t for k, t in as_row(one).items() if k not in ("id", "version", "voided_because")}
            for one in tree_of(session, key)]  # fmt: skip
    return start(session, shown, rows)


def amend_facts(
    session: Session, key: UUID, version: int, texts: Mapping[str, str]
) -> IndicatorTemplate:
    """Change what a template is called or based on, while it is being drafted."""
    let_organize(session)
    draft_of(session, key)
    own = {field: text for field, text in texts.items() if field in _FACTS}
    return amended(session, IndicatorTemplate, key, version, own)


def put_tree(session: Session, key: UUID, version: int, rows: Sequence[Row]) -> IndicatorTemplate:
    """Make the indicators of a draft what the rows say; it need not add up yet."""
    let_organize(session)
    template = amended(session, IndicatorTemplate, key, version, {})
    draft_of(session, key)
    kept_rows(session, Indicator, {"template": template}, rows, _REMOVED)
    session.flush()
    numbers = [node.number for node in tree_of(session, key)]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise Refused(f"序号 {'、'.join(twice)} 重复，请改正后再保存。")
    return template


def put_rows(session: Session, key: UUID, version: int, rows: Sequence[Row]) -> IndicatorTemplate:
    """Make the indicators of a draft those of a sheet; those of the same number are changed."""
    kept = {node.number: node for node in tree_of(session, key)}
    known = [
        {**row, "id": str(node.id), "version": str(node.version)} if node else row
        for row in rows
        for node in [kept.get(row["number"])]
    ]
    return put_tree(session, key, version, known)


def rows_to_edit(session: Session, key: UUID) -> list[dict[str, str]]:
    """Return the indicators of a template as rows for the editor, with what they are kept under."""
    return [as_row(node) for node in tree_of(session, key)]


def publish(session: Session, key: UUID) -> IndicatorTemplate:
    """Let rounds use a template: refused until its weights add up at every level."""
    let_organize(session)
    template = draft_of(session, key)
    if wrong := problems_of(session, template):
        more = f"等 {len(wrong)} 处" if len(wrong) > _SAID else ""
        raise Refused(f"还不能发布：{'；'.join([*wrong.values()][:_SAID])}{more}。")
    template.status = TemplateStatus.PUBLISHED
    template.effective_on = template.effective_on or session.info["today"]
    return template


def take_back(session: Session, key: UUID) -> IndicatorTemplate:
    """Return a published template to drafting, if no round has used it yet."""
    let_organize(session)
    template = session.get_one(IndicatorTemplate, key)
    if template.status is not TemplateStatus.PUBLISHED:
        raise Refused(f"{template.number} 现在是“{template.status.label}”，不能退回拟订。")
    if many := times_used(session, key):
        raise Refused(f"{template.number} 已用于 {many} 个评价轮次，不能再改；请新建下一版。")
    template.status = TemplateStatus.DRAFT
    return template


def retire(session: Session, key: UUID) -> IndicatorTemplate:
    """Let no new round use a template; those that do keep it."""
    let_organize(session)
    template = session.get_one(IndicatorTemplate, key)
    template.status = TemplateStatus.RETIRED
    return template


def tree_of(session: Session, key: UUID) -> list[Indicator]:
    """Return the indicators of a template as they are read."""
    return tree.in_order(rows_of(session, Indicator, "template", key))


def problems_of(session: Session, template: IndicatorTemplate) -> dict[str, str]:
    """Return what keeps a template from being published, by the number where it is wrong."""
    return tree.problems(tree_of(session, template.id), Decimal(template.total))


def times_used(session: Session, key: UUID) -> int:
    """Return how many rounds use a template."""
    return len(of(session, EvaluationRound, "template", key))


def draft_of(session: Session, key: UUID) -> IndicatorTemplate:
    """Return a template that may still be changed; refuse one that may not."""
    template = session.get_one(IndicatorTemplate, key)
    if template.status is not TemplateStatus.DRAFT:
        raise Refused(
            f"{template.number} 已是“{template.status.label}”，不能再改；请新建下一版，或退回拟订。"
        )
    return template


def compared(session: Session, one: UUID, other: UUID) -> list[list[str]]:
    """Return where two templates differ: number, field, the first's text, the second's."""
    first, second = ({n.number: n for n in tree_of(session, key)} for key in (one, other))
    found: list[list[str]] = []
    fields = [f for f in fields_of(Indicator) if not f.target and f.key != "voided_because"]
    for number in sorted({*first, *second}, key=tree.place):
        left, right = first.get(number), second.get(number)
        if left is None or right is None:
            found.append([number, "指标", left.name if left else "—", right.name if right else "—"])
            continue
        found += [
            [number, field.label, field.show(left), field.show(right)]
            for field in fields
            if field.show(left) != field.show(right)
        ]
    return found
