"""Returns of the sample county: one locked, one sent, one in which something does not add up."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from qyclient.returns.models import Return
from qyclient.returns.services import filling, keeping, proceedings
from qyclient.sample.people import seated


def send_returns(session: Session, said: Mapping[str, Any]) -> None:
    """Fill the returns that are told of, and take each as far as it is told."""
    for one in said["returns"]:
        with seated(session, said["by"]):
            found = keeping.open_return(session, one["kind"], one["period"])
            for typed in one.get("typed", ()):
                keeping.type_over(session, found.id, **typed)
            if "explained" in one:
                _explain(session, found, one["explained"])
        for move in one["moves"]:
            who = said["head"] if move == "sign_return" else said["by"]
            with seated(session, who):
                answers = said["answers"].get(move, {})
                proceedings.advance(session, found.id, found.version, move, answers)


def _explain(session: Session, found: Return, why: str) -> None:
    for one in filling.whole(session, found.id).failed:
        keeping.explain(session, found.id, one.finding.key, why)
