"""Certificates follow the status of their body, in the transaction that changed it."""

import pytest

from qyclient.certificates.models import Certificate
from qyclient.certificates.rules import CertificateStatus, Copy
from qyclient.certificates.services import certificates_of, prepare
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgStatus
from qyclient.records.view import View
from tests.conftest import CORRECTED

NAME = "清新县暖心大学生社会服务队"


@pytest.fixture
def issued(county):
    """A body whose certificate is in its hands."""
    body = county.page(Organization, View(words=NAME), 0, 1)[0]
    kept = county.write(prepare, body.id, Copy.ORIGINAL, county.today).value
    county.write_because(CORRECTED, _set, Certificate, kept.id, CertificateStatus.ISSUED)
    return body


def _set(session, model, key, status):
    session.get_one(model, key).status = status


def _statuses(county, body):
    return {one.status for one in county.read(certificates_of, body.id)}


@pytest.mark.parametrize(
    ("status", "becomes"),
    [
        (OrgStatus.SUSPENDED, CertificateStatus.SEALED),
        (OrgStatus.DEREGISTERED, CertificateStatus.COLLECTED),
        (OrgStatus.REVOKED, CertificateStatus.VOID),
    ],
)
def test_a_certificate_that_is_out_follows_its_body(county, issued, status, becomes):
    county.write_because(CORRECTED, _set, Organization, issued.id, status)
    assert becomes in _statuses(county, issued)
    assert CertificateStatus.ISSUED not in _statuses(county, issued)


def test_what_was_sealed_is_given_back_and_nothing_else_is_touched(county, issued):
    draft = county.write(prepare, issued.id, Copy.DUPLICATE, county.today).value
    county.write_because(CORRECTED, _set, Organization, issued.id, OrgStatus.SUSPENDED)
    county.write_because(CORRECTED, _set, Organization, issued.id, OrgStatus.ACTIVE)
    assert CertificateStatus.ISSUED in _statuses(county, issued)
    [now] = [c for c in county.read(certificates_of, issued.id) if c.id == draft.id]
    assert now.status is draft.status
