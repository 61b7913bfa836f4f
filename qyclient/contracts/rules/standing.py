"""What is known of a contractor on a day: the facts that the rules of eligibility look at."""

from dataclasses import dataclass, field
from datetime import date

from qyclient.contracts.rules.lists import ContractorKind, ProofKind


@dataclass(frozen=True, slots=True)
class Listing:
    """One standing on a credit list on that day."""

    on_list: str
    since: date
    ground: str
    source: str


@dataclass(frozen=True, slots=True)
class Proof:
    """One paper of an outside contractor."""

    kind: ProofKind
    document: str
    dated_on: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a contractor on a day; `outside` is None for a body of our register.

    `review` is the newest annual review before that day's year: its year, its conclusion in words,
    and whether it passed.
    """

    name: str
    on: date
    outside: ContractorKind | None = None
    ours: bool = True
    active: bool = False
    status: str = ""
    listings: tuple[Listing, ...] = ()
    review: tuple[int, str, bool] | None = None
    founded: date | None = None
    certificate_until: date | None = None
    grade: str = ""
    scope: str = ""
    violations: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = field(default=())
