"""The word `paper` of the command line."""

import json
import runpy

import pytest

from qyclient.organizations.models import Matter
from qyclient.organizations.services.filing import open_matter
from qyclient.paper.pdf.raster import page_text
from tests.conftest import open_at
from tests.declared import ROOT


@pytest.fixture
def app(capsys, county):
    """Do what the program does in the sample county; return its exit code and what it said."""
    county.write(
        open_matter,
        "CHANGE",
        {"applicant": "刘颖"},
        {"residence": ["清远市清新区太和镇学院路6号", "搬迁"]},
        "清新区和乐社会工作服务中心",
    )
    county.close()
    main = runpy.run_path(str(ROOT / "app.py"))["main"]

    def run(*words):
        capsys.readouterr()
        code = main(["--data", str(county.folder), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out or said.err

    return run


def newest(folder):
    workspace = open_at(folder)
    number = workspace.read(_newest)
    workspace.close()
    return number


def _newest(session):
    return session.query(Matter).order_by(Matter.id.desc()).first().number


def test_a_form_is_written_and_a_paper_of_another_step_is_refused(app, county, tmp_path):
    number = newest(county.folder)
    code, said = app("paper", "审批表", number, "-o", tmp_path / "a.pdf", "--say", "remark=加急")
    assert (code, said) == (0, f"已写入 {tmp_path / 'a.pdf'}（审批表）\n")
    text = "".join("".join(page_text(tmp_path / "a.pdf")).split())
    assert all(said in text for said in ("备注加急", "清新区和乐社会工作服务中心", number))
    code, said = app("paper", "受理通知书", number, "-o", tmp_path / "b.pdf")
    assert (code, said) == (1, f"办件 {number} 办到这一步没有受理通知书。\n")
    assert not (tmp_path / "b.pdf").exists()


def test_papers_are_listed_of_the_office_and_of_a_matter(app, county):
    code, said = app("paper", "--list", "--json")
    assert {"key": "acceptance", "label": "受理通知书", "numbered": True, "issued": []} in (
        json.loads(said)
    )
    _, said = app("paper", "--list", newest(county.folder), "--json")
    assert "approval_form" in {one["key"] for one in json.loads(said)}
    code, said = app("paper", "没有的", "2026-00001", "-o", "a.pdf")
    assert code == 1
    assert said.startswith("没有“没有的”这种文书；现有：受理通知书")
