"""Values for any field: two fixed ones by which records differ, and drawn ones without end."""

import string
from datetime import date
from decimal import Decimal
from uuid import UUID

from hypothesis import assume
from hypothesis import strategies as st
from sqlalchemy import inspect

from qyclient.records import kinds, org_code, uscc
from qyclient.records.base import fields_of
from qyclient.records.dates import PartialDate
from qyclient.records.identity import check_character
from qyclient.returns.rules.periods import PERIOD

_BARE = {object: {}, bytes: b"%PDF", UUID: UUID(int=7), str: "", int: 0}
_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"

FIXED = {
    kinds.TEXT: ("清新区阅读促进会", "=1+1"),
    kinds.LONG_TEXT: ("阅读推广\n书屋建设", "@志愿者"),
    kinds.PERSON_NAME: ("欧阳𬭎", "刘颖"),
    kinds.USCC: ("51441803YL95000056", "51441803MJL3114203"),
    kinds.ORG_CODE: ("YL9500005", "MJL311420"),
    kinds.PAPER_NUMBER: ("441827199603199643", "44182719610605401X"),
    kinds.PHONE: ("13800138000", "0763-5812345、13800138001"),
    kinds.POSTCODE: ("511800", "000123"),
    kinds.ACCOUNT: ("6222000011112222", "80020000012345678"),
    kinds.AREA: ("441803", "441803101"),
    kinds.MONEY: (Decimal("30000.00"), Decimal("33333.33")),
    kinds.DATE: (date(2024, 2, 29), date(2012, 8, 30)),
    kinds.PARTIAL_DATE: (PartialDate("1998"), PartialDate("unknown")),
    kinds.COUNT: (0, 37),
    kinds.YES_NO: (False, True),
    kinds.SCORE: (Decimal("71.3000"), Decimal("89.9951")),
    kinds.NUMBER: (Decimal(120), Decimal("-0.5")),
    PERIOD: ("2026Q3", "2025M11"),
}


def fixed(field, number):
    """Return the first or the second fixed value of a field that is no link."""
    if field.kind in FIXED:
        return FIXED[field.kind][number]
    return field.kind.parse(field.kind.options[-number])


def unseen(model):
    """Return something for each column of a model that is no field and may not be empty."""
    shown = {field.key for field in fields_of(model)} | {
        f"{field.key}_id" for field in fields_of(model) if field.target
    }
    return {
        column.key: _BARE[column.type.python_type]
        for column in inspect(model).columns
        if column.key not in shown | {"id", "version"} and not column.nullable
    }


def _read(kind, texts):
    """Draw what a kind makes of texts; what it refuses is not drawn."""

    def read(text):
        try:
            return kind.parse(text)
        except ValueError:
            assume(False)

    return texts.map(read)


def _credit_code(area_and_body):
    registrar, body = area_and_body[:8], area_and_body[8:]
    seventeen = registrar + body + org_code.check_character(body)
    assume(seventeen[-1] in _CODE)
    return seventeen + uscc.check_character(seventeen)


def _partial(day):
    return st.sampled_from(
        [PartialDate(day.isoformat()[:length]) for length in (4, 7, 10)] + [PartialDate("unknown")]
    )


_days = st.dates(date(1850, 1, 1), date(2199, 12, 31))
_written = st.text(max_size=40) | st.text("协会A1·． 　（）%_-—/\t\n\u200b𬭎", max_size=40)
_names = _written | st.text("欧阳𬭎刘颖·.A ", min_size=2, max_size=9)
_phones = st.lists(
    st.from_regex("1[3-9][0-9]{9}|0763-?[2-9][0-9]{6}(-[0-9]{3})?|[2-9][0-9]{6}", fullmatch=True),
    min_size=1,
    max_size=3,
).map("、".join)

_DRAWN = {
    PERIOD: st.sampled_from(["2026Q3", "2026M03", "2026M12", "2025H2", "2012"]),
    kinds.TEXT: _read(kinds.TEXT, _written),
    kinds.LONG_TEXT: _read(kinds.LONG_TEXT, _written),
    kinds.PERSON_NAME: _read(kinds.PERSON_NAME, _names),
    kinds.USCC: st.text(_CODE, min_size=16, max_size=16).map(_credit_code),
    kinds.ORG_CODE: st.text(string.digits + string.ascii_uppercase, min_size=8, max_size=8).map(
        lambda body: body + org_code.check_character(body)
    ),
    kinds.PAPER_NUMBER: _read(kinds.PAPER_NUMBER, _written)
    | st.text(string.digits, min_size=17, max_size=17).map(lambda n: n + check_character(n)),
    kinds.PHONE: _read(kinds.PHONE, _phones),
    kinds.POSTCODE: st.text(string.digits, min_size=6, max_size=6),
    kinds.ACCOUNT: st.text(string.digits, min_size=8, max_size=32),
    kinds.AREA: st.from_regex(r"[1-9][0-9]{5}([0-9]{3}){0,2}", fullmatch=True),
    kinds.MONEY: st.integers(-(10**15), 10**15).map(lambda fen: Decimal(fen).scaleb(-2)),
    kinds.DATE: _days,
    kinds.PARTIAL_DATE: _days.flatmap(_partial),
    kinds.COUNT: st.integers(0, 10**12 - 1),
    kinds.YES_NO: st.booleans(),
    kinds.SCORE: st.integers(0, 10**6).map(lambda points: Decimal(points).scaleb(-4)),
    kinds.NUMBER: st.integers(-(10**12), 10**12).map(lambda n: Decimal(n).scaleb(-4)),
}


def drawn(kind):
    """Return the strategy for the values of a kind."""
    if kind in _DRAWN:
        return _DRAWN[kind]
    return st.sampled_from(kind.options).map(kind.parse)
