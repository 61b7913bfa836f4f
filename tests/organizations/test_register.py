"""Entering, amending and naming bodies, and what the law refuses."""

from decimal import Decimal

import pytest

from qyclient.errors import Invalid, Overtaken, Refused
from qyclient.organizations.rules.checks import founding_problems, problems
from qyclient.organizations.rules.lists import OrgStatus, OrgType, PaperType, UnitKind
from qyclient.organizations.services.register import amend, officers_of, register, reviews_of, the
from tests.conftest import CORRECTED, NOW
from tests.organizations.test_ledger_shapes import CARE, CHESS, FUND, STAGE

TODAY = NOW.date()
BODY = {
    "name": "清新区棋类协会",
    "org_type": "社会团体",
    "uscc": CHESS,
    "legal_rep": "刘颖",
    "legal_rep_id_no": "441827199603199643",
    "residence": "太和镇府前路2号",
    "fund_amount": "叁万元",
}
OTHER = BODY | {"name": "清新区曲艺协会", "uscc": STAGE}


def _refused(workspace, texts):
    with pytest.raises(Invalid) as no:
        workspace.write(register, texts)
    return no.value.problems


def test_a_new_body_gets_what_the_office_knows(workspace):
    body = workspace.write(register, BODY, [{"name": "刘颖", "post": "会长"}]).value
    assert (body.status, body.area_code) == (OrgStatus.ACTIVE, "441803")
    assert body.registration_authority == "清远市清新区民政局"
    assert [(o.name, o.post.label) for o in workspace.read(officers_of, body.id)] == [
        ("刘颖", "会长（理事长）")
    ]
    assert workspace.read(reviews_of, body.id) == []


def test_everything_missing_or_wrong_is_said_at_once(workspace):
    assert {*_refused(workspace, {"org_type": "协会", "phone": "12", "uscc": "51"})} == {
        "name",
        "org_type",
        "phone",
        "uscc",
    }
    assert {*_refused(workspace, {"name": "甲", "org_type": "社会团体"})} == {
        "legal_rep",
        "residence",
    }


@pytest.mark.parametrize(
    ("fund", "stands"), [("29999.99", True), ("30000", False), ("3万元", False)]
)
def test_a_social_group_needs_thirty_thousand_yuan(fund, stands, workspace):
    if not stands:
        assert workspace.write(register, BODY | {"fund_amount": fund}).value.fund_amount == 30000
        return
    [(key, sentence)] = _refused(workspace, BODY | {"fund_amount": fund}).items()
    assert key == "fund_amount"
    assert "30,000 元（社会团体登记管理条例第十条）" in sentence


def test_a_service_unit_may_begin_with_less(workspace):
    texts = BODY | {"org_type": "民非", "uscc": CARE, "fund_amount": "100"}
    assert workspace.write(register, texts).value.fund_amount == 100


def test_a_community_body_needs_neither_code_nor_head(workspace):
    body = workspace.write(register, {"name": "太和镇广场舞队", "org_type": "备案"}).value
    assert body.org_type is OrgType.COMMUNITY_FILED
    assert "没有统一社会信用代码" in _refused(workspace, BODY | {"org_type": "备案"})["uscc"]


def test_nobody_heads_two_social_groups(workspace):
    first = workspace.write(register, BODY).value
    assert first.name in _refused(workspace, OTHER)["legal_rep"]
    assert "第十二条" in _refused(workspace, OTHER)["legal_rep"]

    other = workspace.write(register, OTHER | {"legal_rep_id_no": "44182719610605401X"}).value
    with pytest.raises(Invalid, match="不得同时担任"):
        workspace.write(amend, other.id, other.version, {"legal_rep_id_no": first.legal_rep_id_no})


def test_who_headed_a_body_that_ended_may_head_another(workspace):
    first = workspace.write(register, BODY).value
    workspace.write_because(CORRECTED, amend, first.id, first.version, {"status": "注销"})
    assert workspace.write(register, OTHER).value.name == OTHER["name"]


def test_who_heads_a_social_group_may_head_a_unit(workspace):
    workspace.write(register, BODY)
    assert workspace.write(register, OTHER | {"org_type": "民非", "uscc": CARE}).value


def test_a_code_is_given_once(workspace):
    workspace.write(register, BODY)
    again = OTHER | {"uscc": CHESS, "legal_rep_id_no": ""}
    assert _refused(workspace, again) == {"uscc": f"统一社会信用代码已登记：{BODY['name']}"}


def test_an_amendment_of_an_older_version_names_who_was_first(workspace):
    body = workspace.write(register, BODY).value
    workspace.write(amend, body.id, 1, {"phone": "5811111"})
    with pytest.raises(Overtaken, match="张三 改过（联系电话）"):
        workspace.write(amend, body.id, 1, {"phone": "5822222"})


@pytest.mark.parametrize(
    "word",
    [
        "清新区棋类协会",
        "清新县棋类协会",
        CHESS,
        CHESS.lower(),
        f" {CHESS[:8]} {CHESS[8:]} ",
        "粤清新社证字第12号",
        "YL970001X",
    ],
)
def test_a_body_is_meant_by_name_code_or_old_number(word, workspace):
    code = CHESS[8:17]
    body = workspace.write(
        register, BODY | {"legacy_cert_no": "粤清新社证字第12号", "org_code": code}
    )
    meant = f"{code[:8]}-{code[8]}" if word.startswith("YL") else word
    assert workspace.read(the, meant).id == body.value.id


def test_a_word_that_means_no_body_is_refused(county):
    for word in ("没有的协会", "", CHESS):
        with pytest.raises(Refused, match="名册中没有"):
            county.read(the, word)


FACTS = {"org_type": OrgType.SOCIAL_GROUP}


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"uscc": CHESS}, {}),
        ({"uscc": CARE}, {"uscc"}),
        ({"uscc": FUND}, {"uscc"}),
        ({"uscc": "91441803MA4UWJ0X0N"}, {"uscc"}),
        ({"legal_rep_id_no": "441827199603199643"}, {}),
        ({"legal_rep_id_no": "441827199603199644"}, {"legal_rep_id_no"}),
        ({"legal_rep_id_no": "H12345678"}, {"legal_rep_id_no"}),
        ({"legal_rep_id_no": "H12345678", "legal_rep_id_type": PaperType.HK_MACAU_PERMIT}, {}),
        ({"staff": 5, "women": 5}, {}),
        ({"staff": 5, "women": 6}, {"women"}),
        ({"staff": None, "women": 6}, {}),
        ({"staff": 0, "women": 0}, {}),
        (
            {"certificate_valid_from": TODAY, "certificate_valid_to": TODAY},
            {"certificate_valid_to"},
        ),
        ({"unit_kind": UnitKind.LEGAL_PERSON}, {"unit_kind"}),
        ({"unit_kind": UnitKind.LEGAL_PERSON, "org_type": OrgType.PRIVATE_NON_ENTERPRISE}, {}),
    ],
)
def test_what_cannot_be_true_is_named(facts, wrong):
    assert {*problems(FACTS | facts, TODAY)} == {*wrong}


def test_the_least_fund_is_that_of_the_day():
    facts = {**FACTS, "legal_rep": "刘颖", "residence": "甲", "fund_amount": Decimal("29999.99")}
    assert {*founding_problems(facts, TODAY)} == {"fund_amount"}
    with pytest.raises(KeyError):
        founding_problems(facts, TODAY.replace(year=1997))
