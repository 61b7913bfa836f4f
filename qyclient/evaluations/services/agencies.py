"""第三方机构: it evaluates under a contract of its own, and nobody it serves (财综〔2018〕42号)."""

from sqlalchemy.orm import Session

from qyclient.contracts.models import Contract
from qyclient.contracts.rules.states import RUNNING
from qyclient.evaluations.models import EvaluationRound
from qyclient.store.listing import of


def agency_problem(session: Session, found: EvaluationRound) -> str:
    """Return why the agency of a round may not evaluate; nothing if it may, or there is none."""
    agency, body = found.agency, found.body
    if agency is None:
        return ""
    if body is not None and agency.id == body.id:
        return "第三方机构不能评价自己"
    own = of(session, Contract, "contractor", agency.id)
    if not any(contract.status in RUNNING for contract in own):
        return f"{agency} 没有正在履行的服务合同，不能受托评价"
    if body is not None and any(contract.purchaser == body.name for contract in own):
        return f"{agency} 正为 {body} 提供服务，不能评价它"
    return ""
