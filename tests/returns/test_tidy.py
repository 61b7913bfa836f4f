"""Tidy tables: flat, coded, described; they come back in as what they were."""

import csv
import json

import pytest
from openpyxl import load_workbook

from qyclient.errors import Refused
from qyclient.office.services import accesses
from qyclient.organizations.models import Organization
from qyclient.organizations.services.intake import take_in
from qyclient.organizations.services.ledgers import read_ledgers
from qyclient.progress import Silent
from qyclient.records.view import View
from qyclient.tidying import tidy, tidy_nouns


@pytest.mark.parametrize("noun", tidy_nouns())
def test_every_noun_is_one_row_of_headings_and_a_row_for_each_record(county, noun, tmp_path):
    count = tidy(county, noun, tmp_path / "a.xlsx", Silent())
    data, described, codes = load_workbook(tmp_path / "a.xlsx").worksheets
    heads = [cell.value for cell in data[1]]
    assert len(heads) == len(set(heads))
    assert data.max_row == count + 1
    told = {row[0].value for row in described.iter_rows(min_row=2)}
    assert {head.removesuffix("代码") if head.removesuffix("代码") in told else head
            for head in heads[1:]} <= told  # fmt: skip
    assert {row[0].value for row in codes.iter_rows(min_row=2)} <= told
    assert {c.data_type for row in data.iter_rows() for c in row} <= {"s", "n", "d"}


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_what_went_out_comes_back_in_unchanged(county, suffix, tmp_path):
    path = tmp_path / f"社会组织{suffix}"
    count = tidy(county, "社会组织", path, Silent(), "年度核对")
    ledgers = read_ledgers([path], Silent())
    outcome = county.try_out(take_in, ledgers, "", Silent())
    assert outcome.counts["unchanged"] == count
    assert outcome.counts["new"] == outcome.counts["changed"] == 0
    assert county.read(accesses)[0]["reason"] == "年度核对"


def test_personal_data_is_masked_unless_there_is_a_purpose(county, tmp_path):
    tidy(county, "organization", tmp_path / "a.csv", Silent())
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    full = {o.phone for o in county.page(Organization, View()) if o.phone and o.phone[:1] == "1"}
    assert not {row["联系电话"] for row in rows} & full
    assert not county.read(accesses)


def test_bodies_speak_the_words_of_other_registers(county, tmp_path):
    count = tidy(county, "organization", tmp_path / "a.jsonld", Silent())
    said = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))
    assert said["@context"]["rov"] == "http://www.w3.org/ns/regorg#"
    assert len(said["@graph"]) == count
    one = next(b for b in said["@graph"] if b["rov:legalName"] == "清新区和乐社会工作服务中心")
    assert one["rov:orgType"]["skos:prefLabel"] == "民办非企业单位"
    assert "rov:RegisteredOrganization" in one["@type"]
    assert not {"legal_rep", "phone"} & set(one)
    with pytest.raises(Refused, match="JSON-LD 只用于社会组织"):
        tidy(county, "contract", tmp_path / "b.jsonld", Silent())
    with pytest.raises(Refused, match="可以整理的有"):
        tidy(county, "没有", tmp_path / "c.csv", Silent())
