"""Where a return stands: the states and moves of resources/workflows/returns.json."""

from qyclient.office.rules.workflow import STATES, flow
from qyclient.records.choices import listed

FLOW = flow("return")
STATE = listed({key: STATES[key] for key in FLOW.states})
"""环节 of a return, from 填报中 to 已锁定."""

MOVE = listed({move.key: move.label for move in FLOW.moves})
"""步骤 of a return."""

DRAFTED, BACK, SENT, RESENT, LOCKED = (
    "RETURN_DRAFTED", "RETURN_BACK", "RETURN_SENT", "RETURN_RESENT", "RETURN_LOCKED"
)  # fmt: skip
OPEN = frozenset({DRAFTED, BACK})
"""The figures follow the register; in every other state they are what was checked."""

GONE = frozenset({SENT, RESENT, LOCKED})
"""It has left the county: what the register says later shows as a difference."""

CHECK, SIGN, SEND, TAKE_BACK, REOPEN = (
    "check_return", "sign_return", "send_return", "take_back_return", "reopen_return"
)  # fmt: skip
