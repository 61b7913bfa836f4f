"""Closed lists of purchased services, and what must hold of the money (财政部令第102号)."""

from qyclient.contracts.rules.lists import (
    AmendmentKind,
    BudgetMove,
    CheckOccasion,
    ContractorKind,
    Decision,
    InvoiceType,
    ProcurementMethod,
    ProofKind,
    ServiceKind,
    Stage,
    VerdictSource,
)
from qyclient.contracts.rules.states import (
    COMMITTED,
    CONTRACT_MOVE,
    CONTRACT_STATE,
    PAYMENT_MOVE,
    PAYMENT_STATE,
)

__all__ = [
    "COMMITTED",
    "CONTRACT_MOVE",
    "CONTRACT_STATE",
    "PAYMENT_MOVE",
    "PAYMENT_STATE",
    "AmendmentKind",
    "BudgetMove",
    "CheckOccasion",
    "ContractorKind",
    "Decision",
    "InvoiceType",
    "ProcurementMethod",
    "ProofKind",
    "ServiceKind",
    "Stage",
    "VerdictSource",
]
