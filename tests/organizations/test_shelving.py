"""归档: a finished matter stands on the shelf under its number, with what its box says."""

import pytest

from qyclient.errors import Refused
from qyclient.organizations.models import ArchivePiece, Matter
from qyclient.organizations.services.documents import make
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.holding import papers_of, receive
from qyclient.organizations.services.mending import undo_last
from qyclient.organizations.services.offering import offers
from qyclient.organizations.services.shelving import amend_piece, box_facts, box_papers, piece_of
from qyclient.paper.pdf.raster import page_count, page_text
from qyclient.papers import write_report
from qyclient.records.view import View
from tests.organizations.test_documents import TODAY, desk  # noqa: F401 - the fixture
from tests.organizations.test_serving import step

SIGNED = {"signer": "黄局长", "signed_on": "2026-03-02", "basis": "审批表"}


def archived(workspace, name, box):
    """Refuse a name, and put its file on the shelf."""
    applied = {"name": [name], "org_type": ["社会团体"]}
    matter = workspace.write(open_matter, "NAME", {"applicant": "李晓"}, applied).value
    pieces = {p.document: {"originals": "1"} for p in workspace.read(papers_of, matter.id)}
    workspace.write(receive, matter.id, pieces)
    step(workspace, matter, "accept")
    step(workspace, matter, "examine", opinion="不符合")
    step(workspace, matter, "review", opinion="同意")
    said = {"reason": "名称不符合规定", "ground": "其他", **SIGNED}
    matter = step(workspace, matter, "refuse", **said)
    workspace.write(make, matter.id, "refusal", {"reason": "名称不符合规定"}, TODAY)
    return step(workspace, matter, "archive", box=box)


def test_a_finished_matter_gets_its_place_by_itself(desk):  # noqa: F811 - as above
    matter = archived(desk, "清新区晨光阅读促进会", "3")
    piece = desk.read(piece_of, matter.id)
    assert (piece.number, piece.box, piece.title) == (
        "清新民社-S-0000-001",
        "3",
        "清新区晨光阅读促进会名称核准",
    )
    assert piece.document_number == "清新民许社决字〔2026〕1号"
    assert piece.author == "清远市清新区民政局"
    cover = desk.write(make, matter.id, "archive_cover", {}, TODAY).value
    said = "".join("".join(page_text(cover.pdf)).split())
    for words in ("清新民社-S-0000-001", "永久", "社会团体类", "清新区晨光阅读促进会名称核准"):
        assert words in said


def test_a_box_has_its_label_its_catalogue_and_its_note(desk):  # noqa: F811 - as above
    for name in ("清新区晨光阅读促进会", "清新区晨星书画协会"):
        matter = archived(desk, name, "3")
    other = archived(desk, "清新区晨露摄影协会", "4")
    piece = desk.read(piece_of, matter.id)
    desk.write(amend_piece, piece.id, piece.version, {"pages": "12", "remark": "第3页为复印件"})
    facts = desk.read(box_facts, "3")
    assert facts["content"] == "本盒共 2 件、12 页。"
    assert facts["remark"] == "清新民社-S-0000-002：第3页为复印件"
    pdf = desk.read(box_papers, "3")
    assert page_count(pdf) == 3
    said = "".join("".join(page_text(pdf)).split())
    assert "清新区晨星书画协会名称核准" in said
    assert other.subject not in said


def test_the_catalogue_is_a_sheet_too(desk, tmp_path):  # noqa: F811 - as above
    archived(desk, "清新区晨光阅读促进会", "3")
    write_report(desk, "archive-catalogue", tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").is_file()
    assert desk.count(ArchivePiece, View(words="0000-001")) == 1


def test_a_number_on_the_shelf_is_not_undone(desk):  # noqa: F811 - as above
    archived(desk, "清新区晨光阅读促进会", "3")
    with pytest.raises(Refused, match="断号"):
        desk.write(undo_last)


def test_every_archived_matter_of_the_sample_county_stands_on_the_shelf(county):
    matters = [m for m in county.page(Matter, View()) if m.state == "ARCHIVED"]
    for matter in matters:
        piece = county.read(piece_of, matter.id)
        assert piece is not None
        assert county.read(offers, matter)
