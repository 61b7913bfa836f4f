"""Invented bodies of the sample county, the same ones each time."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

from qyclient.organizations.models import Organization
from qyclient.records import identity, org_code, uscc
from qyclient.records.base import fields_of

SOCIAL_GROUPS, UNITS, FILED = 176, 120, 30


class Maker:
    """Invents bodies, the same ones at each call."""

    def __init__(self, county: Mapping[str, Any], area_code: str) -> None:
        self._county = county
        self._area = area_code
        self._chance = Random(441803)  # noqa: S311 - invented bodies, not secrets
        self._serials = count(1)
        self._names: set[str] = set()
        self._numbers: set[tuple[str, int]] = set()

    def bodies(self) -> Iterator[dict[str, Any]]:
        """Return the bodies as rows of the register."""
        for facts in self._county["bodies"]:
            texts = (
                {**facts, "uscc": self._code(facts["org_type"])}
                if facts.get("uscc") == "YL"
                else facts
            )
            yield self._row(texts)
        for sort, number in (("S", SOCIAL_GROUPS), ("M", UNITS), ("C", FILED)):
            for _ in range(number):
                yield self.invented(sort)

    def invented(self, sort: str) -> dict[str, Any]:
        """Return one more body of a sort as a row of the register."""
        return self._row(self._invented(sort))

    def applicant(self, sort: str) -> dict[str, list[str]]:
        """Return what a body that is not registered yet applies for."""
        facts = self._invented(sort)
        chosen = (
            "name", "org_type", "residence", "legal_rep", "phone", "unit_kind", "fund_amount",
            "business_supervisor", "activity_area", "business_scope", "individual_members",
        )  # fmt: skip
        names = {"S": "社会团体", "M": "民办非企业单位"}
        told = {**facts, "org_type": names[sort], "individual_members": "68"}
        if sort == "M":
            told |= {"unit_kind": "法人", "individual_members": None}
        return {key: [_text(told[key]), ""] for key in chosen if told.get(key)}

    def address(self) -> str:
        """Return a place to move to."""
        return self._address(self._chance.choice(self._county["towns"]))

    def code(self, sort: str) -> str:
        """Return the next invented credit code of a sort of body."""
        return self._code(sort)

    def _invented(self, sort: str) -> dict[str, Any]:
        pick, words = self._chance.choice, self._county[sort]
        town, year = pick(self._county["towns"]), self._chance.randint(1994, 2025)
        born = date(year, 1, 1) + timedelta(days=self._chance.randrange(360))
        staff = self._chance.randint(2, 60)
        facts = {
            "name": self._name(sort, town),
            "org_type": sort,
            "status": self._chance.choices(
                ("ACTIVE", "DEREGISTERED", "REVOKED", "SUSPENDED", "LIQUIDATING"), (88, 6, 4, 1, 1)
            )[0],
            "established_on": pick((born.isoformat(),) * 8 + (born.isoformat()[:7], str(year))),
            "legal_rep": self._person(),
            "residence": self._address(town),
            "town": town,
            "legal_rep_id_no": self._id_no(),
            "phone": f"0763-58{self._chance.randint(10000, 99999)}",
            "contact": self._person(),
            "remark": "样例",
        }
        if sort == "C":
            return facts
        return facts | self._registered(sort, words, born, staff)

    def _registered(
        self, sort: str, words: Mapping[str, Any], born: date, staff: int
    ) -> dict[str, Any]:
        pick = self._chance.choice
        since = date(self._chance.randint(2021, 2025), born.month, min(born.day, 28))
        supervisor = pick([*self._county["supervisors"], "直接登记"])
        serial = self._chance.randint(1, 9999)
        while (sort, serial) in self._numbers:
            serial = serial % 9999 + 1
        self._numbers.add((sort, serial))
        return {
            "uscc": self._code(sort),
            "unit_kind": "LEGAL_PERSON" if sort == "M" else None,
            "legacy_cert_no": f"粤清新{'社' if sort == 'S' else '民'}证字第{serial:04d}号"
            if born.year < 2016  # noqa: PLR2004 - one code since then
            else None,
            "business_supervisor": supervisor,
            "supervision_mode": "DIRECT" if supervisor == "直接登记" else "DUAL",
            "fund_amount": str(pick((30000, 30000, 50000, 100000, 200000, 35000.5))),
            "activity_area": "清新区",
            "business_scope": pick(words["scope"]),
            "industry": str(self._chance.randint(1, 9)),
            "has_party_organization": self._chance.random() < 0.4,  # noqa: PLR2004
            "is_charity": self._chance.random() < 0.06,  # noqa: PLR2004
            "org_grade": self._chance.choices((None, "3A", "4A", "5A", "2A"), (60, 18, 12, 5, 5))[
                0
            ],
            "certificate_valid_from": since.isoformat(),
            "certificate_valid_to": since.replace(year=since.year + 5).isoformat(),
            "unit_members": self._chance.randint(0, 60) if sort == "S" else None,
            "individual_members": self._chance.randint(20, 300) if sort == "S" else None,
            "staff": staff,
            "women": self._chance.randint(0, staff),
        }

    def _row(self, texts: Mapping[str, Any]) -> dict[str, Any]:
        shared = {"area_code": self._area, "registration_authority": "清远市清新区民政局"}
        given = {**shared, **texts}
        return {
            field.key: None
            if given.get(field.key) is None
            else field.kind.parse(_text(given[field.key]))
            for field in fields_of(Organization)
        }

    def _name(self, sort: str, town: str) -> str:
        words = self._county[sort]
        while True:
            place = self._chance.choice(("清新区", "清远市清新区", f"清新区{town}"))
            brand = self._chance.choice(words["brands"]) if sort == "M" else ""
            field, form = (self._chance.choice(words[part]) for part in ("fields", "forms"))
            name = f"{place}{brand}{field}{form}"
            if name not in self._names:
                self._names.add(name)
                return name

    def _person(self) -> str:
        surname: str = self._chance.choice(self._county["surnames"])
        given: str = self._chance.choice(self._county["given"])
        return surname + given

    def _address(self, town: str) -> str:
        street = self._chance.choice(self._county["streets"])
        return f"清远市清新区{town}{street}{self._chance.randint(1, 180)}号"

    def _id_no(self) -> str:
        """Return a number of nobody: no place has the area code 440000."""
        born = date(1950, 1, 1) + timedelta(days=self._chance.randrange(18_000))
        seventeen = f"440000{born:%Y%m%d}{self._chance.randrange(1000):03d}"
        return seventeen + identity.check_character(seventeen)

    def _code(self, sort: str) -> str:
        body = f"YL{next(self._serials):06d}"
        seventeen = f"5{'SMJ'.index(sort) + 1}{self._area}{body}{org_code.check_character(body)}"
        return seventeen + uscc.check_character(seventeen)


def _text(value: Any) -> str:
    return ("是" if value else "否") if isinstance(value, bool) else str(value)
