"""名册外的主体和它的证明材料；本级目录由表格导入；网络办件按站点、事项、月份."""

from openpyxl import Workbook, load_workbook

from qyclient.contracts.models import Catalogue, CatalogueItem
from qyclient.records.view import View
from ui.contracts.network_dialog import NetworkDialog
from ui.contracts.verb_dialog import VerbDialog


def test_an_enterprise_shows_its_papers_and_what_is_missing_is_told(clerk):
    tab = clerk.go("外部主体")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(dialog, name="清远市安家物业服务有限公司", kind="企业")
    clerk.save(dialog)
    clerk.until(
        lambda: any(
            "没有提交营业执照" in t or "没有提交登记证书" in t for t in clerk.read_pane(tab)
        )
    )
    clerk.press(tab, "F3")
    paper = clerk.dialog(VerbDialog)
    clerk.fill(paper, kind="登记证书或营业执照", document="营业执照副本", dated_on="2099-01-01")
    clerk.try_to_save(paper)
    assert "晚于今天" in paper.form.findChild(object, "dated_on.problem").text()
    clerk.fill(paper, dated_on="2026-02-01")
    clerk.save(paper)
    clerk.until(
        lambda: any("未经本机关核实" in t and "营业执照副本" in t for t in clerk.read_pane(tab))
    )


def test_a_catalogue_comes_in_whole_or_not_at_all(clerk, tmp_path):
    tab = clerk.go("指导性目录")
    path = tmp_path / "清新区目录2026.xlsx"
    sheet(path, [("A01", "公共安全服务", "1"), ("A0101", "公共安全隐患排查", "9")])
    tab.bring(path)
    dialog = clerk.dialog(VerbDialog)
    assert dialog.form.editor("name").text() == "清新区目录2026"
    assert "A0101：级次应为 1、2、3" in clerk.try_to_save(dialog)
    dialog.reject()
    clerk.until(lambda: not dialog.isVisible())
    sheet(path, [("A01", "公共安全服务", "1"), ("A0101", "公共安全隐患排查", "2")])
    tab.bring(path)
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(dialog, issuer="清新区财政局")
    clerk.save(dialog)
    workspace = clerk.window.jobs.workspace
    [kept] = workspace.page(Catalogue, View())
    assert kept.issuer == "清新区财政局"
    items = workspace.page(CatalogueItem, View(order="code"))
    assert [(one.code, one.level) for one in items] == [("A01", 1), ("A0101", 2)]


def sheet(path, items):
    book = Workbook()
    book.active.append(("代码", "事项", "级次"))
    for item in items:
        book.active.append(item)
    book.save(path)


def test_the_network_is_counted_by_station_item_and_month(county_clerk, tmp_path):
    tab = county_clerk.go("站点")
    county_clerk.press(tab, "F3")
    dialog = county_clerk.dialog(NetworkDialog)
    county_clerk.until(lambda: "办件 13,268 件" in dialog.told.text())
    for table in dialog.tables.values():
        rows = range(table.lines.rowCount())
        counted = [int(table.lines.index(r, 1).data().replace(",", "")) for r in rows]
        assert sum(counted) == 13268
    dialog.form.put({"until": "2025-03-31"})
    dialog.look()
    county_clerk.until(lambda: "办件 13,268 件" not in dialog.told.text())
    [month] = [dialog.tables["月份"].lines.index(0, 0).data()]
    assert month == "2025-03"
    path = tmp_path / "网络.xlsx"
    dialog.write(path)
    county_clerk.until(path.exists)
    ways = {row[0].value for row in load_workbook(path).active.iter_rows()}
    assert {"合计", "站点", "事项", "月份"} <= ways
    dialog.accept()
