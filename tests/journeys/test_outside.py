"""The main job in a real window on a real display: clicks, keys and Chinese as people type it."""

import shutil

import pytest

from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import find
from qyclient.paper.pdf.raster import page_text
from qyclient.records.view import View
from tests.conftest import open_at
from tests.journeys.hands import ROOT, display, program

NAME = "清新区青山环保志愿协会"
CODE = "51441803MJM000122P"
pytestmark = pytest.mark.outside


def test_from_a_ledger_and_a_new_body_to_a_printed_certificate(empty_register, tmp_path):
    folder = tmp_path / "register"
    folder.mkdir()
    shutil.copy(empty_register, folder / empty_register.name)
    paper = tmp_path / "certificate.pdf"
    with display(tmp_path) as environment, program(environment, folder, tmp_path) as hands:
        _bring_in(hands, ROOT / "tests" / "ledgers" / "roster_associations.xlsx")
        _register(hands)
        _print(hands, paper)
        hands.press("Escape")
        hands.see("登记")
        hands.press("alt+F4")
    workspace = open_at(folder)
    try:
        assert workspace.count(Organization, View()) == 227 + 1
        assert [body.name for body in workspace.read(find, "qshb")] == [NAME]
    finally:
        workspace.close()
    [text] = page_text(paper)
    for words in (NAME, CODE, "梁𬭎", "叁万元", "清远市清新区民政局"):
        assert words in text


def _bring_in(hands, ledger):
    hands.click("社会组织")
    hands.click("导入台账")
    hands.click("选择文件…")
    hands.type(str(ledger))
    hands.press("Return")
    for _step in ("sheets", "columns"):
        hands.click("下一步")
    hands.click("导入 227 行")
    hands.click("完成")


def _register(hands):
    hands.click("登记")
    hands.see("#uscc")
    hands.fill("name", NAME)
    hands.go_to("org_type")
    hands.press("Down")
    hands.fill("uscc", CODE)
    hands.fill("legal_rep", "梁𬭎")
    hands.fill("residence", "太和镇府前路8号")
    hands.fill("fund_amount", "3万元")
    hands.fill("business_scope", "环境保护宣传、志愿服务")
    hands.press("ctrl+s")
    hands.wait_until_gone("#uscc")


def _print(hands, paper):
    hands.click_into("search")
    hands.type("qshb")
    hands.click("first row")
    hands.press("ctrl+p")
    hands.click("样张（存档件）")  # the stock is printed from the certificate desk
    hands.click("另存…")
    hands.press("ctrl+a")
    hands.type(str(paper))
    hands.press("Return")
    hands.see("另存…")
