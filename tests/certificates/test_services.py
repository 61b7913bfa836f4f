"""A certificate is a snapshot: made once, kept as it was."""

from datetime import date

import pytest

from qyclient.certificates.models import Certificate
from qyclient.certificates.rules import Copy, IssueReason, PrintMode
from qyclient.certificates.services import certificates_of, page_of, prepare
from qyclient.errors import Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import amend, the
from qyclient.records.view import View
from tests.behind_the_back import tamper
from tests.conftest import CORRECTED

DAY = date(2026, 3, 2)


@pytest.fixture
def body(county):
    return county.read(the, "清新区和乐社会工作服务中心")


def _made(county, body, copy=Copy.ORIGINAL, day=DAY):
    return county.write(prepare, body.id, copy, day).value


def test_the_same_values_twice_are_one_certificate(county, body):
    before = county.count(Certificate, View())
    first = _made(county, body)
    again = county.write(prepare, body.id, Copy.ORIGINAL, DAY)
    assert again.value.id == first.id
    assert again.changed == set()
    assert county.count(Certificate, View()) == before + 1
    assert _made(county, body, Copy.DUPLICATE).id != first.id


def test_what_it_certifies_is_as_it_was_though_the_head_changes(county, body):
    first = _made(county, body)
    page, head = county.read(page_of, first.id, PrintMode.OVERPRINT), body.legal_rep
    county.write_because(CORRECTED, amend, body.id, body.version, {"legal_rep": "单立人"})

    second = _made(county, body)

    assert (second.reason, second.values["legal_rep"]) == (IssueReason.CHANGE, "单立人")
    kept = county.read(lambda session: session.get_one(Certificate, first.id))
    assert kept.values["legal_rep"] == head
    assert county.read(page_of, first.id, PrintMode.OVERPRINT) == page
    kept_of = [certificate.id for certificate in county.read(certificates_of, body.id)]
    assert kept_of[-2:] == [first.id, second.id]


def test_both_copies_certify_the_same(county, body):
    one, other = (_made(county, body, copy) for copy in Copy)
    assert one.values == other.values
    assert (one.valid_from, one.valid_to) == (other.valid_from, other.valid_to)


@pytest.mark.parametrize("status", ["SUSPENDED", "LIQUIDATING", "DEREGISTERED", "REVOKED"])
def test_only_an_active_body_gets_one(status, county, body):
    county.write_because(CORRECTED, amend, body.id, body.version, {"status": status})
    with pytest.raises(Refused, match="不能制作登记证书"):
        _made(county, body)
    assert {c.issued_on for c in county.read(certificates_of, body.id)} == {date(2024, 5, 16)}


def test_a_filed_body_gets_none(county):
    filed = next(b for b in county.page(Organization, View()) if b.org_type == "C")
    with pytest.raises(Refused):
        county.write(prepare, filed.id, Copy.ORIGINAL, DAY)


def test_a_stored_page_that_was_changed_is_not_printed(county, body):
    made = _made(county, body)
    other = "CAST(substr(pdf, 1, 900) || 'x' || substr(pdf, 902) AS BLOB)"
    tamper(county, f"UPDATE certificate SET pdf = {other} WHERE id = '{made.id.hex}'")
    for mode in PrintMode:
        with pytest.raises(Refused, match="指纹不符"):
            county.read(page_of, made.id, mode)


def test_it_is_issued_under_the_offices_name_of_the_day(county, body):
    old = county.read(the, "清新县暖心大学生社会服务队")
    [kept] = [c for c in county.read(certificates_of, old.id) if c.copy is Copy.ORIGINAL]
    assert (kept.issued_on, kept.values["issuing_authority"]) == (date(2012, 8, 30), "清新县民政局")
    assert kept.template.endswith("LEGACY")
    assert _made(county, body).values["issuing_authority"] == "清远市清新区民政局"


@pytest.mark.parametrize(
    ("until", "since_then", "until_then"),
    [
        ("2026-03-03", date(2021, 3, 3), date(2026, 3, 3)),
        ("2026-03-02", DAY, date(2031, 3, 2)),
        ("2026-03-01", DAY, date(2031, 3, 2)),
        ("", DAY, date(2031, 3, 2)),
    ],
)
def test_a_validity_that_ran_out_begins_anew(until, since_then, until_then, county, body):
    texts = {"certificate_valid_from": "2021-03-03", "certificate_valid_to": until}
    county.write_because(CORRECTED, amend, body.id, body.version, texts)
    made = _made(county, body)
    assert (made.valid_from, made.valid_to) == (since_then, until_then)


def test_issued_on_a_leap_day_it_ends_on_the_last_of_february(county, body):
    county.write_because(CORRECTED, amend, body.id, body.version, {"certificate_valid_to": ""})
    assert _made(county, body, day=date(2024, 2, 29)).valid_to == date(2029, 2, 28)


def test_what_is_not_filled_in_is_named_by_its_box(county, body):
    county.write_because(
        CORRECTED, amend, body.id, body.version, {"business_scope": "", "legal_rep": ""}
    )
    with pytest.raises(Refused, match=r"业务范围.*还是空的"):
        _made(county, body)
