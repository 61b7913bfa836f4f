"""What a certificate shows, how long it holds, which stock it is printed on."""

from datetime import date
from decimal import Decimal

import pytest

from qyclient.certificates.rules import (
    Copy,
    Issue,
    expiry,
    printed_values,
    problems,
    template_id,
    with_usual,
)
from qyclient.errors import Refused
from qyclient.organizations.rules.lists import OrgType, UnitKind

DAY = date(2020, 8, 30)
ISSUE = Issue("清远市清新区民政局", DAY, DAY, date(2025, 8, 30))
FACTS: dict[str, object] = {
    "name": "清远市清新区和乐社会工作服务中心",
    "org_type": OrgType.PRIVATE_NON_ENTERPRISE,
    "unit_kind": UnitKind.LEGAL_PERSON,
    "legacy_cert_no": "粤清新民证字第010012号",
    "uscc": "52441803MJM12345XT",
    "fund_amount": Decimal("30000.00"),
    "business_scope": "社会工作服务。",
    "legal_rep": "买买提·吐尔逊",
}


@pytest.mark.parametrize(
    ("issued_on", "years", "last"),
    [
        (date(2020, 8, 30), 5, date(2025, 8, 30)),
        (date(2020, 2, 29), 5, date(2025, 2, 28)),
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
    ],
)
def test_a_certificate_holds_to_the_same_day_some_years_on(
    issued_on: date, years: int, last: date
) -> None:
    assert expiry(issued_on, years) == last


def test_values_are_written_as_the_stock_wants_them() -> None:
    values = printed_values(FACTS, ISSUE)
    assert values["fund_upper"] == "叁万元"
    assert (values["issue.Y"], values["issue.m"], values["issue.d"]) == ("2020", "08", "30")
    assert (values["valid_to.Y"], values["valid_to.m"]) == ("2025", "08")
    assert values["issue_date_cn"] == "二〇二〇年八月三十日"
    assert (values["province_abbr"], values["legacy_cert_no"]) == ("粤清新", "010012")
    assert (values["kind"], values["person_label"]) == ("（法人）", "法定代表人：")
    assert values["issuing_authority"] == "清远市清新区民政局"
    assert all(isinstance(value, str) for value in values.values())


@pytest.mark.parametrize("kind", [UnitKind.PARTNERSHIP, UnitKind.INDIVIDUAL])
def test_who_leads_a_partnership_or_an_individual_unit_is_called_otherwise(kind: UnitKind) -> None:
    values = printed_values({**FACTS, "unit_kind": kind}, ISSUE)
    assert values["person_label"] == "负责人："
    assert values["kind"] == f"（{kind.label}）"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("粤清新社证字第12号", ("粤清新", "12")),
        ("清新基证字第0003", ("清新", "0003")),
        ("（粤）社证字第010号", ("（粤）", "010")),
        ("010012", ("鲁", "010012")),
        (None, ("鲁", "")),
    ],
)
def test_the_words_between_are_on_the_stock(number: str | None, shown: tuple[str, str]) -> None:
    issue = Issue("局", DAY, DAY, DAY, province_abbr="鲁")
    values = printed_values({"legacy_cert_no": number}, issue)
    assert (values["province_abbr"], values["legacy_cert_no"]) == shown


def test_the_organization_code_is_part_of_the_credit_code() -> None:
    assert printed_values(FACTS, ISSUE)["org_code"] == "MJM12345-X"
    assert printed_values({"org_code": "123456789"}, ISSUE)["org_code"] == "12345678-9"
    assert printed_values({}, ISSUE)["org_code"] == ""


def test_a_shorter_scope_for_printing_is_taken_and_the_offices_sentence_added() -> None:
    issue = Issue("局", DAY, DAY, DAY, scope_suffix="（依法须经批准的除外）")
    facts = {**FACTS, "business_scope_print": "社工。"}
    assert printed_values(facts, issue)["business_scope"] == "社工。（依法须经批准的除外）"
    assert printed_values({}, issue)["business_scope"] == ""


@pytest.mark.parametrize(
    ("has_code", "issued_on", "expected"),
    [
        (True, date(2016, 1, 1), "S_DUPLICATE_2016"),
        (True, date(2015, 12, 31), "S_DUPLICATE_LEGACY"),
        (False, date(2020, 1, 1), "S_DUPLICATE_LEGACY"),
    ],
)
def test_the_new_stock_is_for_bodies_with_a_credit_code_since_2016(
    has_code: bool, issued_on: date, expected: str
) -> None:
    chosen = template_id(OrgType.SOCIAL_GROUP, Copy.DUPLICATE, issued_on, has_credit_code=has_code)
    assert chosen == expected


def test_a_body_that_is_only_filed_gets_no_certificate() -> None:
    with pytest.raises(Refused, match="不发登记证书"):
        template_id(OrgType.COMMUNITY_FILED, Copy.ORIGINAL, DAY, has_credit_code=True)


def test_what_the_stock_needs_and_the_register_lacks_is_named() -> None:
    labels = {"name": "名称", "residence": "住所", "inspection_record": "年检记录"}
    found = problems(printed_values(FACTS, ISSUE), labels, DAY, DAY, date(2025, 8, 30))
    assert found == {"residence": "证书上的“住所”还是空的，请先在登记资料中填写"}


def test_a_validity_that_ends_before_it_begins_is_a_problem() -> None:
    assert problems({}, {}, DAY, DAY, DAY) == {"valid_to": "有效期止应晚于有效期起"}
    before = date(2019, 1, 1)
    assert problems({}, {}, DAY, before, DAY) == {"valid_to": "有效期止应晚于发证日期"}
    assert problems({}, {}, DAY, before, date(2020, 8, 31)) == {}


def test_what_goes_without_saying_is_filled_in_and_what_is_said_stands():
    unit = {"org_type": OrgType.PRIVATE_NON_ENTERPRISE, "legal_rep": "梁𬭎", "unit_kind": None}
    assert with_usual(unit, "清新区") == {
        **unit,
        "activity_area": "清新区",
        "unit_kind": UnitKind.LEGAL_PERSON,
    }
    said = {**unit, "unit_kind": UnitKind.INDIVIDUAL, "activity_area": "太和镇"}
    assert with_usual(said, "清新区") == said
    assert with_usual({"org_type": OrgType.SOCIAL_GROUP}, "清新区")["activity_area"] == "清新区"


def test_a_charity_says_so_and_others_leave_the_place_empty():
    issue = Issue("局", DAY, DAY, DAY)
    assert printed_values({"is_charity": True}, issue)["charity"] == "慈善组织"
    assert printed_values({"is_charity": None}, issue)["charity"] == ""
