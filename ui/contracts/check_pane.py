"""What was found of a contract's contractor, check by check, as the pane shows it."""

from typing import Any

from qyclient.contracts.models import EligibilityCheck
from qyclient.contracts.rules.eligibility import ERROR
from qyclient.contracts.services.gate import checks_of
from qyclient.records.dates import format_date


def checks(session: Any, key: Any) -> list[list[str]]:
    """Return a row for each check, the newest first."""
    return [_check(one) for one in reversed(checks_of(session, key))]


def _check(one: EligibilityCheck) -> list[str]:
    against = [f for f in one.findings if not f["met"]]
    grave = [f"{f['label']}：{f['evidence']}（{f['citation']}）" for f in against]
    grave = [
        told if found["severity"] == ERROR else f"提示：{told}"
        for told, found in zip(grave, against, strict=True)
    ]
    decided = f"{one.decision.label}：{one.reason}" if one.decision else ""
    words = "；".join(filter(None, [*grave, decided])) or f"{len(one.findings)} 项规则均符合"
    return [
        format_date(one.checked_on),
        one.occasion.label,
        "可承接" if one.eligible else "不可承接",
        words,
    ]
