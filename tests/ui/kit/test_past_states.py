"""A record as of each day from which it was another, and two days beside each other."""

from datetime import date, datetime
from types import SimpleNamespace

from qyclient.organizations.models import Organization
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


def a_body(workspace):
    return workspace.page(Organization, View(), 0, 1)[0]


def stood(body, **values):
    return SimpleNamespace(**{f.key: getattr(body, f.key) for f in FIELDS} | values)


def test_each_day_tells_who_wrote_and_masks_what_is_personal(county):
    body = stood(a_body(county), phone="13800138000")
    found = states([(date(2003, 7, 1), body), (date(2026, 3, 5), body)], [entry(5, 3), entry(5)])
    assert [[title[:10] for title in state.told] for state in found] == [[], ["2026-03-05"] * 2]
    assert found[0].shown(field_of(Organization, "phone")) == "138****8000"


def test_the_slider_chooses_the_day_and_what_differs_is_marked(qtbot, county_jobs):
    body = a_body(county_jobs.workspace)
    days = [
        (date(2003, 7, 1), stood(body, residence="旧街")),
        (date(2026, 3, 2), stood(body, residence="太和镇新街1号")),
    ]
    dialog = HistoryDialog(county_jobs, body, FIELDS, lambda _session, _key: days)
    qtbot.addWidget(dialog)
    assert dialog.chosen is None
    qtbot.waitUntil(lambda: bool(dialog.states))
    assert dialog.slider.maximum() == 1
    [pair] = [pair for pair in dialog.sides.pairs if pair.differs]
    assert (pair.label, pair.left, pair.right) == ("住所", "旧街", "太和镇新街1号")
    dialog.slider.setValue(0)
    assert dialog.chosen.day == date(2003, 7, 1)
    assert not any(pair.differs for pair in dialog.sides.pairs)
    dialog.other.setCurrentIndex(1)
    assert [pair.label for pair in dialog.sides.pairs if pair.differs] == ["住所"]
