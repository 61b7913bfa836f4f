"""Indicator templates: shipped, changed, checked before they are published, frozen once used."""

from decimal import Decimal

import pytest
from openpyxl import load_workbook

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.reports.templates import SHEET_FIELDS, write_template
from qyclient.evaluations.rules import tree
from qyclient.evaluations.rules.lists import IndicatorKind, Style
from qyclient.evaluations.rules.parts import parts_of, possible
from qyclient.evaluations.rules.shipped import shipped
from qyclient.evaluations.services import templates
from qyclient.evaluations.services.template_rows import checked, rows_from
from qyclient.paper.reading import read_workbook
from qyclient.papers import heading
from qyclient.progress import Silent

CODES = [one.code for one in shipped()]


def _row(number, weight, kind="定性", **more):
    return {"number": number, "name": f"指标{number}", "weight": weight, "kind": kind,
            "raters": "第三方" if kind else "", **more}  # fmt: skip


@pytest.fixture
def draft(workspace):
    return workspace.write(templates.adopt, "C1").value


@pytest.mark.parametrize("code", CODES)
def test_what_is_shipped_adds_up_and_can_be_published_as_it_is(code, workspace):
    template = workspace.write(templates.adopt, code).value
    assert workspace.read(templates.problems_of, template) == {}
    assert workspace.write(templates.publish, template.id).value.status.label == "已发布"


def test_the_shares_of_the_frameworks_are_those_of_their_sources():
    tops = {
        one.code: [row["weight"] for row in one.rows if tree.level(row["number"]) == 1]
        for one in shipped()
    }
    assert tops["C1"] == ["15", "20", "35", "20", "10", "0"]
    assert tops["C2"] == ["10", "20", "45", "15", "10", "0"]
    assert tops["F-10"] == ["10", "50", "30", "10"]
    assert tops["G-S"] == ["60", "390", "430", "120"]
    assert tops["G-M"] == ["100", "360", "420", "120"]
    assert tops["G-J"] == ["60", "370", "440", "130"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "还没有指标"),
        ([_row("1", "99")], "一级指标合计 99 分，应为 100 分"),
        ([_row("1", "100", ""), _row("1.1", "60"), _row("1.2", "30")], "下级合计 90 分，与本级"),
        ([_row("1", "100"), _row("1.1", "100")], "下面还有指标，不能自己评分"),
        ([_row("1", "100", "")], "没有下级，请选择指标类型"),
        ([_row("1", "50"), _row("1", "50")], "序号 1 重复"),
        ([_row("1", "100"), _row("2.1", "5")], "缺少上级指标 2"),
        ([_row("1", "100", raters="")], "没有写由谁评"),
        ([_row("1", "100"), _row("2", "0")], "分值应大于 0"),
        ([_row("1", "100"), _row("2", "5", is_veto="是")], "一票否决项，分值应为 0"),
        ([_row("1", "100", "定量", method="按比例")], "请选择方向"),
        ([_row("1", "100", style="程度分", parts="好 90\n差 10")], "最高 90 分，与分值 100 分不符"),
        ([_row("1", "100", style="组合分", parts="甲 60\n乙 30")], "合计 90 分，与分值 100 分不符"),
        ([_row("1", "100", style="组合分", parts="甲")], "应写成：名称 分值"),
        ([_row("1", "一百")], "分值：应为数字"),
        ([_row("1.1.1.1.1", "100")], "最多四级"),
    ],
)  # fmt: skip
def test_what_keeps_a_tree_from_being_published_is_said_where_it_is(rows, said):
    assert any(said in sentence for sentence in checked(rows, Decimal(100)).values())


def test_bonus_and_vetoes_stand_beside_the_whole():
    rows = [_row("1", "100"), _row("2", "5", "加分"), _row("3", "0", "是否", is_veto="是")]
    assert checked(rows, Decimal(100)) == {}


def test_parts_are_chosen_or_added():
    text = "有督导制度 2\n有记录：1.5 分\n按月检查 0.5"
    assert parts_of(text)[1] == ("有记录", Decimal("1.5"))
    assert possible(Style.DEGREE, text) == [0, Decimal("0.5"), Decimal("1.5"), 2]
    assert possible(Style.COMBO, text)[-1] == 4
    assert len(possible(Style.COMBO, text)) == 8 - 1
    assert possible(None, None) is None


def test_a_draft_is_changed_and_what_does_not_add_up_is_not_published(workspace, draft):
    rows = workspace.read(templates.rows_to_edit, draft.id)
    heavier = [{**r, "weight": "9"} if r["number"] == "1.1.1" else r for r in rows]
    workspace.write(templates.put_tree, draft.id, draft.version, heavier)
    with pytest.raises(Refused, match="下级合计 9 分，与本级 5 分不符"):
        workspace.write(templates.publish, draft.id)
    [moved] = [n for n in workspace.read(templates.tree_of, draft.id) if n.number == "1.1.1"]
    assert workspace.history(moved)[0]["changes"]["weight"] == ["5", "9"]


def test_a_published_one_is_changed_only_as_the_next_edition(workspace, draft):
    workspace.write(templates.publish, draft.id)
    with pytest.raises(Refused, match="已是“已发布”，不能再改；请新建下一版"):
        workspace.write(templates.put_rows, draft.id, draft.version + 1, [])
    with pytest.raises(Refused, match="不能再改"):
        workspace.write(templates.amend_facts, draft.id, draft.version + 1, {"name": "别的"})
    newer = workspace.write(templates.next_edition, draft.id).value
    assert (newer.number, newer.status.label) == ("C1-2", "拟订")
    assert workspace.read(templates.compared, draft.id, newer.id) == []
    rows = workspace.read(templates.rows_to_edit, newer.id)
    workspace.write(templates.put_tree, newer.id, newer.version, [*rows[:-1]])
    [gone] = workspace.read(templates.compared, draft.id, newer.id)
    assert gone == ["6.4", "指标", "查实的严重投诉", "—"]
    assert workspace.write(templates.take_back, draft.id).value.status.label == "拟订"


def test_a_template_needs_a_code(workspace):
    with pytest.raises(Invalid, match="代号"):
        workspace.write(
            templates.start, {"name": "自拟", "purpose": "合同绩效评价", "total": "100"}
        )


def test_a_template_goes_out_as_a_sheet_and_comes_back(workspace, draft, tmp_path):
    path = tmp_path / "C1.xlsx"
    before = workspace.read(templates.tree_of, draft.id)
    write_template(path, "C1", before, heading(workspace))
    book = load_workbook(path)
    [head] = [r for r in book.active.iter_rows() if r[0].value == "序号"]
    names = [cell.value for cell in head]
    line = next(r for r in book.active.iter_rows() if r[0].value == "1.1.1")
    line[names.index("指标名称")].value = "需求调查"
    book.save(path)
    rows = rows_from(read_workbook(path, Silent())[0])
    workspace.write(templates.put_rows, draft.id, draft.version, rows)
    after = workspace.read(templates.tree_of, draft.id)
    shown = [f for f in SHEET_FIELDS if f.key != "name"]
    was, now = ([[f.show(n) for f in shown] for n in tree] for tree in (before, after))
    assert now == was
    assert [n.name for n in after if n.number == "1.1.1"] == ["需求调查"]
    assert {n.kind for n in after if n.number == "1"} == {None}
    assert {n.kind for n in after if n.number == "2.3.1"} == {IndicatorKind.DEDUCT}


def test_a_cell_that_cannot_be_read_is_named(workspace, draft, tmp_path):
    path = tmp_path / "C1.xlsx"
    write_template(path, "C1", workspace.read(templates.tree_of, draft.id), heading(workspace))
    book = load_workbook(path)
    line = next(r for r in book.active.iter_rows() if r[0].value == "1.1.1")
    line[3].value = "五分"
    book.save(path)
    with pytest.raises(Refused, match=rf"单元格 {line[3].coordinate}：分值：应为数字"):
        rows_from(read_workbook(path, Silent())[0])
