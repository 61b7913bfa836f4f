"""Purchased services: budgets, contracts, what they deliver, and the money."""

from qyclient.contracts.models.budget import BudgetEntry, BudgetLine
from qyclient.contracts.models.catalogue import Catalogue, CatalogueItem
from qyclient.contracts.models.contract import Contract
from qyclient.contracts.models.eligibility import EligibilityCheck
from qyclient.contracts.models.outside import OutsideContractor, OutsideProof
from qyclient.contracts.models.payment import Invoice, Payment, PaymentStep, Refund, Release
from qyclient.contracts.models.plan import ContractLine, Deduction, Deliverable, Instalment
from qyclient.contracts.models.services_done import (
    SampleCheck,
    ServiceRecord,
    SocialWorker,
    Station,
    TrainingClass,
)
from qyclient.contracts.models.society import (
    Challenge,
    CouncilDecision,
    Need,
    Pilot,
    VillageCouncil,
)
from qyclient.contracts.models.steps import Amendment, Bid, ContractStep
from qyclient.contracts.models.transfer import DirectoryEntry, FunctionItem, Meeting, MeetingOpinion
from qyclient.contracts.models.verdict import Verdict

__all__ = [
    "Amendment",
    "Bid",
    "BudgetEntry",
    "BudgetLine",
    "Catalogue",
    "CatalogueItem",
    "Challenge",
    "Contract",
    "ContractLine",
    "ContractStep",
    "CouncilDecision",
    "Deduction",
    "Deliverable",
    "DirectoryEntry",
    "EligibilityCheck",
    "FunctionItem",
    "Instalment",
    "Invoice",
    "Meeting",
    "MeetingOpinion",
    "Need",
    "OutsideContractor",
    "OutsideProof",
    "Payment",
    "PaymentStep",
    "Pilot",
    "Refund",
    "Release",
    "SampleCheck",
    "ServiceRecord",
    "SocialWorker",
    "Station",
    "TrainingClass",
    "Verdict",
    "VillageCouncil",
]
