"""Rounds: from the plan to what the contract pays, each step by whom it is due to."""

from decimal import Decimal

import pytest

from qyclient.contracts.models import Contract
from qyclient.contracts.services import dues_of, instalments_of, record
from qyclient.errors import Invalid, Overtaken, Refused
from qyclient.evaluations.models import EvaluationRound, Score
from qyclient.evaluations.services import (
    effect,
    marking,
    proceedings,
    quantities,
    rounds,
    templates,
)
from qyclient.evaluations.services import raters as rating
from qyclient.evaluations.services.result import result_of
from qyclient.records.view import View
from tests.contracts.test_services import PLAN, TEXTS
from tests.evaluations.conftest import RATERS, full


def _contract(desk, number="QX-2026-901"):
    return next(c for c in desk.workspace.page(Contract, View()) if c.contract_no == number)


def _confirmed(desk, found):
    desk.step("何建华", found, "display", display="公示栏 今天起")
    desk.wait(8)
    desk.step("陈国庆", found, "confirm_score", opinion="同意")
    return desk.now(found)


def _last_due(desk):
    return desk.workspace.read(dues_of, _contract(desk).id)[-1]


@pytest.mark.parametrize(
    ("quality", "system", "score", "grade", "pays"),
    [
        ("32.4", "40", "92.4", "优", "19600.00"),
        ("30", "35", "85", "良", "19600.00"),
        ("21.3", "30", "71.3", "中", "13974.80"),
        ("15", "20", "55", "差", "0.00"),
        ("30", "40", "90", "优", "19600.00"),
        ("0", "40", "60", "中", "11760.00"),
        ("0", "39.9", "59.9", "差", "0.00"),
    ],
)
def test_a_round_is_scored_checked_displayed_confirmed_and_pays(
    desk, quality, system, score, grade, pays
):
    found = desk.scored(full(quality, system))
    assert _last_due(desk).proposal.amount == 0
    now = _confirmed(desk, found)
    assert (now.score, now.grade.label) == (Decimal(score), grade)
    assert (now.confirmed_by, now.alone) == ("陈国庆", None)
    due = _last_due(desk)
    assert due.proposal.amount == Decimal(pays)
    rectifying = desk.workspace.read(effect.rectifications_of, found.id)
    assert bool(rectifying) is (grade in {"中", "差"})


def test_a_veto_makes_the_grade_the_lowest_and_pays_nothing(desk):
    found = desk.opened()
    for rater in desk.raters(found).values():
        desk.score(rater, full("40", veto="1" if rater.name == "专家甲" else "0"))
    desk.step("何建华", found, "close_scoring")
    now = desk.now(found)
    assert (now.score, now.grade.label, now.veto) == (Decimal(100), "差", "重大事故")
    desk.step("李文杰", found, "check_scores", opinion="属实")
    _confirmed(desk, found)
    assert _last_due(desk).proposal.amount == 0


def test_an_objection_that_holds_is_a_new_round_beside_the_first(desk):
    first = desk.scored(full("15", "20"))
    desk.step("何建华", first, "display", display="公示栏")
    desk.step("何建华", first, "object", objector="承接单位", objection="漏计 12 个个案")
    desk.step("李文杰", first, "re_evaluate", reason="属实")
    assert desk.now(first).state == "RE_EVALUATED"
    [again] = [
        r for r in desk.workspace.page(EvaluationRound, View()) if r.previous == first.number
    ]
    for rater in desk.raters(again).values():
        desk.by("何建华", rating.declare, rater.id)
    desk.step("何建华", again, "open_scoring")
    for rater in desk.raters(again).values():
        desk.score(rater, full("35"))
    desk.step("何建华", again, "close_scoring")
    desk.step("李文杰", again, "check_scores", opinion="无误")
    assert _confirmed(desk, again).score == Decimal(95)
    assert desk.now(first).score == Decimal(55)
    assert _last_due(desk).verdict.score == Decimal(95)


def test_an_objection_that_does_not_hold_goes_back_to_where_it_was(desk):
    found = desk.scored(full("30"))
    desk.step("何建华", found, "display", display="公示栏")
    desk.step("何建华", found, "object", objector="承接单位", objection="分数偏低")
    with pytest.raises(Refused, match="异议处理"):
        desk.step("陈国庆", found, "confirm_score", opinion="同意")
    desk.step("李文杰", found, "uphold", opinion="不成立")
    assert desk.now(found).state == "ON_DISPLAY"


def test_it_is_displayed_long_enough_before_it_counts(desk):
    found = desk.scored(full("30"))
    with pytest.raises(Refused, match="须先公示 7 天"):
        desk.step("陈国庆", found, "confirm_score", opinion="同意")
    desk.step("何建华", found, "display", display="公示栏")
    desk.wait(7)
    with pytest.raises(Refused, match="才结束"):
        desk.step("陈国庆", found, "confirm_score", opinion="同意")


def test_an_evaluation_midway_needs_no_display(desk):
    found = desk.scored(full("30"), occasion="中期评价")
    desk.step("陈国庆", found, "confirm_score", opinion="同意")
    assert desk.workspace.read(dues_of, _contract(desk).id)[1].proposal.amount == Decimal(29400)


def test_each_step_is_for_who_has_the_role(desk):
    found = desk.plan()
    with pytest.raises(Refused, match="“评价组织”由 何建华 办理"):
        desk.step("邓晓玲", found, "open_scoring")
    with pytest.raises(Refused, match="评价组织"):
        desk.by("陈国庆", rating.add_rater, found.id, {"name": "新人", "party": "第三方"})


def test_a_plan_is_checked_field_by_field(desk):
    with pytest.raises(Invalid) as no:
        desk.plan(third_weight="70", contract="")
    assert {*no.value.problems} == {"contract", "purchaser_weight"}
    with pytest.raises(Invalid, match="请选择已发布的指标体系"):
        desk.plan(template="F-10-1")
    with pytest.raises(Invalid, match="与评价类别不符"):
        desk.plan(template="G-M-1")
    with pytest.raises(Invalid, match="已是本轮评委"):
        desk.plan(raters=[*RATERS, {"name": "专 家甲", "party": "第三方"}])


def test_without_declarations_nobody_scores_and_a_tie_keeps_out(desk):
    given = {"contract": "QX-2026-901", "template": "T-1", "occasion": "末期评价",
             "organizer": "民政局"}  # fmt: skip
    found = desk.by("何建华", rounds.plan_round, given, RATERS)
    with pytest.raises(Refused, match="还没有回避声明：邓晓玲、专家甲、专家乙"):
        desk.step("何建华", found, "open_scoring")
    for name, rater in desk.raters(found).items():
        desk.by("何建华", rating.declare, rater.id, "曾任该单位理事" if name == "专家乙" else "")
    desk.step("何建华", found, "open_scoring")
    tied = desk.raters(found)["专家乙"]
    assert tied.excluded_because == "回避：曾任该单位理事"
    with pytest.raises(Refused, match="应当回避"):
        desk.score(tied, full("30"))


def test_a_missing_party_needs_the_heads_reason(desk):
    found = desk.opened(raters=RATERS[1:])
    for rater in desk.raters(found).values():
        desk.score(rater, full("30"))
    with pytest.raises(Refused, match="缺少购买方的评分"):
        desk.step("何建华", found, "close_scoring")
    with pytest.raises(Refused, match="“批准”由 陈国庆 办理"):
        desk.by("何建华", rounds.excuse_missing, found.id, desk.now(found).version, "购买方回避")
    desk.by("陈国庆", rounds.excuse_missing, found.id, desk.now(found).version, "购买方回避")
    desk.step("何建华", found, "close_scoring")
    assert desk.now(found).score == Decimal(90)


def test_who_does_not_come_is_left_out_with_a_reason(desk):
    found = desk.opened()
    raters = desk.raters(found)
    for name in ("邓晓玲", "专家甲"):
        desk.score(raters[name], full("30"))
    with pytest.raises(Refused, match="还有 1 份评分表未交：专家乙"):
        desk.step("何建华", found, "close_scoring")
    desk.by("何建华", rating.exclude, raters["专家乙"].id, "因病未到")
    with pytest.raises(Refused, match="不能因其评分而不计"):
        desk.by("何建华", rating.exclude, raters["专家甲"].id, "分太低")
    desk.step("何建华", found, "close_scoring")


def test_points_are_kept_field_by_field_and_told_what_is_wrong(desk):
    found = desk.opened()
    rater = desk.raters(found)["邓晓玲"]
    lines = desk.lines(rater)
    node = lines["1.1"].indicator
    mark = marking.mark
    for text, said in (("41", "应在 0 到 40 之间"), ("-1", "应在 0"), ("39.95", "0.1 的倍数"),
                       ("优", "应为数字")):  # fmt: skip
        with pytest.raises(Invalid, match=said):
            desk.by("邓晓玲", mark, rater.id, node.id, {"points": text})
    with pytest.raises(Invalid, match="填 0（没有）或 1"):
        desk.by("邓晓玲", mark, rater.id, lines["3.1"].indicator.id, {"points": "5"})
    before = desk.workspace.count(Score, View())
    desk.by("邓晓玲", mark, rater.id, node.id, {"points": "39"})
    desk.by("邓晓玲", mark, rater.id, node.id, {"points": "38"})
    assert desk.lines(rater)["1.1"].points == 38
    assert desk.workspace.count(Score, View()) == before + 1
    with pytest.raises(Refused, match=r"1\.1 请写明扣分理由；2\.1 还没有评分"):
        desk.by("邓晓玲", marking.hand_in, rater.id)
    desk.by("邓晓玲", mark, rater.id, node.id, {"reason": "缺两项制度"})
    assert desk.lines(rater)["1.1"].problem == ""


def test_a_quantity_is_filled_from_what_was_reached_and_overridden_with_a_reason(desk):
    found = desk.opened()
    rater = desk.raters(found)["邓晓玲"]
    node = desk.lines(rater)["2.1"].indicator
    actual = {"actual": "30", "source": "服务记录已认定 30 个"}
    desk.by("何建华", quantities.put_actual, found.id, node.id, actual)
    line = desk.lines(rater)["2.1"]
    assert (line.counted, line.points) == (15, None)
    assert line.told == "实际 30个，目标 40个，完成 75.0%（服务记录已认定 30 个）"
    desk.by("邓晓玲", marking.mark, rater.id, node.id, {"points": "18"})
    assert desk.lines(rater)["2.1"].problem == "与按实际值计算的不同，请写明理由"
    desk.by("邓晓玲", marking.mark, rater.id, node.id, {"reason": "另有 6 个未录入"})
    assert desk.lines(rater)["2.1"].problem == ""
    desk.by("邓晓玲", marking.mark, rater.id, node.id, {"points": ""})
    for number, points in (("1.1", "40"), ("2.2", "40"), ("3.1", "0")):
        one = desk.lines(rater)[number].indicator
        desk.by("邓晓玲", marking.mark, rater.id, one.id, {"points": points})
    desk.by("邓晓玲", marking.hand_in, rater.id)
    assert desk.lines(rater)["2.1"].points == 15
    more = {"actual": "40", "source": "补录"}
    desk.by("何建华", quantities.put_actual, found.id, node.id, more)
    assert desk.lines(rater)["2.1"].points == 15


def test_a_used_template_is_frozen_and_a_begun_plan_too(desk):
    found = desk.opened()
    with pytest.raises(Refused, match="已用于 1 个评价轮次"):
        desk.by("何建华", templates.take_back, found.template.id)
    with pytest.raises(Refused, match="方案和评委不能再改"):
        desk.by("何建华", rating.add_rater, found.id, {"name": "丁", "party": "第三方"})
    with pytest.raises(Refused, match="方案和评委不能再改"):
        desk.by("何建华", rounds.amend_round, found.id, found.version + 1, {"third_weight": "0"})


def test_two_at_one_round_do_not_overtake_each_other(desk):
    found = desk.plan()
    desk.step("何建华", found, "open_scoring")
    with pytest.raises(Overtaken):
        desk.by("何建华", proceedings.advance, found.id, found.version, "abandon", {"reason": "x"})


def test_what_is_kept_is_what_the_rows_add_up_to(desk):
    found = desk.opened()
    for n, rater in enumerate(desk.raters(found).values()):
        desk.score(rater, full(str(30 + n), str(33 + n)))
    desk.step("何建华", found, "close_scoring")
    now, result = desk.now(found), desk.workspace.read(result_of, found.id)
    assert result.raters == {"邓晓玲": 83, "专家甲": 85, "专家乙": 87}
    assert now.score == Decimal("84.8") == Decimal(83 * 40 + 86 * 60) / 100
    assert (now.purchaser_score, now.third_score) == (83, 86)


def test_the_plan_of_the_contract_is_untouched(desk):
    found = desk.scored(full("15", "20"))
    before = [p.amount for p in desk.workspace.read(instalments_of, _contract(desk).id)]
    _confirmed(desk, found)
    assert [p.amount for p in desk.workspace.read(instalments_of, _contract(desk).id)] == before


def test_an_agency_evaluates_under_a_contract_and_never_itself_or_whom_it_serves(desk):
    with pytest.raises(Invalid, match="不能评价自己"):
        desk.plan(agency="清新区和乐社会工作服务中心")
    with pytest.raises(Invalid, match="没有正在履行的服务合同"):
        desk.plan(agency="广东某公益基金会")
    serving = {**TEXTS, "contract_no": "QX-2026-902", "contractor": "清远市再生金属行业商会"}
    desk.workspace.write(record, {**serving, "purchaser": "清新区和乐社会工作服务中心"}, PLAN)
    with pytest.raises(Invalid, match="正为 清新区和乐社会工作服务中心 提供服务"):
        desk.plan(agency="清远市再生金属行业商会")
    free = {**TEXTS, "contract_no": "QX-2026-903", "contractor": "清新县暖心大学生社会服务队"}
    desk.workspace.write(record, free, PLAN)
    assert desk.plan(agency="清新县暖心大学生社会服务队").agency is not None
