"""The base of every record, and the two ways to declare what people see of it."""

from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, ClassVar, Literal, TypedDict, TypeVar, Unpack, get_args
from uuid import UUID

from sqlalchemy import ForeignKey, MetaData, inspect
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedColumn,
    Relationship,
    declared_attr,
    mapped_column,
    relationship,
)
from uuid_utils.compat import uuid7

from qyclient.records.choices import choice
from qyclient.records.columns import COLUMN_OF, NAMES
from qyclient.records.field import Field
from qyclient.records.kinds import KIND_OF, LINK, Kind


class Base(DeclarativeBase):
    """Every record: a key no other county can have made, a version, and a name for people.

    The version grows with each change, so that two editors cannot overwrite each other silently.
    `__called_by__` are the fields, best first, by which people name it when they type a link.
    `__never_undone__` says why making one cannot be taken back, where it cannot.
    `__stays__` says why records of it never leave the office in a package, where they do not.
    """

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = COLUMN_OF

    __label__: ClassVar[str]
    __called_by__: ClassVar[tuple[str, ...]]
    __never_undone__: ClassVar[str] = ""
    __stays__: ClassVar[str] = ""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7, sort_order=-2)
    version: Mapped[int] = mapped_column(sort_order=-1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        """Let SQLAlchemy refuse a change made to an older version."""
        return {"version_id_col": cls.version}

    def __init_subclass__(cls, **kw: Any) -> None:
        """Give each link its column, named after it: empty if the link may be."""
        for key, declared in [*vars(cls).items()]:
            if isinstance(declared, Relationship):
                [linked] = get_args(cls.__annotations__[key])
                optional = NoneType in get_args(linked)
                cls.__annotations__[f"{key}_id"] = Mapped[UUID | None] if optional else Mapped[UUID]
                setattr(cls, f"{key}_id", declared.info["column"])
        super().__init_subclass__(**kw)

    def __str__(self) -> str:
        """Return what people call this record."""
        return str(getattr(self, self.__called_by__[0]))


R = TypeVar("R", bound=Base)


class Look(TypedDict, total=False):
    """How a field is shown and found, where the usual way will not do."""

    section: str
    aliases: tuple[str, ...]
    blanks: tuple[str, ...]
    width: int
    help: str
    in_table: bool
    derived: bool
    found: Literal["", "text", "name"]
    compared: bool


@dataclass(frozen=True, slots=True)
class _Shown:
    label: str
    kind: Kind[Any] | None
    look: Look
    unique: bool = False


def field(
    label: str,
    kind: Kind[Any] | None = None,
    *,
    unique: bool | Literal["standing"] = False,
    index: bool = False,
    **look: Unpack[Look],
) -> MappedColumn[Any]:
    """Declare a value that people see; key, required and kind follow the annotation.

    Unique among the records that stand is what a partial index of the model makes sure of.
    """
    return mapped_column(
        unique=unique is True or None,
        index=index or None,
        info={"shown": _Shown(label, kind, look, bool(unique))},
    )


def link(label: str, model: type[R], **look: Unpack[Look]) -> Mapped[R]:
    """Declare another record that people see by its name."""
    column: MappedColumn[UUID] = mapped_column(ForeignKey(model.id), index=True)
    shown = {"shown": _Shown(label, LINK, look), "column": column}
    return relationship(model, foreign_keys=[column], lazy="raise", info=shown)


def column_of(noun: Any, link: str) -> Any:
    """Return the column of a noun in which a link is kept; of a record, the key that is in it."""
    return getattr(noun, f"{link}_id")


@cache
def fields_of(model: type[Base]) -> tuple[Field, ...]:
    """Return the fields and links of a model, in the order in which they are declared.

    A section begins with the field that names it and holds those that follow.
    """
    attributes = inspect(model).attrs
    fields: list[Field] = []
    section = ""
    for key in vars(model):
        if key in attributes and (shown := _shown(attributes[key])):
            section = shown.look.get("section", section)
            fields.append(_field(attributes[key], shown, section))
    return tuple(fields)


@cache
def field_of(model: type[Base], key: str) -> Field:
    """Return one field of a model."""
    [found] = [field for field in fields_of(model) if field.key == key]
    return found


def _shown(declared: Any) -> _Shown | None:
    holder = declared if isinstance(declared, Relationship) else declared.columns[0]
    shown: _Shown | None = holder.info.get("shown")
    return shown


def _field(declared: Any, shown: _Shown, section: str) -> Field:
    linked = isinstance(declared, Relationship)
    [column] = declared.local_columns if linked else declared.columns
    return Field(
        declared.key,
        shown.label,
        shown.kind or _kind(column.type),
        required=not column.nullable,
        unique=shown.unique,
        target=declared.mapper.class_ if linked else None,
        section=section,
        **{key: value for key, value in shown.look.items() if key != "section"},  # type: ignore[arg-type]  # a TypedDict less one key
    )


def _kind(stored: Any) -> Kind[Any]:
    enumeration = getattr(stored, "enum_class", None)
    return choice(enumeration) if enumeration else KIND_OF[stored.python_type]
