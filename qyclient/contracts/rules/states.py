"""Where a contract and a payment stand: the states of resources/workflows/purchases.json."""

from qyclient.office.rules.workflow import STATES, flow
from qyclient.records.choices import listed

PURCHASE = flow("purchase")
PAYMENT = flow("payment")
TRANSFER = flow("transfer")

CONTRACT_STATE = listed({key: STATES[key] for key in PURCHASE.states})
"""状态 of a project or contract, from 立项 to 归档."""

PAYMENT_STATE = listed({key: STATES[key] for key in PAYMENT.states})
"""状态 of a payment, from 已申请付款 on."""

TRANSFER_STATE = listed({key: STATES[key] for key in TRANSFER.states})
"""状态 of a function, from 提出 to 转移 or 收回."""

CONTRACT_MOVE = listed({move.key: move.label for move in PURCHASE.moves})
PAYMENT_MOVE = listed({move.key: move.label for move in PAYMENT.moves} | {"request": "申请付款"})

PLANNING = frozenset({"PLANNED", "BUDGETED", "PROCURING", "PROCUREMENT_FAILED", "AWARDED"})
"""Nothing is signed yet: no money is bound."""

COMMITTED = frozenset(PURCHASE.states) - PLANNING
"""A contract was signed: what its instalments still have to pay is bound."""

RUNNING = COMMITTED - {"SETTLED", "TERMINATED", "ARCHIVED"}
"""Signed, and neither settled nor ended before its time."""

PENDING = frozenset({"REQUESTED", "CHECKED", "PAYMENT_APPROVED", "SENT_BACK"})
"""A payment that was asked for and has not left yet: nobody else may ask for the same money."""

PAID = frozenset({"PAID", "VOUCHERED", "REFUNDED"})
"""A payment that left; what came back of it is a refund of its own."""
