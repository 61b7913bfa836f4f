"""文书: filled from the matter, numbered without a hole, kept as it was issued."""

import multiprocessing
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from qyclient.errors import Invalid, Refused
from qyclient.office.services import amend_office, office_of, set_series
from qyclient.organizations.models import Document, Matter
from qyclient.organizations.services.batches import common_papers, make_all
from qyclient.organizations.services.documents import cancel, kept, make
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.holding import papers_of, receive
from qyclient.organizations.services.matters import advance, the_matter
from qyclient.organizations.services.mending import undo_last
from qyclient.organizations.services.offering import blank_of, offers
from qyclient.paper.pdf.raster import page_count, page_text
from qyclient.papers import write_report
from qyclient.progress import Silent
from qyclient.records.view import View
from qyclient.workspace import REGISTER
from tests.behind_the_back import tamper
from tests.conftest import NOW, open_at

TODAY = NOW.date()
NEW = {
    "org_type": ["社会团体"],
    "residence": ["清远市清新区太和镇府前路1号"],
    "legal_rep": ["李晓"],
    "legal_rep_id_no": ["44000019900101001X"],
    "fund_amount": ["叁万元"],
    "individual_members": ["60"],
}
LETTERHEAD = {
    "address": "府前路36号",
    "phone": "0763-5812300",
    "government": "清远市清新区人民政府",
    "court": "清远市清新区人民法院",
}


@pytest.fixture
def desk(workspace):
    """A register whose office has said what stands on its papers."""
    office = workspace.read(office_of)
    workspace.write(amend_office, office.version, LETTERHEAD)
    return workspace


def filed(workspace, name="清新区晨光阅读促进会"):
    texts = {"applicant": "李晓", "phone": "13926500001"}
    return workspace.write(open_matter, "ESTABLISHMENT", texts, {**NEW, "name": [name]}).value


def accepted(workspace, name="清新区晨光阅读促进会"):
    matter = filed(workspace, name)
    pieces = {p.document: {"originals": "1"} for p in workspace.read(papers_of, matter.id)}
    workspace.write(receive, matter.id, pieces)
    return step(workspace, matter, "accept")


def step(workspace, matter, move, **said):
    now = workspace.read(the_matter, matter.number)
    workspace.write(advance, now.id, now.version, move, said)
    return workspace.read(the_matter, matter.number)


def made(workspace, matter, paper, number="", dated=TODAY, **said):
    return workspace.write(make, matter.id, paper, said, dated, number).value


def test_a_notice_says_what_the_matter_knows_and_takes_the_next_number(desk):
    matter = accepted(desk)
    notice = made(desk, matter, "acceptance")
    assert notice.document.number == "清新民许社受字〔2026〕1号"
    [said] = page_text(notice.pdf)
    said = "".join(said.split())
    for words in (
        "李晓：",
        "你（单位）2026年3月2日提交的办理清新区晨光阅读促进会成立登记的文件",
        "符合《社会团体登记管理条例》第十一条、第十二条的规定",
        "自即日起60日内（2026年5月1日前）",
        "办件编号：2026-00001",
        "经办人：张三",
        "联系电话：0763-5812300",
        "清远市清新区民政局2026年3月2日",
    ):
        assert words in said
    assert "440000" not in said


def test_what_was_issued_is_shown_again_as_it_was(desk):
    matter = accepted(desk)
    first = made(desk, matter, "acceptance")
    office = desk.read(office_of)
    desk.write(amend_office, office.version, {"phone": "0763-5812399"})
    again = made(desk, matter, "acceptance")
    assert (again.document.id, again.pdf) == (first.document.id, first.pdf)
    assert desk.count(Document, View()) == 1
    tamper(desk, "UPDATE document SET pdf = x'00'")
    with pytest.raises(Refused, match="指纹不符"):
        desk.read(kept, first.document.id)


def test_what_is_missing_is_asked_for_by_name_and_takes_no_number(workspace):
    matter = accepted(workspace)
    with pytest.raises(Invalid) as no:
        made(workspace, matter, "acceptance")
    assert no.value.problems == {"phone": "请填写联系电话", "address": "请填写办公地址"}
    blank = workspace.read(blank_of, matter, "acceptance", TODAY)
    assert [m for m, needed in blank.marks.items() if needed and m not in blank.facts] == [
        "phone", "address",
    ]  # fmt: skip
    notice = made(workspace, matter, "acceptance", phone="5812300", address="府前路36号")
    assert notice.document.sequence == 1


def test_a_paper_is_offered_once_its_step_is_done(desk):
    matter = filed(desk)
    keys = [offer.paper.key for offer in desk.read(offers, matter)]
    assert "acceptance" not in keys
    assert {"document_receipt", "checklist", "code_card", "approval_form"} <= {*keys}
    matter = step(desk, matter, "ask", missing="章程草案缺页\n会员名册")
    assert next(offer.paper.key for offer in desk.read(offers, matter)) == "correction"
    text = "".join(page_text(made(desk, matter, "correction").pdf))
    assert "1. 章程草案缺页" in text
    assert "2. 会员名册" in text


def test_a_cancelled_paper_keeps_its_number_and_another_is_issued(desk):
    matter = accepted(desk)
    first = made(desk, matter, "acceptance").document
    with pytest.raises(Invalid, match="请填写作废原因"):
        desk.write(cancel, first.id, " ")
    desk.write(cancel, first.id, "日期打错")
    second = made(desk, matter, "acceptance").document
    assert (first.sequence, second.sequence) == (1, 2)
    with pytest.raises(Refused, match="已经作废"):
        desk.write(cancel, first.id, "再来一次")


def test_what_was_numbered_is_not_undone(desk):
    made(desk, accepted(desk), "acceptance")
    with pytest.raises(Refused, match="文号会断开"):
        desk.write(undo_last)


def test_a_series_goes_on_after_what_paper_had_used(desk):
    desk.write(
        set_series,
        "licence",
        2026,
        {"pattern": "{place}社受〔{year}〕{number}号", "kind": "本系统连续编号", "used": "37"},
    )
    assert made(desk, accepted(desk), "acceptance").document.number == "清新社受〔2026〕38号"
    with pytest.raises(Invalid, match="只能有"):
        desk.write(set_series, "licence", 2026, {"pattern": "{x}", "kind": "本系统连续编号"})


def test_the_general_offices_number_is_typed_and_used_once(desk):
    kind = {"pattern": "{place}民〔{year}〕{number}号", "kind": "办公室编号后填入"}
    desk.write(set_series, "licence", 2026, kind)
    one, other = accepted(desk), accepted(desk, "清新区晨星阅读促进会")
    assert desk.read(blank_of, one, "acceptance", TODAY).typed
    for typed, why in (
        ("", "请填写文号"),
        ("清新民[2026]12号", "六角括号"),
        ("清新民〔2025〕12号", "如 "),
    ):
        with pytest.raises(Invalid, match=why):
            made(desk, one, "acceptance", typed)
    assert made(desk, one, "acceptance", "清新民〔2026〕12号").document.sequence is None
    with pytest.raises(Invalid, match="文号已经用过：清新区晨光阅读促进会"):
        made(desk, other, "acceptance", "清新民〔2026〕12号")


def test_its_day_lies_between_the_filing_and_today(desk):
    matter = accepted(desk)
    for day, why in ((date(2026, 3, 3), "晚于今天"), (date(2026, 3, 1), "早于收件日期")):
        with pytest.raises(Invalid, match=why):
            made(desk, matter, "acceptance", dated=day)


def test_many_are_printed_in_one_run_and_what_lacks_something_is_named(desk):
    matters = [accepted(desk, f"清新区第{n}阅读促进会") for n in "一二三"] + [
        filed(desk, "清新区晨读会")
    ]
    keys = [matter.id for matter in matters]
    assert desk.read(common_papers, keys)["acceptance"] == 3
    batch = desk.write(make_all, keys, "acceptance", Silent()).value
    assert (batch.count, page_count(batch.pdf)) == (3, 3)
    assert batch.left_out == {"2026-00004": "办到这一步没有这种文书"}
    assert [d.sequence for d in desk.page(Document, View(order="number"))] == [1, 2, 3]


def test_the_register_of_numbers_names_every_hole_and_every_cancelled_paper(desk, tmp_path):
    for n in "一二三四":
        made(desk, accepted(desk, f"清新区第{n}阅读促进会"), "acceptance")
    second, third = (desk.page(Document, View(order="number"))[n] for n in (1, 2))
    desk.write(cancel, second.id, "重复")
    tamper(desk, f"DELETE FROM document WHERE id = '{third.id.hex}'")
    path = tmp_path / "a.xlsx"
    write_report(desk, "document-numbers", path)
    [sheet, *_] = load_workbook(path)
    said = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[2:4] + row[-1:] for row in said if str(row[2]).isdecimal()] == [
        [1, "清新民许社受字〔2026〕1号", None],
        [2, "清新民许社受字〔2026〕2号", "作废：重复"],
        [3, None, "缺号"],
        [4, "清新民许社受字〔2026〕4号", None],
    ]


def issue_here(folder, numbers):
    """Issue what one process issues, beside others."""
    workspace = open_at(Path(folder))
    for number in numbers:
        made(workspace, workspace.read(the_matter, number), "acceptance")
    workspace.close()


def test_two_processes_number_without_a_hole_or_a_twin(desk, tmp_path):
    for n in range(12):
        accepted(desk, f"清新区{n}号阅读促进会")
    numbers = [matter.number for matter in desk.page(Matter, View(order="number"))]
    desk.close()
    shutil.copy(desk.folder / REGISTER, tmp_path / REGISTER)
    context = multiprocessing.get_context("forkserver")
    parts = (numbers[::2], numbers[1::2])
    running = [context.Process(target=issue_here, args=(str(tmp_path), part)) for part in parts]
    for one in running:
        one.start()
    for one in running:
        one.join()
    assert [one.exitcode for one in running] == [0, 0]
    found = open_at(tmp_path)
    issued = found.page(Document, View())
    assert sorted(one.sequence for one in issued) == [*range(1, 13)]
    found.close()
