"""办件事项: each sort of matter a registrar handles, as data (DOMAIN 2.3: the provincial codes)."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.office.rules.workflow import Flow, flow
from qyclient.organizations.rules.lists import OrgType
from qyclient.records.choices import listed

_DECIDE, _ESTABLISH = "decide", "establish"


@dataclass(frozen=True, slots=True)
class DocumentNeeded:
    """应交材料: one piece an applicant brings; `types` of bodies and the item it is needed for."""

    key: str
    label: str
    types: str
    item: str

    def needed(self, org_type: OrgType | None, items: Collection[str]) -> bool:
        """Say whether an application of this sort and with these items needs it."""
        of_type = org_type is None or org_type.value in self.types
        return of_type and (not self.item or self.item in items)


@dataclass(frozen=True, slots=True)
class MatterKind:
    """办件事项: its flow, its documents, its clock, what it does to the register, its law.

    `subject` is `new` where the body is not registered yet; `effect` names the move that changes
    the register and what it does there.
    """

    key: str
    label: str
    codes: Mapping[str, str]
    flow_key: str
    subject: str
    decide: str
    effect: Mapping[str, str]
    skip: Sequence[str]
    items: Sequence[str]
    announced: Sequence[str]
    basis: str
    prefix: str
    documents: tuple[DocumentNeeded, ...]

    @property
    def flow(self) -> Flow:
        """Return the flow it takes, without the states it has no use for."""
        return _flow_of(self.flow_key, tuple(self.skip))

    @property
    def is_new(self) -> bool:
        """Say whether it is about a body that is not registered yet."""
        return self.subject == "new"

    @property
    def founds(self) -> bool:
        """Say whether a body is registered by it: of a name alone no more is asked."""
        return self.effect.get("verb") == _ESTABLISH

    def clock(self, rule: str) -> str:
        """Return the rule of a clock: how long a decision may take depends on the matter."""
        return self.decide if rule == _DECIDE else rule

    def documents_for(
        self, org_type: OrgType | None, items: Collection[str]
    ) -> list[DocumentNeeded]:
        """Return what an applicant must bring."""
        return [one for one in self.documents if one.needed(org_type, items)]


@cache
def kinds() -> Mapping[str, MatterKind]:
    """Return every sort of matter by its key, in the order of the declaration."""
    written = json.loads(asset("workflows/matters.json").read_text("utf-8"))
    return {one["key"]: _kind(one) for one in written}


def _kind(written: Mapping[str, Any]) -> MatterKind:
    rest = {key: value for key, value in written.items() if key not in {"flow", "documents"}}
    documents = tuple(DocumentNeeded(**document) for document in written["documents"])
    return MatterKind(flow_key=written["flow"], documents=documents, **rest)


@cache
def _flow_of(key: str, skip: tuple[str, ...]) -> Flow:
    return flow(key).without(skip)


KIND = listed({key: kind.label for key, kind in kinds().items()})
"""办件事项: kept as its key."""
