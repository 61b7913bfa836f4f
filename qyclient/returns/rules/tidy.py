"""整理数据: one flat table per noun, each column one thing, codes beside what they mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from qyclient.records.choices import Choice
from qyclient.records.dates import PartialDate
from qyclient.records.field import Field

KEY, CODE = "记录号", "代码"
_CODED = frozenset({"choice", "several"})
Value = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class TidyColumn:
    """One column: its heading, the field it shows, and whether it shows the code of it."""

    heading: str
    field: Field | None
    coded: bool = False

    def value(self, record: Any, *, masked: bool) -> Value:
        """Return what it shows of a record: numbers and days as such, all else as text."""
        if self.field is None:
            return str(record.id)
        value = getattr(record, self.field.key)
        if value is None:
            return None
        return self._shown(self.field, record, value, masked)

    def _shown(self, field: Field, record: Any, value: Any, masked: bool) -> Value:
        if self.coded:
            return str(field.plain(value))
        if isinstance(value, (Decimal, int, date)) and not isinstance(value, bool):
            return value
        if isinstance(value, PartialDate) and value.exact:
            return value.exact
        if field.kind.name == "code" and not (masked and field.personal):
            return str(value)
        return field.masked(record) if masked else field.show(record)


def columns(fields: Sequence[Field]) -> list[TidyColumn]:
    """Return the columns of a noun: the key of the record, and beside each choice its code."""
    found = [TidyColumn(KEY, None)]
    for field in fields:
        found.append(TidyColumn(field.label, field))
        if field.kind.name in _CODED:
            found.append(TidyColumn(f"{field.label}{CODE}", field, coded=True))
    return found


def dictionary(fields: Sequence[Field]) -> Iterator[tuple[str, ...]]:
    """Yield what each column is: label, identifier, kind, whether it must be there, help."""
    for field in fields:
        yield (
            field.label,
            field.key,
            _KINDS.get(field.kind.name, field.kind.name),
            "必填" if field.required else "",
            "个人信息，缺省打码" if field.personal else "",
            "、".join(field.aliases),
            field.help,
        )


def code_list(
    fields: Sequence[Field], options: Mapping[str, type[Choice]]
) -> Iterator[tuple[str, ...]]:
    """Yield every code: of which column, the code, what it means, what else it is called."""
    for field in fields:
        for option in options.get(field.key, ()):
            yield field.label, option.value, option.label, "、".join(option.aliases)


DICTIONARY = ("列", "标识", "类型", "必填", "个人信息", "别名", "说明")
CODES = ("列", "代码", "含义", "别名")
_KINDS = {
    "text": "文字", "long_text": "长文字", "code": "号码（文字）", "money": "金额（元）",
    "date": "日期", "count": "整数", "choice": "选项", "several": "多选", "score": "数",
    "link": "关联记录的名称",
}  # fmt: skip
