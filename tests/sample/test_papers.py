"""Papers of the sample county: of several kinds, served in several ways, without a hole."""

from qyclient.organizations.models import ArchivePiece, Delivery, Document
from qyclient.organizations.rules.numbers import Numbered, gaps
from qyclient.records.view import View


def test_papers_of_several_kinds_were_issued_served_and_cancelled(county):
    issued = county.page(Document, View())
    assert {"acceptance", "approval", "prior_notice", "decision"} <= {one.paper for one in issued}
    assert [one.cancelled_because for one in issued if one.cancelled_because]
    tries = county.page(Delivery, View())
    assert {one.way.value for one in tries} >= {"IN_PERSON", "MAIL"}
    assert any(one.returned_on for one in tries)
    assert any(one.served_on is None and one.returned_on is None for one in tries)
    numbered = [Numbered(d.series, d.year, d.sequence) for d in issued if d.sequence]
    assert gaps(numbered) == []
    assert len({*numbered}) == len(numbered)
    assert county.count(ArchivePiece, View()) > 2


def test_numbers_rise_with_the_days(county):
    for one in (issued := county.page(Document, View())):
        later = [o for o in issued if o.series == one.series and o.sequence and one.sequence]
        assert all(o.dated >= one.dated for o in later if o.sequence > one.sequence)
