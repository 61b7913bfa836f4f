"""登记事项：没有决定、没有理由，谁也改不了."""

import pytest

from qyclient.certificates.services import amend_decided
from qyclient.errors import Invalid, Refused
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.legal_changes import REGISTERED, Origin
from qyclient.organizations.services.changes import changes_of
from qyclient.organizations.services.mending import change_all, undo_last
from qyclient.organizations.services.register import amend, register, the
from qyclient.records.base import field_of
from tests.conftest import CORRECTED, open_at
from tests.store.test_history import BODY
from tests.sweeps.values import fixed

UNIT = "清新县暖心大学生社会服务队"


def _reason(workspace, body):
    return workspace.history(body)[0]["reason"]


@pytest.fixture
def body(workspace):
    return workspace.write(register, BODY).value


@pytest.mark.parametrize("key", REGISTERED)
def test_what_registration_covers_is_not_changed_without_a_ground(workspace, body, key):
    def set_to(number):
        return lambda session: setattr(
            session.get(Organization, body.id), key, fixed(field_of(Organization, key), number)
        )

    workspace.write_because(CORRECTED, set_to(0))
    with pytest.raises(Invalid, match=f"{field_of(Organization, key).label}是登记事项") as no:
        workspace.write(set_to(1))
    assert [*no.value.problems] == ["ground"]
    workspace.write_because(CORRECTED, set_to(1))
    assert _reason(workspace, body) == CORRECTED
    workspace.write(undo_last)


def test_everything_else_is_changed_as_it_comes(workspace, body):
    workspace.write(amend, body.id, body.version, {"phone": "5811111", "staff": "3"})
    assert _reason(workspace, body) == ""


def test_what_was_empty_is_filled_in_and_marked(workspace, body):
    assert workspace.history(body)[-1]["reason"] == "补录：按纸面登记录入"
    workspace.write(amend, body.id, body.version, {"purpose": "弘扬棋艺"})
    assert _reason(workspace, body) == "补录：补填空缺的登记事项"


def test_a_decision_on_paper_is_a_change_in_law_from_its_day(workspace, body):
    ground = {"effective_on": "2025-11-03", "document_number": "清新民许〔2025〕8号"}
    texts = {"legal_rep": "何美玲", "phone": "5811111"}
    workspace.write(amend_decided, body.id, body.version, texts, {}, ground)
    [change] = workspace.read(changes_of, body.id)
    assert (change.item, change.before, change.after) == ("legal_rep", body.legal_rep, "何美玲")
    assert (str(change.effective_on), change.origin) == ("2025-11-03", Origin.ARCHIVE)
    assert _reason(workspace, body) == "补录：2025-11-03 清新民许〔2025〕8号"


def test_a_list_is_set_to_one_value_only_with_a_reason(workspace, body):
    with pytest.raises(Invalid, match="活动地域是登记事项"):
        workspace.write(change_all, [body.id], "activity_area", "清新区")
    workspace.write_because(CORRECTED, change_all, [body.id], "activity_area", "清新区")
    assert workspace.read(the, body.name).activity_area == "清新区"


def test_who_has_no_right_to_enter_or_correct_is_told_who_has(county):
    cashier = open_at(county.folder, "罗秀兰")
    try:
        body = cashier.read(the, UNIT)
        with pytest.raises(Refused, match="“受理”由 张晓梅、冯婉仪 办理，罗秀兰 没有"):
            cashier.write_because(CORRECTED, amend, body.id, body.version, {"legal_rep": "何美玲"})
        with pytest.raises(Refused, match="罗秀兰 没有"):
            cashier.write(register, BODY)
        cashier.write(amend, body.id, body.version, {"phone": "5811111"})
    finally:
        cashier.close()
