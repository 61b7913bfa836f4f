"""What goes into a place of a form: counted, summed, listed, known or typed, by its words."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from qyclient.paper.ledger.headings import Names, names_of
from qyclient.records.choices import Choice
from qyclient.records.field import Field
from qyclient.returns.rules.form_slots import LABEL, LIST, Slot

_WHOLE = (
    "合计",
    "总计",
    "总数",
    "小计",
    "数量",
    "个数",
    "单位数",
    "机构数",
    "社会组织数",
    "社会组织",
)
_SHORTEST = 2


class Fill(Choice):
    """填什么."""

    NUMBER = "count", "个数", ()
    SUM = "sum", "合计", ()
    LIST = "list", "名单", ()
    FACT = "fact", "固定事项", ()
    TYPED = "typed", "手填（记住）", ()
    NOTHING = "nothing", "不填", ()


FACTS = {
    "office": "填报单位",
    "area": "行政区划",
    "day": "填报日期",
    "operator": "制表人",
    "phone": "联系电话",
    "year": "年度",
}
"""What is known of every form without being asked, and what labels call it."""

_CALLED: Mapping[str, Sequence[str]] = {
    "office": ("填报单位", "填报单位（盖章）", "填表单位", "报送单位", "单位名称", "统计单位"),
    "area": ("行政区划", "地区", "县（市、区）"),
    "day": ("填报日期", "填表日期", "制表时间", "报送日期", "日期"),
    "operator": ("制表人", "填表人", "填报人", "经办人"),
    "phone": ("联系电话", "电话"),
    "year": ("年度", "统计年度"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes into a place: of a noun, what is counted or summed, under which filters."""

    sort: str
    noun: str = ""
    summed: str = ""
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    """By heading, the field a column of a list shows; # is its number."""
    text: str = ""
    sure: bool = False

    def plain(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of one noun mean: conditions by options, sums by fields, yes-or-no fields."""

    noun: str
    conditions: Mapping[str, tuple[str, str]]
    sums: Names


def words_of(noun: str, fields: Sequence[Field], options: Mapping[str, type[Choice]]) -> Words:
    """Return what words mean of a noun: by the labels and other names of its own fields."""
    said: dict[str, tuple[str, str]] = {}
    for one in fields:
        for option in options.get(one.key, ()):
            for name in (option.label, *option.aliases):
                if len(name) >= _SHORTEST:
                    said.setdefault(name, (one.key, option.label))
        if one.kind.options == ("是", "否"):
            for name in (one.label, *one.aliases):
                said.setdefault(name, (one.key, "是"))
    sums = [one for one in fields if one.kind.name in {"count", "money"}]
    return Words(noun, said, Names(names_of(sums)))


def proposed(slot: Slot, nouns: Sequence[Words]) -> Answer:
    """Return what a place seems to ask for; what is not understood is typed by the clerk."""
    if slot.sort == LIST:
        columns = {
            heading: key or ("#" if heading == "序号" else "") for _n, heading, key in slot.heads
        }
        return Answer(Fill.LIST.value, slot.noun, columns=columns, sure=True)
    if slot.sort == LABEL:
        key = next((k for k, names in _CALLED.items() if slot.row in names), "")
        return Answer(Fill.FACT.value, text=key, sure=True) if key else Answer(Fill.TYPED.value)
    for words in nouns:
        if (answer := _figure(slot, words)) is not None:
            return answer
    return Answer(Fill.TYPED.value)


def _figure(slot: Slot, words: Words) -> Answer | None:
    filters: dict[str, list[str]] = {}
    measured = ""
    understood = False
    for word in (*slot.row.split(), *slot.column.split()):
        plain = word.removeprefix("其中").strip("：:（）()")
        if plain in words.conditions:
            key, option = words.conditions[plain]
            filters.setdefault(key, []).append(option)
            understood = True
        elif (key_ := words.sums.match(plain)) is not None:
            measured, understood = key_, True
        elif plain in _WHOLE:
            understood = True
        elif not _heading(plain):
            return None
    if not understood:
        return None
    sort = Fill.SUM if measured else Fill.NUMBER
    return Answer(sort.value, words.noun, measured, filters, sure=True)


def _heading(word: str) -> bool:
    """Say whether a word only gathers columns, or names the column of the rows' own names."""
    return word.endswith(("情况", "类别", "种类", "分类", "项目", "指标", "中", "表")) or not word
