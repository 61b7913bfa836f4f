"""Returns of the sample county: one locked, one sent, one in which something does not add up."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from qyclient.assets import asset
from qyclient.progress import Silent
from qyclient.returns.models import Return
from qyclient.returns.rules.form_answers import Fill
from qyclient.returns.services import filling, forms, keeping, proceedings
from qyclient.sample.people import seated


def send_returns(session: Session, said: Mapping[str, Any]) -> None:
    """Fill the returns that are told of, take each as far as it is told, and learn a form."""
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
    _keep_form(session, said)


def _keep_form(session: Session, said: Mapping[str, Any]) -> None:
    """Keep a form of the city with what was understood of it; some places are still open."""
    form = forms.read_form(asset("samples/form.xlsx"), Silent())
    places = [
        forms.settle(one, one.answer) if one.answer.sort != Fill.TYPED.value else one
        for one in forms.compare(session, form).places
    ]
    with seated(session, said["by"]):
        forms.learn(session, said["form"]["name"], form, places, said["form"]["due"])


def _explain(session: Session, found: Return, why: str) -> None:
    for one in filling.whole(session, found.id).failed:
        keeping.explain(session, found.id, one.finding.key, why)
