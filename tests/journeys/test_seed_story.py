"""种子故事：清新县暖心大学生社会服务队，从名称到证书，2012年8月30日，按当时的规定和当时的空白证."""

from functools import partial

import pytest

from qyclient.certificates.models import Certificate
from qyclient.office.services import establish
from qyclient.organizations.models import Organization, ReservedName
from qyclient.paper.pdf.raster import page_text
from qyclient.practice import Practice
from qyclient.records.view import View
from qyclient.workspace import Workspace
from tests.conftest import NOW
from tests.journeys import desk
from tests.journeys.conftest import Clerk
from tests.journeys.test_handle_matters import collect, offered, step, take_in
from ui.main_window import MainWindow
from ui.organizations.form import OrganizationDialog
from ui.tabs import open_register

NAME = "清新县暖心大学生社会服务队"
DAY = "2012-08-30"
BODY = {
    "name": NAME,
    "org_type": "社会团体",
    "residence": "清新县太和镇府前路1号",
    "legal_rep": "刘颖",
    "fund_amount": "叁万元",
    "business_scope": "大学生志愿服务、助学、关爱留守儿童",
    "individual_members": "60",
    "matter.applicant": "刘颖",
    "matter.phone": "13926500001",
}


@pytest.fixture
def practising(qtbot, tmp_path):
    """A clerk in front of an empty sample register, on the day of the story."""
    folder = tmp_path / "practice"
    clock = Practice(lambda: NOW, NOW.date().fromisoformat(DAY))
    made = Workspace(folder, "张三", clock)
    made.write(partial(establish, is_sample=True), "441803")
    made.close()
    window = MainWindow(partial(open_register, folder, "张三", clock))
    qtbot.addWidget(window)
    bugs = []
    window.jobs.crashed.connect(bugs.append)
    window.show()
    qtbot.waitUntil(lambda: window.known, timeout=30_000)
    yield Clerk(qtbot, window)
    window.close()
    assert bugs == []


def test_the_first_body_of_the_story_gets_its_certificate_by_the_law_of_its_day(
    practising, tmp_path
):
    clerk = practising
    assert "【练习日期 2012年8月30日】" in clerk.window.windowTitle()
    workspace = clerk.window.jobs.workspace

    named = {"name": NAME, "org_type": "社会团体"}
    tab = take_in(clerk, "NAME", **named)
    assert tab.current().number == "2012-00001"
    collect(clerk, tab)
    step(clerk, tab, "受理")
    step(clerk, tab, "初审", opinion="名称规范，没有重名")
    step(clerk, tab, "审核", opinion="同意")
    step(clerk, tab, "批准", opinion="同意使用", signer="黄局长")
    [kept] = workspace.page(ReservedName, View())
    assert (kept.name, str(kept.since)) == (NAME, DAY)

    tab = take_in(clerk, "ESTABLISHMENT", **BODY)
    collect(clerk, tab)
    step(clerk, tab, "受理")
    assert "剩 60 天，10月29日 到期" in clerk.read_pane(tab)
    step(clerk, tab, "初审", opinion="材料齐全，符合条件")
    step(clerk, tab, "审核", opinion="同意")
    step(clerk, tab, "批准", opinion="同意登记", signer="黄局长")
    step(clerk, tab, "填入赋码", number="粤清新社证字第0158号")
    [body] = workspace.page(Organization, View())
    assert (body.name, body.uscc, str(body.established_on)) == (NAME, None, DAY)
    assert body.legacy_cert_no == "粤清新社证字第0158号"

    bodies = clerk.go("名册")
    clerk.choose(bodies, NAME)
    bodies.bar.made["amend"].trigger()
    form = clerk.dialog(OrganizationDialog)
    clerk.fill(form, org_code="MJM000122")  # given by 质监部门 before one code replaced three
    clerk.save(form)

    desk.take_stock_in(clerk, "社团正本（2016年以前旧版）", "S0001", "S0002")
    desk.take_stock_in(clerk, "社团副本（2016年以前旧版）", "F0001", "F0002")
    tab = clerk.go("办件")
    offered(clerk, tab)["制证（制证在“发证”办理）"].trigger()
    tab.menu.close()
    sets = desk.open_set(clerk, there=True)
    desk.print_set(clerk, sets, tmp_path / "证书.pdf")
    clerk.until(lambda: sets.current().state == "PRINTED")
    desk.hand_out(clerk, sets)
    papers = workspace.page(Certificate, View())
    assert {str(one.issued_on) for one in papers} == {DAY}
    printed = "".join("".join(page_text(tmp_path / "证书.pdf")).split())
    assert NAME in printed
    [entry, *_] = workspace.history(body)
    assert "【练习日期 2012-08-30】" in entry["reason"]
    assert entry["at"].date() == NOW.date()
