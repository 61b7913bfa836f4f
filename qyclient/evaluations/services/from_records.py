"""取数: what recognised service records say of a quantity; nobody types what is known already."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.contracts.services.serving import counted, progress_of
from qyclient.evaluations.models import EvaluationRound
from qyclient.evaluations.services.templates import tree_of


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the records of a contract come to for one indicator; a target only if it was agreed."""

    name: str
    unit: str
    target: int | None
    declared: int
    recognised: int

    @property
    def told(self) -> str:
        """Return it as the source of an actual value is written."""
        more = f"（申报 {self.declared}）" if self.declared != self.recognised else ""
        return f"服务记录：{self.name} 已认定 {self.recognised} {self.unit}{more}"


def recorded_of(session: Session, found: EvaluationRound) -> Mapping[str, Recorded]:
    """Return by number what is known of the indicators whose source names a sort of record."""
    if found.contract is None:
        return {}
    known = _by_source(session, found.contract.id)
    nodes = tree_of(session, found.template.id)
    sourced = [node for node in nodes if node.method is not None and node.source in known]
    return {
        node.number: Recorded(node.source or "", node.unit or "", *known[node.source or ""])
        for node in sourced
    }


def differs(recorded: Recorded | None, actual: Decimal) -> bool:
    """Say whether an actual value is not the one that was recognised."""
    return recorded is not None and actual != recorded.recognised


def _by_source(session: Session, contract: UUID) -> dict[str, tuple[int | None, int, int]]:
    """Return by the name of what was agreed, or of the sort: target, declared, recognised."""
    known: dict[str, tuple[int | None, int, int]] = {
        name: (None, *many) for name, many in counted(session, contract).items()
    }
    for one in progress_of(session, contract):
        known[one.name] = (one.target, one.declared, one.recognised)
    return known
