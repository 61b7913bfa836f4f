"""Opening a return, typing over what was counted, explaining what does not add up."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused, refuse
from qyclient.office.rules.roles import Role
from qyclient.office.services import area_called, office_of
from qyclient.office.services.people import may
from qyclient.records.kinds import DATE, NUMBER
from qyclient.returns.models import Explanation, Return, TypedFigure
from qyclient.returns.rules.layouts import Layout, layouts
from qyclient.returns.rules.periods import Period, last_over, parse_period
from qyclient.returns.rules.states import DRAFTED, OPEN
from qyclient.returns.services.filling import checks_of, filled_now
from qyclient.returns.services.lookup import (
    explanations,
    layout_of,
    return_of,
    the_return,
    typed_in,
)


def open_return(session: Session, kind: str, written: str = "") -> Return:
    """Begin the return of a period; the newest one that is over if none is written."""
    let_fill(session)
    layout = layouts().get(kind)
    if layout is None:
        raise Invalid({"kind": f"没有“{kind}”这张报表；现有：{'、'.join(layouts())}"})
    period = _period(session, layout, written)
    if return_of(session, kind, period) is not None:
        raise Invalid({"period": f"{layout.name} {period.label} 已有，请直接打开"})
    found = Return(
        title=title_of(session, layout, period),
        kind=kind,
        period=period.code,
        state=DRAFTED,
        due_on=period.last + timedelta(days=layout.due_days),
        made_by=session.info["stamp"].operator,
    )
    session.add(found)
    session.flush()
    return found


def title_of(session: Session, layout: Layout, period: Period) -> str:
    """Return the title of a return: whose it is, and of which period."""
    office = office_of(session)
    area = area_called(session, office.area_code, period.last)
    return layout.title.format(area=area, period=period.label)


def usual_period(session: Session, kind: str) -> Period:
    """Return the newest period that is over, of the first sort a return is made in."""
    return last_over(layouts()[kind].frequencies[0], session.info["today"])


def set_due(session: Session, key: UUID, version: int, written: str) -> Return:
    """Set until when a return is wanted, as the city's notice says."""
    let_fill(session)
    found = the_return(session, key, version)
    try:
        found.due_on = DATE.parse(written)
    except ValueError as problem:
        raise Invalid({"due_on": str(problem)}) from None
    return found


def type_over(session: Session, key: UUID, place: str, written: str, because: str) -> TypedFigure:
    """Type a figure over a counted one, with where it comes from; empty takes it back."""
    let_fill(session)
    found = _open(session, key)
    layout = layout_of(found)
    _typable(layout, place)
    kept = next((one for one in typed_in(session, found) if one.place == place), None)
    if not because.strip():
        raise Invalid({"because": "请写明这个数从哪里来，或为什么改"})
    if kept is not None:
        kept.voided_because = because.strip()
        session.flush()
    if not written.strip():
        if kept is None:
            raise Invalid({"amount": "请填写数字"})
        return kept
    amount = _amount(layout, place, written)
    typed = TypedFigure(
        statistical_return=found, place=place, amount=amount, because=because.strip()
    )
    session.add(typed)
    session.flush()
    return typed


def explain(session: Session, key: UUID, finding: str, said: str) -> Explanation:
    """Keep why a cross-check does not hold; it counts while the two sides are what they are."""
    let_fill(session)
    found = _open(session, key)
    if not said.strip():
        raise Invalid({"said": "请写明为什么不符"})
    checks = checks_of(session, found, filled_now(session, found))
    one = next((c.finding for c in checks if c.finding.key == finding), None)
    if one is None or one.holds:
        raise Refused("这一项校验现在是相符的，不需要说明。")
    for old in explanations(session, found).values():
        if old.finding == finding:
            old.voided_because = "另作说明"
    kept = Explanation(
        statistical_return=found, finding=finding, figures=one.values, said=said.strip()
    )
    session.add(kept)
    session.flush()
    return kept


def let_fill(session: Session) -> None:
    """Refuse who does no statistics here."""
    if said := may(session, Role.STATISTICIAN):
        raise Refused(said)


def _period(session: Session, layout: Layout, written: str) -> Period:
    try:
        period = parse_period(written) if written.strip() else usual_period(session, layout.key)
    except ValueError as problem:
        raise Invalid({"period": str(problem)}) from None
    wrong = {}
    if period.frequency not in layout.frequencies:
        sorts = "、".join(one.label for one in layout.frequencies)
        wrong["period"] = f"{layout.name}是{sorts}，不能填 {period.label}"
    elif period.first > session.info["today"]:
        wrong["period"] = f"{period.label}还没有开始"
    refuse(wrong)
    return period


def _open(session: Session, key: UUID) -> Return:
    found = the_return(session, key)
    if found.state not in OPEN:
        raise Refused("数字已在审核时固定；要改，请先取消审核，已报送的等市局退回。")
    return found


def _typable(layout: Layout, place: str) -> None:
    row, _, key = place.partition("|")
    column, told = layout.column(key), layout.row(row)
    if column.worked or told.parts:
        raise Refused("合计和算出的数不能直接改，请改它由哪些数算出。")
    if column.carry:
        raise Refused("上期末数取上期报出的数，不能改；上期报错的，请市局退回上期报表。")


def _amount(layout: Layout, place: str, written: str) -> Decimal:
    decimals = layout.column(place.partition("|")[2]).decimals
    try:
        amount = NUMBER.parse(written)
    except ValueError as problem:
        raise Invalid({"amount": str(problem)}) from None
    if amount != amount.quantize(Decimal(1).scaleb(-decimals)):
        said = f"最多 {decimals} 位小数" if decimals else "应为整数"
        raise Invalid({"amount": f"这一列{said}"})
    return amount
