"""The certificate desk, as a clerk goes through it: stock in, print, answer, hand over."""

from PySide6.QtWidgets import QPushButton

from ui.certificates.answer_dialog import AnswerDialog
from ui.certificates.hand_dialog import HandDialog
from ui.certificates.issue_dialog import IssueDialog
from ui.certificates.print_dialog import ELSEWHERE, PrintRunDialog
from ui.certificates.stock_dialog import StockDialog


def take_stock_in(clerk, stock, first, last):
    tab = clerk.go("空白证")
    clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(StockDialog)
    clerk.fill(dialog, stock=stock, first_serial=first, last_serial=last, source="清远市民政局")
    clerk.save(dialog)
    return tab


def open_set(clerk, **texts):
    """Save the dialog of a new set, which is open or is opened."""
    tab = clerk.go("发证")
    if not texts.pop("there", False):
        clerk.press(tab, "Ctrl+N")
    dialog = clerk.dialog(IssueDialog)
    clerk.fill(dialog, **texts)
    clerk.save(dialog)
    clerk.until(lambda: tab.current() is not None)
    return tab


def print_set(clerk, tab, path, answers=(), printer="二楼打印室"):
    """Print the chosen set for a printer elsewhere, and answer sheet by sheet; the rest is good."""
    clerk.until(lambda: clerk.window.jobs.idle)
    clerk.press(tab, "Ctrl+P")
    dialog = clerk.dialog(PrintRunDialog)
    send(clerk, dialog, path, printer)
    return answer(clerk, tab, answers)


def send(clerk, dialog, path, printer="二楼打印室"):
    clerk.until(lambda: clerk.window.jobs.idle)
    dialog.printer.setCurrentText(ELSEWHERE)
    dialog.elsewhere.setText(printer)
    for tick in dialog.checks.ticks:
        tick.setChecked(True)
    with clerk.qtbot.waitSignal(dialog.sent, timeout=20_000):
        dialog.write_to(path)


def answer(clerk, tab, answers=()):
    dialog = clerk.dialog(AnswerDialog)
    serials = [line.log.serial for line in dialog.lines]
    for number, line in enumerate(dialog.lines):
        outcome, reason = answers[number] if number < len(answers) else ("打印好", "")
        line.outcome.setCurrentText(outcome)
        line.reason.setCurrentText(reason)
    with clerk.qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.findChild(QPushButton, "save").click()
    clerk.until(lambda: clerk.window.jobs.idle)
    return serials


def hand_out(clerk, tab, olds=(), **texts):
    clerk.press(tab, "F3")
    dialog = clerk.dialog(HandDialog)
    given = {"receiver": "李晓", "receiver_phone": "13926500001", "identity_checked": "是"}
    clerk.fill(dialog, **{**given, **texts})
    for (chosen, note), (outcome, words) in zip(dialog.olds.values(), olds, strict=False):
        chosen.setCurrentText(outcome)
        note.setText(words)
    clerk.save(dialog)
    clerk.until(lambda: tab.current().state == "ISSUED")
