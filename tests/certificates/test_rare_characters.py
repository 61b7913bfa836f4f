"""生僻字和间隔号：印得出、复制得出、查得到，屏幕、PDF、Excel 都一样；印不出的指明码位和办法."""

import pytest
from openpyxl import load_workbook

from qyclient.certificates.models import Issue
from qyclient.certificates.rules import PrintMode
from qyclient.certificates.services import page_of
from qyclient.errors import Invalid
from qyclient.organizations.models import Organization
from qyclient.organizations.services.register import amend, the
from qyclient.paper.pdf.raster import page_text
from qyclient.papers import write_report
from qyclient.records.view import View
from tests.certificates.conftest import NAME
from tests.conftest import CORRECTED

NAMES = ["张𬱖", "李䶮", "王𫖯", "陈𣲗", "梁𬭎", "𪨶文", "买买提·艾力"]


def renamed(desk, name):
    body = desk.workspace.read(the, NAME)
    desk.workspace.write_because(CORRECTED, amend, body.id, body.version, {"legal_rep": name})


@pytest.mark.parametrize("name", NAMES)
def test_a_rare_name_prints_and_is_copied_and_found(name, desk, tmp_path):
    desk.fill()
    renamed(desk, name)
    issue = desk.open()
    [sheet, _] = desk.sheets(issue)
    for mode in PrintMode:
        [text] = page_text(desk.workspace.read(page_of, sheet.id, mode))
        assert name in text
    found = desk.workspace.page(Organization, View(words=name))
    assert NAME in {body.name for body in found}
    write_report(desk.workspace, "ledger-m", tmp_path / "台账.xlsx")
    sheet_ = load_workbook(tmp_path / "台账.xlsx").worksheets[0]
    assert any(name in map(str, row) for row in sheet_.values)


def test_a_private_character_of_an_old_system_is_named_with_what_to_do(desk):
    desk.fill()
    renamed(desk, "张\ue123")
    with pytest.raises(Invalid, match=r"U\+E123.*私用区.*正式编码"):
        desk.open()
    assert not [one for one in desk.workspace.page(Issue, View()) if one.organization.name == NAME]
