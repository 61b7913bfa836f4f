"""A city's desk and its counties, each with its register and key, and a stick between them."""

import shutil
from datetime import timedelta

import pytest
from sqlalchemy import select

from qyclient.certificates.services import lock_keys, make_key
from qyclient.exchange.models import Difference, Package
from qyclient.exchange.services.accepting import merge, reject, undo_merge
from qyclient.exchange.services.downward import send_down
from qyclient.exchange.services.handing import export
from qyclient.exchange.services.nouns import table_of, travelling
from qyclient.exchange.services.offices import bring_key, correspondent, own_key_file
from qyclient.exchange.services.packing import create
from qyclient.exchange.services.receipts import answer
from qyclient.exchange.services.receiving import receive
from qyclient.exchange.services.reviewing import decide, open_differences
from qyclient.merging import bring_in
from qyclient.office.services import establish
from qyclient.organizations.models import Organization
from qyclient.organizations.rules.lists import OrgStatus, OrgType
from qyclient.records.view import View
from qyclient.store.bulk import add
from qyclient.workspace import REGISTER, Workspace
from tests.conftest import CORRECTED, NOW

PASSWORD = "本机关的密钥密码"
CITY, COUNTY, SECOND, THIRD = "441800", "441803", "441821", "441823"


class Office:
    """What the clerk of one office does with packages, in a line each."""

    def __init__(self, workspace, code, stick):
        self.workspace, self.code, self.stick = workspace, code, stick
        self.days = 0

    def office(self, other):
        return self.workspace.read(correspondent, other.code).id

    def known(self, other):
        return self.workspace.read(correspondent, other.code)

    def make(self, to, full=False):
        office = self.office(to)
        return self.workspace.write(lambda s: create(s, office, full=full)).value

    def down(self, to):
        office = self.office(to)
        return self.workspace.write(lambda s: send_down(s, office)).value

    def write(self, package):
        path = self.stick / f"{self.code}-{package.sort}-{package.number}.qypkg"
        self.workspace.write(export, package.id, path)
        return path

    def send(self, to, full=False):
        return self.write(self.make(to, full))

    def take(self, path):
        return self.workspace.write(receive, path).value

    def merge(self, package):
        return self.workspace.write(merge, package.id).value

    def bring(self, path):
        """Take a package in, and merge what is in order."""
        return bring_in(self.workspace, path)

    def reject(self, package, because):
        return self.workspace.write(reject, package.id, because).value

    def undo(self, package):
        return self.workspace.write(undo_merge, package.id).value

    def answer(self, package):
        return self.write(self.workspace.write(answer, package.id).value)

    def package(self, key):
        return self.workspace.read(lambda session: session.get_one(Package, key))

    def packages(self):
        return self.workspace.page(Package, View())

    def waits(self):
        return self.workspace.read(open_differences)

    def differences(self):
        return self.workspace.page(Difference, View())

    def decide(self, wait, decision, text=""):
        return self.workspace.write(decide, wait.id, decision, text)

    def enter(self, *names, **values):
        usual = {"org_type": OrgType.SOCIAL_GROUP, "status": OrgStatus.ACTIVE}
        rows = [usual | {"name": name, **values} for name in names]
        return self.workspace.write(add, Organization, rows).value

    def put(self, key, **values):
        def change(session):
            record = session.get_one(Organization, key)
            for name, value in values.items():
                setattr(record, name, value)

        self.workspace.write_because(CORRECTED, change)

    def body(self, key):
        return self.workspace.read(lambda session: session.get(Organization, key))

    def rows(self, model):
        """Return every record of a noun as it lies in its table, by key."""
        table = table_of(model)
        rows = self.workspace.read(lambda s: s.execute(select(table)).mappings().all())
        return {row["id"]: {k: v for k, v in row.items() if k != "version"} for row in rows}

    def everything(self):
        found = {noun: self.rows(model) for noun, model in travelling().items()}
        return {noun: rows for noun, rows in found.items() if rows}

    def now(self):
        return NOW + timedelta(days=self.days)


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """The registers of a city and three counties, each with its key, known to each other."""
    folder = tmp_path_factory.mktemp("offices")
    offices = {code: _found(folder, code) for code in (CITY, COUNTY, SECOND, THIRD)}
    keys = {code: office.workspace.read(own_key_file) for code, office in offices.items()}
    for code, office in offices.items():
        for other in offices if code == CITY else [CITY]:
            if other != code:
                office.workspace.write(bring_key, keys[other])
    for office in offices.values():
        office.workspace.close()
    yield folder
    lock_keys()


def _found(folder, code):
    office = _open(folder, code, folder)
    office.workspace.write(establish, code)
    office.workspace.write(lambda session: make_key(session, "密钥", PASSWORD, on_stock=False))
    return office


def _open(folder, code, stick):
    office = Office(None, code, stick)
    office.workspace = Workspace(folder / code, f"{code}经办", office.now)
    return office


class Offices:
    """The offices of one test."""

    def __init__(self, founded, folder):
        self.stick = folder / "stick"
        self.stick.mkdir(parents=True)
        self._made = []
        for name, code in (
            ("city", CITY), ("county", COUNTY), ("second", SECOND), ("third", THIRD)
        ):  # fmt: skip
            (folder / code).mkdir()
            shutil.copy(founded / code / REGISTER, folder / code / REGISTER)
            office = _open(folder, code, self.stick)
            setattr(self, name, office)
            self._made.append(office)

    @property
    def counties(self):
        return [self.county, self.second, self.third]

    def close(self):
        for office in self._made:
            office.workspace.close()


@pytest.fixture
def offices(founded, tmp_path):
    made = Offices(founded, tmp_path)
    yield made
    made.close()


@pytest.fixture
def city(offices):
    return offices.city


@pytest.fixture
def county(offices):
    return offices.county
