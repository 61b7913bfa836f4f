"""空白申请表: what an applicant fills in at home, and what is read off it afterwards."""

from collections.abc import Iterable, Sequence

from qyclient.records.characters import one_line
from qyclient.records.field import Field

_HEAD = "|: 3 7 5\n|* 项目 | 填写内容 | 说明 |"
_TOLD = "请用 WPS 或 Word 在“填写内容”一栏填写，不要改动“项目”一栏；带 * 的必填。"
_FEW = 8


def blank_form(label: str, fields: Sequence[Field], office: str) -> str:
    """Return the words of a form for these fields: a row each, to be filled in."""
    rows = (f"|2 {_item(field)} |  | {_help(field)} |" for field in fields)
    return "\n".join([f"## {label}申请表", f"= {office}", _HEAD, *rows, _TOLD])


def read_off(rows: Iterable[Sequence[str]], fields: Sequence[Field]) -> dict[str, str]:
    """Return what was filled in, by field: the cell after the one that names it.

    A row may hold several pairs; what is named twice keeps what was said first.
    """
    names = {_bare(name): field.key for field in fields for name in (field.label, *field.aliases)}
    found: dict[str, str] = {}
    for row in rows:
        for number, cell in enumerate(row[:-1]):
            key = names.get(_bare(cell))
            text = row[number + 1].strip()
            if key and text and key not in found and _bare(text) not in names:
                found[key] = text
    return found


def _item(field: Field) -> str:
    return f"{field.label} *" if field.required else field.label


def _help(field: Field) -> str:
    options = field.kind.options
    if options and len(options) <= _FEW:
        return f"填其中一项：{'、'.join(options)}"
    return field.help.replace("|", "｜")


def _bare(text: str) -> str:
    """Return a label without what forms put around it."""
    return one_line(text).rstrip(" *：:＊").replace(" ", "")
