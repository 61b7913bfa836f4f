"""Which body a row means: by code, by old number, by name of the county then and now."""

import pytest

from qyclient.errors import Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import register, the
from qyclient.records.view import View
from tests.organizations.test_ledger_shapes import CHESS, STAGE

BODY = {
    "name": "清新县棋类协会",
    "org_type": "社会团体",
    "legacy_cert_no": "粤清新社证字第0012号",
    "legal_rep": "刘颖",
    "residence": "太和镇",
    "phone": "5812345",
    "fund_amount": "33333.33",
    "legal_rep_id_no": "441827199603199643",
}


@pytest.fixture
def import_rows(workspace, tmp_path, bring):
    """Import rows of a few columns as a file of social groups; return what became of them."""

    def rows(heads, *lines):
        path = tmp_path / "社会团体.csv"
        path.write_text("\n".join((heads, *lines)), "utf-8")
        return [(r.outcome, *r.reasons) for r in bring(workspace, path).value.rows]

    return rows


@pytest.fixture
def body(workspace):
    return workspace.write(register, {**BODY, "uscc": CHESS}).value


def _now(workspace, body):
    return workspace.read(lambda session: session.get_one(Organization, body.id))


def test_by_code_whatever_the_name(workspace, body, import_rows):
    assert import_rows("名称,信用代码", f"清新区棋牌协会,{CHESS}") == [("changed",)]
    assert _now(workspace, body).name == "清新区棋牌协会"


def test_by_old_number_a_body_gets_its_code(workspace, import_rows):
    body = workspace.write(register, BODY).value
    row = f"清新区棋类协会,粤清新社证字第0012号,{CHESS}"
    assert import_rows("名称,登记证号,信用代码", row) == [("changed",)]
    assert (_now(workspace, body).uscc, _now(workspace, body).name) == (CHESS, BODY["name"])


@pytest.mark.parametrize("name", ["清新县棋类协会", "清新区棋类协会"])
def test_by_name_under_the_old_county_and_the_new(name, workspace, body, import_rows):
    assert import_rows("名称,电话", f"{name},5811111") == [("changed",)]
    assert (_now(workspace, body).phone, _now(workspace, body).name) == ("5811111", BODY["name"])
    assert workspace.read(the, name).id == body.id


def test_another_code_under_the_same_name_is_for_a_person(workspace, body, import_rows):
    [(outcome, reason)] = import_rows("名称,信用代码", f"清新区棋类协会,{STAGE}")
    assert outcome == "held"
    assert CHESS in reason
    assert workspace.count(Organization, View()) == 1


def test_a_body_that_ended_gives_its_name_free(workspace, import_rows):
    workspace.write(register, {**BODY, "uscc": CHESS, "status": "注销"})
    assert import_rows("名称,信用代码", f"清新区棋类协会,{STAGE}") == [("new",)]
    assert workspace.count(Organization, View()) == 2
    with pytest.raises(Refused, match="不止一个"):
        workspace.read(the, "清新区棋类协会")


def test_empty_cells_take_nothing_away(workspace, body, import_rows):
    assert import_rows("名称,电话,住所,法定代表人", "清新区棋类协会,,—,／") == [("unchanged",)]
    assert _now(workspace, body).phone == BODY["phone"]


@pytest.mark.parametrize(
    ("heads", "cell", "outcome"),
    [
        ("身份证号", "4418**********9643", "unchanged"),
        ("身份证号", "4418**********9644", "held"),
        ("电话", "138****1234", "held"),
        ("开办资金（万元）", "3.3", "unchanged"),
        ("开办资金（万元）", "3.33", "unchanged"),
        ("开办资金（万元）", "3", "unchanged"),
        ("开办资金（万元）", "3.4", "held"),
        ("开办资金（万元）", "4", "held"),
        ("开办资金（元）", "33333.33", "unchanged"),
        ("开办资金（元）", "33333.3", "changed"),
    ],
)
def test_what_is_masked_or_rounded_must_agree(heads, cell, outcome, workspace, body, import_rows):
    before = _now(workspace, body).version
    [(became, *reasons)] = import_rows(f"名称,{heads}", f"清新区棋类协会,{cell}")
    assert became == outcome
    assert bool(reasons) is (outcome == "held")
    assert (_now(workspace, body).version > before) is (outcome == "changed")


def test_the_same_body_twice_with_other_words_is_for_a_person(workspace, import_rows):
    rows = (f"清新区棋类协会,{CHESS},5811111", f"清新区棋类协会,{CHESS},5822222")
    [first, (outcome, reason)] = import_rows("名称,信用代码,电话", *rows)
    assert first == ("new",)
    assert outcome == "held"
    assert "第 2 行重复" in reason
    assert "联系电话" in reason
    assert workspace.read(the, CHESS).phone == "5811111"


def test_a_code_of_another_registrar_is_for_a_person(import_rows):
    [(outcome, reason)] = import_rows("名称,信用代码", "清新区棋类公司,91441803MA4UWJ0X0N")
    assert outcome == "held"
    assert "校验位" in reason or "民政" in reason
