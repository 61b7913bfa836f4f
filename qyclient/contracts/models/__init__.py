"""Purchased services: budgets, contracts, what they deliver, and the money."""

from qyclient.contracts.models.budget import BudgetEntry, BudgetLine
from qyclient.contracts.models.contract import Contract
from qyclient.contracts.models.eligibility import EligibilityCheck
from qyclient.contracts.models.outside import OutsideContractor, OutsideProof
from qyclient.contracts.models.payment import Invoice, Payment, PaymentStep, Refund, Release
from qyclient.contracts.models.plan import ContractLine, Deduction, Deliverable, Instalment
from qyclient.contracts.models.steps import Amendment, Bid, ContractStep
from qyclient.contracts.models.verdict import Verdict

__all__ = [
    "Amendment",
    "Bid",
    "BudgetEntry",
    "BudgetLine",
    "Contract",
    "ContractLine",
    "ContractStep",
    "Deduction",
    "Deliverable",
    "EligibilityCheck",
    "Instalment",
    "Invoice",
    "OutsideContractor",
    "OutsideProof",
    "Payment",
    "PaymentStep",
    "Refund",
    "Release",
    "Verdict",
]
