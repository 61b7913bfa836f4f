"""A contract of the tests, from the budget line on: each step as an office does it."""

from datetime import datetime

from qyclient.contracts.models import BudgetLine, Contract, Payment
from qyclient.contracts.services.awarding import award
from qyclient.contracts.services.budget import open_line
from qyclient.contracts.services.invoices import enter_invoice
from qyclient.contracts.services.paying import advance_payment
from qyclient.contracts.services.recording import instalments_of, plan
from qyclient.contracts.services.requesting import request
from qyclient.contracts.services.signing import sign
from qyclient.contracts.services.stepping import advance
from qyclient.contracts.services.verdicts import confirm_verdict, enter_verdict
from qyclient.office.services.people import operators
from qyclient.office.services.staff import add_operator
from qyclient.store.listing import linked

BUYER = "清远市清新区民政局"
BODY = "清新区和乐社会工作服务中心"
PEOPLE = (
    {"name": "张晓梅", "roles": "受理、初审、系统管理"},
    {"name": "黄嘉怡", "roles": "项目经办"},
    {"name": "梁志强", "roles": "财务审核"},
    {"name": "周科长", "roles": "批准", "payment_limit": "60000"},
    {"name": "吴局长", "roles": "批准"},
    {"name": "罗秀兰", "roles": "出纳、档案"},
    {"name": "何建华", "roles": "评价组织"},
    {"name": "温组长", "roles": "评价组织"},
)
LINE = {
    "number": "2026-民政-003",
    "name": "社会工作服务",
    "year": "2026",
    "purchaser": BUYER,
    "source": "本级财政",
}
GIVEN = {
    "kind": "年初预算",
    "amount": "150000",
    "dated_on": "2026-01-20",
    "document": "清新财预〔2026〕3号",
}
PROJECT = {
    "contract_no": "QX-2026-101",
    "title": "社区个案和小组服务",
    "purchaser": BUYER,
    "service_kind": "公共服务",
    "budget_amount": "100000",
    "catalogue_item": "社会工作服务",
}
AWARD = {
    "contractor": BODY,
    "amount": "98000",
    "award_on": "2026-02-02",
    "award_notice": "CJ-2026-12",
    "method": "竞争性磋商",
}
SIGNING = {
    "contract_no": "QX-2026-101",
    "signed_on": "2026-02-10",
    "start_on": "2026-02-11",
    "end_on": "2026-12-31",
    "amount": "98000",
    "payee": BODY,
    "payee_bank": "中国农业银行清新支行",
    "payee_account": "44669001040001236",
}
ROWS = {
    "lines": (
        {"name": "个案", "unit": "个", "quantity": "40", "price": "1200"},
        {"name": "小组", "unit": "节", "quantity": "50", "price": "1000"},
    ),
    "instalments": (
        {"amount": "49000", "line": LINE["number"]},
        {"amount": "29400", "line": LINE["number"], "waits_for": "中期"},
        {"amount": "19600", "line": LINE["number"], "waits_for": "末期"},
    ),
    "deliverables": ({"name": "个案", "unit": "个", "target": "40"},),
}


class Office:
    """Several people at one register, one after the other at its desk."""

    def __init__(self, county):
        self.county = county

    def do(self, name, verb, *args):
        self.county.operator = name
        return self.county.write(verb, *args).value

    def ask(self, query, *args):
        return self.county.read(query, *args)

    def staffed(self):
        """Give the county the people of these tests, whoever it has."""
        known = {one.name for one in self.ask(_names)}
        for person in PEOPLE:
            if person["name"] not in known:
                self.do("张晓梅", add_operator, person)
        return self

    def contract(self, number=PROJECT["contract_no"]):
        return self.ask(_numbered, number)

    def step(self, move, who="黄嘉怡", number=PROJECT["contract_no"], **answers):
        now = self.contract(number)
        return self.do(who, advance, now.id, now.version, move, answers)

    def budgeted(self, **change):
        self.do("黄嘉怡", open_line, LINE | change, [GIVEN])
        return self

    def planned(self, **change):
        self.do("黄嘉怡", plan, PROJECT | change)
        return self

    def procured(self):
        self.step("budget", document="清新财预〔2026〕3号", done_on="2026-01-22")
        self.step("procure", done_on="2026-01-25")
        return self

    def awarded(self, **change):
        now = self.contract()
        self.do("黄嘉怡", award, now.id, now.version, AWARD | change)
        return self

    def signed(self, rows=ROWS, **change):
        now = self.contract()
        self.do("黄嘉怡", sign, now.id, now.version, SIGNING | change, rows)
        return self

    def running(self):
        self.step("publish", notice="区政府网站 2026-02-11")
        self.step("begin")
        return self

    def whole(self):
        """Return with a contract in progress."""
        return self.staffed().budgeted().planned().procured().awarded().signed().running()

    def invoice(self, amount, number, **change):
        texts = {"type": "电子发票（普通发票）", "number": number, "dated_on": "2026-03-01"}
        return self.do(
            "黄嘉怡", enter_invoice, self.contract().id, texts | {"amount": amount} | change
        )

    def part(self, number):
        return self.ask(instalments_of, self.contract().id)[number - 1]

    def ask_for(self, number, who="黄嘉怡", **texts):
        return self.do(who, request, self.part(number).id, texts)

    def payment(self, number):
        return self.ask(_payment, number)

    def move(self, payment, move, who, **answers):
        now = self.payment(payment.number)
        return self.do(who, advance_payment, now.id, now.version, move, answers)

    def paid(self, payment, approver="吴局长"):
        self.move(payment, "check", "梁志强", opinion="同意")
        self.move(payment, "approve_payment", approver, opinion="同意")
        self.move(payment, "pay", "罗秀兰", order="ZF01", bank_date="2026-03-02")
        return self.move(payment, "voucher", "梁志强", voucher="记-2026-3-15")

    def judged(self, stage, score, confirmed=True):
        texts = {
            "contract": self.contract().contract_no,
            "stage": stage,
            "score": score,
            "given_on": "2026-03-01",
            "report": "绩效评价报告（2026）1号，2026-03-01 签字",
        }
        made = self.do("何建华", enter_verdict, texts)
        if confirmed:
            self.do("温组长", confirm_verdict, made.id, made.version)
        return made

    def line(self, number=LINE["number"]):
        return self.ask(_line, number)


def _names(session):
    return operators(session)


def _numbered(session, number):
    return session.scalars(linked(Contract).where(Contract.contract_no == number)).one()


def _payment(session, number):
    return session.scalars(linked(Payment).where(Payment.number == number)).one()


def _line(session, number):
    return session.scalars(linked(BudgetLine).where(BudgetLine.number == number)).one()


def day(text):
    return datetime.fromisoformat(text).date()
