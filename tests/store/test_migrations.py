"""The revisions lead to what the models say, and back, with data in."""

import ast
import shutil

import pytest
from alembic import command
from sqlalchemy import inspect
from sqlcipher3 import dbapi2 as sqlite

import qyclient.exchange.models  # noqa: F401 - its tables are declared too
from qyclient.errors import Refused
from qyclient.records.base import Base
from qyclient.store.engine import Database
from qyclient.store.migrate import compare, config, newest, upgrade
from qyclient.store.revision import NEWEST, current
from qyclient.workspace import REGISTER
from tests.conftest import open_at
from tests.declared import ROOT

VERSIONS = sorted((ROOT / "qyclient/store/migrations/versions").glob("[0-9]*.py"))


@pytest.fixture
def database(tmp_path):
    opened = Database(tmp_path / "a.db")
    yield opened
    opened.close()


def test_the_newest_revision_is_what_the_models_say(database):
    upgrade(database.writer)
    compare(database.writer, Base.metadata)
    assert current(database.writer) == newest(database.writer)


def test_a_full_register_can_go_down_and_up_again(sample_register, tmp_path):
    shutil.copy(sample_register, tmp_path / "a.db")
    full = Database(tmp_path / "a.db")
    command.downgrade(config(full.writer), "base")
    with full.writer.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    upgrade(full.writer)
    compare(full.writer, Base.metadata)
    assert full.check() == []
    full.close()


def test_an_up_to_date_register_is_not_touched(sample_register, tmp_path):
    shutil.copy(sample_register, tmp_path / REGISTER)
    before = (tmp_path / REGISTER).read_bytes()
    open_at(tmp_path).close()
    assert (tmp_path / REGISTER).read_bytes() == before


def test_a_register_of_a_newer_program_is_refused_and_left_alone(empty_register, tmp_path):
    shutil.copy(empty_register, tmp_path / REGISTER)
    raw = sqlite.connect(str(tmp_path / REGISTER))
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    before = (tmp_path / REGISTER).read_bytes()

    with pytest.raises(Refused, match="更新版本"):
        open_at(tmp_path)

    assert (tmp_path / REGISTER).read_bytes() == before


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_a_revision_stands_alone(path):
    tree = ast.parse(path.read_text("utf-8"))
    roots = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert roots <= {"sqlalchemy", "alembic", "collections"}
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert {"upgrade", "downgrade"} <= functions


def test_the_revision_asked_for_at_each_start_is_the_newest(workspace):
    assert newest(workspace.database.writer) == NEWEST
