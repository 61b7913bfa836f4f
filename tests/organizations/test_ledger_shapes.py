"""Ledgers of quite other shapes: nobody told the program how they look."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook

from qyclient.organizations.models import AnnualReview, Organization
from qyclient.organizations.rules.lists import OrgStatus, OrgType, UnitKind
from qyclient.organizations.services.register import find, the
from qyclient.records import org_code, uscc
from qyclient.records.view import View


def code(kind, serial):
    """Return a credit code of the sample sort (YL stands where a real body's number would)."""
    body = f"YL{serial:06d}"
    seventeen = f"5{kind}441803{body}{org_code.check_character(body)}"
    return seventeen + uscc.check_character(seventeen)


CHESS, STAGE, CARE, FUND = code(1, 970001), code(1, 970002), code(2, 970003), code(3, 970004)

OTHER_OFFICE = (
    "编号,机构名称,社会信用代码,批准日期,负责人,公民身份号码,电话号码,办公地址,"
    "业务主管部门,原始基金数额（元）,登记状态,2024年年报情况,是否建党,等级,附注\n"
    f"1,清新县棋类协会,{CHESS},1998.5,陈 𬭎,44182719960319964 3,５８１２３４５,太和镇,"
    "直接登记,30000,在业,已年报,√,无,\n"
    f"2,清新县曲艺协会,{STAGE.lower()},二〇〇三年五月十七日,单立人,,"
    "13800138000/5812346,太平镇,清新县文广新局,35000.5,已注销,未年报,无,AAAA,@2010\n"
    f"3,清新县和乐养老院,{CARE[:4]} {CARE[4:]},20190625,阿依古丽.买买提,,0763 5812347,"
    "龙颈镇,清新县民政局,叁万元,存续,年检合格,,,\n"
    ",,,,,,,,,,,,,,\n"
    f"4,清新县教育基金会,{FUND},2020/2/29,刘颖,,,,,200万,有效,,,3A,+86\n"
    "5,清新县没有代码的协会,,2001,刘颖,,,,,1000,,,,,\n"
    '合计,,,,,,,,,"3,265,000.50",,,,,\n'
)


@pytest.fixture
def other_office(tmp_path):
    path = tmp_path / "导出 2026.csv"
    path.write_bytes(OTHER_OFFICE.encode("gb18030"))
    return path


def test_a_csv_of_another_office_is_understood(workspace, other_office, bring):
    rows = bring(workspace, other_office).value.rows
    assert [(r.row, r.outcome) for r in rows] == [
        (2, "new"),
        (3, "new"),
        (4, "new"),
        (6, "new"),
        (7, "held"),
        (8, "skipped"),
    ]
    assert rows[4].reasons == ("看不出是社会团体、民办非企业单位还是基金会，请补填种类",)
    chess, stage, care, fund = (workspace.read(the, c) for c in (CHESS, STAGE, CARE, FUND))
    assert [b.org_type for b in (chess, stage, care, fund)] == [
        OrgType.SOCIAL_GROUP,
        OrgType.SOCIAL_GROUP,
        OrgType.PRIVATE_NON_ENTERPRISE,
        OrgType.FOUNDATION,
    ]
    assert (chess.name, chess.established_on, chess.legal_rep) == (
        "清新县棋类协会",
        "1998-05",
        "陈𬭎",
    )
    assert (chess.legal_rep_id_no, chess.phone) == ("441827199603199643", "5812345")
    assert (chess.has_party_organization, chess.org_grade) == (True, None)
    assert (stage.fund_amount, stage.established_on) == (Decimal("35000.50"), "2003-05-17")
    assert (stage.status, stage.org_grade, stage.remark) == (OrgStatus.DEREGISTERED, "4A", "@2010")
    assert (stage.phone, stage.has_party_organization) == ("13800138000、5812346", False)
    assert (care.fund_amount, care.legal_rep) == (Decimal(30000), "阿依古丽·买买提")
    assert (fund.fund_amount, fund.remark) == (Decimal(2_000_000), "+86")
    reviews = {
        r.organization.name: (r.year, r.conclusion.label)
        for r in workspace.page(AnnualReview, View())
    }
    assert reviews == {
        "清新县棋类协会": (2024, "已报送"),
        "清新县曲艺协会": (2024, "未参检"),
        "清新县和乐养老院": (2024, "合格"),
    }


def test_a_county_renamed_is_no_change_of_name(workspace, other_office, bring):
    bring(workspace, other_office)
    renamed = OTHER_OFFICE.replace("清新县", "清新区").replace(FUND, "")
    other_office.write_bytes(renamed.encode("utf-8-sig"))

    rows = bring(workspace, other_office).value.rows

    assert [r.outcome for r in rows] == [
        "unchanged",
        "changed",
        "changed",
        "unchanged",
        "held",
        "skipped",
    ]
    assert {b.name[:3] for b in workspace.page(Organization, View())} == {"清新县"}


MERGED = (
    "A1:K1",
    "A2:D2",
    "E2:G2",
    "H2:K2",
    "A3:A4",
    "B3:B4",
    "C3:C4",
    "D3:D4",
    "E3:E4",
    "F3:F4",
    "G3:G4",
    "H3:H4",
    "I3:J3",
    "K3:K4",
)
HEADS = (
    ("基本情况", None, None, None, "联系", None, None, "规模", None, None, None),
    (
        "序号",
        "单位名称",
        "统一社会信用代码",
        "成立日期",
        "法人代表",
        "单位地址",
        "联系方式",
        "开办资金\n（万元）",
        "年末从业人数",
        None,
        "证书有效期至",
    ),
    (None, None, None, None, None, None, None, None, "合计", "其中：女", None),
)


@pytest.fixture
def two_sheets(tmp_path):
    """Three rows of headings in merged cells, printed again on each page; real dates."""
    book = Workbook()
    pages = {
        "社团": [
            [
                1,
                "清新区棋类协会",
                CHESS,
                date(1998, 5, 17),
                "陈𬭎",
                "太和镇",
                13800138000,
                3.33333333,
                12,
                5,
                datetime(2028, 5, 1),
            ],
            [
                2,
                "清新区曲艺协会",
                STAGE,
                37758,
                "单立人",
                "太平镇",
                "5812346",
                3.0,
                8.0,
                None,
                "2027.1.1",
            ],
        ],
        "民非": [
            [
                1,
                "清新区和乐养老院",
                CARE,
                "2019-06-25 00:00:00",
                "刘颖",
                "龙颈镇",
                7635812347,
                50,
                30,
                31,
                None,
            ]
        ],
    }
    for name, rows in pages.items():
        sheet = book.create_sheet(name)
        sheet.append([f"清新区{name}登记情况一览表"])
        for heads in HEADS:
            sheet.append(heads)
        for row in rows:
            sheet.append(row)
            sheet.append([])
            for heads in HEADS:
                sheet.append(heads)
        sheet.append(["本页小计", None, None, None, None, None, None, 6.3])
        sheet.append(["单位负责人：", None, None, "制表人：张三"])
        for area in MERGED:
            sheet.merge_cells(area)
    book["Sheet"].append(["这一页没有台账"])
    path = tmp_path / "一览表.xlsx"
    book.save(path)
    return path


def test_merged_headings_over_three_rows_and_repeated_pages_are_understood(
    workspace, two_sheets, bring
):
    outcome = bring(workspace, two_sheets).value
    assert outcome.counts == {"new": 2, "changed": 0, "unchanged": 0, "held": 1, "skipped": 13}
    assert {r.reasons[0] for r in outcome.rows if r.outcome == "skipped"} == {
        "重复的表头",
        "合计行",
        "落款行",
    }
    chess, stage = workspace.read(the, CHESS), workspace.read(the, STAGE)
    assert (chess.org_type, chess.fund_amount) == (OrgType.SOCIAL_GROUP, Decimal("33333.33"))
    assert (chess.established_on, chess.certificate_valid_to) == ("1998-05-17", date(2028, 5, 1))
    assert (chess.phone, chess.staff, chess.women) == ("13800138000", 12, 5)
    assert (stage.established_on, stage.certificate_valid_to) == ("2003-05-17", date(2027, 1, 1))
    assert (stage.fund_amount, stage.staff, stage.women) == (Decimal(30000), 8, None)
    [held] = [r for r in outcome.rows if r.outcome == "held"]
    assert (held.sheet, held.name) == ("民非", "清新区和乐养老院")
    assert {reason.split()[0] for reason in held.reasons} == {"G5", "J5"}


def test_the_kind_of_a_unit_is_read_with_its_code(workspace, tmp_path, bring):
    path = tmp_path / "民办非企业单位.csv"
    path.write_text(f"名称,代码,信用代码,性质\n清新区和乐养老院,,{CARE},个体\n", "utf-8")
    bring(workspace, path)
    assert workspace.read(find, "和乐")[0].unit_kind is UnitKind.INDIVIDUAL
