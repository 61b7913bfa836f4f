"""整改: reported, checked again, given another day; the contract waits until it is found done."""

from datetime import date, timedelta

import pytest

from qyclient.contracts.services.verdicts import verdicts_of
from qyclient.errors import Invalid, Overtaken, Refused
from qyclient.evaluations.services import effect
from tests.evaluations.conftest import full
from tests.evaluations.test_rounds import _confirmed, _contract


def test_a_rectification_is_reported_checked_and_passed(desk):
    found = desk.scored(full("21.3", "30"))
    _confirmed(desk, found)
    [kept] = desk.workspace.read(effect.rectifications_of, found.id)
    assert kept.problems.splitlines()[0] == "质量：记录不完整"
    assert kept.due_on == desk.workspace.today + timedelta(days=30)
    rectify = effect.rectify

    def now():
        [kept] = desk.workspace.read(effect.rectifications_of, found.id)
        return kept.id, kept.version

    with pytest.raises(Invalid, match="还没有收到整改报告"):
        desk.by("何建华", rectify, *now(), {"finding": "合格", "passed": "是"})
    desk.by("何建华", rectify, *now(), {"report": "已补齐"})
    later = {"finding": "仍缺记录", "passed": "否", "due_on": "2026-05-01"}
    desk.by("何建华", rectify, *now(), later)
    [verdict] = desk.workspace.read(verdicts_of, _contract(desk).id)
    assert (verdict.rectify_until, verdict.rectifying) == (date(2026, 5, 1), True)
    with pytest.raises(Overtaken):
        desk.by("何建华", rectify, kept.id, 0, {"report": "再改"})
    desk.by("何建华", rectify, *now(), {"finding": "复查合格", "passed": "是"})
    with pytest.raises(Refused, match="已复查合格"):
        desk.by("何建华", rectify, *now(), {"report": "再改"})
