"""导入台账：先看，再导入，不行就撤销."""

from pathlib import Path

from openpyxl import Workbook, load_workbook

from ui.organizations.intake_dialog import IntakeDialog

LEDGER = (
    ("序号", "社会组织名称", "统一社会信用代码", "法定代表人", "住所", "成立登记日期", "注册资金"),
    ("1", "清新区青山环保志愿协会", "", "梁国栋", "太和镇建设街12号", "2024年6月3日", "3万元"),
    ("2", "清新区山泉书画社", "", "何美玲", "太平镇府前路8号", "2023-09-01", "叁万元"),
    ("3", "清新区北江龙舟协会", "51441803MJM000122X", "曾文斌", "山塘镇", "2022.5.6", "50000"),
)


def ledger(folder: Path) -> Path:
    book = Workbook()
    book.active.title = "社会团体"
    for row in LEDGER:
        book.active.append(row)
    book.save(folder / "台账.xlsx")
    return folder / "台账.xlsx"


def opened(clerk, path):
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+I")
    dialog = clerk.dialog(IntakeDialog)
    dialog.take_files([path])
    clerk.until(lambda: dialog.outcome is not None and clerk.window.jobs.idle)
    return tab, dialog


def test_a_ledger_is_previewed_brought_in_and_taken_back(clerk, tmp_path):
    tab, dialog = opened(clerk, ledger(tmp_path))
    assert dialog.parts.go.text() == "导入 2 行"
    assert tab.count_text == "社会组织：显示 0 / 共 0"
    lines = dialog.parts.rows.lines
    assert lines.rowCount() == 1
    assert lines.index(0, 3).data() == "清新区北江龙舟协会"
    assert "校验位不对" in lines.index(0, 4).data()

    dialog.parts.go.click()
    clerk.until(lambda: tab.count_text == "社会组织：显示 2 / 共 2")
    clerk.until(dialog.parts.undo.isEnabled)
    dialog.undo()
    clerk.until(lambda: tab.count_text == "社会组织：显示 0 / 共 0")
    dialog.reject()


def test_held_rows_go_back_to_whoever_sent_them(clerk, tmp_path):
    _tab, dialog = opened(clerk, ledger(tmp_path))
    out = tmp_path / "待处理.xlsx"
    dialog.save_held(out)
    clerk.until(out.exists)
    rows = [*load_workbook(out).active.iter_rows(values_only=True)]
    assert "清新区北江龙舟协会" in rows[1]
    assert "校验位不对" in " ".join(str(cell) for cell in rows[1])
    dialog.reject()


def test_a_code_that_breaks_the_standard_is_taken_with_a_reason(clerk, tmp_path):
    _tab, dialog = opened(clerk, ledger(tmp_path))
    dialog.parts.reason.setText("证书原样如此")
    clerk.until(lambda: dialog.parts.go.text() == "导入 3 行")
    dialog.reject()


def test_a_file_that_is_no_ledger_is_refused_in_words(clerk, tmp_path):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"no")
    tab = clerk.go("社会组织")
    clerk.press(tab, "Ctrl+I")
    dialog = clerk.dialog(IntakeDialog)
    dialog.take_files([path])
    clerk.until(dialog.parts.banner.isVisible)
    assert dialog.parts.banner.sentence.text().endswith("。")
    assert not dialog.parts.go.isEnabled()
    dialog.reject()
