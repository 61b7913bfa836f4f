"""Evaluations on the command line: listed, shown, sheets out and in, and the result."""

import json
import runpy

import pytest
from openpyxl import load_workbook

from tests.declared import ROOT


@pytest.fixture
def run(desk, capsys):
    desk.workspace.close()
    main = runpy.run_path(str(ROOT / "app.py"))["main"]

    def run(*words):
        code = main(["--data", str(desk.workspace.folder), "--operator", "何建华", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_rounds_are_listed_shown_and_their_results_told(run):
    code, out, _ = run("evaluations", "list")
    assert code == 0
    assert "PJ2025-0001\t留守儿童暑期学校服务\t末期评价\t已归档\t92.4\t优" in out
    assert "next" in json.loads(run("evaluations", "show", "PJ2026-0004", "--json")[1])
    code, out, _ = run("evaluations", "result", "PJ2025-0003")
    assert "总分\t71.3\t中（≥ 60）" in out
    assert json.loads(run("evaluations", "result", "PJ2025-0003", "--json")[1])["score"] == "71.3"


def test_no_result_is_told_while_scores_are_given(run):
    code, out, said = run("evaluations", "result", "PJ2026-0005")
    assert (code, out) == (1, "")
    assert "评分还没有结束" in said
    assert run("evaluations", "show", "PJ2026-9999")[0] == 1


def test_sheets_go_out_and_come_back(run, tmp_path):
    code, out, _ = run("evaluations", "score-sheet", "PJ2026-0005", "-o", str(tmp_path))
    assert code == 0
    [third] = [path for path in tmp_path.iterdir() if "PJ2026-0005-03" in path.name]
    book = load_workbook(third)
    book.active["E5"].value, book.active["F5"].value = 4, "目标不够具体"
    book.save(third)
    code, out, said = run("evaluations", "import-scores", "PJ2026-0005", str(third))
    assert (code, said) == (0, "")
    assert "PJ2026-0005-03" in out
    code, _, said = run("evaluations", "import-scores", "PJ2026-0004", str(third))
    assert code == 1
    assert "属于轮次 PJ2026-0005" in said
