"""命令行：现在能办什么，谁欠哪一年."""

import json
from argparse import Namespace

from qyclient.commands import allowed_, annual

NAME = "清新县暖心大学生社会服务队"


def test_what_may_be_done_is_told_as_lines_and_as_json(county, capsys):
    assert allowed_(county, Namespace(body=NAME, json=False)) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert ["可以", "CHANGE", "变更登记", ""] in lines
    allowed_(county, Namespace(body=NAME, json=True))
    found = {one["verb"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["SERIOUS_OUT"]["allowed"] is False
    assert "令第60号" in found["SERIOUS_OUT"]["citation"]


def test_who_owes_a_year_is_listed_with_its_numbers(county, capsys):
    annual(county, Namespace(year=2024, only="again", json=False))
    *lines, last = capsys.readouterr().out.splitlines()
    assert all("连续 2 年未报" in line for line in lines)
    assert f"连续未报 {len(lines)}" in last
    annual(county, Namespace(year=None, only="returned", json=True))
    assert {one["state"] for one in json.loads(capsys.readouterr().out)} == {"RETURNED"}
