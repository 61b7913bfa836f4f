"""A form takes texts, goes on with Enter, and shows every problem beside its field."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from qyclient.contracts.models import Contract, Instalment
from qyclient.records.base import field_of, fields_of
from ui.kit.editor import Surroundings
from ui.kit.form import Form
from ui.kit.rows_editor import RowsEditor

AROUND = Surroundings(date(2026, 3, 2))


@pytest.fixture
def form(qtbot):
    shown = Form(fields_of(Contract), AROUND)
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    return shown


@pytest.fixture
def parts(qtbot):
    shown = RowsEditor(
        [field_of(Instalment, key) for key in ("amount", "waits_for", "due_on")], AROUND, lines=2
    )
    qtbot.addWidget(shown)
    shown.show()
    return shown


def note(form, key):
    return form.findChild(object, f"{key}.problem").text()


def test_the_headings_are_those_of_the_declaration(form):
    assert form.sections == ["项目", "立项与采购", "签订", "收款账户", "公告备案与结束"]


def test_texts_come_back_as_they_were_put(form):
    texts = {"contract_no": "QX-1", "amount": "98,000.00", "signed_on": "2026年3月1日"}
    form.put(texts)
    assert texts.items() <= form.texts().items()


def test_all_problems_are_shown_at_once_and_the_first_gets_the_cursor(qtbot, form):
    form.editor("content").setFocus()
    others = form.show_problems(
        {"amount": "合同金额应大于零", "title": "请填写项目名称", "x": "别处"}
    )
    assert others == ["别处"]
    assert note(form, "title") == "请填写项目名称"
    assert note(form, "amount") == "合同金额应大于零"
    qtbot.waitUntil(form.editor("title").line.hasFocus)


def test_a_problem_goes_away_when_its_field_is_mended(form):
    form.show_problems({"contractor": "没有登记过"})
    form.editor("contractor").put("清新区同心协会")
    assert note(form, "contractor") == field_of(Contract, "contractor").help


def test_enter_goes_on_to_the_next_field(qtbot, form):
    form.go_to("contract_no")
    qtbot.waitUntil(form.editor("contract_no").line.hasFocus)
    qtbot.keyClick(form.editor("contract_no").line, Qt.Key.Key_Return)
    qtbot.waitUntil(form.editor("title").line.hasFocus)


def test_a_field_left_out_is_neither_seen_nor_sent(form):
    form.put({"remark": "备注"})
    form.leave_out({"remark"})
    assert not form.editor("remark").isVisible()
    assert form.texts()["remark"] == ""
    form.leave_out(set())
    assert form.texts()["remark"] == "备注"


def test_lines_that_hold_nothing_are_not_there(parts):
    assert parts.texts() == []
    parts.lines[1]["amount"].put("3万元")
    assert [line["amount"] for line in parts.texts()] == ["3万元"]


def test_a_line_is_added_and_taken_away(qtbot, parts):
    parts.findChild(object, "more").click()
    assert len(parts.lines) == 3
    parts.lines[0]["amount"].put("1")
    parts.findChildren(object, "gone")[0].click()
    assert len(parts.lines) == 2
    assert parts.texts() == []


def test_a_line_that_cannot_be_is_named_by_its_number(parts):
    parts.lines[0]["amount"].put("1000")
    parts.lines[1]["waits_for"].put("末期评价")
    assert parts.problem() == "第 2 行：请填写金额"
