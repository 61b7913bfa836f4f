"""The 指标 room: indicator templates, from a shipped one to an edition that rounds use."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from qyclient.evaluations.models import Indicator, IndicatorTemplate
from qyclient.evaluations.rules.lists import TemplateStatus
from qyclient.evaluations.rules.shipped import shipped
from qyclient.evaluations.services import templates
from qyclient.records.base import field_of, fields_of
from qyclient.records.view import Filter
from ui.evaluations.compare_dialog import CompareDialog
from ui.evaluations.template_dialog import TemplateDialog
from ui.evaluations.template_files import ask_sheet, ask_where
from ui.evaluations.tree_dialog import TreeDialog
from ui.kit.actions import Action
from ui.kit.columns import Column, table_columns
from ui.kit.detail_pane import Child
from ui.kit.filters import Preset
from ui.kit.record_tab import RecordTab

_TONES = {
    TemplateStatus.DRAFT: "warn",
    TemplateStatus.PUBLISHED: "good",
    TemplateStatus.RETIRED: "quiet",
}


def _adopt(tab: "TemplatesTab") -> None:
    tab.menu = QMenu(tab)
    for one in shipped():
        tab.menu.addAction(f"{one.code}　{one.name}", partial(tab.adopt, one.code))
    tab.menu.popup(QCursor.pos())


def _start(tab: "TemplatesTab") -> None:
    dialog = TemplateDialog(tab.jobs, tab)
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _amend(tab: "TemplatesTab") -> None:
    dialog = TemplateDialog(tab.jobs, tab, tab.current())
    dialog.saved.connect(tab.show_saved)
    dialog.open()


def _edit(tab: "TemplatesTab") -> None:
    template = tab.current()
    tab.jobs.read(templates.rows_to_edit, template.id, then=partial(tab.show_tree, template))


def _publish(tab: "TemplatesTab") -> None:
    tab.do(templates.publish, "已发布")


def _take_back(tab: "TemplatesTab") -> None:
    tab.do(templates.take_back, "已退回拟订")


def _retire(tab: "TemplatesTab") -> None:
    tab.do(templates.retire, "已停用")


def _next(tab: "TemplatesTab") -> None:
    tab.do(templates.next_edition, "已新建")


def _compare(tab: "TemplatesTab") -> None:
    one, other = tab.table.selected()
    show = partial(CompareDialog.show_for, tab, one, other)
    tab.jobs.read(templates.compared, one.id, other.id, then=show)


def _bring_in(tab: "TemplatesTab") -> None:
    ask_sheet(tab, tab.current(), partial(tab.done, "已导入指标"))


def _export(tab: "TemplatesTab") -> None:
    ask_where(tab, tab.current())


def _not_draft(template: Any) -> str:
    if template.status is TemplateStatus.DRAFT:
        return ""
    return f"{template.number} 已是“{template.status.label}”，不能再改；可以“新一版”"


def _not_published(template: Any) -> str:
    return "" if template.status is TemplateStatus.PUBLISHED else "只有已发布的才能这样做"


def _tree(session: Any, key: Any) -> list[list[str]]:
    shown = [field_of(Indicator, name) for name in ("kind", "weight", "raters")]
    return [
        [node.number, node.name, *(field.show(node) for field in shown)]
        for node in templates.tree_of(session, key)
    ]


def _wrong(session: Any, key: Any) -> list[list[str]]:
    template = session.get_one(IndicatorTemplate, key)
    return [[said] for said in templates.problems_of(session, template).values()]


class TemplatesTab(RecordTab):
    """指标体系: adopt, draw up, check, publish, compare."""

    model = IndicatorTemplate
    offers = (
        Action("adopt", "采用样板…", "add", "Ctrl+N", _adopt, tip="把随程序提供的样板收进来再改"),
        Action("edit", "编辑指标…", "amend", "F2", _edit, "one", "增删、改动各级指标", _not_draft),
        Action(
            "publish", "发布", "save", "F3", _publish, "one", "核对分值后供轮次使用", _not_draft
        ),
        Action("next", "新一版", "step", "", _next, "one", "照这一版新建下一版，旧版不变"),
        Action("compare", "比较两版…", "search", "", _compare, "two", "逐项列出两版的不同"),
        Action("start", "新建空白…", "", "", _start, tip="从头拟订", folded=True),
        Action("amend", "修改名称、依据…", "", "", _amend, "one", "", _not_draft, folded=True),
        Action("bring_in", "导入指标…", "", "", _bring_in, "one", "", _not_draft, folded=True),
        Action("sheet", "导出指标…", "", "", _export, "one", "导出后可改，改好再导入", folded=True),
        Action("take_back", "退回拟订", "", "", _take_back, "one", "", _not_published, folded=True),
        Action("retire", "停用", "", "", _retire, "one", "", _not_published, folded=True),
    )
    children_ = (
        Child("发布前还需改正", _wrong, ("问题",)),
        Child("指标", _tree, ("序号", "指标", "类型", "分值", "由谁评"), frozenset({3})),
    )
    search_hint = "编号、名称"
    nothing_yet = ("还没有指标体系", "点左边的“采用样板…”，收进一套再按本地要求修改。")
    grouped_by = "status"
    touched_by = frozenset({"indicator"})
    menu: QMenu

    def presets(self) -> Sequence[Preset]:
        """Offer each status."""
        return [Preset(s.label, (Filter("status", among=(s.value,)),)) for s in TemplateStatus]

    def columns(self) -> Sequence[Column]:
        """Put the status beside the name."""
        own = {column.key: column for column in table_columns(fields_of(IndicatorTemplate))}
        first = [own.pop(key) for key in ("number", "name", "status")]
        return (*first, *own.values())

    def tone(self, record: Any, key: str) -> str:
        """Colour the status."""
        return _TONES[record.status] if key == "status" else ""

    def called(self, record: Any) -> tuple[str, str, str]:
        """Return the number with the name, and the status."""
        title = f"{record.number}　{record.name}"
        return title, record.status.label, _TONES[record.status]

    def adopt(self, code: str) -> None:
        """Take a shipped template over."""
        self.jobs.write(templates.adopt, code, then=partial(self.done, "已收进"))

    def do(self, verb: Any, word: str) -> None:
        """Do something to the selected template."""
        self.jobs.write(verb, self.current().id, then=partial(self.done, word))

    def show_tree(self, template: Any, rows: Sequence[Mapping[str, str]]) -> None:
        """Open the editor of the indicators."""
        dialog = TreeDialog(self.jobs, self, template, rows)
        dialog.saved.connect(self.show_saved)
        dialog.open()

    def done(self, word: str, template: Any) -> None:
        """Say what was done, and show it."""
        self.jobs.said.emit(f"{word}：{template.number} {template.name}")
        self.show_saved(template)
