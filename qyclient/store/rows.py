"""The door of rows in a form: what belongs to a record, entered, amended and voided in one go."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Overtaken, Refused
from qyclient.records.base import Base, fields_of
from qyclient.records.field import clean
from qyclient.store.entry import amended, named
from qyclient.store.listing import VOIDED, linked, standing

R = TypeVar("R", bound=Base)
Row = Mapping[str, str]
"""A row as it was typed, by field key; one that is kept already has its `id` and `version`."""

ID, VERSION = "id", "version"


def rows_of(session: Session, model: type[R], link: str, owner: UUID) -> Sequence[R]:
    """Return what stands of a noun under a record, oldest first."""
    mine = getattr(model, f"{link}_id") == owner
    query = linked(model).where(mine, standing(model))
    return session.scalars(query.order_by(model.id)).all()


def as_row(record: Base) -> dict[str, str]:
    """Return a record as a row to be shown and given back."""
    shown = {field.key: field.show(record) for field in fields_of(type(record)) if not field.target}
    return {**shown, ID: str(record.id), VERSION: str(record.version)}


def entered_under(session: Session, model: type[R], texts: Row, **links: Base) -> R:
    """Return a record of what was typed under other records, not yet added."""
    fields = [field for field in fields_of(model) if field.key not in links]
    whole = {field.key: texts.get(field.key, "") for field in fields}
    return model(**clean(fields, whole, partial(named, session)), **links)


def kept_rows(
    session: Session,
    model: type[R],
    owner: Mapping[str, Base],
    rows: Sequence[Row],
    because: str,
    check: Callable[[R], None] = lambda _record: None,
) -> list[R]:
    """Make what stands under a record what the rows say; return the rows that are new or changed.

    `owner` is the link and its record. What is no longer among the rows is voided with the reason.
    """
    [(link, record)] = owner.items()
    stored = {str(one.id): one for one in rows_of(session, model, link, record.id)}
    given = [row.get(ID, "") for row in rows if row.get(ID)]
    if unknown := set(given) - set(stored):
        raise Overtaken(f"有 {len(unknown)} 行{model.__label__}刚刚被别人去掉，请重新打开再改。")
    gone = [one for key, one in stored.items() if key not in given]
    if gone and not because.strip():
        raise Invalid({"because": f"去掉了{model.__label__}“{gone[0]}”，请写明原因"})
    for one in gone:
        setattr(one, VOIDED, because.strip())
    return [
        kept
        for number, row in enumerate(rows, 1)
        if (kept := _kept(session, model, owner, row, number, check)) is not None
    ]


def _kept(
    session: Session,
    model: type[R],
    owner: Mapping[str, Base],
    row: Row,
    number: int,
    check: Callable[[R], None],
) -> R | None:
    texts = {key: text for key, text in row.items() if key not in {ID, VERSION, VOIDED}}
    try:
        if not row.get(ID):
            record = entered_under(session, model, texts, **owner)
            check(record)
            session.add(record)
            return record
        record = amended(session, model, UUID(row[ID]), int(row[VERSION]), texts)
        if not session.is_modified(record):
            return None
        check(record)
    except Invalid as no:
        raise Refused(f"{model.__label__}第 {number} 行：{no}。".replace("。。", "。")) from no
    return record


def values_of(record: Base) -> dict[str, Any]:
    """Return a record's values by field key, as rules take them."""
    fields = [field for field in fields_of(type(record)) if not field.target]
    return {field.key: getattr(record, field.key) for field in fields}
