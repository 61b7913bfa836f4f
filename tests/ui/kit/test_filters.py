"""A column is narrowed by ticking, by a range or by a part; a chip says so in words."""

from datetime import date

import pytest

from qyclient.organizations.models import Organization
from qyclient.records.base import field_of
from qyclient.records.view import Filter
from ui.kit.filter_bar import FilterBar
from ui.kit.filter_dialog import FilterDialog
from ui.kit.filters import Preset, in_words

TODAY = date(2026, 3, 2)
ACTIVE = Filter("status", among=("ACTIVE",))


@pytest.mark.parametrize(
    ("narrowing", "words"),
    [
        (Filter("status", among=("ACTIVE", "BANNED")), "状态：正常、取缔"),
        (Filter("name", contains="协会"), "名称含“协会”"),
        (Filter("fund_amount", least="30000"), "注册资金 ≥ 30,000.00"),
        (Filter("certificate_valid_to", most="2026-05-31"), "证书有效期止 ≤ 2026年5月31日"),
        (Filter("staff", least="1", most="9"), "年末从业人数：1 至 9"),
        (Filter("phone", empty=True), "联系电话为空"),
        (Filter("phone", empty=False), "联系电话不为空"),
    ],
)
def test_a_filter_says_what_it_keeps(narrowing, words):
    assert in_words(field_of(Organization, narrowing.key), narrowing) == words


def asked(qtbot, key, now=None):
    dialog = FilterDialog(field_of(Organization, key), now, TODAY)
    qtbot.addWidget(dialog)
    told = []
    dialog.chosen.connect(told.append)
    return dialog, told


def test_choices_are_ticked(qtbot):
    dialog, told = asked(qtbot, "status", ACTIVE)
    assert dialog.ticks["正常"].isChecked()
    dialog.ticks["注销"].setChecked(True)
    dialog.choose()
    assert told == [Filter("status", among=("ACTIVE", "DEREGISTERED"))]


def test_a_range_is_typed_as_in_a_form(qtbot):
    dialog, told = asked(qtbot, "certificate_valid_to")
    dialog.range[0].put("今天")
    dialog.range[1].put("20261231")
    dialog.choose()
    assert told == [Filter("certificate_valid_to", least="2026-03-02", most="2026-12-31")]


def test_a_range_that_cannot_be_read_is_not_taken(qtbot):
    dialog, told = asked(qtbot, "fund_amount")
    dialog.range[0].put("很多")
    dialog.choose()
    assert told == []


def test_nothing_given_narrows_nothing(qtbot):
    dialog, told = asked(qtbot, "name", Filter("name", contains="协会"))
    dialog.part.setText("")
    dialog.choose()
    assert told == [None]


@pytest.fixture
def bar(qtbot, jobs):
    fields = [field_of(Organization, key) for key in ("status", "org_type")]
    presets = [Preset("正常", (ACTIVE,)), Preset("社团", (Filter("org_type", among=("S",)),))]
    shown = FilterBar(jobs, fields, presets)
    qtbot.addWidget(shown)
    return shown


def test_chips_add_up_and_are_taken_away_again(qtbot, bar):
    chips = {chip.text(): chip for _, chip in bar.presets}
    with qtbot.waitSignal(bar.changed):
        chips["正常"].click()
    chips["社团"].click()
    assert bar.filters == (ACTIVE, Filter("org_type", among=("S",)))
    chips["正常"].click()
    assert [narrowing.key for narrowing in bar.filters] == ["org_type"]


def test_a_chip_shows_what_another_tab_wanted(bar):
    bar.narrow([ACTIVE])
    assert [chip.isChecked() for _, chip in bar.presets] == [True, False]
