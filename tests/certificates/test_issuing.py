"""发证: one number, one set, once; from before the paper moves until it is in somebody's hands."""

from datetime import date

import pytest

from qyclient.certificates.models import Blank, Certificate, Issue, PrintLog, SignatureTerm
from qyclient.certificates.rules import (
    BlankState,
    CertificateStatus,
    Copy,
    IssueReason,
    IssueState,
    OldOutcome,
    PrintMode,
    PrintOutcome,
)
from qyclient.certificates.services import (
    add_term,
    awaiting,
    give_up,
    mend_issue,
    notice_for,
    old_copies_of,
    page_of,
    tries_of,
)
from qyclient.errors import Invalid, Refused
from qyclient.organizations.services.register import amend, the
from qyclient.paper.pdf.raster import page_text
from qyclient.records.view import View
from tests.certificates.conftest import NAME
from tests.conftest import CORRECTED, open_at


@pytest.fixture
def stocked(desk):
    desk.fill()
    return desk


def correct(desk, **texts):
    body = desk.workspace.read(the, NAME)
    desk.workspace.write_because(CORRECTED, amend, body.id, body.version, texts)


def _blank(desk, serial):
    [one] = [b for b in desk.workspace.page(Blank, View()) if b.serial == serial]
    return one


def test_a_set_has_one_number_and_a_sheet_for_each_copy(stocked):
    issue = stocked.open(duplicates="2")
    sheets = stocked.sheets(issue)
    assert [(s.copy, s.copy_number) for s in sheets] == [
        (Copy.ORIGINAL, 1),
        (Copy.DUPLICATE, 1),
        (Copy.DUPLICATE, 2),
    ]
    assert issue.state is IssueState.PREPARED
    assert all(issue.number not in s.values.values() for s in sheets)


def test_pressing_twice_issues_once(stocked):
    issue = stocked.open()
    assert stocked.open().id == issue.id
    [first, *_] = stocked.sheets(issue)
    log = stocked.begin(first)
    assert stocked.begin(first).id == log.id
    assert len(stocked.workspace.read(tries_of, issue.id)) == 1


def test_the_series_has_no_gaps_though_sets_are_given_up(stocked):
    issue = stocked.open()
    stocked.workspace.write(give_up, issue.id, "申请人撤回")
    other = stocked.open()
    assert int(other.number[5:]) == int(issue.number[5:]) + 1
    assert stocked.again(issue).state is IssueState.GIVEN_UP
    numbers = sorted(i.number for i in stocked.workspace.page(Issue, View()))
    assert [int(n[5:]) for n in numbers] == [*range(1, len(numbers) + 1)]


def test_before_paper_moves_all_is_noted(stocked):
    [sheet, _] = stocked.sheets(stocked.open())
    log = stocked.begin(sheet)
    sheet, blank = stocked.again(sheet), _blank(stocked, "O0001")
    assert (sheet.status, sheet.blank_serial) == (CertificateStatus.AWAITING, "O0001")
    assert blank.state is BlankState.AWAITING
    assert NAME in blank.used_for
    assert (log.outcome, log.sent_at) == (PrintOutcome.AWAITING, None)
    assert log.pdf_sha256 == sheet.pdf_sha256


def test_it_waits_for_an_answer_over_a_restart(stocked):
    issue = stocked.open()
    stocked.begin(stocked.sheets(issue)[0])
    folder = stocked.workspace.folder
    stocked.workspace.close()
    later = open_at(folder, "李四")
    [log] = later.read(awaiting, issue.id)
    assert (log.serial, log.printer) == ("O0001", "前台激光机")
    assert later.read(lambda s: s.get_one(Issue, issue.id)).state is IssueState.AWAITING
    later.close()


def test_a_spoiled_sheet_is_out_of_the_book_and_the_next_is_taken(stocked):
    issue = stocked.open()
    sheet = stocked.sheets(issue)[0]
    log = stocked.begin(sheet)
    with pytest.raises(Invalid, match="怎么打坏的"):
        stocked.answer(log, PrintOutcome.SPOILED)
    stocked.answer(log, PrintOutcome.SPOILED, "卡纸")
    assert _blank(stocked, "O0001").state is BlankState.SPOILED
    assert _blank(stocked, "O0001").reason == "卡纸"
    assert stocked.begin(sheet).serial == "O0002"


def test_a_sheet_that_was_not_printed_goes_back_into_stock(stocked):
    sheet = stocked.sheets(stocked.open())[0]
    stocked.answer(stocked.begin(sheet), PrintOutcome.NOT_PRINTED)
    blank = _blank(stocked, "O0001")
    assert (blank.state, blank.used_for) == (BlankState.IN_STOCK, None)
    assert stocked.begin(sheet).serial == "O0001"


def test_an_answer_stands(stocked):
    log = stocked.begin(stocked.sheets(stocked.open())[0])
    stocked.answer(log)
    assert stocked.answer(log).outcome is PrintOutcome.GOOD
    with pytest.raises(Refused, match="已经答过“打印好”"):
        stocked.answer(log, PrintOutcome.SPOILED, "后来撕了")


def test_the_sheet_in_the_tray_may_be_another(stocked):
    sheet = stocked.sheets(stocked.open())[0]
    with pytest.raises(Refused, match="O0099 不在库"):
        stocked.begin(sheet, serial="O0099")
    assert stocked.begin(sheet, serial="O0005").serial == "O0005"


def test_without_stock_nothing_is_printed(county, desk):
    issue = desk.open()
    stock = desk.workspace.page(Blank, View())
    for one in stock:
        if one.stock == "M_ORIGINAL_2016" and one.state is BlankState.IN_STOCK:
            desk.workspace.write(
                lambda s, key=one.id: setattr(s.get_one(Blank, key), "state", BlankState.MISSING)
            )
    with pytest.raises(Refused, match="没有民非正本的空白证了"):
        desk.begin(desk.sheets(issue)[0])
    assert desk.workspace.read(tries_of, issue.id) == []


def test_a_printed_set_is_handed_over_against_each_old_copy(stocked):
    before = stocked.open()
    stocked.print_all(before)
    olds = stocked.workspace.read(old_copies_of, before.id)
    settled = {old.id: (OldOutcome.COLLECTED, "") for old in olds}
    first = stocked.hand(before, settled)
    assert first.issue.state is IssueState.ISSUED
    body = stocked.workspace.read(the, NAME)
    assert body.certificate_valid_to == first.issue.valid_to

    body = stocked.workspace.write_because(
        CORRECTED, amend, body.id, body.version, {"legal_rep": "单立人"}
    ).value
    issue = stocked.open(reason="变更换发")
    with pytest.raises(Refused, match="全部打印好之后"):
        stocked.hand(issue)
    stocked.print_all(issue)
    olds = stocked.workspace.read(old_copies_of, issue.id)
    assert [old.what for old in olds] == ["正本 O0001", "副本 D0001"]
    with pytest.raises(Invalid, match="还有旧证没有收回"):
        stocked.hand(issue, {olds[0].id: (OldOutcome.COLLECTED, "")})
    with pytest.raises(Invalid, match="登报声明"):
        stocked.hand(issue, {one.id: (OldOutcome.LOST, "") for one in olds})
    with pytest.raises(Invalid, match="身份证件"):
        stocked.hand(issue, identity_checked="否")
    done = stocked.hand(
        issue,
        {
            olds[0].id: (OldOutcome.COLLECTED, ""),
            olds[1].id: (OldOutcome.LOST, "清远日报 2026-02-20 第4版"),
        },
    )
    old = [stocked.again(one) for one in stocked.sheets(before)]
    assert [one.status for one in old] == [CertificateStatus.SUPERSEDED, CertificateStatus.LOST]
    assert done.filings == ["银行账户备案（预留印鉴变更）", "法定代表人章备案"]
    assert done.issue.handed_by == "张晓梅"


def test_a_loss_needs_its_newspaper_and_gets_its_words(stocked):
    with pytest.raises(Invalid, match="登报声明作废"):
        stocked.open(reason="遗失补发")
    issue = stocked.open(reason="遗失补发", notice="清远日报 2026-02-20 第4版")
    words = stocked.workspace.read(notice_for, issue.id)
    assert NAME in words
    assert "《民办非企业单位登记证书》正本、副本，声明作废。" in words


def test_before_the_first_print_it_is_mended_from_the_register_and_the_history_says_so(stocked):
    issue = stocked.open()
    body = stocked.workspace.read(the, NAME)
    stocked.workspace.write_because(
        CORRECTED, amend, body.id, body.version, {"legal_rep": "单立人"}
    )
    stocked.workspace.write(mend_issue, issue.id, {"duplicates": "2"})
    sheets = stocked.sheets(issue)
    assert {s.values["legal_rep"] for s in sheets} == {"单立人"}
    assert len(sheets) == 3
    stocked.workspace.write(mend_issue, issue.id, {"duplicates": "0"})
    assert [s.copy for s in stocked.sheets(issue)] == [Copy.ORIGINAL]
    told = stocked.workspace.history(issue)
    assert [entry["changes"]["duplicates"] for entry in told[:2]] == [[2, 0], [1, 2]]
    stocked.answer(stocked.begin(stocked.sheets(issue)[0]))
    with pytest.raises(Refused, match="已经打印过，不能再改"):
        stocked.workspace.write(mend_issue, issue.id, {"duplicates": "1"})


def test_every_certificate_ever_issued_can_be_seen_as_it_was(stocked):
    issue = stocked.open()
    stocked.print_all(issue)
    pages = {
        s.id: stocked.workspace.read(page_of, s.id, PrintMode.OVERPRINT)
        for s in stocked.sheets(issue)
    }
    body = stocked.workspace.read(the, NAME)
    stocked.workspace.write_because(
        CORRECTED, amend, body.id, body.version, {"residence": "清远市清新区太和镇新路9号"}
    )
    for key, page in pages.items():
        assert stocked.workspace.read(page_of, key, PrintMode.OVERPRINT) == page


def test_a_set_that_is_given_up_spoils_what_was_printed(stocked):
    issue = stocked.open()
    first, second = stocked.sheets(issue)
    stocked.answer(stocked.begin(first))
    log = stocked.begin(second)
    with pytest.raises(Refused, match="待确认"):
        stocked.workspace.write(give_up, issue.id, "材料有误")
    stocked.answer(log, PrintOutcome.NOT_PRINTED)
    stocked.workspace.write(give_up, issue.id, "材料有误")
    assert _blank(stocked, "O0001").state is BlankState.SPOILED
    assert stocked.again(first).status is CertificateStatus.VOID


def test_who_signs_and_what_the_office_is_called_go_by_the_day(stocked):
    write = stocked.workspace.write
    write(add_term, {"signatory": "黄志强", "since": "2020-01-01"})
    write(add_term, {"signatory": "陈慧", "since": "2026-01-01"})
    write(add_term, {"office_name": "清远市清新区民政和社会组织管理局", "since": "2026-03-01"})
    assert stocked.open().signatory == "陈慧"
    early = stocked.open(issued_on="2025-12-31", reason="变更换发")
    assert early.signatory == "黄志强"
    assert stocked.sheets(early)[0].values["issuing_authority"] == "清远市清新区民政局"
    late = stocked.open(issued_on="2026-03-02", reason="到期换发")
    assert stocked.sheets(late)[0].values["issuing_authority"] == "清远市清新区民政和社会组织管理局"
    first = next(
        t for t in stocked.workspace.page(SignatureTerm, View()) if t.signatory == "黄志强"
    )
    assert first.until == date(2025, 12, 31)


def test_the_reason_is_first_issue_until_something_is_out(stocked):
    body = next(
        b
        for b in stocked.workspace.page(type(stocked.workspace.read(the, NAME)), View(words="中心"))
        if b.status == "ACTIVE" and b.uscc and b.name != NAME and b.business_scope
    )
    issue = stocked.open(organization=body.name)
    assert issue.reason is IssueReason.FIRST_ISSUE
    assert stocked.workspace.read(old_copies_of, issue.id) == []


def test_what_was_printed_is_in_the_log_with_its_run(stocked):
    issue = stocked.open()
    stocked.print_all(issue)
    logs = stocked.workspace.page(PrintLog, View(words=issue.number))
    assert {log.outcome for log in logs} == {PrintOutcome.GOOD}
    assert {log.answered_by for log in logs} == {"张晓梅"}
    assert stocked.workspace.count(Certificate, View(words="O0001")) == 1


def test_a_charity_has_it_on_its_certificate_and_one_of_before_is_seen_as_it_was(stocked):
    correct(stocked, is_charity="是")
    [sheet, copy] = stocked.sheets(stocked.open())
    for one in (sheet, copy):
        [text] = page_text(stocked.workspace.read(page_of, one.id, PrintMode.MARKED_COPY))
        assert "慈善组织" in text

    def older(session):
        kept = session.get_one(Certificate, sheet.id)
        kept.values = {key: text for key, text in kept.values.items() if key != "charity"}

    stocked.workspace.write(older)
    [text] = page_text(stocked.workspace.read(page_of, sheet.id, PrintMode.MARKED_COPY))
    assert "慈善组织" not in text
    assert NAME in text
