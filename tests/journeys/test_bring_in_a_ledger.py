"""导入台账：选文件，对应各列，核对并改好，导入；不行就撤销."""

from pathlib import Path

from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QDialog

from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import the
from qyclient.records.view import View
from tests.organizations.conftest import truth  # noqa: F401 - what a careful clerk would enter
from tests.organizations.test_intake import FIELD_OF, _expected, _held
from ui.organizations.intake_dialog import IntakeDialog
from ui.organizations.intake_log import IntakeLog

LEDGERS = Path(__file__).parents[1] / "ledgers"
KEY_OF = {field: key for key, field in FIELD_OF.items()}
LEDGER = (
    ("序号", "社会组织名称", "统一社会信用代码", "法定代表人", "住所", "成立登记日期", "注册资金"),
    ("1", "清新区青山环保志愿协会", "", "梁国栋", "太和镇建设街12号", "2024年6月3日", "3万元"),
    ("2", "清新区山泉书画社", "", "何美玲", "太平镇府前路8号", "2023-09-01", "叁万元"),
    ("3", "清新区北江龙舟协会", "51441803MJM000122X", "曾文斌", "山塘镇", "2022.5.6", "50000"),
)
TOWN = """名称,种类,电话
（以上为旧表样，请勿填写）

团体全名,掌门人,眼下情况,本金,2024年度年检结论
清新区青山环保志愿协会,梁国栋,在册,3,合格
清新区山泉书画社,何美玲,在册,2.5,合格
清新区北江龙舟协会,曾文斌,没了,,未参检
"""
NEXT_YEAR = """眼下情况,团体全名,掌门人,网站
在册,清新区同心家政协会,李小燕,
"""


def ledger(folder):
    book = Workbook()
    book.active.title = "社会团体"
    for row in LEDGER:
        book.active.append(row)
    book.save(folder / "台账.xlsx")
    return folder / "台账.xlsx"


def written(folder, name, text):
    (folder / name).write_text(text, encoding="gb18030")
    return folder / name


def opened(clerk, *paths):
    """Open the wizard and let it read files."""
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+I")
    dialog = clerk.dialog(IntakeDialog)
    dialog.take_files(paths)
    clerk.until(lambda: clerk.window.jobs.idle)
    return tab, dialog


def step_on(clerk, dialog, steps=1):
    for _step in range(steps):
        assert dialog.frame.on.isEnabled(), dialog.frame.on.toolTip()
        dialog.frame.on.click()
        clerk.until(lambda: clerk.window.jobs.idle)


def match(dialog, heading, label):
    next(x for x in dialog.match.lines if x.column.heading == heading).field.put(label)


def mean(clerk, dialog, label):
    """Say what the word that is not among the choices means, for all rows."""
    [(choices, button)] = dialog.preview.pane.words.values()
    choices.choose(label)
    button.click()
    clerk.until(lambda: clerk.window.jobs.idle)


def bodies(clerk):
    return {body.name: body for body in clerk.window.jobs.workspace.page(Organization, View())}


def test_a_ledger_is_previewed_brought_in_and_taken_back(clerk, tmp_path):
    tab, dialog = opened(clerk, ledger(tmp_path))
    step_on(clerk, dialog, 2)
    assert dialog.frame.on.text() == "导入 2 行"
    assert tab.count_text == "社会组织：显示 0 / 共 0"
    lines = dialog.preview.rows.lines
    assert [lines.index(0, column).data() for column in (0, 1)] == [
        "社会团体 C4",
        "清新区北江龙舟协会",
    ]
    assert "校验位不对" in lines.index(0, 2).data()

    step_on(clerk, dialog)
    clerk.until(lambda: tab.count_text == "社会组织：显示 2 / 共 2")
    assert dialog.ended.figures["new"].text() == "2"
    dialog.frame.past.click()
    log = next(one for one in dialog.findChildren(IntakeLog))
    clerk.until(log.undo.isEnabled)
    log.undo.click()
    clerk.until(lambda: bool(log.findChildren(QDialog)))
    [asked] = log.findChildren(QDialog)
    assert "台账.xlsx" in asked.text()
    assert "移除 2 个社会组织" in asked.informativeText()
    assert "清新区山泉书画社" in asked.informativeText()
    asked.accept()
    clerk.until(lambda: tab.count_text == "社会组织：显示 0 / 共 0")
    clerk.until(lambda: log.list.lines.index(0, 7).data() == "已撤销")
    assert not log.undo.isEnabled()
    dialog.reject()


def test_what_happened_since_stands_in_the_way_of_taking_back(clerk, tmp_path):
    tab, dialog = opened(clerk, ledger(tmp_path))
    step_on(clerk, dialog, 3)
    clerk.until(lambda: tab.count_text == "社会组织：显示 2 / 共 2")
    workspace = clerk.window.jobs.workspace
    workspace.write(lambda session: setattr(the(session, "清新区山泉书画社"), "phone", "5812345"))
    log = IntakeLog(clerk.window.jobs, dialog)
    log.open()
    clerk.until(log.undo.isEnabled)
    log.undo.click()
    clerk.until(lambda: "不能撤销" in log.banner.sentence.text())
    assert "清新区山泉书画社" in log.banner.sentence.text()
    assert not log.findChildren(QDialog)
    log.reject()
    dialog.reject()


def test_held_rows_go_back_to_whoever_sent_them(clerk, tmp_path):
    _tab, dialog = opened(clerk, ledger(tmp_path))
    step_on(clerk, dialog, 2)
    out = tmp_path / "待处理.xlsx"
    dialog.save_held(out)
    clerk.until(out.exists)
    rows = [*load_workbook(out).active.iter_rows(values_only=True)]
    assert "清新区北江龙舟协会" in rows[1]
    assert "校验位不对" in " ".join(str(cell) for cell in rows[1])
    dialog.close_now()


def test_what_was_mended_before_is_not_to_be_mended_again_in_the_rows_handed_back(clerk, tmp_path):
    _tab, dialog = opened(clerk, ledger(tmp_path))
    step_on(clerk, dialog, 2)
    pane = dialog.preview.pane
    box = next(b for b in pane.cells.values() if b.text() == "曾文斌")
    box.setText("曾文彬")
    pane.mend.click()
    clerk.until(lambda: clerk.window.jobs.idle)
    assert dialog.outcome.counts["held"] == 1
    out = tmp_path / "待处理.xlsx"
    dialog.save_held(out)
    clerk.until(out.exists)
    rows = [*load_workbook(out).active.iter_rows(values_only=True)]
    assert "曾文彬" in rows[1]
    dialog.close_now()


def test_a_code_that_breaks_the_standard_is_taken_with_a_reason(clerk, tmp_path):
    _tab, dialog = opened(clerk, ledger(tmp_path))
    step_on(clerk, dialog, 2)
    dialog.preview.reason.setText("证书原样如此")
    dialog.preview.reason.editingFinished.emit()
    clerk.until(lambda: dialog.frame.on.text() == "导入 3 行")
    step_on(clerk, dialog)
    assert bodies(clerk)["清新区北江龙舟协会"].code_exception == "证书原样如此"
    dialog.close_now()


def test_two_ledgers_are_mended_in_the_wizard_and_end_as_the_truth(clerk, truth):  # noqa: F811
    told = {(row["sheet"], row["row"]): row["expect"] for row in truth if row["defect"]}
    files = (LEDGERS / "roster_associations.xlsx", LEDGERS / "roster_service_units.xls")
    _tab, dialog = opened(clerk, *files)
    step_on(clerk, dialog, 2)
    preview = dialog.preview
    held = dialog.outcome.counts["held"]
    assert held == 20
    while held:
        row = preview.listed[preview.rows.currentIndex().row()]
        sheet = preview.work.of(row)
        for column, box in preview.pane.cells.items():
            if box.accessibleDescription():
                key = KEY_OF[sheet.ledger.layout.columns[column].key]
                box.setText(str(told[row.sheet, row.row][key]))
        preview.pane.mend.click()
        clerk.until(lambda: clerk.window.jobs.idle and dialog.outcome is not None)
        assert dialog.outcome.counts["held"] == held - 1
        held -= 1
    step_on(clerk, dialog)
    assert dialog.ended.figures["new"].text() == "360"
    every = [row for row in truth if row["defect"] != "duplicate"]
    assert _held(clerk.window.jobs.workspace) == _expected(every)
    dialog.reject()


def test_a_ledger_of_quite_another_shape_comes_in_and_the_next_one_faster(clerk, tmp_path):
    _tab, dialog = opened(clerk, written(tmp_path, "镇街上报.csv", TOWN))
    files = dialog.files
    assert files.top.chosen == "0"
    files.top.choose("3")
    files.top.activated.emit(3)
    files.kind.choose("S")
    files.kind.activated.emit(1)
    assert files.sheets.item(0, 4).text() == "4"
    assert files.sheets.item(0, 2).text() == "3"

    step_on(clerk, dialog)
    assert dialog.match.lines[0].badge.text() == "未对应"
    for heading, label in (
        ("团体全名", "名称"),
        ("掌门人", "法定代表人"),
        ("眼下情况", "状态"),
        ("本金", "注册资金"),
    ):
        match(dialog, heading, label)
    money = next(line for line in dialog.match.lines if line.column.heading == "本金")
    money.unit.choose("万元")
    money.unit.activated.emit(1)
    dialog.match.name.setEditText("镇街上报表")
    dialog.match.save.click()
    clerk.until(dialog.match.load.isEnabled)

    step_on(clerk, dialog)
    assert dialog.outcome.counts["held"] == 3
    mean(clerk, dialog, "正常")
    assert dialog.outcome.counts["held"] == 1
    mean(clerk, dialog, "注销")
    step_on(clerk, dialog)
    found = bodies(clerk)
    assert {name: body.status.label for name, body in found.items()} == {
        "清新区青山环保志愿协会": "正常",
        "清新区山泉书画社": "正常",
        "清新区北江龙舟协会": "注销",
    }
    assert found["清新区山泉书画社"].fund_amount == 25000

    dialog.ended.more.click()
    dialog.take_files([written(tmp_path, "明年.csv", NEXT_YEAR)])
    clerk.until(lambda: clerk.window.jobs.idle)
    assert "没有认出台账" in dialog.frame.banner.sentence.text()
    files.sheets.item(0, 0).setCheckState(files.sheets.item(0, 0).checkState().Checked)
    files.kind.choose("S")
    files.kind.activated.emit(1)
    step_on(clerk, dialog)
    clerk.until(lambda: dialog.match.name.count() == 1)
    dialog.match.name.setCurrentIndex(0)
    dialog.match.load.click()
    assert "台账里没有“本金”一列" in dialog.match.said.text()
    assert {line.column.heading: line.field.text() for line in dialog.match.lines} == {
        "网站": "",
        "眼下情况": "状态",
        "团体全名": "名称",
        "掌门人": "法定代表人",
    }
    step_on(clerk, dialog)
    mean(clerk, dialog, "正常")
    step_on(clerk, dialog)
    assert bodies(clerk)["清新区同心家政协会"].legal_rep == "李小燕"
    dialog.close_now()


def test_a_file_that_is_no_ledger_is_refused_in_words(clerk, tmp_path):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"no")
    _tab, dialog = opened(clerk, path)
    clerk.until(dialog.frame.banner.isVisible)
    assert dialog.frame.banner.sentence.text().endswith("。")
    assert not dialog.frame.on.isEnabled()
    dialog.reject()
