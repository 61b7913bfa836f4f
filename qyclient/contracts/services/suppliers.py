"""承接主体的变化: name, representative and account since it signed, shown on what still runs."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract
from qyclient.contracts.rules import COMMITTED
from qyclient.organizations.services.by_law import body_on
from qyclient.organizations.services.filed import filed_of
from qyclient.store.listing import linked

_ACCOUNT = "ACCOUNT"
_TAIL = 4
Change = tuple[str, str, str]
"""What changed, what it was when the contract was signed, what it is now."""


def changes_since(session: Session, key: UUID) -> list[Change]:
    """Return what changed of a contractor since it signed; nothing of a contract that is over."""
    contract = session.scalars(linked(Contract).where(Contract.id == key)).one()
    if contract.status not in COMMITTED - {"ARCHIVED"}:
        return []
    found: list[Change] = []
    if renamed(contract):
        found.append(("名称", contract.supplier or "", contract.party))
    body, signed = contract.contractor, contract.signed_on
    then = body_on(session, body.id, signed) if body is not None and signed else None
    if body is not None and then is not None and then.legal_rep != body.legal_rep:
        found.append(("法定代表人", then.legal_rep or "—", body.legal_rep or "—"))
    if problem := account_problem(session, contract):
        found.append(("收款账户", _masked(contract.payee_account), problem))
    return found


def renamed(contract: Contract) -> bool:
    """Say whether the contractor is called otherwise than when it signed."""
    return bool(contract.supplier) and contract.party != contract.supplier


def account_problem(session: Session, contract: Contract) -> str:
    """Return why an account is not one the contractor filed; empty if it is, or filed none."""
    body, account = contract.contractor, _plain(contract.payee_account)
    filed = [] if body is None else accounts_of(session, body.id)
    if not account or not filed or account in {_plain(number) for number, _bank in filed}:
        return ""
    told = "、".join(f"{bank} {_masked(number)}" for number, bank in filed)
    return f"不是备案的账户（备案：{told}）"


def accounts_of(session: Session, body: UUID) -> Sequence[tuple[str, str]]:
    """Return the accounts a body has on file, each with its bank."""
    return [
        (one.facts.get("account", ""), one.facts.get("bank", ""))
        for one in filed_of(session, body)
        if one.kind == _ACCOUNT and one.until is None and one.facts.get("account")
    ]


def _plain(account: str | None) -> str:
    return "".join((account or "").split())


def _masked(account: str | None) -> str:
    return f"尾号 {_plain(account)[-_TAIL:]}" if account else "—"
