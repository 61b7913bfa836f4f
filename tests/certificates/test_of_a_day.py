"""历史证书 from paper files, and 当日证书: what a certificate said on a day."""

from datetime import date

import pytest

from qyclient.certificates.models import PaperCertificate
from qyclient.certificates.reports import RESTORED
from qyclient.certificates.rules import Copy
from qyclient.certificates.services import (
    amend_whole,
    certificate_on,
    certificates_of,
    enter_whole,
    paper_certificates_of,
    whole_rows,
)
from qyclient.errors import Invalid, Refused
from qyclient.organizations.services.register import amend, officers_of, register, the
from qyclient.paper.pdf.raster import page_text
from tests.conftest import CORRECTED

BODY = {
    "name": "清新县禾云镇果农协会", "org_type": "社会团体", "legal_rep": "梁国栋",
    "residence": "禾云镇建设路3号", "established_on": "1999-05-04", "paper_file": "12盒3件",
    "business_supervisor": "直接登记", "fund_amount": "2万元",
    "legacy_cert_no": "粤清新社证字第12号",
}  # fmt: skip
ROWS = {
    "officers": [{"name": "何美玲", "post": "会长", "term_start": "1999", "term_end": "2008"}],
    "changes": [
        {
            "item": "住所", "before": "禾云镇旧街1号", "after": "禾云镇建设路3号",
            "effective_on": "2003-07-01", "source": "12盒5件",
        }
    ],
    "certificates": [
        {
            "number": "粤清新社证字第12号", "copy": "正本", "issued_on": "2003-07-15",
            "valid_to": "2008-07-14", "status": "已换发收缴",
        }
    ],
}  # fmt: skip


@pytest.fixture
def body(workspace):
    return workspace.write(enter_whole, BODY, ROWS).value


def said(pdf):
    return "".join(page_text(pdf)).replace("\n", "")


def test_what_it_would_have_said_is_marked_and_of_its_time(workspace, body):
    pdf, told = workspace.read(certificate_on, body.id, Copy.ORIGINAL, date(2001, 1, 1))
    assert "复原" in told
    words = said(pdf)
    assert "禾云镇旧街1号" in words
    assert "禾云镇建设路3号" not in words
    assert "清新县民政局" in words
    assert RESTORED.split()[0] in words
    assert "社会信用代码" not in words


def test_its_day_of_issue_is_the_paper_certificates(workspace, body):
    pdf, _told = workspace.read(certificate_on, body.id, Copy.ORIGINAL, date(2005, 1, 1))
    assert "禾云镇建设路3号" in said(pdf)
    other, _told = workspace.read(certificate_on, body.id, Copy.DUPLICATE, date(2005, 1, 1))
    assert said(pdf) != said(other)


def test_the_certificate_kept_here_is_the_one_of_its_days(county):
    found = county.read(the, "清新县暖心大学生社会服务队")
    [kept] = [c for c in county.read(certificates_of, found.id) if c.copy is Copy.ORIGINAL]
    pdf, told = county.read(certificate_on, found.id, Copy.ORIGINAL, kept.valid_to)
    assert str(kept.issued_on) in told
    assert RESTORED not in said(pdf)


def test_a_day_without_a_registration_has_none(workspace, body):
    with pytest.raises(Refused, match="尚未成立"):
        workspace.read(certificate_on, body.id, Copy.ORIGINAL, date(1999, 5, 3))
    with pytest.raises(Refused, match="不能晚于今天"):
        workspace.read(certificate_on, body.id, Copy.ORIGINAL, date(2026, 3, 3))
    ended = workspace.write_because(
        CORRECTED, amend, body.id, body.version, {"status": "注销"}
    ).value
    with pytest.raises(Refused, match="注销"):
        workspace.read(certificate_on, ended.id, Copy.ORIGINAL, date(2026, 3, 2))


def test_a_form_is_kept_whole_and_a_line_goes_only_with_a_reason(workspace, body):
    rows = workspace.read(whole_rows, body.id)
    [certificate] = rows["certificates"]
    [officer] = rows["officers"]
    mended = {
        "officers": [{**officer, "term_end": "2009"}],
        "certificates": [{**certificate, "status": "遗失"}],
    }
    done = workspace.write(amend_whole, body.id, body.version, {"phone": "13800138000"}, mended)
    assert done.changed >= {"organization", "officer", "paper_certificate"}
    [one] = workspace.read(paper_certificates_of, body.id)
    assert one.status.label == "遗失"
    with pytest.raises(Invalid, match="请写明原因"):
        workspace.write(amend_whole, body.id, done.value.version, {}, {"officers": []})
    gone = (amend_whole, body.id, done.value.version, {}, {"officers": [], "certificates": []})
    workspace.write_because("看错了盒", *gone)
    assert workspace.read(officers_of, body.id) == []
    assert workspace.read(paper_certificates_of, body.id) == []
    [voided] = workspace.read(lambda s: s.query(PaperCertificate).all())
    assert voided.voided_because == "看错了盒"


def test_a_body_that_gets_no_certificate_says_so(workspace):
    filed = {"name": "禾云镇舞蹈队", "org_type": "社区社会组织（备案）", "residence": "禾云镇"}
    key = workspace.write(register, {**filed, "established_on": "2020-01-01"}).value.id
    with pytest.raises(Refused, match="不发登记证书"):
        workspace.read(certificate_on, key, Copy.ORIGINAL, date(2021, 1, 1))
