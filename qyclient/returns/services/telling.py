"""A return in words: how its cross-checks came out, and what is told of it on paper."""

from collections.abc import Sequence
from datetime import datetime

from qyclient.office.rules.workflow import STATES
from qyclient.returns.reports.sheet import Made
from qyclient.returns.rules.checks import shown
from qyclient.returns.rules.periods import parse_period
from qyclient.returns.services.filling import Checked, Whole


def made_of(whole: Whole, made_at: datetime) -> Made:
    """Return a return as papers take it."""
    found = whole.found
    return Made(
        found.title,
        whole.filled,
        [_texts(one) for one in whole.checked],
        parse_period(found.period).label,
        STATES[found.state],
        (found.fingerprint or "") if found.checked_by else "",
        made_at,
        sent=told(whole),
        checker=found.checked_by or "",
        head=found.signed_by or "",
    )


def told(whole: Whole) -> list[str]:
    """Return who checked, signed and sent it, and how today's register differs from it."""
    found = whole.found
    said = [
        f"审核：{found.checked_by}，{found.checked_on}" if found.checked_by else "",
        f"签字盖章：{found.signed_by}，{found.signed_on}" if found.signed_by else "",
        f"报送：{found.sent_on}，{found.medium}" if found.sent_on else "",
        f"市局退回：{found.returned_because}" if found.returned_because else "",
    ]
    later = [f"与报出的数不同：{one.sentence}" for one in whole.differences]
    return [*filter(None, said), *later]


def _texts(one: Checked) -> Sequence[str]:
    finding = one.finding
    return (
        finding.check.say,
        finding.left,
        shown(finding.left_value),
        finding.right,
        shown(finding.right_value),
        one.word,
        one.explained,
    )
