"""A record as of the end of each day on which it changed, and two days beside each other."""

from datetime import datetime

from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import amend
from qyclient.records.base import field_of, fields_of
from qyclient.records.view import View
from ui.kit.history_dialog import HistoryDialog
from ui.kit.past_states import states

FIELDS = fields_of(Organization)


def entry(day, hour=1, **changes):
    return {
        "at": datetime(2026, 3, day, hour), "operator": "张三", "action": "changed", "reason": "",
        "changes": changes,
    }  # fmt: skip


def a_body(county):
    return county.page(Organization, View(), 0, 1)[0]


def test_days_are_walked_back_from_what_stands_now(county):
    body = a_body(county)
    body.residence, body.phone = "丙街", None
    history = [
        entry(9, residence=["乙街", "丙街"]),
        entry(5, 3, residence=["又一街", "乙街"]),
        entry(5, 2, residence=["甲街", "又一街"], phone=["13800138000", None]),
        entry(1, residence=[None, "甲街"]),
    ]
    found = states(body, FIELDS, history)
    assert [state.day.day for state in found] == [1, 5, 9]
    assert [state.values["residence"] for state in found] == ["甲街", "乙街", "丙街"]
    assert [len(state.entries) for state in found] == [1, 2, 1]
    assert found[0].shown(field_of(Organization, "phone")) == "138****8000"
    assert found[1].shown(field_of(Organization, "phone")) == ""


def test_the_slider_chooses_the_day_and_what_differs_is_marked(qtbot, county_jobs):
    workspace = county_jobs.workspace
    body = workspace.page(Organization, View(), 0, 1)[0]
    body = workspace.write(amend, body.id, body.version, {"residence": "太和镇新街1号"}).value
    dialog = HistoryDialog(county_jobs, body, FIELDS)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.states))
    earlier = [entry(1, residence=["旧街", "太和镇新街1号"]), entry(1, 0)]
    earlier[1]["at"] = datetime(2025, 5, 5)
    dialog._take(earlier)  # noqa: SLF001 - a past longer than a test can wait for
    assert dialog.slider.maximum() == 1
    [pair] = [pair for pair in dialog.sides.pairs if pair.differs]
    assert (pair.label, pair.left, pair.right) == ("住所", "旧街", "太和镇新街1号")
    dialog.slider.setValue(0)
    assert not any(pair.differs for pair in dialog.sides.pairs)
    dialog.other.setCurrentIndex(1)
    assert [pair.label for pair in dialog.sides.pairs if pair.differs] == ["住所"]
