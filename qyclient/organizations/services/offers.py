"""What the desk offers for a matter: its next steps, several in one go, and who may sign."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from qyclient.office.rules.workflow import Move
from qyclient.office.services.people import able_to, rules_anything
from qyclient.organizations.models import Matter
from qyclient.organizations.services.matters import Verb, allowed, run_from


@dataclass(frozen=True, slots=True)
class Offer:
    """The moves and what is in the way of each; those that go in one; who may sign each."""

    verbs: Sequence[Verb]
    run: Sequence[Move]
    signers: Mapping[str, Sequence[str]]

    @property
    def runs(self) -> list[Sequence[Move]]:
        """Return what can be done in one go: the next two steps, the next three, and so on."""
        return [self.run[:many] for many in range(2, len(self.run) + 1)]

    def verb(self, move: str) -> Verb | None:
        """Return a verb by its move; None if it does not lead on from here."""
        return next((verb for verb in self.verbs if verb.move.key == move), None)


def offer(session: Session, matter: Matter) -> Offer:
    """Return what can be done to a matter now by the person at the desk."""
    verbs, ruled = allowed(session, matter), rules_anything(session)
    signed = [verb.move for verb in verbs if verb.move.signed]
    signers = {move.key: able_to(session, move.role) if ruled else [] for move in signed}
    return Offer(verbs, run_from(session, matter), signers)
