"""Where a round stands: the states and moves of resources/workflows/evaluations.json."""

from qyclient.office.rules.workflow import STATES, flow
from qyclient.records.choices import listed

FLOW = flow("evaluation")
STATE = listed({key: STATES[key] for key in FLOW.states})
"""环节 of a round, from 拟订方案 to 归档."""

MOVE = listed({move.key: move.label for move in FLOW.moves})
"""步骤 of a round."""

SECRET = frozenset({"DRAFTED", "SCORING"})
"""Nobody sees a total, an average or another's points: they are read by who gives points still."""

FINISHED = frozenset({"SCORE_CONFIRMED", "ARCHIVED"})
"""The result counts: it is never edited, a new round takes its place."""
