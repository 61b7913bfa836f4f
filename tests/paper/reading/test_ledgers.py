import json
from pathlib import Path

import pytest

from qyclient.records.characters import one_line
from qyclient.records.dates import parse_date
from qyclient.records.identity import parse_id_no
from qyclient.records.money import has_unit, parse_money
from qyclient.records.numbers import parse_count, parse_yes_no
from qyclient.records.phone import parse_phone
from qyclient.records.uscc import parse_uscc

LEDGERS = Path(__file__).parents[2] / "ledgers"
TRUTH = json.loads((LEDGERS / "truth.json").read_text(encoding="utf-8"))


def fund(text):
    return float(parse_money(text if has_unit(text) else f"{text}万元"))


def day(text):
    return parse_date(text).isoformat()


COLUMNS = {
    "name": (1, one_line),
    "uscc": (2, parse_uscc),
    "established": (4, day),
    "id_no": (6, parse_id_no),
    "phone": (7, parse_phone),
    "fund_yuan": (11, fund),
    "individual_members": (13, parse_count),
    "staff": (14, parse_count),
    "party": (16, parse_yes_no),
    "valid_from": (18, day),
    "valid_to": (19, day),
}


@pytest.fixture(params=["roster_associations.xlsx", "roster_service_units.xls"])
def sheet(request, read):
    return read(LEDGERS / request.param)[0]


def test_every_sound_row_of_a_real_ledger_means_what_a_careful_clerk_would_enter(sheet):
    told = [row for row in TRUTH if row["sheet"] == sheet.name and not row["defect"]]
    assert len(told) > 100
    for row in told:
        cells = sheet.rows[row["row"] - 1]
        meant = {key: read(str(cells[column])) for key, (column, read) in COLUMNS.items()}
        assert meant == {key: row["expect"][key] for key in COLUMNS}


def test_codes_that_excel_spoiled_are_found(sheet):
    for row in TRUTH:
        if row["sheet"] == sheet.name and row["defect"] in {
            "float_code",
            "short_code",
            "bad_check",
        }:
            with pytest.raises(ValueError, match="统一社会信用代码"):
                parse_uscc(str(sheet.rows[row["row"] - 1][2]))


def test_merged_cells_of_the_heading_are_known(sheet):
    assert (0, 0, 0, 23) in sheet.merged
