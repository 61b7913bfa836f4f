"""文书: every paper of a round, seen before it is printed; score forms out, and sheets back."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QFileDialog, QMenu

from qyclient.evaluations.reports.official import PAPERS, evaluation_paper
from qyclient.evaluations.reports.ranking import write_ranking
from qyclient.evaluations.reports.report import evaluation_report
from qyclient.evaluations.reports.score_sheet import write_score_sheet
from qyclient.evaluations.rules.states import SECRET
from qyclient.evaluations.rules.tree import leaves
from qyclient.evaluations.services import evidence, facts, reporting, score_sheets
from qyclient.evaluations.services.templates import tree_of
from ui.evaluations.charts_dialog import ChartsDialog
from ui.evaluations.key_in_dialog import KeyInDialog
from ui.kit.print_found import PrintDialog
from ui.kit.tab import Tab

_AFTER = frozenset({"notice", "rectification", "display"})
_FORM = "score_form"


def open_papers(tab: Tab, found: Any) -> None:
    """Offer the papers of a round; those of a result once there is one."""
    menu = QMenu(tab)
    for key, label in PAPERS.items():
        if key != _FORM:
            action = QAction(f"{label}…", menu)
            action.triggered.connect(partial(_show_paper, tab, found, key))
            action.setEnabled(key not in _AFTER or found.state not in SECRET)
            menu.addAction(action)
    menu.addSeparator()
    for text, go in (
        ("绩效评价报告…", show_report),
        ("图表…", show_charts),
        ("同一指标体系的排名表（Excel）…", _ask_ranking),
    ):
        action = QAction(text, menu)
        action.triggered.connect(lambda _checked, do=go: do(tab, found))
        action.setEnabled(found.state not in SECRET and found.score is not None)
        menu.addAction(action)
    menu.popup(QCursor.pos())


def show_paper(tab: Tab, found: Any, key: str) -> None:
    """Show a paper of a round as it will be printed."""
    title = f"{PAPERS[key]} {found.number}"
    _show(tab, title, key, partial(tab.jobs.workspace.read, facts.facts_of, found.id))


def _show_paper(tab: Tab, found: Any, key: str, _checked: bool = False) -> None:
    show_paper(tab, found, key)


def show_report(tab: Tab, found: Any) -> None:
    """Show the report of a round as it will be printed."""
    workspace = tab.jobs.workspace

    def job() -> bytes:
        told = workspace.read(reporting.report_facts, found.id)
        charts = workspace.read(reporting.charts_of, found.id)
        shown = workspace.read(evidence.photographs, found.id)
        return evaluation_report(told, charts, tab.jobs.heading_of(workspace), shown)

    def show(pdf: bytes) -> None:
        PrintDialog(tab.jobs, f"绩效评价报告 {found.number}", pdf, tab).open()

    tab.jobs.do(job, show)


def show_charts(tab: Tab, found: Any) -> None:
    """Show the charts of a round."""

    def show(charts: Any) -> None:
        ChartsDialog(tab.jobs, tab, found, charts).open()

    tab.jobs.read(reporting.charts_of, found.id, then=show)


def write_ranked(tab: Tab, found: Any, path: Path) -> None:
    """Write the rounds of the same template, ranked, with the averages of each indicator."""
    workspace, watch = tab.jobs.workspace, tab.jobs.watch("正在计算排名")

    def job() -> str:
        watch.step(0, 0, "评价轮次")
        ranked = workspace.read(reporting.ranking, found.template.id)
        nodes = leaves(workspace.read(tree_of, found.template.id))
        title = f"{found.template.name}排名表"
        write_ranking(path, title, ranked, nodes, tab.jobs.heading_of(workspace))
        return f"已写入 {path}"

    tab.jobs.do(job, tab.jobs.said.emit, watch=watch)


def open_forms(tab: Tab, found: Any, raters: Any) -> None:
    """Offer each rater's form on paper and as a sheet, and the ways back."""
    menu = QMenu(tab)
    for rater in raters:
        own = menu.addMenu(f"{rater.name}　{rater.code}")
        own.addAction("打印评分表…", partial(show_form, tab, rater))
        own.addAction("导出评分表（Excel）…", partial(_ask_where, tab, rater))
        own.addAction("录入纸质评分表…", partial(_key_in, tab, rater))
    menu.addSeparator()
    menu.addAction("收回评分表（Excel）…", partial(_ask_sheets, tab, found))
    menu.popup(QCursor.pos())


def show_form(tab: Tab, rater: Any) -> None:
    """Show a rater's printed form."""
    title = f"评分表 {rater.code}"
    _show(tab, title, _FORM, partial(tab.jobs.workspace.read, facts.form_facts, rater.id))


def write_form(tab: Tab, rater: Any, path: Path) -> None:
    """Write a rater's protected sheet."""
    workspace = tab.jobs.workspace

    def job() -> str:
        form = workspace.read(score_sheets.form_of, rater.id)
        write_score_sheet(path, form, tab.jobs.heading_of(workspace))
        return f"已写入 {path}"

    tab.jobs.do(job, tab.jobs.said.emit)


def take_sheet(tab: Tab, found: Any, path: Path) -> None:
    """Read a sheet that came back, and take its points if every cell is in its place."""
    watch = tab.jobs.watch(f"正在读取 {path.name}")

    def taken(rater: Any) -> None:
        tab.jobs.said.emit(f"已收回 {rater.name} 的评分表（{rater.code}），核对后请交表")

    def put(rows: Any) -> None:
        tab.jobs.write(score_sheets.take_back_sheet, found.id, rows, then=taken)

    tab.jobs.do(partial(score_sheets.rows_in, path, watch), put, watch=watch)


def _show(tab: Tab, title: str, key: str, gather: Any) -> None:
    workspace = tab.jobs.workspace

    def job() -> bytes:
        return evaluation_paper(key, gather(), tab.jobs.heading_of(workspace))

    def show(pdf: bytes) -> None:
        PrintDialog(tab.jobs, title, pdf, tab).open()

    tab.jobs.do(job, show)


def _ask_where(tab: Tab, rater: Any) -> None:
    dialog = QFileDialog(tab, "导出评分表")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"评分表 {rater.code} {rater.name}.xlsx")
    dialog.fileSelected.connect(lambda name: write_form(tab, rater, Path(name)))
    dialog.open()


def _ask_ranking(tab: Tab, found: Any) -> None:
    dialog = QFileDialog(tab, "排名表")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{found.template.number}排名表.xlsx")
    dialog.fileSelected.connect(lambda name: write_ranked(tab, found, Path(name)))
    dialog.open()


def _ask_sheets(tab: Tab, found: Any) -> None:
    dialog = QFileDialog(tab, "收回评分表", "", "评分表 (*.xlsx)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(partial(_take_sheets, tab, found))
    dialog.open()


def _take_sheets(tab: Tab, found: Any, names: list[str]) -> None:
    for name in names:
        take_sheet(tab, found, Path(name))


def _key_in(tab: Tab, rater: Any) -> None:
    def show(form: Any) -> None:
        KeyInDialog(tab.jobs, tab, rater, form).open()

    tab.jobs.read(score_sheets.form_of, rater.id, then=show)
