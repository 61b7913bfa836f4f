"""佐证材料: files are kept whole with a round, and its report shows the photographs."""

from io import BytesIO

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from qyclient.errors import Invalid, Refused
from qyclient.evaluations.reports.report import evaluation_report
from qyclient.evaluations.services import evidence, reporting
from qyclient.organizations.services.attaching import scan_of
from qyclient.paper.kept_files import kept
from qyclient.papers import heading
from tests.evaluations.conftest import full


def picture(path, size=(2400, 1800), colour="steelblue"):
    Image.new("RGB", size, colour).save(path, quality=90)
    return scan_of(path)


def _keep(desk, found, scan, caption="小组活动现场", **texts):
    said = {"caption": caption, "taken_on": "2026-02-20", **texts}
    return desk.by("何建华", evidence.keep_evidence, found.id, scan, said)


def test_a_photograph_is_kept_whole_and_printed_with_what_it_shows(desk, tmp_path):
    found = desk.plan()
    wide = picture(tmp_path / "活动.jpg")
    one = _keep(desk, found, wide, indicator="1.1　制度")
    assert kept(desk.workspace.folder, one.sha256) == wide.data
    _keep(desk, found, picture(tmp_path / "档案.png", (600, 900), "olive"), "档案柜")
    _keep(desk, found, picture(tmp_path / "站点.jpg", (900, 600), "brown"), "站点外景")
    desk.step("何建华", found, "open_scoring")
    for rater in desk.raters(found).values():
        desk.score(rater, full("30"))
    desk.step("何建华", found, "close_scoring")
    shown = desk.workspace.read(evidence.photographs, found.id)
    assert [max(Image.open(BytesIO(one.jpeg)).size) for one in shown] == [1600, 900, 900]
    facts = desk.workspace.read(reporting.report_facts, found.id)
    charts = desk.workspace.read(reporting.charts_of, found.id)
    pdf = evaluation_report(facts, charts, heading(desk.workspace), shown)
    pages = PdfDocument(pdf)
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in pages]
    assert "图11.1制度：小组活动现场（2026年2月20日）" in texts[-2]
    assert "图2档案柜（2026年2月20日）" in texts[-2]
    assert "图3站点外景" in texts[-1]
    assert evaluation_report(facts, charts, heading(desk.workspace), shown) == pdf


def test_what_proves_nothing_of_the_round_is_named(desk, tmp_path):
    found, scan = desk.plan(), picture(tmp_path / "活动.jpg", (60, 40))
    with pytest.raises(Invalid, match=r"没有 9\.9"):
        _keep(desk, found, scan, indicator="9.9")
    with pytest.raises(Invalid, match="说明"):
        _keep(desk, found, scan, caption="")
    _keep(desk, found, scan)
    with pytest.raises(Invalid, match="已附入：小组活动现场"):
        _keep(desk, found, scan, "又一次")
    (tmp_path / "假.jpg").write_bytes(b"GIF89a")
    with pytest.raises(Refused, match="和文件名不符"):
        scan_of(tmp_path / "假.jpg")


def test_what_does_not_belong_is_voided_with_its_reason_and_shown_no_more(desk, tmp_path):
    found = desk.plan()
    one = _keep(desk, found, picture(tmp_path / "活动.jpg", (60, 40)))
    with pytest.raises(Invalid, match="请填写作废原因"):
        desk.by("何建华", evidence.drop_evidence, one.id, " ")
    desk.by("何建华", evidence.drop_evidence, one.id, "别的站点")
    assert desk.workspace.read(evidence.photographs, found.id) == []
    assert desk.seen_by("邓晓玲", evidence.evidence_of, found.id) == []
    with pytest.raises(Refused):
        desk.by("邓晓玲", evidence.keep_evidence, found.id, picture(tmp_path / "b.jpg"), {})
