"""Each kind of value is typed the way the office types it."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from qyclient.contracts.models import Contract, Verdict
from qyclient.organizations.models import Organization
from qyclient.records.base import field_of, fields_of
from ui.kit.editor import Surroundings
from ui.kit.editors import EDITORS, editor_for

AROUND = Surroundings(date(2026, 3, 2))
EVERY = [(m, f) for m in (Organization, Contract, Verdict) for f in fields_of(m)]


@pytest.fixture
def edit(qtbot):
    def made(key, model=Organization, around=AROUND):
        editor = editor_for(field_of(model, key), around)
        qtbot.addWidget(editor)
        editor.show()
        return editor

    return made


def commit(widget, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def leave(editor):
    editor.line.left.emit()


@pytest.mark.parametrize(("model", "field"), EVERY, ids=lambda part: getattr(part, "key", ""))
def test_every_field_has_an_editor_with_a_name_that_starts_empty(edit, model, field):
    assert field.kind.name in EDITORS
    editor = edit(field.key, model)
    assert editor.text() == ""
    assert editor.focusProxy().accessibleName() == field.label


def test_a_code_is_taken_in_any_form_and_grouped_for_reading(edit):
    editor = edit("uscc")
    editor.put("51441803 mjm000122p")
    leave(editor)
    assert editor.text() == "5144 1803 MJM0 0012 2P"


def test_a_code_that_is_wrong_stays_as_it_was_typed(edit):
    editor = edit("uscc")
    editor.put("51441803MJM000122X")
    leave(editor)
    assert editor.text() == "51441803MJM000122X"


def test_money_says_its_capitals_under_the_box(edit):
    editor = edit("fund_amount")
    editor.put("3万元")
    assert editor.capitals.text() == "大写：叁万元整"
    leave(editor)
    assert editor.text() == "30,000.00"
    editor.put("三个")
    assert not editor.capitals.isVisible()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("20260301", "2026年3月1日"), ("3.1", "2026年3月1日"), ("今天", "2026年3月2日")],
)
def test_a_date_is_written_out_when_the_box_is_left(edit, typed, meant):
    editor = edit("signed_on", Contract)
    editor.put(typed)
    assert editor.text() == meant, "also where the box was not left yet"
    leave(editor)
    assert editor.line.text() == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("1998", "1998年"), ("2003.5", "2003年5月"), ("今天", "2026年3月2日")]
)
def test_a_date_half_known_stays_half_known(edit, typed, meant):
    editor = edit("established_on")
    editor.put(typed)
    assert editor.text() == meant


def test_what_is_no_date_stays_as_it_was_typed(edit):
    editor = edit("signed_on", Contract)
    editor.put("下周")
    leave(editor)
    assert editor.text() == "下周"


def test_a_short_list_is_chosen_from_and_a_long_one_completes_by_initials(edit):
    assert not edit("org_type").box.isEditable()
    editor = edit("industry")
    completer = editor.box.completer()
    completer.setCompletionPrefix("shfw")
    assert completer.currentCompletion() == "社会服务"
    completer.setCompletionPrefix("健")
    assert completer.completionCount() == 0
    completer.setCompletionPrefix("卫")
    assert completer.currentCompletion() == "卫生"


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_a_link_finds_a_record_by_initials(qtbot, county_jobs, edit):
    editor = edit("contractor", Contract, Surroundings(county_jobs.today, county_jobs))
    editor.line.setFocus()
    qtbot.waitUntil(editor.line.hasFocus)
    qtbot.keyClicks(editor.line, "nxdxs")
    qtbot.waitUntil(lambda: bool(editor.offered))
    assert editor.offered == ["清新县暖心大学生社会服务队"]


def test_rare_characters_are_typed_through_the_input_method(edit):
    editor = edit("legal_rep")
    commit(editor.line, "曾𬭎")
    assert editor.text() == "曾𬭎"


def test_the_wheel_does_not_change_what_was_chosen(edit):
    editor = edit("org_type")
    editor.put("社会团体")
    middle = QPointF(5, 5)
    turned = QWheelEvent(
        middle,
        editor.box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.box, turned)
    assert editor.text() == "社会团体"


def test_long_text_keeps_its_lines(edit):
    editor = edit("purpose")
    editor.put("第一行\n第二行")
    assert editor.text() == "第一行\n第二行"
