"""附件: kept whole, seen again, found by the printed code; what is no honest file is refused."""

import os
from io import BytesIO

import pytest
from PIL import Image

from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Attachment
from qyclient.organizations.rules.attachments import MOST_BYTES, Use, safe_name
from qyclient.organizations.services.attaching import (
    attach,
    attachments_of,
    detach,
    file_of,
    missing_files,
    page_of_attachment,
    scan_of,
)
from qyclient.organizations.services.documents import make
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.holding import papers_of
from qyclient.organizations.services.signing import bind_signed, signed_of
from qyclient.organizations.services.sorting_scans import attach_sorted, look_at, sort
from qyclient.paper.kept_files import FOLDER
from qyclient.paper.pdf.raster import page_count, pages
from qyclient.progress import Silent
from qyclient.records.view import View
from tests.conftest import NOW

TODAY = NOW.date()
BODY = "清新区和乐社会工作服务中心"


@pytest.fixture
def matter(county):
    applied = {"residence": ["清远市清新区太和镇学院路6号", "搬迁"]}
    return county.write(open_matter, "CHANGE", {"applicant": "刘颖"}, applied, BODY).value


def picture(path, form="PNG", count=1):
    images = [Image.new("L", (300, 400), 250 - 20 * n) for n in range(count)]
    images[0].save(
        path, form, **({"save_all": True, "append_images": images[1:]} if count > 1 else {})
    )
    return path


def scanned(pdf, path, dpi=150, turn=0):
    """Print and scan a page: a picture, a little askew."""
    [page] = pages(pdf, dpi, grey=True)
    page.rotate(turn, expand=True, fillcolor=255).save(path, "JPEG", quality=70)
    return path


def test_a_file_is_kept_whole_beside_the_register_and_once(county, matter, tmp_path):
    path = picture(tmp_path / "住所证明.png")
    piece = county.read(papers_of, matter.id)[4]
    first = county.write(attach, matter.id, scan_of(path), Use.MATERIAL, piece.id).value
    county.write(attach, matter.id, scan_of(path), Use.MATERIAL, piece.id)
    [kept] = county.read(attachments_of, matter.id)
    assert (kept.name, kept.pages, kept.piece.label) == ("住所证明.png", 1, piece.label)
    assert county.read(file_of, first.id) == path.read_bytes()
    place = county.folder / FOLDER / first.sha256[:2] / first.sha256
    assert place.read_bytes() == path.read_bytes()
    assert page_count(county.read(page_of_attachment, first.id)) == 1


def test_a_file_that_was_altered_or_is_gone_is_told(county, matter, tmp_path):
    kept = county.write(attach, matter.id, scan_of(picture(tmp_path / "a.png")), Use.OTHER).value
    assert county.read(missing_files) == {}
    place = county.folder / FOLDER / kept.sha256[:2] / kept.sha256
    place.write_bytes(b"x")
    with pytest.raises(Refused, match="指纹不符"):
        county.read(file_of, kept.id)
    place.unlink()
    assert "从备份恢复" in county.read(missing_files)["a.png"]


def test_pages_of_a_tiff_are_counted_and_seen(county, matter, tmp_path):
    scan = scan_of(picture(tmp_path / "扫描.tif", "TIFF", count=3))
    kept = county.write(attach, matter.id, scan, Use.OTHER).value
    assert kept.pages == 3
    assert page_count(county.read(page_of_attachment, kept.id)) == 3


def test_what_is_no_honest_file_is_refused(tmp_path):
    real = picture(tmp_path / "a.png")
    (tmp_path / "link.png").symlink_to(real)
    (tmp_path / "folder.png").mkdir()
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "virus.exe").write_bytes(b"MZ")
    (tmp_path / "renamed.pdf").write_bytes(real.read_bytes())
    (tmp_path / "torn.png").write_bytes(real.read_bytes()[:40])
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7 nothing")
    with (tmp_path / "huge.pdf").open("wb") as huge:
        huge.write(b"%PDF-1.7")
        huge.truncate(MOST_BYTES + 1)
    for name, why in {
        "link.png": "链接",
        "folder.png": "不是普通文件",
        "pipe.png": "不是普通文件",
        "empty.pdf": "空文件",
        "virus.exe": "不能收这种文件",
        "renamed.pdf": "内容不是PDF",
        "torn.png": "打不开或已损坏",
        "torn.pdf": "打不开或已损坏",
        "huge.pdf": "超过 50 MB",
        "not there.png": "打不开",
    }.items():
        with pytest.raises(Refused, match=why):
            scan_of(tmp_path / name)


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path):
    written = BytesIO()
    Image.new("1", (12_000, 11_000)).save(written, "PNG")
    (tmp_path / "bomb.png").write_bytes(written.getvalue())
    assert len(written.getvalue()) < 100_000
    with pytest.raises(Refused, match="像素太多"):
        scan_of(tmp_path / "bomb.png")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("..\\..\\windows\\a.pdf", "a.pdf"),
        ("C:\\a\\b.png", "b.png"),
        ("a\x00b\n.pdf", "ab .pdf"),
        (".htaccess.pdf", "htaccess.pdf"),
        ("长" * 300 + ".pdf", "长" * 120 + ".pdf"),
    ],
)
def test_a_name_leads_nowhere_else(given, kept):
    assert safe_name(given) == kept
    with pytest.raises(ValueError, match="文件名不能用"):
        safe_name("..")


@pytest.mark.parametrize("turn", [0, 2, 180])
def test_a_signed_page_finds_its_matter_by_its_code(county, matter, tmp_path, turn):
    form = county.write(make, matter.id, "approval_form", {}, TODAY).value
    paths = [
        scanned(form.pdf, tmp_path / "签好的审批表.jpg", turn=turn),
        picture(tmp_path / "没有条码.png"),
        tmp_path / "坏的.pdf",
    ]
    paths[2].write_bytes(b"no")
    found = county.read(sort, look_at(paths, Silent()))
    assert [(one.looked.form, one.matter and one.matter.number) for one in found] == [
        ("审批表", matter.number),
        ("", None),
        ("", None),
    ]
    assert "没有读到条码" in found[1].why_not
    assert "内容不是PDF" in found[2].why_not
    [kept] = county.write(attach_sorted, found).value
    assert (kept.use, kept.matter.number) == (Use.APPROVAL, matter.number)


def test_the_signed_page_must_say_what_was_issued(county, matter, tmp_path):
    notice = county.write(make, matter.id, "receipt", {"papers": "受理通知书"}, TODAY).value
    scan = scan_of(scanned(notice.pdf, tmp_path / "a.jpg"))
    read = {"number": notice.document.number, "dated": "2026.3.2", "addressee": BODY}
    wrong = {"number": "清新民社送字〔2026〕9号", "dated": "2026-03-01", "addressee": "别人"}
    for key, text in wrong.items():
        with pytest.raises(Invalid) as no:
            county.write(bind_signed, notice.document.id, scan, {**read, key: text})
        assert "不符" in no.value.problems[key]
        assert [*no.value.problems] == [key]
    county.write(bind_signed, notice.document.id, scan, read)
    assert county.read(signed_of, notice.document.id).name == "a.jpg"


def test_what_does_not_belong_is_voided_with_a_reason(county, matter, tmp_path):
    kept = county.write(attach, matter.id, scan_of(picture(tmp_path / "a.png")), Use.OTHER).value
    with pytest.raises(Invalid, match="作废原因"):
        county.write(detach, kept.id, "")
    county.write(detach, kept.id, "放错了")
    assert county.read(attachments_of, matter.id) == []
    assert county.count(Attachment, View()) == 0
