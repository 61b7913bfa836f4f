"""What is shown of a matter beside the list: its clock, what was asked, collected and done."""

from collections.abc import Sequence
from typing import Any

from qyclient.organizations.models import Matter, MatterPaper, MatterPause, MatterStep, Organization
from qyclient.organizations.rules.matter_facts import told as told_of
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.clocks import left, steps_of
from qyclient.organizations.services.filed import concerns_of
from qyclient.organizations.services.holding import papers_of, pauses_of
from qyclient.organizations.services.reserving import reserved_of, told
from qyclient.records.base import field_of
from ui.kit.detail_pane import Child
from ui.matters.issuing import PAPERS_OF

Lines = list[list[str]]


def _clock(session: Any, key: Any) -> Lines:
    """Return how much time is left, and when the clock stood still."""
    matter = session.get_one(Matter, key)
    kept = reserved_of(session, matter)
    name = [[told(kept, session.info["today"]), ""]] if kept else []
    return [[left(session, matter), ""], *map(_pause_told, pauses_of(session, key)), *name]


def _handed_in(session: Any, key: Any) -> Lines:
    """Return what was handed in."""
    return [_paper_told(paper) for paper in papers_of(session, key)]


def _steps(session: Any, key: Any) -> Lines:
    """Return what was done, the last first."""
    return [_step_told(step) for step in reversed(steps_of(session, session.get_one(Matter, key)))]


def _step_told(step: MatterStep) -> list[str]:
    who = step.operator if not step.signer else f"{step.signer}（{step.operator} 录入）"
    if step.acting_for:
        who += f"，代 {step.acting_for}"
    blanks = step.answers.get("blanks", "")
    words = [step.opinion or "", step.basis or "", "一人办理" if step.alone else ""]
    words.append(f"空白证 {blanks}" if blanks else "")
    return [
        field_of(MatterStep, "done_on").show(step),
        field_of(MatterStep, "move").show(step),
        who,
        "；".join(filter(None, words)),
    ]


def _paper_told(paper: MatterPaper) -> list[str]:
    if paper.waived_because:
        return [paper.label, f"不需要：{paper.waived_because}", ""]
    if paper.received_on is None:
        return [paper.label, "未收", ""]
    return [paper.label, f"原件 {paper.originals}，复印件 {paper.copies}", f"{paper.received_on}"]


def _pause_told(stop: MatterPause) -> list[str]:
    until = f"至 {stop.until}" if stop.until else "起，还没有结束"
    return [f"{stop.reason.label}：{stop.since} {until}，不计时", stop.notice or ""]


def _applied(session: Any, key: Any) -> Lines:
    """Return what was applied for."""
    matter = session.get_one(Matter, key)
    kind = kinds()[matter.kind]
    if not (kind.is_new or kind.items):
        return [[label, "", text, ""] for label, text in told_of(matter.kind, matter.application)]
    return [_item_told(item, values) for item, values in matter.application.items()]


def _item_told(item: str, values: Sequence[str]) -> list[str]:
    """Return an item with what it is and is to be; personal data masked."""
    field = field_of(Organization, item)
    mask = field.kind.mask or str
    return [field.label, *(mask(text) if text else "" for text in values[:2]), *values[2:]]


def _concerns(session: Any, key: Any) -> Lines:
    """Return what speaks for a closer look, by which law."""
    return [[said] for said in concerns_of(session, key)]


CHILDREN = (
    Child("期限", _clock, ("剩余", "告知")),
    Child("申请内容", _applied, ("事项", "现在", "申请", "理由")),
    Child("需要核对", _concerns, ("情形和依据",)),
    Child("材料", _handed_in, ("材料", "份数", "收到")),
    *PAPERS_OF,
    Child("办理经过", _steps, ("日期", "步骤", "办理人", "意见")),
)
