"""Bringing an older register up to date, and writing the next revision."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData

from qyclient.errors import Refused
from qyclient.store.engine import links_unwatched
from qyclient.store.revision import NEWEST, current


def config(engine: Engine, tables: MetaData | None = None) -> Config:
    """Return Alembic's configuration for this register: there is no alembic.ini."""
    alembic = Config()
    alembic.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    alembic.set_main_option("path_separator", "os")
    alembic.attributes |= {"engine": engine, "tables": tables, "unwatched": links_unwatched}
    return alembic


def newest(engine: Engine) -> str:
    """Return the revision that this program knows as the newest."""
    return str(ScriptDirectory.from_config(config(engine)).get_current_head())


def upgrade(engine: Engine) -> None:
    """Bring a register to the newest revision; refuse one of a newer program."""
    revision = current(engine)
    if revision == newest(engine):
        return
    known = {
        script.revision for script in ScriptDirectory.from_config(config(engine)).walk_revisions()
    }
    if revision is not None and revision not in known:
        raise Refused("这份数据由更新版本的程序建立，请先升级本程序再打开；数据没有改动。")
    command.upgrade(config(engine), "head")


def compare(engine: Engine, tables: MetaData) -> None:
    """Fail if a register at its newest revision is not what the models say."""
    command.check(config(engine, tables))


def revise(engine: Engine, tables: MetaData, message: str) -> None:
    """Write the revision that leads from an up-to-date register to the models (developers).

    Revisions are counted; the one written is then what each start asks for.
    """
    number = f"{int(NEWEST) + 1:04}"
    command.revision(config(engine, tables), message, autogenerate=True, rev_id=number)
    asked = Path(__file__).with_name("revision.py")
    line = 'NEWEST = "{}"'
    asked.write_text(
        asked.read_text("utf-8").replace(line.format(NEWEST), line.format(number)), "utf-8"
    )
