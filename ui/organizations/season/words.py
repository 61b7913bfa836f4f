"""How a season is shown: how loud its states are, which key notes which step."""

from collections.abc import Mapping

from qyclient.organizations.rules.review_lists import ReviewState, ReviewStep

TONES: Mapping[ReviewState, str] = {
    ReviewState.DUE: "plain",
    ReviewState.SUBMITTED: "plain",
    ReviewState.SUPERVISOR_REVIEWED: "plain",
    ReviewState.ACCEPTED: "good",
    ReviewState.CONCLUDED: "good",
    ReviewState.PUBLISHED: "good",
    ReviewState.RETURNED: "warn",
    ReviewState.OVERDUE: "bad",
    ReviewState.MISSED: "bad",
    ReviewState.NOT_DUE: "quiet",
    ReviewState.EXEMPT: "quiet",
}

KEYS: Mapping[str, ReviewStep] = {
    "1": ReviewStep.SENT,
    "2": ReviewStep.REVIEWED,
    "3": ReviewStep.RECEIVED,
    "4": ReviewStep.RETURNED,
    "5": ReviewStep.QUALIFIED,
    "6": ReviewStep.BASICALLY_QUALIFIED,
    "7": ReviewStep.UNQUALIFIED,
    "8": ReviewStep.PUBLISHED,
    "9": ReviewStep.MISSED,
    "0": ReviewStep.EXEMPT,
}
"""What a key of the keypad notes of the selected rows."""

LEGEND = "小键盘：" + "　".join(f"{key} {step.label}" for key, step in KEYS.items())
