"""The papers of a contract from award to last notice, and the words an office gives them."""

import pytest

from qyclient.contracts.reports.deeds import contract_paper
from qyclient.contracts.services.amending import supplement
from qyclient.contracts.services.contract_papers import deed_of, paper_words, papers_of
from qyclient.contracts.services.ending import terminate
from qyclient.errors import Invalid
from qyclient.organizations.services.texts import set_text
from qyclient.paper.pdf.raster import page_text
from qyclient.papers import heading
from tests.contracts.bought import LINE


def offered(office):
    found = office.ask(papers_of, office.contract().id)
    return {one.move.key: one.why_not for one in found}


def said(office, name):
    deed = office.ask(deed_of, office.contract().id)
    pdf = contract_paper(office.ask(paper_words, name), deed, heading(office.county))
    return "".join("".join(page_text(pdf)).split())


def test_each_paper_waits_for_what_it_tells(office):
    office.staffed().budgeted().planned().procured()
    assert "还没有登记成交" in offered(office)["contract_award"]
    assert "还没有签订" in offered(office)["contract_text"]
    office.awarded()
    assert not offered(office)["contract_text"]
    office.signed(breach="每缺一场扣减该场单价").running()
    found = offered(office)
    assert not found["contract_notice"]
    assert found["contract_amendment"] == "没有补充合同"
    assert found["contract_acceptance"] == "还没有验收"
    assert found["contract_termination"] == "合同没有解除"


def test_a_contract_says_its_lines_its_parts_and_its_sum_in_capitals(office):
    office.staffed().budgeted().planned().procured().awarded()
    office.signed(breach="每缺一场扣减该场单价").running()
    text = said(office, "contract_text")
    for part in (
        "合同编号：QX-2026-101", "玖万捌仟元整", "个案个401,200.0048,000.00",
        "149,000.00签约、开票后", "319,600.00末期评价后", "不得转包",
        "优（90分以上）全额支付", "差不予支付", "每缺一场扣减该场单价", "44669001040001236",
    ):  # fmt: skip
        assert part in text
    notice = said(office, "contract_notice")
    assert "2026年2月12日前公告" in notice
    assert "2026年2月26日前报同级财政部门备案" in notice


def test_what_a_paper_needs_and_is_not_known_is_asked_for_by_name(office):
    office.whole()
    with pytest.raises(Invalid) as no:
        said(office, "contract_text")
    assert no.value.problems == {"breach": "请填写违约责任"}


def test_a_supplement_says_how_much_was_added_of_ten_in_a_hundred(office):
    office.whole()
    now = office.contract()
    texts = {
        "kind": "增减金额", "signed_on": "2026-03-02", "delta": "9800", "content": "增加 8 节小组",
        "reason": "服务对象增加",
    }  # fmt: skip
    parts = ({"amount": "9800", "line": LINE["number"]},)
    office.do("黄嘉怡", supplement, now.id, now.version, texts, parts)
    text = said(office, "contract_amendment")
    assert "第1号" in text
    assert "+9,800.00元" in text
    assert "9,800.00元，占原合同10.00%" in text
    assert "107,800.00元（大写：壹拾万零柒仟捌佰元整）" in text


def test_rectification_and_acceptance_say_what_was_found(office):
    office.whole()
    office.step("rectify", reason="缺 2 场小组\n签到表不全", due="2026-04-01")
    text = said(office, "contract_rectification")
    assert "1.缺2场小组" in text
    assert "2026年4月1日前完成整改" in text
    office.step("rectified", opinion="复查合格")
    office.step("deliver")
    office.step("accept_work", opinion="验收合格", beneficiaries="三名服务对象到场，均表示满意")
    text = said(office, "contract_acceptance")
    assert "三名服务对象到场，均表示满意" in text
    assert "个案个4000缺40" in text
    assert "条例》第四十五条" in said(office, "contract_acceptance_notice")
    assert "验收合格" in said(office, "contract_ledger")


def test_a_termination_settles_each_instalment(office):
    office.whole()
    now = office.contract()
    texts = {"reason": "多次缺场", "ground": "合同第十三条", "document": "解除函"}
    office.do("黄嘉怡", terminate, now.id, now.version, texts, {1: "9000"})
    text = said(office, "contract_termination")
    assert "因多次缺场，根据合同第十三条" in text
    assert "149,000.000.0040,000.009,000.00" in text
    assert "已经退回的款项：0.00元" in text


def test_an_office_gives_a_paper_its_own_words(office):
    office.whole()
    own = "# 合同公告\n{project} 由 {party} 承接。\n@ {purchaser}\n@ {date}"
    office.do("张晓梅", set_text, "contract_notice", own)
    assert "社区个案和小组服务由清新区和乐社会工作服务中心承接" in said(office, "contract_notice")
