"""专家: drawn before witnesses by a seed from those who need not keep away; reserves in order."""

import pytest

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.reports.official import paper_text
from qyclient.evaluations.rules.drawing import drawn
from qyclient.evaluations.services import experts, facts
from qyclient.organizations.models import Officer
from qyclient.records.view import View
from tests.contracts.test_services import TEXTS
from tests.evaluations.conftest import RATERS

POOL = [
    {"name": name, "unit": unit, "specialty": field}
    for name, unit, field in (
        ("王一静", "清远职业技术学院", "儿童社会工作"), ("刘一庆", "市社工协会", "儿童社会工作"),
        ("梁一敏", "样例会计师事务所", "儿童财务"), ("周一燕", "样例律师事务所", "儿童法律"),
        ("何一基", "清远开放大学", "儿童社会工作、督导"),
        ("陆一慧", "清新区教育局", "儿童社会工作"),
    )
]  # fmt: skip
DRAW = {"specialty": "儿童", "size": "2", "witnesses": "纪检组 李明"}


@pytest.fixture
def pool(desk):
    for texts in POOL:
        desk.by("何建华", experts.enter_expert, texts)
    return desk


def test_the_same_seed_draws_the_same_and_nobody_twice():
    names = [f"专家{n}" for n in range(9)]
    chosen, reserves = drawn(names, 3, 20260302)
    assert drawn(names, 3, 20260302) == (chosen, reserves)
    assert len({*chosen, *reserves}) == 6
    assert drawn(names, 3, 20260303) != (chosen, reserves)


def test_who_works_for_or_keeps_away_from_a_party_is_not_drawn_and_it_is_said_why(pool):
    found = pool.plan(raters=RATERS[:1])
    body = TEXTS["contractor"]
    kin = {"name": "高远", "unit": "乙所", "specialty": "儿童财务", "avoids": f"丙所\n{body}"}
    pool.by("何建华", experts.enter_expert, kin)
    officers = pool.workspace.page(Officer, View())
    led = next((one.name for one in officers if str(one.organization) == body), "")
    if led:
        texts = {"name": led, "unit": "丁所", "specialty": "儿童财务"}
        pool.by("何建华", experts.enter_expert, texts)
    seen = pool.workspace.read(experts.pool_for, found.id)
    why = {one.name: said for one, said in seen.kept_away}
    assert why["陆一慧"] == "在 清新区教育局 工作，应回避"
    assert why["高远"] == f"申明回避 {body}"
    assert not led or "负责人同名" in why[led]
    names = {one.name for one in seen.able}
    assert {"王一静", "刘一庆", "何一基"} <= names
    assert not names & {*why}


def test_those_drawn_are_raters_of_the_third_party_and_the_record_says_all(pool):
    found = pool.plan(raters=RATERS[:1])
    made = pool.by(
        "何建华", experts.draw_experts, found.id, DRAW | {"specialty": "儿童社会工作"}, 7
    )
    raters = pool.raters(found)
    assert made.drawn.split("、") == [f"{r.unit} {r.name}" for r in [*raters.values()][1:]]
    assert {rater.party.label for rater in [*raters.values()][1:]} == {"第三方"}
    said = paper_text("draw", pool.workspace.read(facts.facts_of, found.id))
    for words in (made.drawn, "纪检组 李明", "7", "陆一慧：在 清新区教育局 工作，应回避"):
        assert words in said
    fees = paper_text("fees", pool.workspace.read(facts.facts_of, found.id))
    assert all(name in fees for name in [*raters][1:])
    assert "邓晓玲" not in fees


def test_a_reserve_takes_the_place_of_who_cannot_come(pool):
    found = pool.plan(raters=RATERS[:1])
    made = pool.by("何建华", experts.draw_experts, found.id, DRAW, 11)
    first = next(rater for rater in pool.raters(found).values() if rater.unit)
    for reserve in made.reserves.split("、"):
        taken = pool.by("何建华", experts.call_up, first.id, "出差")
        assert f"{taken.unit} {taken.name}" == reserve
        first = taken
    [now] = pool.workspace.read(experts.draws_of, found.id)
    assert now.called_up.count("由候补") == len(made.reserves.split("、"))
    with pytest.raises(Refused, match="候补专家已经用完"):
        pool.by("何建华", experts.call_up, first.id, "出差")
    with pytest.raises(Refused, match="不是从专家库抽取的"):
        pool.by("何建华", experts.call_up, pool.raters(found)["邓晓玲"].id, "出差")


def test_no_more_are_drawn_than_there_are_and_none_once_scoring_has_begun(pool):
    found = pool.plan(raters=RATERS[:1])
    with pytest.raises(Invalid) as no:
        pool.by("何建华", experts.draw_experts, found.id, {**DRAW, "size": "9"}, 1)
    assert no.value.problems == {"size": "可抽的专家有 5 人，请填 1 到 5"}
    with pytest.raises(Invalid, match="在场人"):
        pool.by("何建华", experts.draw_experts, found.id, {"size": "2", "specialty": "儿童"}, 1)
    pool.step("何建华", found, "open_scoring")
    with pytest.raises(Refused, match="已开始评分"):
        pool.by("何建华", experts.draw_experts, found.id, DRAW, 1)


def test_nobody_stands_in_the_pool_twice(pool):
    with pytest.raises(Invalid, match="已在专家库"):
        pool.by("何建华", experts.enter_expert, POOL[0])
