"""整理数据: every noun of the register as one flat table, read in pieces and written in one go."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import inspect

from qyclient.errors import Refused
from qyclient.office.services import note_access
from qyclient.organizations.models import Organization
from qyclient.papers import REPORTS, heading
from qyclient.progress import Progress
from qyclient.records.base import Base, fields_of
from qyclient.records.choices import Choice
from qyclient.records.view import View
from qyclient.returns.models import Return
from qyclient.returns.reports.tidy import write_csv, write_json_ld, write_tidy
from qyclient.workspace import Workspace

_PIECE = 1000
JSON_LD = ".jsonld"


def tidy_nouns() -> Mapping[str, type[Base]]:
    """Return what can be written so, by name: whatever is reported on, and the returns."""
    nouns: list[type[Base]] = [*dict.fromkeys(report.noun for report in REPORTS), Return]
    return {one.__tablename__: one for one in nouns}


def tidy(workspace: Workspace, name: str, path: Path, progress: Progress, purpose: str = "") -> int:
    """Write a noun as .xlsx, .csv or, of bodies, .jsonld; return how many records it has.

    Personal data is masked unless a purpose is given, which is noted.
    """
    known = tidy_nouns()
    noun = next((n for k, n in known.items() if name in {k, n.__label__}), None)
    if noun is None:
        told = "、".join(f"{key}（{one.__label__}）" for key, one in known.items())
        raise Refused(f"没有“{name}”；可以整理的有：{told}。")
    fields = [field for field in fields_of(noun) if field.key != "voided_because"]
    total = workspace.count(noun, View())
    personal = [field.label for field in fields if field.personal]
    if purpose and personal:
        said = f"整理数据 {noun.__label__} {total} 条：{'、'.join(personal)}；{path.name}"
        workspace.write(note_access, "导出", None, said, purpose)
    head = replace(heading(workspace), purpose=purpose)
    records = _records(workspace, noun, total, progress)
    suffix = path.suffix.lower()
    if suffix == JSON_LD:
        if noun is not Organization:
            raise Refused("JSON-LD 只用于社会组织；其他的请用 .xlsx 或 .csv。")
        write_json_ld(path, records, head)
    elif suffix == ".csv":
        write_csv(path, fields, records, head)
    else:
        write_tidy(path, fields, _options(noun), records, head)
    return total


def _records(
    workspace: Workspace, noun: type[Base], total: int, progress: Progress
) -> Iterator[Any]:
    """Yield the records a piece at a time: memory stays flat however many there are."""
    for start in range(0, total, _PIECE):
        progress.step(start, total, "条")
        yield from workspace.page(noun, View(), start, _PIECE)


def _options(noun: type[Base]) -> Mapping[str, type[Choice]]:
    columns = inspect(noun).columns
    kept = {f.key: getattr(columns.get(f.key), "type", None) for f in fields_of(noun)}
    found = {key: getattr(one, "enum_class", None) for key, one in kept.items()}
    return {key: one for key, one in found.items() if one is not None}
