"""The course of a purchase at the desk: catalogue, budget, award, signing, payments, verdicts."""

from dataclasses import dataclass, field
from datetime import datetime

from qyclient.contracts.models import Contract, Payment
from qyclient.contracts.services.budget import balance_of, lines_of
from qyclient.records.view import View
from tests.conftest import NOW
from tests.journeys.test_contract_to_payment import BUYER, more, step
from tests.journeys.test_register_a_body import NAME, registered
from ui.contracts.award_dialog import AwardDialog
from ui.contracts.plan_dialog import PlanDialog
from ui.contracts.request_dialog import RequestDialog
from ui.contracts.sign_dialog import SignDialog
from ui.contracts.verb_dialog import VerbDialog
from ui.contracts.verdict_dialog import VerdictDialog

NUMBER = "QX2026-001"
COMPANY = "清远市诚信会计师事务所有限公司"
PROOFS = (
    ("登记证书或营业执照", "营业执照副本", "2026-01-05"),
    ("信用查询记录", "信用中国查询结果", "2026-02-20"),
    ("依法纳税和缴纳社会保险的证明", "完税证明", "2026-01-15"),
)


@dataclass(frozen=True)
class Case:
    """One contract of the demo set: its instalments by year, and how it was judged."""

    title: str
    kind: str
    item: str
    amount: str
    end: str
    parts: tuple[tuple[str, str, str], ...]
    scores: dict[str, str] = field(default_factory=dict)
    reason: str = ""
    party: str = NAME


SUMMER = Case(
    "留守儿童暑期学校服务", "公共服务", "儿童福利服务", "98000", "2026-08-25",
    (("49000", "", "2026"), ("49000", "末期评价", "2026")), {"末期评价": "92.4"},
)  # fmt: skip
THREE = Case(
    "社工站运营（三年）", "公共服务", "社会工作服务", "1008000", "2029-03-02",
    (("336000", "", "2026"), ("336000", "中期评价", "2027"), ("336000", "末期评价", "2029")),
    {"中期评价": "85", "末期评价": "85"}, "连续性服务，三年预算逐年安排",
)  # fmt: skip
AUDIT = Case(
    "社会组织年报审计抽查", "政府履职辅助性服务", "财务审计", "60000", "2026-10-31",
    (("30000", "", "2026"), ("30000", "末期评价", "2026")), {"末期评价": "71.3"}, party=COMPANY,
)  # fmt: skip
TRAINING = Case(
    "村居志愿者培训", "公共服务", "志愿服务运营管理", "45000", "2026-12-20",
    (("27000", "", "2026"), ("18000", "末期评价", "2026")), {"末期评价": "55"},
)  # fmt: skip


class Clock:
    """The office's clock, which a test may set forward."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now

    def go(self, day):
        self.now = datetime.fromisoformat(f"{day}T09:30")


def prepared(clerk, case):
    """Bring the catalogue, the contractor and a budget line for each year."""
    catalogue = clerk.go("指导性目录")
    clerk.press(catalogue, "Ctrl+N")
    clerk.until(lambda: clerk.find(catalogue, case.item) != [])
    if case.party == COMPANY:
        outside = clerk.go("外部主体")
        clerk.press(outside, "Ctrl+N")
        dialog = clerk.dialog(VerbDialog)
        clerk.fill(dialog, name=COMPANY, kind="企业")
        clerk.save(dialog)
        for proof in PROOFS:
            shown(clerk, outside, *proof)
    else:
        registered(clerk, business_scope="社会工作、儿童服务、志愿者培训")
    budget = clerk.go("预算")
    for year in sorted({part[2] for part in case.parts}):
        clerk.press(budget, "Ctrl+N")
        dialog = clerk.dialog(VerbDialog)
        clerk.fill(
            dialog, number=line(year), name=case.title, year=year, purchaser=BUYER,
            given="400000", document=f"财预〔{year}〕1号",
        )  # fmt: skip
        clerk.save(dialog)


def shown(clerk, outside, kind, document, day):
    """Enter a paper that an outside contractor showed."""
    clerk.press(outside, "F3")
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(dialog, kind=kind, document=document, dated_on=day)
    clerk.save(dialog)


def line(year):
    return f"{year}-民政-001"


def awarded(clerk, case):
    """Plan, approve, procure and award."""
    tab = clerk.go("项目合同")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(PlanDialog)
    clerk.fill(
        dialog, contract_no="XM2026-001", title=case.title, purchaser=BUYER,
        service_kind=case.kind, budget_amount=case.amount, catalogue_item=case.item,
    )  # fmt: skip
    clerk.save(dialog)
    dialog = step(clerk, tab, "预算批复")
    clerk.fill(dialog, document="财预〔2026〕1号")
    clerk.save(dialog)
    clerk.save(step(clerk, tab, "启动采购"))
    dialog = step(clerk, tab, "成交", AwardDialog)
    party = {"outside" if case.party == COMPANY else "contractor": case.party}
    clerk.fill(dialog, amount=case.amount, method="竞争性磋商", **party)
    clerk.save(dialog)
    return tab


def signing(clerk, tab, case):
    """Fill in what the contract says of its money."""
    dialog = step(clerk, tab, "签订合同", SignDialog)
    clerk.fill(
        dialog, contract_no=NUMBER, start_on="2026-03-03", end_on=case.end,
        term_reason=case.reason, payee_account="80020000012345678",
    )  # fmt: skip
    rows = dialog.rows["instalments"]
    for _more in case.parts[1:]:
        rows.add_line()
    for one, (amount, waits, year) in zip(rows.lines, case.parts, strict=False):
        one["amount"].put(amount)
        one["waits_for"].put(waits)
        one["line"].put(line(year))
    return dialog


def signed(clerk, case):
    """Award, sign, publish and begin."""
    tab = awarded(clerk, case)
    clerk.save(signing(clerk, tab, case))
    dialog = step(clerk, tab, "公告备案")
    clerk.fill(dialog, notice="区政府网站 2026-03-02")
    clerk.save(dialog)
    clerk.save(step(clerk, tab, "开始履行"))
    return tab


def paid(clerk, tab, number, amount, **decided):
    """Invoice, ask, check, approve, pay, voucher; the amount is the one that is proposed."""
    clerk.go("项目合同")
    clerk.press(tab, "F4")
    dialog = clerk.dialog(VerbDialog)
    clerk.fill(dialog, number=f"2644{number:016d}", amount=amount)
    clerk.save(dialog)
    clerk.press(tab, "F3")
    asked = clerk.dialog(RequestDialog)
    assert asked.form.editor("amount").text() == f"{float(amount):,.2f}"
    clerk.fill(asked, **decided)
    clerk.save(asked)
    payments = clerk.go("支付")
    clerk.until(lambda: payments.records.rowCount() == number)
    clerk.choose(payments, f"ZF{clerk.clock.now.year}-{in_year(clerk):05d}")
    answers = {"付款": {"order": f"ZL-{number}"}, "入账": {"voucher": f"记-{number}"}}
    for label in ("财务审核", "批准付款", "付款", "入账"):
        dialog = step(clerk, payments, label)
        clerk.fill(dialog, **answers.get(label, {}))
        clerk.save(dialog)
    clerk.go("项目合同")


def in_year(clerk):
    found = clerk.window.jobs.workspace.page(Payment, View())
    return sum(one.requested_on.year == clerk.clock.now.year for one in found)


def judged(clerk, tab, stage, score):
    """Enter a signed report and let it be confirmed."""
    clerk.go("项目合同")
    dialog = more(clerk, tab, "verdict", VerdictDialog)
    clerk.fill(dialog, stage=stage, score=score, report="绩效评价报告，已签字")
    clerk.save(dialog)
    verdicts = clerk.go("评价结论")
    clerk.until(lambda: any(verdicts.records.index(0, c).data() == stage for c in range(3)))
    clerk.choose(verdicts, NUMBER)
    clerk.press(verdicts, "F2")
    clerk.until(lambda: "已确认" in clerk.read_pane(verdicts))
    clerk.go("项目合同")


def ended(clerk, tab, case):
    """The term is over and the work accepted."""
    clerk.clock.go(case.end)
    if case.party == COMPANY:
        outside = clerk.go("外部主体")
        shown(clerk, outside, "信用查询记录", "信用中国查询结果（验收前）", case.end)
        clerk.go("项目合同")
    clerk.save(step(clerk, tab, "服务期满"))
    dialog = step(clerk, tab, "验收")
    clerk.fill(dialog, opinion="验收合格", beneficiaries="服务对象代表到场，表示满意")
    clerk.save(dialog)


def closed(clerk, tab):
    clerk.save(step(clerk, tab, "末期评价完成"))


def archived(clerk, tab):
    dialog = step(clerk, tab, "结算付清")
    clerk.fill(dialog, opinion="已付清")
    clerk.save(dialog)
    dialog = step(clerk, tab, "归档")
    clerk.fill(dialog, box="2026-GM-01")
    clerk.save(dialog)


def money(clerk):
    """Return what was paid, and what is left free on each line."""
    workspace = clerk.window.jobs.workspace
    [contract] = workspace.page(Contract, View())
    payments = workspace.page(Payment, View(order="number"))
    years = {one.instalment.number for one in payments}
    lines = [one for year in range(2026, 2030) for one in workspace.read(lines_of, BUYER, year)]
    free = {one.year: f"{workspace.read(balance_of, one.id).free}" for one in lines}
    return contract.status, [f"{one.amount}" for one in payments], free, years
