"""批量文书: one sort of paper of many matters in one transaction, one file to print."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.organizations.models import Matter
from qyclient.organizations.rules.papers import papers
from qyclient.organizations.services.documents import make
from qyclient.organizations.services.offering import offers
from qyclient.paper.pdf.raster import joined
from qyclient.progress import Progress

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Batch:
    """What is printed: how many, in one file; and which matters have none, with the reason."""

    count: int
    pdf: bytes
    left_out: Mapping[str, str]

    @property
    def told(self) -> str:
        """Return what is said of it."""
        said = f"共 {self.count} 份"
        if not self.left_out:
            return said
        first = [f"{number}：{why}" for number, why in [*self.left_out.items()][:_NAMED]]
        more = "等" if len(self.left_out) > _NAMED else ""
        return f"{said}；另有 {len(self.left_out)} 件没有：{'；'.join(first)}{more}"


def common_papers(session: Session, keys: Sequence[UUID]) -> dict[str, int]:
    """Return the papers that fit some matters, with how many each fits, the commonest first."""
    counted: Counter[str] = Counter()
    for key in keys:
        matter = session.get_one(Matter, key)
        counted.update(offer.paper.key for offer in offers(session, matter))
    order = [*papers()]
    return dict(sorted(counted.items(), key=lambda one: (-one[1], order.index(one[0]))))


def make_all(session: Session, keys: Sequence[UUID], paper: str, progress: Progress) -> Batch:
    """Make a paper for each matter it fits; what lacks something is left out, with the reason."""
    pages: list[bytes] = []
    left_out: dict[str, str] = {}
    for done, key in enumerate(keys):
        matter = session.get_one(Matter, key)
        progress.step(done, len(keys), matter.number)
        if paper not in {offer.paper.key for offer in offers(session, matter)}:
            left_out[matter.number] = "办到这一步没有这种文书"
            continue
        try:
            pages.append(make(session, key, paper, {}, session.info["today"]).pdf)
        except Refused as no:
            left_out[matter.number] = str(no).rstrip("。")
    progress.step(len(keys), len(keys))
    return Batch(len(pages), joined(pages) if pages else b"", left_out)
