"""证书台的惯例: reasons by matter, what is asked for afterwards, notices, as data of the office."""

import json
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.certificates.rules.lists import (
    CertificateStatus,
    Copy,
    IssueReason,
    IssueState,
    OldOutcome,
)

_S = CertificateStatus
OUT = frozenset({_S.PRINTED, _S.ISSUED, _S.SEALED})
"""A certificate in one of these is in somebody's hands, or lies ready for them."""

BECOMES: Mapping[OldOutcome, CertificateStatus] = {
    OldOutcome.COLLECTED: _S.SUPERSEDED,
    OldOutcome.LOST: _S.LOST,
    OldOutcome.VOID: _S.VOID,
}
"""What an old copy becomes by how it was settled."""


@cache
def _written() -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(asset("rules/certificate_desk.json").read_text("utf-8"))
    return found


def usual_reason(matter_kind: str) -> IssueReason:
    """Return why a set is usually made for a sort of matter."""
    usual: str = _written()["reasons"].get(matter_kind, IssueReason.CHANGE.value)
    return IssueReason[usual]


def check_days() -> int:
    """Return after how many days a calibration should be looked at again."""
    return int(_written()["check_days"])


def usual_faults() -> list[str]:
    """Return why sheets are usually spoiled."""
    return [*_written()["spoiled"]]


def filings_after(before: Mapping[str, str] | None, now: Mapping[str, str]) -> list[str]:
    """Return which filings a body is asked for once it holds new certificates.

    `before` is what its last certificate said; None for a first one.
    """
    asked: Mapping[str, list[str]] = _written()["afterwards"]
    if before is None:
        return [*asked[""]]
    changed = [key for key in asked if key and before.get(key, "") != now.get(key, "")]
    return [*dict.fromkeys(filing for key in changed for filing in asked[key])]


def loss_notice(name: str, code: str, org_type: str, copies: Collection[Copy]) -> str:
    """Return the words of a newspaper notice that certificates were lost (遗失声明)."""
    written = _written()
    labels = "、".join(copy.label for copy in Copy if copy in copies)
    title = written["titles"].get(org_type, "登记证书")
    text: str = written["loss_notice"].format(name=name, code=code, title=title, copies=labels)
    return text


def collect_notice(said: Mapping[str, str], org_type: str) -> tuple[str, list[str]]:
    """Return the title and the lines of the notice to come for a set (领取通知书).

    A line for which nothing is said, as of old copies there are none of, is left out.
    """
    words = _written()["collect"]
    known = {"title": _written()["titles"].get(org_type, "登记证书"), **said}
    empty = [f"{{{key}}}" for key, text in known.items() if not text]
    lines = [line for line in words["lines"] if not any(key in line for key in empty)]
    return words["title"], [line.format(**known) for line in lines]


def issue_problems(
    reason: IssueReason, duplicates: int, because: str | None, notice: str | None
) -> dict[str, str]:
    """Return what a set cannot be made without, by field."""
    found: dict[str, str] = {}
    if not 0 <= duplicates <= _MOST_DUPLICATES:
        found["duplicates"] = f"副本份数应在 0 到 {_MOST_DUPLICATES} 之间"
    if reason is IssueReason.LOSS and not notice:
        found["notice"] = "遗失补发应先登报声明作废，请填写报刊名称、日期和版面"
    if reason in _EXPLAINED and not because:
        found["because"] = f"{reason.label}请写明说明"
    return found


def progress(statuses: Iterable[CertificateStatus]) -> IssueState:
    """Return how far a set is, by its sheets."""
    found = {*statuses}
    if _S.AWAITING in found:
        return IssueState.AWAITING
    return IssueState.PRINTED if found == {_S.PRINTED} else IssueState.PREPARED


_MOST_DUPLICATES = 20
_EXPLAINED = frozenset({IssueReason.DAMAGE, IssueReason.CORRECTION})
