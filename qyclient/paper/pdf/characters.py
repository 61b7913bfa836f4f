"""Characters that cannot be printed, said so that somebody can mend them."""

import unicodedata

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import Family, missing

_SHOWN = 5
_PLACE = "在“登记证书—发证—更多—生僻字…”里"
_MAP, _ADD = f"{_PLACE}登记", f"{_PLACE}添加有它的字体"


def refuse_missing(text: str, family: Family, label: str) -> None:
    """Raise Refused naming each character of the field `label` that no font has.

    A box or a question mark on a certificate is worse than none: GB 18030-2022 level 3 prints,
    anything else is named with its code point and what to do about it.
    """
    lost = missing(text, family)
    if lost:
        raise Refused(f"“{label}”中有无法印出的字符：" + "；".join(map(_say, lost[:_SHOWN])) + "。")


def _say(character: str) -> str:
    name = f"U+{ord(character):04X}"
    category = unicodedata.category(character)
    if category == "Co":
        return f"{name}（私用区自造字，旧系统留下，换一台电脑就会变样），请{_MAP}它的正式编码"
    if category in {"Cc", "Cf", "Cs", "Mn", "Zl", "Zp"}:
        return f"{name}（不可见的控制字符），请删除"
    return f"“{character}”（{name}，超出 GB 18030-2022 字符集），请核对；确是这个字的，请{_ADD}"
