"""Scenes of dialogs in the midst of work."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from qyclient.errors import Overtaken
from ui.contracts.form import ContractDialog
from ui.contracts.verdict_dialog import VerdictDialog
from ui.gallery.lists import BODIES, CONTRACTS, offered
from ui.gallery.stage import Stage
from ui.kit.filter_dialog import FilterDialog
from ui.kit.notices import CrashDialog, question
from ui.office.law_dialog import LawDialog
from ui.organizations.certificate_dialog import CertificateDialog
from ui.organizations.form import OrganizationDialog


def filled_form(stage: Stage) -> QWidget:
    """Show a form with problems."""
    dialog: Any = offered(BODIES, "register", OrganizationDialog)(stage)
    dialog.form.put(
        {
            "name": "清新区青山环保志愿协会",
            "org_type": "社会团体",
            "uscc": "51441803MJM000122X",
            "established_on": "今天",
            "fund_amount": "2万元",
            "legal_rep": "梁𬭎",
        }
    )
    for key in ("uscc", "fund_amount", "established_on"):
        dialog.form.editor(key).write_out()
    dialog.save()
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # the dialog, opened by its class above


def law(page: int) -> Callable[[Stage], QWidget]:
    """Return the scene of a page of the law."""

    def scene(stage: Stage) -> QWidget:
        stage.window.desk.show_law(stage.window)
        stage.wait()
        dialog: Any = stage.dialog(LawDialog)
        dialog.pages.setCurrentIndex(page)
        stage.wait()
        return dialog  # type: ignore[no-any-return]  # as above

    return scene


def people(stage: Stage) -> QWidget:
    """Show the people below a form."""
    dialog: Any = offered(BODIES, "register", OrganizationDialog)(stage)
    dialog.people.lines[0]["name"].put("梁国栋")
    dialog.people.lines[0]["post"].put("会长（理事长）")
    dialog.form.show_section("负责人")
    dialog.form.verticalScrollBar().setValue(10**6)
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def overtaken(stage: Stage) -> QWidget:
    """Show what happens when two clerks amend one record."""
    dialog: Any = offered(BODIES, "amend", OrganizationDialog)(stage)
    said = f"{dialog.record} 刚刚被 李四 改过（联系电话），您的修改没有保存；请重新打开再改。"
    dialog._refused(Overtaken(said))  # noqa: SLF001 - what a second clerk would bring about
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def certificate(copy: int, mode: int) -> Callable[[Stage], QWidget]:
    """Return the scene of a certificate's preview."""

    def scene(stage: Stage) -> QWidget:
        dialog: Any = offered(BODIES, "certify", CertificateDialog)(stage)
        dialog.copies.button(copy).setChecked(True)
        dialog.modes.button(mode).setChecked(True)
        stage.wait()
        return dialog  # type: ignore[no-any-return]  # as above

    return scene


def contract(stage: Stage) -> QWidget:
    """Show instalments that do not add up."""
    dialog: Any = offered(CONTRACTS, "record", ContractDialog)(stage)
    dialog.form.put(
        {"contract_no": "QX2026-001", "title": "留守儿童关爱服务项目", "amount": "98000"}
    )
    for line, amount in zip(dialog.parts.lines, ("50000", "40000"), strict=True):
        line["amount"].put(amount)
    dialog.form.verticalScrollBar().setValue(10**6)
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def score(stage: Stage) -> QWidget:
    """Show what a score comes to."""
    dialog: Any = offered("评价结论", "enter", VerdictDialog)(stage)
    dialog.form.put({"contract": "QX-2024-007", "stage": "末期评价", "score": "71.3"})
    stage.wait()
    return dialog  # type: ignore[no-any-return]  # as above


def filter_of(key: str) -> Callable[[Stage], QWidget]:
    """Return the scene of a column being narrowed."""

    def scene(stage: Stage) -> QWidget:
        stage.tab(BODIES).filters.ask(key)
        stage.wait()
        return stage.dialog(FilterDialog)

    return scene


def asked(stage: Stage) -> QWidget:
    """Show a question."""
    box = question(stage.window, "填写的内容还没有保存，确定离开吗？", "不保存，离开", "继续填写")
    box.open()
    stage.wait()
    return box


def crash(stage: Stage) -> QWidget:
    """Show the apology."""
    dialog = CrashDialog(ZeroDivisionError("样例"), "登记数据文件夹", stage.window)
    dialog.open()
    stage.wait()
    return dialog


def waiting(stage: Stage) -> QWidget:
    """Show a long job under way."""
    watch = stage.window.jobs.watch("正在写 社会组织名册.xlsx")
    stage.window.line.waiting.follow(watch)
    watch.step(180, 301, "行")
    stage.wait()
    stage.window.line.say("已登记：清新区青山环保志愿协会")
    watch.ended.connect(stage.window.line.waiting.hide)
    return stage.window
