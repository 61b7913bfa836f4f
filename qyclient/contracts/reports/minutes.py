"""协调会议纪要: a row for each function, with what was agreed and why."""

from collections.abc import Sequence

from qyclient.contracts.models import FunctionItem, Meeting, MeetingOpinion
from qyclient.contracts.reports.texts import made_of
from qyclient.paper.report import Heading
from qyclient.records.dates import format_date


def minutes(
    text: str,
    meeting: Meeting,
    opinions: Sequence[tuple[MeetingOpinion, FunctionItem]],
    heading: Heading,
) -> bytes:
    """Return the minutes of a coordination meeting as PDF."""
    facts = {
        "meeting": meeting.title,
        "held_on": format_date(meeting.held_on),
        "held_at": meeting.place or "",
        "convener": meeting.convener,
        "attendees": meeting.attendees,
        "items": f"{len(opinions)} 项",
        "opinions": "\n".join(_row(n, *one) for n, one in enumerate(opinions, 1)),
        "follow_up": meeting.follow_up or "",
        "office": heading.office,
        "date": format_date(heading.made_on),
    }
    return made_of(text, facts, heading)


def _row(number: int, opinion: MeetingOpinion, item: FunctionItem) -> str:
    words = [opinion.department_said or "", opinion.reason or ""]
    due = f"时限 {format_date(opinion.due)}" if opinion.due else ""
    said = "；".join(filter(None, [*words, due])) or "—"
    named = f"{item.name}（{item.department}）"
    cells = [str(number), item.number, named, opinion.opinion.label, said]
    return "\t".join(cells)
