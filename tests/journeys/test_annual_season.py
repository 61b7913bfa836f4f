"""年报季：三百个单位，从平台表和小键盘登记，逾期的列入活动异常名录，补报的两个移出."""

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from qyclient.organizations.models import CreditListing, Matter, Organization
from qyclient.organizations.rules.lists import CreditList
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.credit import counts
from qyclient.organizations.services.figures import figures_of
from qyclient.organizations.services.season import counts_of, season
from qyclient.records.view import Filter, View
from qyclient.store.bulk import add
from tests.benchmarks.crowd import crowd
from tests.conftest import open_at
from tests.journeys.conftest import Clerk
from ui.main_window import MainWindow
from ui.matters.step_dialog import ManyStepsDialog
from ui.organizations.credit.propose_dialog import ProposeDialog
from ui.organizations.season.figures_dialog import FiguresDialog
from ui.organizations.season.intake_dialog import SeasonIntakeDialog
from ui.organizations.undo_dialog import UndoDialog
from ui.tabs import open_register

BODIES, ON_TIME, BY_HAND, LATE = 300, 265, 15, 20
JUNE = datetime(2026, 6, 8, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def season_clerk(qtbot, folder):
    """张三 on 8 June 2026, in front of a register of three hundred bodies."""
    register = open_at(folder)
    rows = [row for row in crowd(500) if row["status"].value == "ACTIVE"]
    owed = [row for row in rows if row["established_on"].latest.year < 2025][:BODIES]
    register.write(add, Organization, owed)
    register.close()
    window = MainWindow(partial(open_register, folder, "张三", lambda: JUNE))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.known)
    yield Clerk(qtbot, window)
    window.close()


def _platform_sheet(path, lines):
    book = Workbook()
    sheet = book.active
    sheet.append(["2025年度年报情况"])
    days = ("2026-03-12", "2026-04-20", "2026-05-06")
    sheet.append(["序号", "社会组织名称", "信用代码", "状态", "报送日期", "初审日期", "收到日期"])
    for number, line in enumerate(lines, 1):
        code = None if number % 9 == 0 or line.row.uscc.endswith("0") else line.row.uscc
        sheet.append([number, line.row.name, code, "已受理", *days])
    sheet.append([number + 1, "清新区没有这个协会", "", "已受理", "2026-03-12", "", ""])
    book.save(path)


def _bring_in(clerk, tab, path):
    dialog = SeasonIntakeDialog(clerk.window.jobs, tab.year, [path], tab)
    dialog.open()
    clerk.until(dialog.go.isEnabled)
    assert dialog.go.text() == f"登记 {ON_TIME} 个单位"
    with clerk.qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.go.click()
    clerk.until(lambda: clerk.window.jobs.idle)


def _type(clerk, tab, *keys):
    tab.table.setFocus()
    for key in keys:
        clerk.qtbot.keyClick(tab.table, key)


def _steps_of_all(clerk, tab, *steps):
    for label, texts in steps:
        tab.table.selectAll()
        clerk.until(lambda: len(tab.table.selected()) == tab.records.rowCount())
        clerk.press(tab, "Ctrl+F2")
        clerk.until(lambda: clerk.window.jobs.idle and tab.menu.isVisible())
        [action] = [a for a in tab.menu.actions() if a.text() == label]
        action.trigger()
        tab.menu.close()
        dialog = clerk.dialog(ManyStepsDialog)
        clerk.fill(dialog, **texts)
        clerk.save(dialog)


def _open_matters(clerk, kind):
    tab = clerk.go("办件")
    only = (Filter("closed_on", empty=True), Filter("kind", among=(kinds()[kind].label,)))
    with clerk.qtbot.waitSignal(tab.records.counted, timeout=10_000):
        tab.show_view(View(filters=only))
    clerk.until(lambda: tab.records.row(0) is not None and clerk.window.jobs.idle)
    return tab


def test_a_season_of_three_hundred_bodies(season_clerk, tmp_path):
    clerk = season_clerk
    workspace = clerk.window.jobs.workspace
    tab = clerk.go("年报")
    clerk.until(lambda: tab.chips.buttons["owing"].text() == f"应报 {BODIES}")
    assert tab.chips.buttons["late"].text() == f"逾期 {BODIES}"
    lines = workspace.read(season, 2025)
    _platform_sheet(tmp_path / "平台.xlsx", lines[:ON_TIME])
    _bring_in(clerk, tab, tmp_path / "平台.xlsx")
    clerk.until(lambda: tab.chips.buttons["accepted"].text() == f"已收到 {ON_TIME}")

    tab.chips.choose("missing")
    tab.table.selectRow(0)
    tab.marking.day.put("2026-05-29")
    for _ in range(BY_HAND):
        row = tab.table.currentIndex().row()
        _type(clerk, tab, Qt.Key.Key_2)
        tab.table.selectRow(row)
        _type(clerk, tab, Qt.Key.Key_3)
    assert len(tab.marking.marks) == BY_HAND
    clerk.press(tab, "Ctrl+S")
    clerk.until(lambda: clerk.window.jobs.idle and not tab.marking.marks)
    clerk.until(lambda: tab.chips.buttons["late"].text() == f"逾期 {LATE}")

    clerk.press(tab, "Ctrl+L")
    proposed = clerk.dialog(ProposeDialog)
    assert proposed.go.text() == f"立 {LATE} 个办件"
    with clerk.qtbot.waitSignal(proposed.accepted, timeout=20_000):
        proposed.go.click()
    matters = _open_matters(clerk, "ABNORMAL_IN")
    _steps_of_all(
        clerk,
        matters,
        ("事先告知", {"facts": "未报送2025年度报告", "ground": "民政部令第60号"}),
        ("审核", {"statement": "没有陈述申辩", "opinion": "同意"}),
        ("决定", {"opinion": "列入", "signer": "黄局长"}),
    )
    assert workspace.read(counts)[CreditList.ABNORMAL] == LATE

    credit = clerk.go("信用")
    clerk.until(lambda: credit.records.row(0) is not None)
    credit.table.selectRow(0)
    first = credit.records.index(1, 0)
    credit.table.selectionModel().select(
        first,
        credit.table.selectionModel().SelectionFlag.Select
        | credit.table.selectionModel().SelectionFlag.Rows,
    )
    clerk.press(credit, "F2")
    clerk.until(lambda: clerk.window.jobs.idle and workspace.count(Matter, View()) == LATE + 2)
    matters = _open_matters(clerk, "ABNORMAL_OUT")
    _steps_of_all(
        clerk,
        matters,
        ("事先告知", {"facts": "已补报", "ground": "民政部令第60号"}),
        ("审核", {"statement": "无", "opinion": "同意"}),
        ("决定", {"opinion": "移出", "signer": "黄局长"}),
    )
    assert workspace.read(counts)[CreditList.ABNORMAL] == LATE - 2
    gone = workspace.page(CreditListing, View(filters=(Filter("until", empty=False),)))
    assert {one.until for one in gone} == {date(2026, 6, 8)}
    found = counts_of(workspace.read(season, 2025))
    assert (found["owing"], found["came"], found["late"]) == (BODIES, ON_TIME + BY_HAND, LATE)


def test_what_is_marked_is_kept_at_once_and_taken_back_at_once(county_clerk):
    tab = county_clerk.go("年报")
    county_clerk.until(lambda: bool(tab.shown))
    tab.chips.choose("due")
    before = tab.chips.buttons["submitted"].text()
    tab.table.selectAll()
    many = len(tab.chosen)
    _type(county_clerk, tab, Qt.Key.Key_1)
    assert tab.bar.made["keep"].text() == f"保存 {many} 个"
    county_clerk.press(tab, "Ctrl+S")
    county_clerk.until(lambda: tab.chips.buttons["due"].text() == "待报送 0")
    county_clerk.press(tab, "Ctrl+Z")
    dialog = county_clerk.dialog(UndoDialog)
    county_clerk.until(dialog.go.isEnabled)
    dialog.go.click()
    county_clerk.until(lambda: tab.chips.buttons["submitted"].text() == before)


def test_what_cannot_be_noted_is_said_and_stays_marked(county_clerk):
    tab = county_clerk.go("年报")
    county_clerk.until(lambda: bool(tab.shown))
    tab.chips.choose("due")
    tab.table.selectRow(0)
    name = tab.chosen[0].row.name
    _type(county_clerk, tab, Qt.Key.Key_8)
    county_clerk.press(tab, "Ctrl+S")
    county_clerk.until(tab.banner.isVisible)
    said = tab.banner.sentence.text()
    assert name in said
    assert "还没有登记收到日期" in said
    assert len(tab.marking.marks) == 1


def test_a_return_asks_for_its_reason(county_clerk):
    tab = county_clerk.go("年报")
    county_clerk.until(lambda: bool(tab.shown))
    tab.chips.choose("accepted")
    tab.table.selectRow(0)
    key = tab.chosen[0].key
    _type(county_clerk, tab, Qt.Key.Key_4)
    [box] = [d for d in tab.window().findChildren(QPushButton) if d.text() == "登记"]
    dialog = box.window()
    dialog.box.setText("缺审计报告")
    dialog.give()
    assert tab.marking.marks[key][0].words == "缺审计报告"


def test_words_find_a_body_by_its_initials(county_clerk):
    tab = county_clerk.go("年报")
    county_clerk.until(lambda: bool(tab.shown))
    tab.search.setText("nxdxs")
    county_clerk.until(lambda: len(tab.shown) == 1)
    assert tab.shown[0].row.name == "清新县暖心大学生社会服务队"


def test_figures_are_typed_beside_last_years_and_must_add_up(county_clerk):
    tab = county_clerk.go("年报")
    county_clerk.until(lambda: bool(tab.shown))
    workspace = county_clerk.window.jobs.workspace
    tab.chips.choose("accepted")
    last = {line.key: workspace.read(figures_of, line.key, 2024) for line in tab.shown}
    row = next(n for n, line in enumerate(tab.shown) if last[line.key] is not None)
    tab.table.selectRow(row)
    key = tab.chosen[0].key
    county_clerk.press(tab, "F2")
    dialog = county_clerk.dialog(FiguresDialog)
    hints = [label.text() for label in dialog.form.findChildren(QLabel)]
    assert f"2024年度：{last[key].leaders}" in hints
    county_clerk.fill(dialog, leaders="3", women_leaders="4")
    county_clerk.try_to_save(dialog)
    county_clerk.fill(dialog, women_leaders="2", costs="12万元")
    county_clerk.save(dialog)
    kept = workspace.read(figures_of, key, 2025)
    assert (kept.women_leaders, kept.costs) == (2, 120_000)
