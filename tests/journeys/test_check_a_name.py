"""名称查重：边输入边查，不能用的写明理由，打印给申请人；能用的核准后保留。"""

from PySide6.QtWidgets import QLabel, QPushButton

from qyclient.organizations.models import ReservedName
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.records.view import View
from tests.journeys.test_handle_matters import collect, offered, sit, step, take_in
from ui.kit.print_found import PrintDialog
from ui.matters.open_dialog import OpenDialog
from ui.matters.step_dialog import StepDialog
from ui.naming.name_dialog import NameDialog

TAKEN = "清新区暖心大学生社会服务队"
FREE = "清新区晨光阅读促进会"


def _words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def _page(clerk, tab):
    clerk.press(tab, "Ctrl+Shift+N")
    return clerk.dialog(NameDialog)


def test_a_name_that_is_taken_is_refused_with_its_reasons_on_paper(county_clerk, tmp_path):
    tab = county_clerk.go("社会组织")
    page = _page(county_clerk, tab)
    page.sort.setCurrentText("社会团体")
    page.name.setText(TAKEN)
    county_clerk.until(lambda: page.check is not None and page.check.name == TAKEN)
    assert page.told.text() == f"“{TAKEN}”不能使用：有 1 项不符合规定"
    shown = _words(page.list)
    assert "“清新县”与“清新区”不作区别" in shown
    assert "社会组织名称管理办法（民政部令第69号）" in shown
    page.paper.click()
    paper = county_clerk.dialog_of(page, PrintDialog)
    county_clerk.until(lambda: bool(paper.preview.images))
    paper.preview.save_to(tmp_path / "查重意见.pdf")
    county_clerk.until(lambda: county_clerk.window.jobs.idle)
    assert (tmp_path / "查重意见.pdf").read_bytes().startswith(b"%PDF")


def test_the_body_that_holds_a_name_is_one_click_away(county_clerk):
    tab = county_clerk.go("社会组织")
    page = _page(county_clerk, tab)
    page.name.setText("清新区暧心大学生社会服务队")
    county_clerk.until(lambda: any(f.topic == "重名" for f in page.list.findings))
    [opens] = [b for b in page.list.findChildren(QPushButton) if b.text() == "打开"]
    opens.click()
    county_clerk.until(lambda: tab.current() is not None)
    assert tab.current().name == "清新县暖心大学生社会服务队"


def test_an_applicants_name_is_checked_while_it_is_typed_and_its_reasons_stand_in_the_refusal(
    county_clerk,
):
    tab = county_clerk.go("办件")
    tab.open_kind(kinds()["NAME"])
    dialog = county_clerk.dialog(OpenDialog)
    texts = {"name": TAKEN, "org_type": "社会团体", "matter.applicant": "李晓"}
    county_clerk.fill(dialog, **texts)
    county_clerk.until(lambda: dialog.names.check is not None)
    county_clerk.until(lambda: "不能使用" in _words(dialog))
    county_clerk.save(dialog)
    county_clerk.until(lambda: tab.table.current() is not None)
    collect(county_clerk, tab)
    step(county_clerk, tab, "受理")
    step(county_clerk, tab, "初审", opinion="重名")
    sit(county_clerk, "李文杰")
    step(county_clerk, tab, "审核", opinion="重名")
    sit(county_clerk, "张晓梅")
    offered(county_clerk, tab)["不予许可"].trigger()
    refusing = county_clerk.dialog(StepDialog)
    county_clerk.until(lambda: "不作区别" in refusing.form.editor("reason").text())
    county_clerk.save(refusing)
    county_clerk.until(lambda: tab.current().state == "REFUSED")
    assert any("不作区别" in text for text in county_clerk.read_pane(tab))


def test_a_name_that_is_approved_is_kept_and_says_until_when(clerk):
    tab = take_in(
        clerk, "NAME", **{"name": FREE, "org_type": "社会团体", "matter.applicant": "李晓"}
    )
    collect(clerk, tab)
    for label, texts in (
        ("受理", {}),
        ("初审", {"opinion": "可用"}),
        ("审核", {"opinion": "同意"}),
        ("批准", {"opinion": "同意", "signer": "黄局长"}),
    ):
        step(clerk, tab, label, **texts)
    clerk.until(lambda: tab.current().state == "APPROVED")
    assert "保留至 2026年9月2日" in clerk.read_pane(tab)
    [kept] = clerk.window.jobs.workspace.page(ReservedName, View())
    assert kept.name == FREE
    page = _page(clerk, clerk.go("社会组织"))
    clerk.until(lambda: FREE in _words(page.list))
    assert "保留至 2026年9月2日" in _words(page.list)
