"""What may be noted of a year's report when, and what is kept of it (DOMAIN A4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qyclient.organizations.rules.annual import Terms
from qyclient.organizations.rules.review_lists import ReviewConclusion, ReviewMode, ReviewStep

_DAYS: Mapping[ReviewStep, str] = {
    ReviewStep.SENT: "sent_on",
    ReviewStep.REVIEWED: "supervisor_on",
    ReviewStep.RECEIVED: "received_on",
    ReviewStep.RETURNED: "returned_on",
    ReviewStep.PUBLISHED: "published_on",
}
_CONCLUSIONS: Mapping[ReviewStep, ReviewConclusion] = {
    ReviewStep.QUALIFIED: ReviewConclusion.QUALIFIED,
    ReviewStep.BASICALLY_QUALIFIED: ReviewConclusion.BASICALLY_QUALIFIED,
    ReviewStep.UNQUALIFIED: ReviewConclusion.UNQUALIFIED,
    ReviewStep.PUBLISHED: ReviewConclusion.REPORTED,
    ReviewStep.MISSED: ReviewConclusion.NOT_TAKEN_PART,
    ReviewStep.EXEMPT: ReviewConclusion.EXEMPT,
}
CONCLUDING = frozenset(
    {ReviewStep.QUALIFIED, ReviewStep.BASICALLY_QUALIFIED, ReviewStep.UNQUALIFIED}
)
NEEDS_WORDS = frozenset(
    {
        ReviewStep.RETURNED,
        ReviewStep.BASICALLY_QUALIFIED,
        ReviewStep.UNQUALIFIED,
        ReviewStep.EXEMPT,
    }
)
"""What is noted only with its reason."""
_FINAL = frozenset({_CONCLUSIONS[step] for step in (*CONCLUDING, ReviewStep.PUBLISHED)})
_COMING = frozenset({ReviewStep.SENT, ReviewStep.REVIEWED, ReviewStep.RECEIVED})


@dataclass(frozen=True, slots=True)
class Note:
    """One thing noted of a year: what, on which day, with which words."""

    step: ReviewStep
    on: date
    words: str = ""


def problem(note: Note, terms: Terms, review: Any, today: date, *, supervised: bool) -> str:
    """Return what stands against noting it; nothing if nothing does. `review` may be None."""
    if note.on > today:
        return "日期不能晚于今天"
    if note.on <= terms.last_day:
        return f"{terms.year}年度在 {terms.last_day} 结束后才开始报送，日期请核对"
    if note.step in NEEDS_WORDS and not note.words.strip():
        return f"登记“{note.step.label}”请写明原因"
    return (
        _settled_already(note, review)
        or _wrong_mode(note, terms)
        or _before_due(note, terms)
        or _out_of_order(note, review, supervised=supervised)
    )


def values(note: Note) -> dict[str, Any]:
    """Return what is kept: the day of the step, and what no longer holds is emptied.

    A report that comes again after it was returned is returned no longer; its days before are in
    the history.
    """
    kept: dict[str, Any] = {}
    if note.step in _DAYS:
        kept[_DAYS[note.step]] = note.on
    if note.step in CONCLUDING:
        kept["concluded_on"] = note.on
    if note.step in _COMING:
        kept |= {"returned_on": None, "returned_because": None, "conclusion": None}
    if note.step is ReviewStep.RETURNED:
        kept |= {"received_on": None, "returned_because": note.words.strip(), "conclusion": None}
    if note.step in _CONCLUSIONS:
        kept["conclusion"] = _CONCLUSIONS[note.step]
    if note.words.strip() and note.step is not ReviewStep.RETURNED:
        kept["remark"] = note.words.strip()
    return kept


def _settled_already(note: Note, review: Any) -> str:
    said = getattr(review, "conclusion", None)
    if note.step in _COMING and said in _FINAL:
        return f"已办结（{said.label}），不能再登记“{note.step.label}”；要重报的先登记“退回”"
    return ""


def _wrong_mode(note: Note, terms: Terms) -> str:
    if note.step in CONCLUDING and terms.mode is ReviewMode.REPORT:
        return f"{terms.year}年度是年报，没有年检结论，请登记“公开”（{terms.citation}）"
    if note.step is ReviewStep.PUBLISHED and terms.mode is ReviewMode.INSPECTION:
        return f"{terms.year}年度是年检，请登记结论（{terms.citation}）"
    return ""


def _before_due(note: Note, terms: Terms) -> str:
    if note.step is ReviewStep.MISSED and note.on <= terms.due:
        return f"报送期限到 {terms.due} 为止，期满以后才能登记“未报”"
    return ""


def _out_of_order(note: Note, review: Any, *, supervised: bool) -> str:
    sent, checked, came = (
        getattr(review, key, None) for key in ("sent_on", "supervisor_on", "received_on")
    )
    if note.step is ReviewStep.REVIEWED:
        return _earlier(note, sent, "报主管单位")
    if note.step is ReviewStep.RECEIVED:
        if supervised and checked is None:
            return "业务主管单位还没有审查，请先登记“主管单位已审”"
        return _earlier(note, checked, "主管单位审查")
    if note.step is ReviewStep.RETURNED and not (sent or checked or came):
        return "还没有收到材料，没有可退回的"
    if note.step in CONCLUDING or note.step is ReviewStep.PUBLISHED:
        return _earlier(note, came, "收到") if came else "还没有登记收到日期，不能作结论或公开"
    return ""


def _earlier(note: Note, before: date | None, called: str) -> str:
    if before is None or note.on >= before:
        return ""
    return f"“{note.step.label}”的日期不能早于{called}日期（{before}）"
