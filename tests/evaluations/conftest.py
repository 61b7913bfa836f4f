"""A contract of the sample county that is evaluated, and who takes part."""

from datetime import timedelta

import pytest

from qyclient.contracts.services import record
from qyclient.evaluations.services import lookup, marking, proceedings, rounds, templates
from qyclient.evaluations.services import raters as rating
from qyclient.evaluations.services.blind import raters_of
from tests.contracts.test_services import PLAN, TEXTS

PEOPLE = {
    "何建华": "评价组织",
    "邓晓玲": "评委",
    "李文杰": "审核",
    "陈国庆": "批准",
    "黄嘉怡": "档案",
}
RATERS = [
    {"name": "邓晓玲", "party": "购买方"},
    {"name": "专家甲", "party": "第三方"},
    {"name": "专家乙", "party": "第三方"},
]
BOTH = "购买方 第三方"
SMALL = [
    {"number": "1", "name": "过程", "weight": "40"},
    {"number": "1.1", "name": "制度", "weight": "40", "kind": "定性", "raters": BOTH,
     "step": "0.1"},
    {"number": "2", "name": "产出", "weight": "60"},
    {"number": "2.1", "name": "个案数", "weight": "20", "kind": "定量", "method": "按比例",
     "direction": "越高越好", "target": "40", "unit": "个", "source": "个案", "raters": BOTH},
    {"number": "2.2", "name": "质量", "weight": "40", "kind": "定性", "raters": BOTH},
    {"number": "3", "name": "一票否决", "weight": "0"},
    {"number": "3.1", "name": "重大事故", "weight": "0", "kind": "是否", "is_veto": "是",
     "raters": BOTH},
]  # fmt: skip


def small_template(session, code="T"):
    facts = {"code": code, "name": "小指标", "purpose": "合同绩效评价", "total": "100"}
    return templates.publish(session, templates.start(session, facts, SMALL).id)


class Desk:
    """The office on a register: each step done by whoever sits down for it."""

    def __init__(self, workspace):
        self.workspace = workspace

    def by(self, name, verb, *args):
        before = self.workspace.operator
        self.workspace.operator = name
        try:
            return self.workspace.write(verb, *args).value
        finally:
            self.workspace.operator = before

    def seen_by(self, name, query, *args):
        before = self.workspace.operator
        self.workspace.operator = name
        try:
            return self.workspace.read(query, *args)
        finally:
            self.workspace.operator = before

    def now(self, found):
        return self.workspace.read(lookup.the_round, found.id)

    def raters(self, found):
        listed = self.workspace.read(lambda s: raters_of(s, lookup.the_round(s, found.id)))
        return {rater.name: rater for rater in listed}

    def step(self, name, found, move, **answers):
        version = self.now(found).version
        return self.by(name, proceedings.advance, found.id, version, move, answers)

    def lines(self, rater):
        return {one.indicator.number: one for one in self.workspace.read(
            lambda s: marking.marked(s, lookup.the_rater(s, rater.id))).lines}  # fmt: skip

    def score(self, rater, points, by="何建华"):
        """Fill a sheet: points by number, each below the full ones with a reason."""
        for number, given in points.items():
            node = self.lines(rater)[number].indicator
            texts = {"points": str(given), "reason": "记录不完整"}
            self.by(by, marking.mark, rater.id, node.id, texts)
        self.by(by, marking.hand_in, rater.id)

    def wait(self, days):
        later = self.workspace.now() + timedelta(days=days)
        self.workspace._clock = lambda: later  # noqa: SLF001 - the office waits

    def plan(self, contract="QX-2026-901", template="T-1", raters=RATERS, **texts):
        given = {"contract": contract, "template": template, "occasion": "末期评价",
                 "organizer": "清新区民政局", "purchaser_weight": "40", "third_weight": "60",
                 "beneficiary_weight": "0"} | texts  # fmt: skip
        found = self.by("何建华", rounds.plan_round, given, raters)
        for rater in self.raters(found).values():
            self.by("何建华", rating.declare, rater.id)
        return found

    def opened(self, **texts):
        found = self.plan(**texts)
        self.step("何建华", found, "open_scoring")
        return found

    def scored(self, points, **texts):
        """Return a round whose raters all gave these points, closed and checked."""
        found = self.opened(**texts)
        for rater in self.raters(found).values():
            self.score(rater, points)
        self.step("何建华", found, "close_scoring")
        self.step("李文杰", found, "check_scores", opinion="核对无误")
        return found


def full(quality, system="40", veto="0", cases="20"):
    return {"1.1": system, "2.1": cases, "2.2": quality, "3.1": veto}


@pytest.fixture
def desk(county):
    """The sample county with a contract that is paid in parts, and a small template."""
    county.write(record, TEXTS, PLAN)
    desk = Desk(county)
    desk.by("何建华", small_template)
    return desk
