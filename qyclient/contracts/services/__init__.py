"""What can be done to purchased services."""

from qyclient.contracts.services.budget import balance_of, open_line
from qyclient.contracts.services.due import dues_of
from qyclient.contracts.services.keeping_sums import keep_sums
from qyclient.contracts.services.recording import amend, instalments_of, plan, record
from qyclient.contracts.services.todo import contracts as contracts_in_hand
from qyclient.contracts.services.verdicts import confirm_verdict, enter_verdict

__all__ = [
    "amend",
    "balance_of",
    "confirm_verdict",
    "contracts_in_hand",
    "dues_of",
    "enter_verdict",
    "instalments_of",
    "keep_sums",
    "open_line",
    "plan",
    "record",
]
