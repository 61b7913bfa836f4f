"""备案、变更、清算注销：申请时填写内容，决定后写进名册。"""

from PySide6.QtWidgets import QLabel

from qyclient.certificates.services import certificates_of
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgStatus
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.register import officers_of, the
from qyclient.records.view import View
from tests.journeys import desk
from tests.journeys.test_handle_matters import collect, offered, sit, step, take_in
from ui.matters.open_dialog import OpenDialog

HUB = "清新县暖心大学生社会服务队"
FEES = {
    "organization": HUB,
    "meeting": "第三届第一次会员大会",
    "held_on": "2026-02-01",
    "due": "30",
    "present": "19",
    "yes": "18",
    "no": "1",
    "abstain": "0",
    "standard": "每人每年 50 元",
}


def _done(clerk, tab, *steps, day=""):
    """Do steps, each by who has its role."""
    for label in steps:
        sit(clerk, "李文杰" if label == "审核" else "张晓梅")
        opinion = {} if label == "受理" else {"opinion": "同意"}
        signed = {"signed_on": day} if label in {"批准", "准予备案"} else {}
        step(clerk, tab, label, **opinion, **({"done_on": day, **signed} if day else {}))
    sit(clerk, "张晓梅")


def _reads(clerk, title, name):
    tab = clerk.go(title)
    clerk.find(tab, name)
    clerk.choose(tab, name)
    return clerk.read_pane(tab)


def test_a_fee_standard_is_filed_with_its_votes_and_what_falls_short_is_shown(county_clerk):
    tab = county_clerk.go("办件")
    tab.open_kind(kinds()["FEES"])
    dialog = county_clerk.dialog(OpenDialog)
    county_clerk.fill(dialog, **{**FEES, "present": "31"})
    assert county_clerk.try_to_save(dialog)
    notes = [label.text() for label in dialog.form.findChildren(QLabel)]
    assert "实到 31 人多于应到 30 人" in notes
    county_clerk.fill(dialog, present="19")
    county_clerk.save(dialog)
    county_clerk.until(lambda: tab.table.current() is not None)
    shown = county_clerk.read_pane(tab)
    assert any("实到人数没有达到应到人数的 2/3" in text for text in shown)
    collect(county_clerk, tab)
    _done(county_clerk, tab, "初审", "准予备案")
    assert any("会费标准 每人每年 50 元" in text for text in _reads(county_clerk, "社会组织", HUB))


def test_officers_are_filed_line_by_line_and_stand_in_the_register(county_clerk):
    tab = county_clerk.go("办件")
    tab.open_kind(kinds()["OFFICERS"])
    dialog = county_clerk.dialog(OpenDialog)
    county_clerk.fill(
        dialog, organization=HUB, meeting="第三届第一次会员大会", held_on="2026-02-01"
    )
    line = dialog.lines.lines[0]
    line["name"].put("梁国栋")
    assert "请填写变动" in county_clerk.try_to_save(dialog)
    for key, text in {"action": "任职", "post": "会长（理事长）", "since": "2026-02-01"}.items():
        line[key].put(text)
    county_clerk.save(dialog)
    county_clerk.until(lambda: tab.table.current() is not None)
    collect(county_clerk, tab)
    _done(county_clerk, tab, "初审", "准予备案")
    workspace = county_clerk.window.jobs.workspace
    body = workspace.read(the, HUB)
    names = [one.name for one in workspace.read(officers_of, body.id)]
    assert "梁国栋" in names


def test_name_representative_and_address_are_changed_and_the_old_certificates_collected(
    county_clerk, tmp_path
):
    clerk, new = county_clerk, "清新区暖心大学生社会服务队"
    desk.take_stock_in(clerk, "社团正本", "S0001", "S0002")
    desk.take_stock_in(clerk, "社团副本", "F0001", "F0002")
    sets = desk.open_set(clerk, organization=HUB)
    desk.print_set(clerk, sets, tmp_path / "旧证书.pdf")
    clerk.until(lambda: sets.current().state == "PRINTED")
    desk.hand_out(clerk, sets, receiver="刘颖")
    tab = take_in(
        clerk,
        "CHANGE",
        organization=HUB,
        name=new,
        legal_rep="陈思远",
        residence="清远市清新区太和镇学院路6号",
        reason="县改区、换届、搬迁",
    )
    shown = clerk.read_pane(tab)
    assert {"修改后的章程", "离任财务审计报告", "新住所产权或租借证明"} <= {*shown}
    collect(clerk, tab)
    _done(clerk, tab, "受理", "初审", "审核", "批准")
    workspace = clerk.window.jobs.workspace
    body = workspace.read(the, new)
    assert (body.legal_rep, body.residence) == ("陈思远", "清远市清新区太和镇学院路6号")
    assert HUB in body.former_names

    tab = clerk.go("办件")
    offered(clerk, tab)["制证（制证在“发证”办理）"].trigger()
    tab.menu.close()
    sets = desk.open_set(clerk, there=True)
    desk.print_set(clerk, sets, tmp_path / "证书.pdf")
    clerk.until(lambda: sets.current().state == "PRINTED")
    desk.hand_out(clerk, sets, olds=[("已收回", ""), ("已收回", "")], receiver="陈思远")
    every = workspace.read(certificates_of, body.id)
    held = [(one.values["name"], one.status.label) for one in every]
    assert held.count((new, "已发证")) == held.count((HUB, "已换发收缴")) == 2
    shown = _reads(clerk, "社会组织", new)
    assert {HUB, "刘颖", "陈思远"} <= {*shown}


def test_a_body_is_liquidated_and_then_deregistered(county_clerk):
    tab = take_in(
        county_clerk,
        "LIQUIDATION",
        **{
            "organization": HUB,
            "cause": "自行解散",
            "resolved_on": "2026-02-01",
            "matter.filed_on": "2026-02-02",
        },
    )
    collect(county_clerk, tab)
    _done(county_clerk, tab, "初审", "准予备案", day="2026-02-10")
    workspace = county_clerk.window.jobs.workspace
    assert workspace.read(the, HUB).status is OrgStatus.LIQUIDATING
    tab = take_in(
        county_clerk,
        "DEREGISTRATION",
        organization=HUB,
        cause="自行解散",
        liquidated_on="2026-02-20",
        conclusion="债权债务清理完毕",
        assets="移交清新区和乐社会工作服务中心",
    )
    collect(county_clerk, tab)
    _done(county_clerk, tab, "受理", "初审", "审核", "批准")
    [body] = workspace.page(Organization, View(words="暖心大学生"))
    assert body.status is OrgStatus.DEREGISTERED
    shown = _reads(county_clerk, "社会组织", HUB)
    assert any("清算结论 债权债务清理完毕" in text for text in shown)
