"""What stands beside a set in its pane, and why something may not be done to it now."""

from typing import Any

from qyclient.certificates.models import Issue, OldCopy, PrintLog
from qyclient.certificates.rules import IssueState
from qyclient.certificates.services import old_copies_of, sheets_of, tries_of
from qyclient.records.base import field_of
from ui.kit.detail_pane import Child


def why_not_print(issue: Issue) -> str:
    """Return why a set has nothing to print."""
    if issue.state in {IssueState.PREPARED, IssueState.AWAITING}:
        return ""
    return f"进度是“{issue.state.label}”，没有要打印的"


def why_not_hand(issue: Issue) -> str:
    """Return why a set cannot be handed over."""
    return "" if issue.state is IssueState.PRINTED else "全部打印好、还没有领取的才能发证"


def why_not_mend(issue: Issue) -> str:
    """Return why a set cannot be mended."""
    return "" if issue.state is IssueState.PREPARED else "打印过的不能再改，发出去的请办更正"


def why_not_give_up(issue: Issue) -> str:
    """Return why a set cannot be given up."""
    done = issue.state in {IssueState.ISSUED, IssueState.GIVEN_UP}
    return f"进度是“{issue.state.label}”，不能取消" if done else ""


def _sheets(session: Any, key: Any) -> list[list[str]]:
    return [
        [f"{s.copy.label}{s.copy_number}", s.blank_serial or "", s.status.label, s.template]
        for s in sheets_of(session, key)
    ]


def _tries(session: Any, key: Any) -> list[list[str]]:
    keys = ("begun_at", "serial", "printer", "sent_at", "outcome", "reason")
    return [
        [field_of(PrintLog, k).show(log) for k in keys] for log in reversed(tries_of(session, key))
    ]


def _olds(session: Any, key: Any) -> list[list[str]]:
    keys = ("what", "outcome", "on", "note")
    return [[field_of(OldCopy, k).show(old) for k in keys] for old in old_copies_of(session, key)]


CHILDREN = (
    Child("证书", _sheets, ("正副本", "空白证", "状态", "版式")),
    Child("旧证", _olds, ("旧证", "处理", "日期", "说明")),
    Child("打印记录", _tries, ("开始", "空白证", "打印机", "送出", "结果", "原因")),
)
