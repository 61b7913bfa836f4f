"""更正一份发出去的证书：立项、逐项处理、改名册、重新发证、换回错证、办结."""

import pytest

from qyclient.certificates.models import Certificate
from qyclient.organizations.services.register import amend, the
from qyclient.records.view import View
from tests.conftest import CORRECTED
from tests.journeys import desk
from tests.journeys.test_issue_certificates import read_notice
from ui.certificates.correction_dialog import CorrectionOfSheetDialog
from ui.certificates.hand_dialog import HandDialog
from ui.kit.text_dialog import TextDialog

NAME = "清新区和乐社会工作服务中心"


@pytest.fixture
def out(county_clerk, tmp_path):
    """A set in the hands of its body."""
    clerk = county_clerk
    desk.take_stock_in(clerk, "民非正本", "甲0001", "甲0009")
    desk.take_stock_in(clerk, "民非副本", "乙0001", "乙0009")
    tab = desk.open_set(clerk, organization=NAME, duplicates="1")
    desk.print_set(clerk, tab, tmp_path / "证书.pdf")
    clerk.until(lambda: tab.current().state == "PRINTED")
    desk.hand_out(clerk, tab)
    read_notice(clerk)
    return clerk, tab.current()


def refused(clerk, press):
    """Return what the window refuses when something is pressed."""
    with clerk.qtbot.waitSignal(clerk.window.jobs.refused, timeout=10_000) as said:
        press()
    return str(said.args[0])


def begin(clerk, issue):
    tab = clerk.go("证书")
    clerk.find(tab, f"{issue.number} 正本")
    clerk.until(lambda: tab.records.row(0) is not None)
    tab.table.selectRow(0)
    clerk.press(tab, "F3")
    dialog = clerk.dialog(CorrectionOfSheetDialog)
    told = {"item": "颜色", "right": "单立人", "cause": "录入错误", "approver": "黄志强"}
    clerk.fill(dialog, **told)
    assert "请选择证书上的一项" in clerk.try_to_save(dialog) + _beside(dialog)
    clerk.fill(dialog, item="法定代表人")
    clerk.save(dialog)


def _beside(dialog):
    kind = type(dialog.banner.sentence)
    return "".join(label.text() for label in dialog.form.findChildren(kind))


def settle_all(clerk, tab):
    """Say of each thing on the list what was done about it; return what was listed."""
    listed = []
    while True:
        clerk.until(lambda: clerk.window.jobs.idle)
        tab.bar.made["settle"].trigger()
        clerk.until(lambda: clerk.window.jobs.idle)
        shown = [d for d in tab.findChildren(TextDialog) if d.isVisible()]
        if not shown:
            return listed
        [dialog] = shown
        listed.append(dialog.findChild(type(dialog.problem)).text())
        dialog.box.setText("已处理")
        with clerk.qtbot.waitSignal(dialog.accepted, timeout=10_000):
            dialog.give()


def test_it_is_closed_when_each_wrong_sheet_was_handed_back(out, tmp_path):
    clerk, wrong = out
    begin(clerk, wrong)
    tab = clerk.go("证书更正")
    clerk.find(tab, NAME)
    clerk.until(lambda: tab.records.row(0) is not None)
    tab.table.selectRow(0)
    clerk.until(lambda: tab.current() is not None)
    assert f"{wrong.number} 正本" in " ".join(clerk.read_pane(tab))
    listed = settle_all(clerk, tab)
    assert [text.partition("：")[0] for text in listed[:3]] == ["证书", "证书", "名册"]
    assert listed[-1].startswith("印章、账户、章程")
    assert "请先在名册更正" in refused(clerk, tab.bar.made["reissue"].trigger)
    workspace = clerk.window.jobs.workspace
    body = workspace.read(the, NAME)
    workspace.write_because(CORRECTED, amend, body.id, body.version, {"legal_rep": "单立人"})
    assert "没有收回，也没有声明作废" in refused(clerk, tab.bar.made["close"].trigger)

    tab.bar.made["reissue"].trigger()
    issues = clerk.window.tab("发证")
    clerk.until(lambda: clerk.window.jobs.idle and issues.current() is not None)
    clerk.until(lambda: issues.current().reason == "CORRECTION")
    desk.print_set(clerk, issues, tmp_path / "更正.pdf")
    clerk.until(lambda: issues.current().state == "PRINTED")
    half_returned(clerk, issues)
    desk.hand_out(clerk, issues, [("已收回", ""), ("公告作废", "清远日报 2026-03-02 第4版")])
    assert read_notice(clerk).splitlines() == ["银行账户备案（预留印鉴变更）", "法定代表人章备案"]
    papers = workspace.page(Certificate, View(words=NAME))
    assert [one.status.label for one in papers][:4] == ["已发证", "已发证", "作废", "已换发收缴"]

    tab = clerk.go("证书更正")
    clerk.until(lambda: clerk.window.jobs.idle)
    tab.table.selectRow(0)
    tab.bar.made["close"].trigger()
    clerk.until(lambda: clerk.window.jobs.idle and tab.current().closed_on is not None)


def half_returned(clerk, tab):
    """Try to hand the new set over against one of two old copies."""
    clerk.press(tab, "F3")
    dialog = clerk.dialog(HandDialog)
    clerk.fill(dialog, receiver="李晓", receiver_phone="13926500001", identity_checked="是")
    [(first, _note), *_] = dialog.olds.values()
    first.setCurrentText("已收回")
    assert "还有旧证没有收回" in clerk.try_to_save(dialog)
    dialog.done(0)
