"""Contracts, eligibility and service records on the command line, as programs read them."""

import json
import shutil

from qyclient.workspace import REGISTER


def _json(said):
    code, out, err = said
    assert (code, err) == (0, "")
    return json.loads(out)


def _refused(said):
    code, out, err = said
    assert (code, out) == (1, "")
    return err


def test_a_contract_is_shown_with_its_instalments(app, tmp_path, sample_register):
    shutil.copy(sample_register, tmp_path / REGISTER)
    shown = _json(app("contracts", "show", "QX-2024-007", "--json", folder=tmp_path))
    assert (shown["amount"], shown["instalments"][2]["open"]) == ("1008000.00", "336000.00")
    assert shown["instalments"][2]["waits"] == "等待末期评价"
    code, out, _ = app("contracts", "list", folder=tmp_path)
    assert (code, "QX-2025-019\t村居志愿者培训" in out) == (0, True)
    assert "没有合同 QX-9" in _refused(app("contracts", "show", "QX-9", folder=tmp_path))


def test_who_may_undertake_a_service_is_said_as_of_a_day(app, tmp_path, sample_register):
    shutil.copy(sample_register, tmp_path / REGISTER)
    code, out, _ = app(
        "eligible", "清新区和乐社会工作服务中心", "--on", "2026-03-01", folder=tmp_path
    )
    assert (code, out.splitlines()[0]) == (0, "可承接")
    code, out, _ = app("eligible", "清新县柑桔种植协会", "--on", "2026-03-01", folder=tmp_path)
    assert (code, out.splitlines()[0]) == (1, "不可承接")
    assert "✗ 依法登记且状态正常：2026年3月1日登记状态为“注销”" in out


def test_service_records_come_in_and_the_rest_is_held(app, tmp_path, sample_register):
    shutil.copy(sample_register, tmp_path / REGISTER)
    sheet = tmp_path / "记录.csv"
    sheet.write_text(
        "合同编号,种类,服务日期,数量\nQX-2024-007,个案,2025-06-01,2\n没有,个案,2025-06-01,2\n",
        "utf-8",
    )
    held = tmp_path / "待处理.xlsx"
    told = _json(app("service-records", "import", sheet, "--held", held, folder=tmp_path))
    assert (told["new"], told["held"], held.is_file()) == (1, 1, True)
