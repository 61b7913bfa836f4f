"""发票: each is used once; whose it is and to whom it was made out must fit the contract."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract, Invoice, Payment
from qyclient.errors import Refused, refuse
from qyclient.records.base import column_of
from qyclient.store.entry import entered
from qyclient.store.listing import of

NO_CODE = "0"
"""What stands for the code of an electronic invoice, which has none."""


def enter_invoice(session: Session, contract: UUID, texts: Mapping[str, str]) -> Invoice:
    """Enter an invoice of a contract; the same one is never entered twice, in no contract."""
    whole = session.get_one(Contract, contract)
    given = {key: text for key, text in texts.items() if text.strip()}
    usual = {
        "code": NO_CODE,
        "buyer": whole.purchaser,
        "seller": whole.supplier or whole.payee or "",
    }
    made = entered(session, Invoice, {**usual, **given, "contract": whole.contract_no})
    found: dict[str, str] = {}
    if (twin := _twin(session, made)) is not None:
        found["number"] = f"发票 {made.number} 已用于合同 {twin.contract.contract_no}，不能重复使用"
    if made.dated_on > session.info["today"]:
        found["dated_on"] = "开票日期晚于今天，请核对"
    if not made.amount:
        found["amount"] = "价税合计不能为零；红字发票写负数"
    if made.buyer != whole.purchaser:
        found["buyer"] = f"购买方应是 {whole.purchaser}"
    if made.seller not in {whole.supplier, whole.payee}:
        found["seller"] = f"销售方应是 {whole.supplier or whole.payee}"
    refuse(found)
    session.add(made)
    session.flush()
    return made


def invoices_of(session: Session, contract: UUID) -> Sequence[Invoice]:
    """Return the invoices of a contract."""
    return of(session, Invoice, "contract", contract)


def free_invoices(session: Session, contract: UUID) -> list[Invoice]:
    """Return the invoices of a contract that no payment has used."""
    return [one for one in invoices_of(session, contract) if one.payment is None]


def use_invoices(session: Session, payment: Payment) -> None:
    """Use every free invoice of the contract for a payment; together they must cover it."""
    free = free_invoices(session, payment.contract.id)
    total = sum((one.amount for one in free), Decimal("0.00"))
    if total < payment.amount:
        raise Refused(
            f"发票合计 {total:,.2f} 元，不足本次申请的 {payment.amount:,.2f} 元；请先登记发票。"
        )
    for one in free:
        one.payment = payment


def invoiced(session: Session, payment: UUID) -> Decimal:
    """Return what the invoices of a payment come to."""
    query = select(func.sum(Invoice.amount)).where(column_of(Invoice, "payment") == payment)
    return session.scalar(query) or Decimal("0.00")


def free_of(session: Session, payment: Payment) -> None:
    """Let the invoices of a payment go that was cancelled or came back."""
    for one in of(session, Invoice, "payment", payment.id):
        one.payment = None


def _twin(session: Session, made: Invoice) -> Invoice | None:
    same = (Invoice.number == made.number) & (Invoice.code == made.code)
    twin = session.scalar(select(Invoice).where(same))
    if twin is not None:
        session.refresh(twin, ["contract"])
    return twin
