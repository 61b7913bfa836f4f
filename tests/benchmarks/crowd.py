"""Many bodies: names as they really are put together, different in each row."""

import json
import random
from datetime import datetime
from zoneinfo import ZoneInfo

from qyclient.assets import asset
from qyclient.office.services import establish
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.checks import KIND_IN_CODE
from qyclient.records import org_code, uscc
from qyclient.sample.bodies import Maker
from qyclient.store.bulk import add
from qyclient.workspace import Workspace

_HAN = (
    "东南西北中江河湖海山川林田园云雨风春夏秋冬金木水火土天地日月星辰光明德仁义礼智信福禄寿喜安康宁"
)
_SORTS = {sort: second for second, sort in KIND_IN_CODE.items()}
_KINDS = 3000
_PART = 50_000


def crowd(number):
    """Return rows of the register, the same ones for the same number."""
    county = json.loads(asset("samples/county.json").read_text("utf-8"))
    places, streams = "太三禾龙浸石山新清江河湖海云雨风林森田园", "和坪坑颈潭塘桥头口湾"
    county["towns"] = [f"{a}{b}镇" for a in places for b in streams]
    maker = Maker(county, "441803")
    kinds = [maker.invented("SM"[n % 2]) for n in range(_KINDS)]
    chance = random.Random(1)
    rows = []
    for n in range(number):
        row = dict(kinds[n % _KINDS])
        brand = "".join(chance.choices(_HAN, k=chance.randint(2, 4)))
        row["name"] = f"清新区{brand}{row['name'][3:]}"
        if row["legacy_cert_no"]:
            row["legacy_cert_no"] = f"粤清新证字第{n}号"
        row["uscc"] = _code(row["org_type"], n)
        row["phone"] = f"0763-{chance.randint(1_000_000, 9_999_999)}"
        rows.append(row)
    return rows


def _code(sort, number):
    """Return a credit code as the standard has it."""
    start = f"5{_SORTS[sort]}441803{number:08d}"
    whole = start + org_code.check_character(start[-8:])
    return whole + uscc.check_character(whole)


def clock():
    return datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def register(folder, rows):
    """Return a new register that holds these rows."""
    workspace = Workspace(folder, "基准", clock)
    workspace.write(establish, "441803")
    fill(workspace, rows)
    return workspace


def fill(workspace, rows):
    """Write rows through the bulk door, in transactions of a moderate size."""
    for start in range(0, len(rows), _PART):
        workspace.write(_add, rows[start : start + _PART])


def _add(session, rows):
    add(session, Organization, rows)
