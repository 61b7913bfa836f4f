"""What is said with a step of a round or a grading: its words and its day."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from qyclient.office.rules.workflow import ANSWERS, Move
from qyclient.records.kinds import DATE


def step_words(move: Move, answers: Mapping[str, str], wrong: dict[str, str]) -> dict[str, str]:
    """Return what a move asks for; put into `wrong` what is missing."""
    said = {key: answers.get(key, "").strip() for key in move.asks}
    wrong |= {
        key: f"请填写{ANSWERS[key].label}"
        for key, text in said.items()
        if ANSWERS[key].required and not text
    }
    return said


def step_day(session: Session, text: str, wrong: dict[str, str]) -> date:
    """Return the day of a step, today if none is written; put into `wrong` what is no day."""
    today: date = session.info["today"]
    if not text.strip():
        return today
    try:
        day = DATE.parse(text)
    except ValueError as problem:
        wrong["done_on"] = str(problem)
        return today
    if day > today:
        wrong["done_on"] = "办理日期不能晚于今天"
    return day
