"""Making the sample county in an empty register."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from qyclient.assets import asset
from qyclient.certificates.rules import Copy
from qyclient.certificates.services import prepare
from qyclient.contracts.services import record
from qyclient.contracts.services.verdicts import enter_verdict
from qyclient.office.services import amend_office, establish
from qyclient.organizations.models import (
    AnnualReview,
    CreditListing,
    FiledFact,
    LegalChange,
    Officer,
    Organization,
    YearFigures,
)
from qyclient.organizations.services.register import the
from qyclient.sample.bodies import Maker
from qyclient.sample.certificates import fill_desk
from qyclient.sample.contracts import more_contracts
from qyclient.sample.credit import listings, written_listings
from qyclient.sample.figures import figures
from qyclient.sample.filed import filed
from qyclient.sample.gradings import evaluate
from qyclient.sample.matters import handle
from qyclient.sample.network import serve
from qyclient.sample.people import seat, seated
from qyclient.sample.purchases import buy, transfer
from qyclient.sample.returns import send_returns
from qyclient.sample.years import endings, officers, reviews
from qyclient.store.bulk import add

_CERTIFIED = (
    ("清新县暖心大学生社会服务队", date(2012, 8, 30)),
    ("清新区和乐社会工作服务中心", date(2024, 5, 16)),
)


def fill(session: Session, area_code: str) -> int:
    """Make the sample county in an empty register; return how many bodies it has."""
    county = json.loads(asset("samples/county.json").read_text("utf-8"))
    office = establish(session, area_code, is_sample=True)
    session.flush()
    amend_office(session, office.version, county["office"])
    seat(session, county["operators"], county["stand_ins"])
    maker = Maker(county, area_code)
    rows = [*maker.bodies()]
    keys = add(session, Organization, rows)
    _fill_years(session, keys, rows, county["listed"])
    filings = [
        filed(key, row["name"], county["filed"]) for key, row in zip(keys, rows, strict=True)
    ]
    add(session, FiledFact, [fact for one in filings for fact in one])
    for contract in [*county["contracts"], *more_contracts(county, rows)]:
        record(session, contract["texts"], contract["instalments"])
        for told in contract.get("verdicts", ()):
            enter_verdict(session, {**told, "contract": contract["texts"]["contract_no"]})
    for name, day in _CERTIFIED:
        for copy in Copy:
            prepare(session, the(session, name).id, copy, day)
    fill_desk(session, county, keys)
    evaluate(session, county)
    session.flush()
    handle(session, county, maker)
    with seated(session, county["purchases"]["by"]):
        buy(session, county)
        transfer(session, county)
    serve(session, county)
    session.flush()
    send_returns(session, county["sent"])
    return len(rows)


def _fill_years(
    session: Session,
    keys: Sequence[Any],
    rows: Sequence[Mapping[str, Any]],
    listed: Sequence[Mapping[str, Any]],
) -> None:
    """Say who led each body, when it ended, how its years went, and on which list it stood."""
    terms = Random(27)  # noqa: S311 - as below
    chance = Random(18)  # noqa: S311 - invented people, not secrets
    both = [*zip(keys, rows, strict=True)]
    add(session, Officer, [one for key, row in both for one in officers(key, row, terms)])
    ended = [[*endings(key, row, chance)] for key, row in both]
    add(session, LegalChange, [change for one in ended for change in one])
    reviewed = [
        [*reviews(key, row, ends, chance)] for (key, row), ends in zip(both, ended, strict=True)
    ]
    stand = [*written_listings(listed, rows, reviewed)]
    add(session, AnnualReview, [review for one in reviewed for review in one])
    counted = zip(rows, reviewed, strict=True)
    add(session, YearFigures, [f for row, one in counted for f in figures(row, one, chance)])
    add(session, CreditListing, [*stand, *listings(reviewed)])
