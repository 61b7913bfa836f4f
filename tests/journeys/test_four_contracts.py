"""四份合同从目录走到最后一期：按年付的三年合同、外部主体、按得分打折的、解除后退款的."""

from functools import partial

import pytest

from qyclient.contracts.models import Contract
from qyclient.organizations.models import CreditListing
from qyclient.organizations.rules.lists import CreditList
from qyclient.organizations.services.register import the
from qyclient.records.view import View
from tests.journeys.conftest import Clerk
from tests.journeys.purchase_course import (
    AUDIT,
    SUMMER,
    THREE,
    TRAINING,
    Clock,
    archived,
    awarded,
    closed,
    ended,
    judged,
    line,
    money,
    paid,
    prepared,
    signed,
    signing,
)
from tests.journeys.test_contract_to_payment import more, step
from tests.journeys.test_register_a_body import NAME
from ui.contracts.amend_dialog import AmendDialog
from ui.contracts.end_dialog import EndDialog
from ui.main_window import MainWindow
from ui.tabs import open_register


@pytest.fixture
def clerk(qtbot, folder):
    """A clerk whose years go by."""
    clock, bugs = Clock(), []
    window = MainWindow(partial(open_register, folder, "张三", clock))
    qtbot.addWidget(window)
    window.jobs.crashed.connect(bugs.append)
    window.show()
    qtbot.waitUntil(lambda: window.known)
    found = Clerk(qtbot, window)
    found.clock = clock
    yield found
    window.close()
    assert bugs == []


@pytest.mark.parametrize(
    ("case", "last", "free"),
    [(SUMMER, "49000.00", "302000.00"), (AUDIT, "21390.00", "348610.00")],
    ids=["summer school", "audit"],
)
def test_a_contract_of_a_year_is_paid_by_its_score(clerk, case, last, free):
    prepared(clerk, case)
    tab = signed(clerk, case)
    first = case.parts[0][0]
    paid(clerk, tab, 1, first)
    ended(clerk, tab, case)
    judged(clerk, tab, "末期评价", case.scores["末期评价"])
    closed(clerk, tab)
    paid(clerk, tab, 2, last)
    archived(clerk, tab)
    status, sums, left, _parts = money(clerk)
    assert (status, sums, left) == ("ARCHIVED", [f"{first}.00", last], {2026: free})


def test_three_years_are_paid_each_from_its_own_budget(clerk):
    prepared(clerk, THREE)
    tab = signed(clerk, THREE)
    paid(clerk, tab, 1, "336000")
    clerk.clock.go("2027-03-10")
    judged(clerk, tab, "中期评价", "85")
    clerk.save(step(clerk, tab, "中期评价完成"))
    paid(clerk, tab, 2, "336000")
    ended(clerk, tab, THREE)
    judged(clerk, tab, "末期评价", "85")
    closed(clerk, tab)
    said = {"decision": "照付", "decision_reason": "年报正在补报；服务已验收，应当付款"}
    paid(clerk, tab, 3, "336000", **said)
    archived(clerk, tab)
    status, sums, left, parts = money(clerk)
    assert status == "ARCHIVED"
    assert sums == ["336000.00"] * 3
    assert parts == {1, 2, 3}
    assert left == {2026: "64000.00", 2027: "64000.00", 2029: "64000.00"}


def test_a_contract_that_failed_is_ended_and_money_comes_back(clerk):
    prepared(clerk, TRAINING)
    tab = signed(clerk, TRAINING)
    paid(clerk, tab, 1, "27000")
    clerk.clock.go("2026-12-20")
    clerk.save(step(clerk, tab, "服务期满"))
    judged(clerk, tab, "末期评价", "55")
    clerk.until(lambda: any("等级为差，不支付" in text for text in clerk.read_pane(tab)))
    dialog = step(clerk, tab, "解除合同", EndDialog)
    clerk.fill(dialog, reason="培训场次不足、签到不实", ground="合同第十三条", document="解除函")
    clerk.save(dialog)
    payments = clerk.go("支付")
    clerk.choose(payments, "ZF2026-00001")
    dialog = step(clerk, payments, "退款")
    clerk.fill(dialog, amount="27000.01", document="银行回单", reason="场次不足")
    clerk.try_to_save(dialog)
    problem = dialog.form.findChild(object, "amount.problem").text()
    assert "超过已付的 27,000.00 元" in problem
    clerk.fill(dialog, amount="9000")
    clerk.save(dialog)
    clerk.until(lambda: any("9,000.00" in text for text in clerk.read_pane(payments)))
    status, _sums, left, _parts = money(clerk)
    assert (status, left) == ("TERMINATED", {2026: "382000.00"})
    clerk.go("项目合同")
    dialog = step(clerk, tab, "归档")
    clerk.fill(dialog, box="2026-GM-02")
    clerk.save(dialog)


def fall(session):
    """Put the contractor on the abnormal list, as a decision of the office does."""
    session.add(
        CreditListing(
            organization=the(session, NAME),
            on_list=CreditList.ABNORMAL,
            since=session.info["today"],
            ground="未按规定报送年度工作报告",
            source="2026-00031",
        )
    )


def test_who_falls_onto_the_list_before_signing_is_stopped_with_the_evidence(clerk):
    prepared(clerk, SUMMER)
    tab = awarded(clerk, SUMMER)
    clerk.window.jobs.workspace.write(fall)
    dialog = signing(clerk, tab, SUMMER)
    clerk.try_to_save(dialog)
    said = dialog.banner.sentence.text()
    assert "不可承接：不在活动异常名录——2026年3月2日列入，事由：未按规定报送年度工作报告" in said
    assert "民政部令第60号" in said
    dialog.accept()
    clerk.until(lambda: "不可承接" in clerk.read_pane(tab))
    assert money(clerk)[0] == "AWARDED"


def test_a_supplement_over_a_tenth_is_refused_and_one_of_a_tenth_is_signed(clerk):
    prepared(clerk, SUMMER)
    tab = signed(clerk, SUMMER)
    dialog = more(clerk, tab, "supplement", AmendDialog)
    clerk.fill(dialog, delta="9809.80", content="增加两个教学点", reason="报名人数增加")
    [part] = dialog.parts.lines
    part["amount"].put("9809.80")
    part["line"].put(line("2026"))
    clerk.try_to_save(dialog)
    problem = dialog.form.findChild(object, "delta.problem").text()
    assert "10.01%，超过 9,800.00 元的上限（政府采购法第四十九条）" in problem
    clerk.fill(dialog, delta="9800")
    part["amount"].put("9800")
    clerk.save(dialog)
    [contract] = clerk.window.jobs.workspace.page(Contract, View())
    assert f"{contract.amount}" == "107800.00"
