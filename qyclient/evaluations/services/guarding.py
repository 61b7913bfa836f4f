"""没有回头路: undoing one's last action never opens what was closed for fairness' sake."""

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.evaluations.models import EvaluationRound, Rater
from qyclient.store.consequences import consequence
from qyclient.store.undo import undone_by

_WATCHED = {
    EvaluationRound.__tablename__: (
        "state",
        "轮次的环节不能撤销；要改变结果，请按流程重新评价。",
    ),
    Rater.__tablename__: ("handed_in_on", "已交的评分表不能撤销；确需更正的，请评价组织退回。"),
}


@consequence
def keep_closed(session: Session) -> None:
    """Refuse an undoing by which a sheet would be open again, or a round where it was before."""
    if not undone_by(session.info["stamp"].reason):
        return
    for change in session.info["changes"].values():
        key, said = _WATCHED.get(change.noun, ("", ""))
        if key and key in change.fields:
            raise Refused(said)
