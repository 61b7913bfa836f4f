"""The command line: every command and every refusal, as another program would call it."""

import json
import os
import runpy
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgStatus, OrgType
from qyclient.organizations.rules.review_lists import ReviewConclusion
from qyclient.organizations.services.changes import record_change
from qyclient.organizations.services.register import the
from qyclient.papers import REPORTS
from qyclient.records.base import fields_of
from qyclient.workspace import REGISTER
from tests.behind_the_back import contents, tamper
from tests.conftest import open_at
from tests.declared import ROOT

UNIT = "清新区和乐社会工作服务中心"
LEDGERS = ROOT / "tests/ledgers"


@pytest.fixture(scope="module")
def folder(sample_register, tmp_path_factory):
    """The sample county, for commands that leave it as it is."""
    made = tmp_path_factory.mktemp("county")
    shutil.copy(sample_register, made / REGISTER)
    return made


@pytest.fixture
def app(capsys):
    """Do what the program does; return its exit code and what it said on either stream."""
    main = runpy.run_path(str(ROOT / "app.py"))["main"]

    def run(*words, folder=None):
        capsys.readouterr()
        try:
            code = main([*(["--data", str(folder)] if folder else []), *map(str, words)])
        except SystemExit as end:
            code = end.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def program():
    """Run the program as other programs do; return what `app` does."""

    def run(*words, folder=None, **surroundings):
        data = ["--data", folder] if folder else []
        done = subprocess.run(
            [sys.executable, "app.py", *map(str, [*data, *words])],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            env=os.environ | surroundings,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    return run


def _refused(said):
    """Return the one sentence of a refusal."""
    code, out, err = said
    assert (code, out) == (1, "")
    [sentence] = err.splitlines()
    assert sentence.endswith("。")
    return sentence


def _json(said):
    code, out, err = said
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_register_is_begun_and_begun_once(program, tmp_path):
    code, out, err = program("init", "--area", "441803", folder=tmp_path / "new")
    assert (code, err) == (0, "")
    assert "清远市清新区民政局" in out
    assert (tmp_path / "new" / REGISTER).is_file()
    assert "不能再次初始化" in _refused(
        program("init", "--area", "441803", folder=tmp_path / "new")
    )


def test_the_sample_county_is_made_with_one_command(app, tmp_path):
    code, out, _ = app("init", "--area", "441803", "--sample", folder=tmp_path)
    assert code == 0
    workspace = open_at(tmp_path)
    assert f"{len(contents(workspace)['organization'])} 个社会组织" in out
    workspace.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("init", "--area", "441827"), "已撤销"),
        (("find", "协会"), "还没有登记数据"),
    ],
)
def test_a_folder_without_a_register_is_refused(words, said, app, tmp_path):
    assert said in _refused(app(*words, folder=tmp_path))


def test_an_area_elsewhere_is_taken_by_its_name(app, tmp_path):
    words = ("init", "--area", "110101", "--area-name", "东城区")
    code, out, _ = app(*words, folder=tmp_path / "a")
    assert (code, "东城区民政局" in out) == (0, True)
    assert "同步" in _refused(app(*words, folder=tmp_path / "OneDrive"))
    assert not (tmp_path / "OneDrive").exists()


@pytest.mark.parametrize(
    "words", [("没有的命令",), ("import",), ("init",), ("show", "--yaml", "x")]
)
def test_what_is_not_understood_ends_with_two(words, app):
    code, out, err = app(*words)
    assert (code, out) == (2, "")
    assert err.startswith("usage:")


def test_bodies_are_found_as_lines_and_as_values(app, folder):
    code, out, _ = app("find", "和乐", "清新", folder=folder)
    assert code == 0
    assert UNIT in out
    assert out.splitlines()[-1] == f"共 {len(out.splitlines()) - 1} 个"

    found = _json(app("find", "和乐", "清新", "--json", folder=folder))
    assert UNIT in {body["name"] for body in found}
    assert len(found) == len(out.splitlines()) - 1


def test_nothing_found_is_no_error(app, folder):
    assert _json(app("find", "没有的词", "--json", folder=folder)) == []


def test_the_values_of_a_body_are_those_of_programs(app, folder):
    body = _json(app("show", UNIT, "--json", folder=folder))
    assert {*body} == {f.key for f in fields_of(Organization)} | {"reviews", "officers"}
    assert (body["org_type"], body["status"]) == (OrgType.PRIVATE_NON_ENTERPRISE.value, "ACTIVE")
    assert body["uscc"].isalnum()
    assert Decimal(body["fund_amount"]).as_tuple().exponent == -2
    assert date.fromisoformat(body["certificate_valid_to"])
    assert body["unit_members"] is None
    assert isinstance(body["has_party_organization"], bool | None)
    assert {*body["reviews"].values()} <= {c.value for c in ReviewConclusion}
    assert {*body["officers"][0]} == {"name", "post"}
    assert _json(app("show", body["uscc"].lower(), "--json", folder=folder)) == body


def test_a_body_is_shown_to_people_with_its_numbers_masked(app, folder):
    whole = _json(app("find", "清新区", "--json", folder=folder))
    body = next(b for b in whole if b["legal_rep_id_no"] and b["uscc"])
    code, out, _ = app("show", body["uscc"], folder=folder)
    assert code == 0
    assert f"名称\t{body['name']}" in out
    assert body["legal_rep_id_no"] not in out
    assert body["legal_rep_id_no"][:4] + "****" in out


def test_a_body_nobody_knows_is_refused(app, folder):
    assert "名册中没有“甲乙丙”" in _refused(app("show", "甲乙丙", "--json", folder=folder))


def test_a_ledger_comes_in_with_its_held_rows_beside(app, program, empty_register, tmp_path):
    shutil.copy(empty_register, tmp_path / REGISTER)
    held = tmp_path / "待处理.xlsx"
    words = ("import", LEDGERS / "roster_service_units.xls")

    tried = _json(app(*words, "--dry-run", folder=tmp_path))
    assert "共 0 个" in app("find", "清新", folder=tmp_path)[1]

    done = _json(program(*words, "--held", held, folder=tmp_path))
    assert done == tried
    assert {*done} == {"new", "changed", "unchanged", "held", "skipped", "rows", "ignored_columns"}
    assert {*done["rows"][0]} >= {"file", "sheet", "row", "outcome", "name", "cell", "reasons"}
    assert len([row for row in done["rows"] if row["outcome"] == "held"]) == done["held"] > 0
    assert load_workbook(held).sheetnames == ["民办非企业单位"]

    accepted = _json(app(*words, "--accept-codes", "原件如此", folder=tmp_path))
    assert (accepted["new"], accepted["unchanged"]) == (2, done["new"] + done["unchanged"])


def test_a_file_that_is_no_ledger_is_refused(app, folder, tmp_path):
    (tmp_path / "a.xlsx").write_text("这不是表格", "utf-8")
    (tmp_path / "b.csv").write_text("甲,乙\n1,2\n", "utf-8")
    for name in ("a.xlsx", "b.csv", "没有.xlsx"):
        assert _refused(app("import", tmp_path / name, folder=folder))


def test_reports_are_listed_and_written(app, folder, tmp_path):
    _, out, _ = app("export", "--list", folder=folder)
    assert [line.split("\t")[0] for line in out.splitlines()] == [r.key for r in REPORTS]

    paper = tmp_path / "名册.xlsx"
    code, out, _ = app("export", "roster", "-o", paper, "--as-of", "2026-01-01", folder=folder)
    assert (code, str(paper) in out) == (0, True)
    assert "2026年1月1日" in load_workbook(paper).active["A2"].value


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export",), "export --list"),
        (("export", "没有", "-o", "a.xlsx"), "roster（社会组织名册）"),
        (("export", "roster", "-o", "没有/a.xlsx"), "文件夹"),
        (("export", "roster", "-o", "a.xlsx", "--as-of", "去年"), "2026-03-31 的样子"),
        (("export", "roster", "-o", "a.xlsx", "--as-of", "2199-01-01"), "不能晚于今天"),
    ],
)
def test_a_report_that_cannot_be_written_is_refused(words, said, app, folder):
    assert said in _refused(app(*words, folder=folder))
    assert not (ROOT / "a.xlsx").exists()


def test_a_certificate_is_written_for_the_stock_and_as_a_copy(app, folder, tmp_path):
    for mode in ("overprint", "copy"):
        paper = tmp_path / f"{mode}.pdf"
        words = ("--copy", "original", "--mode", mode, "--issued-on", "2026-03-01", "-o", paper)
        code, out, err = app("certificate", UNIT, *words, folder=folder)
        assert (code, err) == (0, "")
        assert "正本" in out
        assert paper.read_bytes().startswith(b"%PDF")
    assert (tmp_path / "copy.pdf").read_bytes() != (tmp_path / "overprint.pdf").read_bytes()


def test_a_body_that_ended_gets_no_certificate(app, folder, tmp_path):
    ended = next(
        body
        for body in _json(app("find", "清新", "--json", folder=folder))
        if body["status"] == OrgStatus.DEREGISTERED.value
    )
    words = ("--copy", "original", "--mode", "copy", "-o", tmp_path / "a.pdf")
    assert "注销" in _refused(app("certificate", ended["name"], *words, folder=folder))
    assert [*tmp_path.iterdir()] == []


def test_a_sound_register_is_called_sound(app, folder):
    assert app("check", folder=folder) == (
        0,
        "登记数据完好：数据库、操作记录和版本都已核对。\n",
        "",
    )


def test_a_register_that_was_tampered_with_is_named(program, county):
    tamper(county, "UPDATE history SET operator = '李四' WHERE seq = 77")
    assert "操作记录第 77 条" in _refused(program("check", folder=county.folder))


@pytest.mark.parametrize("at", [0.0, 0.1, 0.5, 0.9])
def test_a_damaged_file_is_refused_with_a_sentence(at, app, sample_register, tmp_path):
    whole = bytearray(sample_register.read_bytes())
    start = int(len(whole) * at) // 4096 * 4096
    whole[start : start + 8192] = bytes(range(256)) * 32
    (tmp_path / REGISTER).write_bytes(whole)
    assert _refused(app("check", folder=tmp_path))


def test_the_main_job_is_done_on_paper(program, tmp_path):
    code, out, err = program("demo", "-o", tmp_path / "样例")
    assert (code, err) == (0, "")
    papers = [tmp_path / "样例" / line for line in out.splitlines()]
    assert len(papers) >= 1 + 4 + len(REPORTS)
    assert {*papers} == {*(tmp_path / "样例").iterdir()}


def test_rare_characters_survive_a_console_that_has_none(program, county):
    words = ("show", UNIT, "--json")
    assert _json(program(*words, folder=county.folder, PYTHONIOENCODING="gbk", PYTHONUTF8="0"))


def test_a_body_is_shown_as_it_stood_in_law_on_a_day(app, tmp_path, sample_register):
    shutil.copy(sample_register, tmp_path / REGISTER)
    workspace = open_at(tmp_path)
    body = workspace.read(the, UNIT)
    street = ("住所", "旧街1号", body.residence, "2018-06")
    workspace.write(lambda s: record_change(s, the(s, UNIT), *street, origin="补录"))
    workspace.close()
    then = _json(app("show", UNIT, "--json", "--as-of", "2018-05-31", folder=tmp_path))
    now = _json(app("show", UNIT, "--json", folder=tmp_path))
    assert (then["residence"], now["residence"]) == ("旧街1号", body.residence)
    assert "尚未成立" in _refused(app("show", UNIT, "--as-of", "2001-01-01", folder=tmp_path))
    assert "不能晚于今天" in _refused(app("show", UNIT, "--as-of", "2199-01-01", folder=tmp_path))
