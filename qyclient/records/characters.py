"""What the keyboard, the web page and the old system leave in a text, and what is kept of it."""

import re
from itertools import chain

_HALF_WIDTH = {
    **{chr(code + 0xFEE0): chr(code) for code in chain(b"0123456789-./", range(0x41, 0x5B))},
    **{chr(code + 0xFEE0): chr(code) for code in range(0x61, 0x7B)},
}
_TIDY = str.maketrans(_HALF_WIDTH)

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters: no sheet or PDF can hold them
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # zero width, direction
    "\ufff9-\ufffb\ud800-\udfff]"  # annotation marks, halves of broken characters
)
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CHINESE = (
    "[\u2e80-\u2fdf\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\uf900-\ufaff"
    "\uff01-\uff60\U00020000-\U0003ffff]"
)
_BROKEN_LINE = re.compile(rf"(?<={_CHINESE})\s*\n\s*|\s*\n\s*(?={_CHINESE})")
_SPREAD_NAME = re.compile(rf"(?<={_CHINESE})\s+(?={_CHINESE})")
_MIDDLE_DOT = re.compile("\\s*[·•・･‧∙⋅●]\\s*")
_DOT_IN_NAME = re.compile(rf"(?<={_CHINESE})\s*\.\s*(?={_CHINESE})")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")

SHORTEST_NAME, LONGEST_NAME = 2, 30


def tidy(text: str) -> str:
    """Return what was meant: half-width letters and digits, no invisible characters.

    Chinese punctuation such as （） stays as it is, and so do line breaks inside the text.
    """
    half = _LINE_BREAK.sub("\n", text.translate(_TIDY))
    return _INVISIBLE.sub("", half).strip()


def one_line(text: str) -> str:
    """Return a name or title on one line, as a cell wrapped by hand was meant to read."""
    joined = _BROKEN_LINE.sub("", tidy(text))
    return " ".join(joined.split())


def person_name(text: str) -> str:
    """Return a person's name (姓名), 2 to 30 characters, minority names with the dot ``·``."""
    name = _SPREAD_NAME.sub("", one_line(text))
    name = _DOT_IN_NAME.sub("·", _MIDDLE_DOT.sub("·", name)).strip("·")
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        raise ValueError(
            f"姓名应为 {SHORTEST_NAME} 至 {LONGEST_NAME} 个字，现在是 {len(name)} 个字"
        )
    return name


def private_use(text: str) -> list[str]:
    """Return the characters that only the system they were typed in can show (造字区)."""
    return _PRIVATE.findall(text)
