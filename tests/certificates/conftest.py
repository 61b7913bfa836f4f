"""A desk with stock in the drawer, for tests of issuing."""

import pytest

from qyclient.certificates.rules import PrintOutcome
from qyclient.certificates.services import (
    Way,
    answer,
    begin_sheet,
    hand_over,
    open_issue,
    receive_blanks,
    sheets_of,
)

NAME = "清新区和乐社会工作服务中心"
WAY = Way("前台激光机", "手动")
RECEIVER = {"receiver": "李晓", "receiver_phone": "13926500001", "identity_checked": "是"}


class Desk:
    """What a certifier does, in a line each."""

    def __init__(self, workspace):
        self.workspace = workspace

    def receive(self, stock, first, last, **texts):
        texts |= {"stock": stock, "first_serial": first, "last_serial": last}
        return self.workspace.write(receive_blanks, texts).value

    def fill(self):
        for stock in ("M_ORIGINAL_2016", "M_DUPLICATE_2016"):
            self.receive(stock, f"{stock[2]}0001", f"{stock[2]}0020")

    def open(self, **texts):
        return self.workspace.write(open_issue, {"organization": NAME, **texts}).value

    def sheets(self, issue):
        return self.workspace.read(sheets_of, issue.id)

    def begin(self, sheet, **more):
        return self.workspace.write(begin_sheet, sheet.id, WAY, **more).value

    def answer(self, log, outcome=PrintOutcome.GOOD, reason=""):
        return self.workspace.write(answer, log.id, outcome, reason).value

    def print_all(self, issue):
        for sheet in self.sheets(issue):
            self.answer(self.begin(sheet))
        return self.again(issue)

    def again(self, record):
        return self.workspace.read(lambda s: s.get_one(type(record), record.id))

    def hand(self, issue, olds=None, **texts):
        issue = self.again(issue)
        given = {**RECEIVER, **texts}
        return self.workspace.write(hand_over, issue.id, issue.version, given, olds or {}).value


@pytest.fixture
def desk(county):
    """The sample county's desk with forty sheets of its own."""
    return Desk(county)
