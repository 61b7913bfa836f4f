"""Whatever anybody does in whatever order: no score is seen early, none pays unconfirmed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from qyclient.contracts.models import Verdict
from qyclient.errors import Refused
from qyclient.evaluations.rules.states import FLOW, SECRET
from qyclient.evaluations.services import marking, rounds
from qyclient.evaluations.services import raters as rating
from qyclient.evaluations.services.blind import same_person
from qyclient.evaluations.services.obstacles import steps_of
from qyclient.evaluations.services.result import result_of
from qyclient.store.undo import newest_of, take_back
from tests.evaluations.conftest import full

PEOPLE = ("何建华", "邓晓玲", "李文杰", "陈国庆", "张晓梅")
RATERS = [
    {"name": "邓晓玲", "party": "购买方"},
    {"name": "专家甲", "party": "第三方"},
    {"name": "陈 国庆", "party": "第三方"},
]
MOVES = sorted({move.key for move in FLOW.moves})
SAYS = {"opinion": "同意", "reason": "理由", "display": "公示栏", "objector": "甲",
        "objection": "乙", "box": "1"}  # fmt: skip

_who = st.sampled_from(PEOPLE)
_rater = st.integers(0, len(RATERS) - 1)
_deeds = st.one_of(
    st.tuples(st.just("move"), _who, st.sampled_from(MOVES)),
    st.tuples(st.just("mark"), _who, _rater),
    st.tuples(st.just("fill"), _who, _rater),
    st.tuples(st.just("hand_in"), _who, _rater),
    st.tuples(st.just("return"), _who, _rater),
    st.tuples(st.just("exclude"), _who, _rater),
    st.tuples(st.just("declare"), _who, _rater),
    st.tuples(st.just("excuse"), _who, st.just(0)),
    st.tuples(st.just("undo"), _who, st.just(0)),
    st.tuples(st.just("wait"), _who, st.just(0)),
)


class Trial:
    """A round in which people do what they like; `seen` is what each knows of others' points."""

    def __init__(self, desk):
        self.desk = desk
        self.found = desk.plan(raters=RATERS)
        desk.step("何建华", self.found, "open_scoring")

    def raters(self):
        return list(self.desk.raters(self.found).values())

    def do(self, deed, who, what):
        try:
            getattr(self, f"_{deed}")(who, what)
        except Refused:
            return

    def _move(self, who, move):
        self.desk.step(who, self.found, move, **SAYS)

    def _mark(self, who, n):
        rater = self.raters()[n]
        node = self.desk.lines(rater)["2.2"].indicator
        self.desk.by(who, marking.mark, rater.id, node.id, {"points": "33", "reason": "缺"})

    def _fill(self, who, n):
        self.desk.score(self.raters()[n], full("30"), by=who)

    def _hand_in(self, who, n):
        self.desk.by(who, marking.hand_in, self.raters()[n].id)

    def _return(self, who, n):
        self.desk.by(who, marking.return_sheet, self.raters()[n].id, "更正")

    def _exclude(self, who, n):
        self.desk.by(who, rating.exclude, self.raters()[n].id, "未到")

    def _declare(self, who, n):
        self.desk.by(who, rating.declare, self.raters()[n].id)

    def _excuse(self, who, _n):
        version = self.desk.now(self.found).version
        self.desk.by(who, rounds.excuse_missing, self.found.id, version, "缺席")

    def _undo(self, who, _n):
        def undo(session):
            transaction = newest_of(session, who)
            return take_back(session, transaction) if transaction else 0

        self.desk.by(who, undo)

    def _wait(self, _who, _n):
        self.desk.wait(4)

    def check(self):
        now = self.desk.now(self.found)
        for who in PEOPLE:
            self._check_secret(who, now)
        steps = self.desk.workspace.read(steps_of, now.id)
        confirmed = [s for s in steps if s.move == "confirm_score"]
        closed = [s.operator for s in steps if s.move == "close_scoring"]
        assert bool(confirmed) is (now.confirmed_by is not None)
        if confirmed:
            assert now.confirmed_by not in closed
            assert not any(same_person(r.name, now.confirmed_by) for r in self.raters())
        for kept in self.desk.workspace.read(lambda s: s.scalars(select(Verdict)).all()):
            if now.number in (kept.report or ""):
                assert confirmed
                assert (kept.score, kept.confirmed_by) == (now.score, now.confirmed_by)

    def _check_secret(self, who, now):
        if now.state not in SECRET:
            return
        assert (now.score, now.grade, now.third_score) == (None, None, None)
        with pytest.raises(Refused):
            self.desk.seen_by(who, result_of, now.id)
        raters = self.raters()
        rates = any(same_person(rater.name, who) for rater in raters)
        for rater in raters:
            if not same_person(rater.name, who) and (rates or who != "何建华"):
                with pytest.raises(Refused):
                    self.desk.seen_by(who, marking.sheet_of, rater.id)


def test_no_order_of_actions_leaks_a_score_or_pays_an_unconfirmed_one(desk):
    reached = set()

    @settings(max_examples=12, deadline=None, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.lists(_deeds, min_size=4, max_size=18))
    def check(deeds):
        trial = Trial(desk)
        for deed in deeds:
            trial.do(*deed)
        trial.check()
        reached.add(desk.now(trial.found).state)

    check()
    assert len(reached) > 1


def test_a_straight_run_past_every_temptation(desk):
    trial = Trial(desk)
    for n in range(len(RATERS)):
        trial.do("fill", "何建华", n)
        trial.check()
        trial.do("undo", "何建华", 0)
        trial.do("move", "何建华", "close_scoring")
        trial.check()
    assert desk.now(trial.found).state == "SCORED"
    for who, move in (
        ("李文杰", "check_scores"),
        ("何建华", "display"),
        ("陈国庆", "confirm_score"),
    ):
        trial.do("move", who, move)
        trial.check()
    desk.wait(8)
    for who in PEOPLE:
        trial.do("move", who, "confirm_score")
        trial.check()
    assert desk.now(trial.found).state == "ON_DISPLAY"  # 批准人是评委，不能确认
