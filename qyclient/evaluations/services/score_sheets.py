"""评分表 out and back: what came back is checked cell by cell before a point of it is taken."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.models import Rater
from qyclient.evaluations.rules.sheet_form import (
    POINTS,
    REASON,
    TOP,
    Form,
    FormLine,
    code_cell,
    moved_cells,
    strange_cells,
)
from qyclient.evaluations.services.blind import let_mark, let_read
from qyclient.evaluations.services.lookup import the_rater, the_round
from qyclient.evaluations.services.marking import Line, mark, marked
from qyclient.paper.ledger.cells import address, cell_text
from qyclient.paper.reading import read_workbook
from qyclient.paper.reading.formulas import formula_cells
from qyclient.progress import Progress

_WRITTEN = {POINTS: "points", REASON: "reason"}
Entry = Mapping[str, str]
"""What was typed for one indicator: its number, points and reason."""


def form_of(session: Session, key: UUID) -> Form:
    """Return a rater's form with what he gave so far; refused to who may not see it."""
    rater = the_rater(session, key)
    let_read(session, rater)
    found = the_round(session, rater.round.id)
    lines = [_form_line(line) for line in marked(session, rater).lines]
    title = f"绩效评价评分表（{found.occasion.label}）"
    return Form(title, rater.code, f"{rater.name}（{rater.party.label}）", found.subject, lines)


def rows_in(path: Path, progress: Progress) -> list[list[str]]:
    """Return the cells of a sheet that came back, as texts; refuse formulas by their cells."""
    [sheet, *_others] = read_workbook(path, progress)
    if formulas := formula_cells(path):
        raise Refused(f"“{path.name}”单元格 {formulas[0]} 是公式，请填写数字后再交。")
    return [[cell_text(cell) for cell in row] for row in sheet.rows]


def take_back_sheet(session: Session, key: UUID, rows: Sequence[Sequence[str]]) -> Rater:
    """Take the points of a sheet that came back for a round; all of it, or none."""
    rater = _whose(session, key, code_cell(rows))
    let_mark(session, rater)
    form = form_of(session, rater.id)
    _refuse_changed(form, rows)
    entries = [_entry(form.lines[n], rows[TOP + n]) for n in range(len(form.lines))]
    return _take(session, rater, entries, [TOP + n for n in range(len(entries))])


def key_in(session: Session, key: UUID, entries: Sequence[Entry], checked_by: str) -> Rater:
    """Keep a paper form that was typed twice: who keyed it in, and who did it again."""
    rater = the_rater(session, key)
    let_mark(session, rater)
    me = session.info["stamp"].operator
    _take(session, rater, entries, [])
    rater.keyed_by, rater.checked_by = me, checked_by.strip() or me
    return rater


def differences(first: Sequence[Entry], second: Sequence[Entry]) -> list[tuple[int, str]]:
    """Return where two entries of one form differ: line from 0, and in words."""
    return [
        (n, f"{one['number']}：第一次 {one['points'] or '空'}，第二次 {other['points'] or '空'}")
        for n, (one, other) in enumerate(zip(first, second, strict=True))
        if _same(one["points"]) != _same(other["points"])
    ]


def _take(session: Session, rater: Rater, entries: Sequence[Entry], places: Sequence[int]) -> Rater:
    nodes = {line.indicator.number: line for line in marked(session, rater).lines}
    for n, entry in enumerate(entries):
        line = nodes[entry["number"]]
        texts = {key: entry[key] for key in ("points", "reason")}
        if texts["points"] and line.points is None and _same(texts["points"]) == line.computed:
            texts["points"] = ""
        try:
            mark(session, rater.id, line.indicator.id, texts)
        except Invalid as no:
            place = f"单元格 {address(places[n], POINTS)}：" if places else ""
            raise Refused(f"{place}{no}。") from no
    return rater


def _whose(session: Session, key: UUID, code: str) -> Rater:
    found = the_round(session, key)
    rater = session.scalar(select(Rater).where(Rater.code == code))
    if rater is None:
        raise Refused(f"单元格 B2：没有编号为“{code or '空'}”的评分表，请用本轮导出的评分表。")
    whole = the_rater(session, rater.id)
    if whole.round.id != found.id:
        other = whole.round.number
        raise Refused(f"单元格 B2：评分表 {code} 属于轮次 {other}，不是 {found.number}。")
    return whole


def _refuse_changed(form: Form, rows: Sequence[Sequence[str]]) -> None:
    if moved := moved_cells(form, rows):
        at, column, text = moved[0]
        there = rows[at][column] if at < len(rows) and column < len(rows[at]) else ""
        raise Refused(
            f"单元格 {address(at, column)} 应为“{text}”，现在是“{there or '空'}”；"
            "行列被移动或改过，请用导出的评分表重新填写。"
        )
    if strange := strange_cells(form, rows):
        at, column = strange[0]
        raise Refused(f"单元格 {address(at, column)} 不是填写的地方，请删去后再交。")


def _entry(line: FormLine, cells: Sequence[str]) -> Entry:
    written = {
        key: cells[column].strip() if column < len(cells) else ""
        for column, key in _WRITTEN.items()
    }
    return {"number": line.number, **written}


def _form_line(line: Line) -> FormLine:
    node = line.indicator
    rule = "；".join(filter(None, [line.told, node.rule, node.parts])).replace("\n", "；")
    full = "0或1" if node.is_veto else f"{node.weight.normalize():f}"
    return FormLine(node.number, node.name, rule, full, line.counted, line.reason)


def _same(text: str) -> object:
    try:
        return float(text) if text.strip() else None
    except ValueError:
        return text.strip()
