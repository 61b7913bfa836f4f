"""Everything that is declared, for the sweeps to go over."""

import tomllib
from pathlib import Path

import pytest

from qyclient.papers import REPORTS as PAPERS
from qyclient.records import kinds
from qyclient.records.base import Base, fields_of
from qyclient.records.kinds import Kind

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = SETTINGS["tool"]["importlinter"]["contracts"]
SUBJECTS = sorted(
    path.parent.name for path in (ROOT / "qyclient").glob("*/models*") if path.name != "__pycache__"
)
ROOMS = {"models", "rules", "services", "reports"}

MODELS = sorted(
    (mapper.class_ for mapper in Base.registry.mappers), key=lambda model: model.__name__
)
FIELDS = [pytest.param(m, f, id=f"{m.__name__}.{f.key}") for m in MODELS for f in fields_of(m)]
LINKS = [param for param in FIELDS if param.values[1].target is not None]
REPORTS = [pytest.param(report, id=report.key) for report in PAPERS]

_NAMED = {
    name: kind
    for name, kind in vars(kinds).items()
    if isinstance(kind, Kind) and kind is not kinds.LINK
}
_CHOSEN = {
    f"{model.__name__}.{field.key}": field.kind
    for model in MODELS
    for field in fields_of(model)
    if field.kind.name in {"choice", "several"} and field.kind not in _NAMED.values()
}
KINDS = [pytest.param(kind, id=name) for name, kind in (_NAMED | _CHOSEN).items()]
"""Every kind of value but the link, which is read by whoever can look it up."""

FILES = sorted(
    path.relative_to(ROOT)
    for path in [ROOT / "app.py", *ROOT.glob("[iqtu]*/**/*.py")]
    if "versions" not in path.parts
)
"""Every file of ours but the revisions of the database, which are frozen as they were made."""
