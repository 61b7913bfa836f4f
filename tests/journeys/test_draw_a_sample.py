"""抽查：随机抽取申报的服务记录，逐条认可或剔除，再认可其余的."""

from qyclient.contracts.models import ServiceRecord
from qyclient.contracts.services import record
from qyclient.contracts.services.serving import enter_records
from qyclient.records.view import Filter, View
from tests.journeys.test_contract_to_payment import BUYER
from tests.journeys.test_register_a_body import NAME, registered
from ui.contracts.verb_dialog import VerbDialog

CONTRACT = {
    "contract_no": "QX2026-001", "title": "个案服务", "purchaser": BUYER, "contractor": NAME,
    "service_kind": "公共服务", "amount": "98000", "start_on": "2026-01-01",
}  # fmt: skip
CASE = {"contract": "QX2026-001", "type": "个案", "served_on": "2026-03-01"}


def test_a_sample_is_drawn_looked_at_and_the_rest_recognised(clerk):
    registered(clerk)
    workspace = clerk.window.jobs.workspace
    workspace.write(record, CONTRACT)
    workspace.write(enter_records, [CASE] * 6)
    tab = clerk.go("抽查")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(VerbDialog)
    assert dialog.form.editor("seed").text()
    clerk.fill(dialog, contract="QX2026-001", size="7", seed="2026")
    clerk.try_to_save(dialog)
    assert "1 至 6" in dialog.form.findChild(object, "size.problem").text()
    clerk.fill(dialog, size="2")
    clerk.save(dialog)
    clerk.until(lambda: tab.current() is not None)

    clerk.press(tab, "F3")
    rest = clerk.dialog(VerbDialog)
    assert "抽中的还有 2 条没有核查" in clerk.try_to_save(rest)
    rest.accept()

    clerk.press(tab, "F2")
    records = clerk.window.tab("服务记录")
    clerk.until(lambda: records.records.rowCount() == 2)
    for row, (key, answers) in enumerate(
        (("F2", {"checked_how": "电话"}), ("F3", {"checked_because": "查无此人"}))
    ):
        records.table.selectRow(row)
        clerk.until(lambda: clerk.window.jobs.idle)
        clerk.press(records, key)
        judging = clerk.dialog(VerbDialog)
        clerk.fill(judging, **answers)
        clerk.save(judging)

    clerk.go("抽查")
    clerk.until(lambda: any("查无此人" in text for text in clerk.read_pane(tab)))
    clerk.press(tab, "F3")
    clerk.save(clerk.dialog(VerbDialog))
    recognised = Filter("status", among=("RECOGNISED",))
    assert workspace.count(ServiceRecord, View(filters=(recognised,))) == 5
