"""文号: allotted in the transaction that keeps the paper, so that a series has no hole and no twin.

Writers wait for each other (BEGIN IMMEDIATE), and nothing that has a number is ever removed: what
was cancelled keeps its own.
"""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid
from qyclient.office.services import place_word, series_of
from qyclient.organizations.models import Document
from qyclient.organizations.rules.papers import Paper


def numbered(
    session: Session, paper: Paper, dated: date, typed: str, *, needed: bool
) -> tuple[str, int | None]:
    """Return the number of a paper and its place in the series.

    Ours is the next one; that of the general office is what was typed, none if the paper needs no
    number. Refused if another paper has it.
    """
    series = series_of(session, paper.series, dated.year)
    place = place_word(session, dated)
    if series.ours:
        following = max(_last(session, series.key, dated.year), series.used) + 1
        return series.number(place, dated.year, following), following
    number = "".join(typed.split())
    if not number:
        if needed:
            raise Invalid({"number": f"请填写文号：{series.label}由办公室编号"})
        return "", None
    if problem := series.problem(number, place, dated.year):
        raise Invalid({"number": problem})
    mine = (Document.number == number) & Document.cancelled_because.is_(None)
    if twin := session.scalar(select(Document).where(mine)):
        raise Invalid({"number": f"文号已经用过：{twin.subject}（{twin.dated}）"})
    return number, None


def _last(session: Session, series: str, year: int) -> int:
    mine = (Document.series == series) & (Document.year == year)
    return session.scalar(select(func.max(Document.sequence)).where(mine)) or 0
