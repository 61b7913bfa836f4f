"""The sample county: invented, sound, the same each time."""

from collections import Counter
from datetime import date

from qyclient.contracts.models import BudgetLine, Contract, FunctionItem, Pilot, SocialWorker
from qyclient.contracts.services.network import total
from qyclient.contracts.services.sums import balances
from qyclient.evaluations.models import EvaluationRound, Expert, ExpertDraw
from qyclient.evaluations.rules.states import FLOW
from qyclient.office.models import Office
from qyclient.organizations.models import Matter, MatterStep, Officer, Organization
from qyclient.organizations.rules.checks import problems
from qyclient.organizations.services.register import facts_of
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.sample.county import fill
from tests.conftest import NOW, open_at

SEED = {"清新县暖心大学生社会服务队", "清新区和乐社会工作服务中心"}


def test_its_bodies_break_no_rule(county):
    found = {
        body.name: wrong
        for body in county.page(Organization, View())
        if (wrong := problems(facts_of(body), NOW.date()))
    }
    assert {name: {*wrong} - {"uscc"} for name, wrong in found.items() if name not in SEED} == {
        name: set() for name in found if name not in SEED
    }


def test_what_is_given_once_is_given_once(county):
    bodies = county.page(Organization, View())
    for key in ("name", "uscc", "legacy_cert_no"):
        given = Counter(value for body in bodies if (value := getattr(body, key)))
        assert {value: n for value, n in given.items() if n > 1} == {}


def test_nobody_in_it_is_real(county):
    [office] = county.page(Office, View())
    assert office.is_sample
    bodies = county.page(Organization, View())
    assert {b.legal_rep_id_no[:6] for b in bodies if b.legal_rep_id_no} <= {"440000"}
    made_up = [b for b in bodies if b.remark == "样例" and b.uscc]
    assert len(made_up) > 250
    assert {b.uscc[8:10] for b in made_up} == {"YL"}


def test_it_has_something_for_every_tab(county):
    assert county.count(Organization, View()) > 300
    assert county.count(Officer, View()) > 300
    assert county.count(Contract, View()) > 5
    scores = {f"{one.score:.1f}" for one in county.page(EvaluationRound, View()) if one.score}
    assert {"92.4", "85.0", "71.3", "55.0"} <= scores
    states = {one.state for one in county.page(EvaluationRound, View())}
    assert states == {*FLOW.states}
    assert county.count(Expert, View()) > county.count(ExpertDraw, View()) > 0
    assert {body.name for body in county.page(Organization, View())} >= SEED


def test_it_is_the_same_each_time(county, tmp_path):
    again = open_at(tmp_path / "again")
    again.write(fill, "441803")
    for model in (Organization, Contract, Officer, Matter, MatterStep):
        held = [
            [
                sorted(
                    str([f.show(record) for f in fields_of(model)])
                    for record in workspace.page(model, View())
                )
            ]
            for workspace in (county, again)
        ]
        assert held[0] == held[1]
    again.close()


def test_what_it_bought_and_served_is_alive_in_every_sum(county):
    lines = county.page(BudgetLine, View())
    known = county.read(balances, [line.id for line in lines])
    told = {line.number: known[line.id] for line in lines}
    assert all(one.free >= 0 for one in told.values())
    assert (told["2024-民政-001"].paid, told["2026-民政-001"].unpaid) == (336000, 336000)
    network = county.read(total, date(2025, 3, 1), date(2025, 4, 30))
    assert network.errands > 13_000
    assert county.count(FunctionItem, View()) == 25
    assert {one.organization.name for one in county.page(Pilot, View())} == {
        "清远市再生金属行业商会",
        "清远市中小企业协会",
    }
    assert any("半社工半志愿者" in (one.remark or "") for one in county.page(SocialWorker, View()))
