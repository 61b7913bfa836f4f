"""行政区划代码 (GB/T 2260) and the statistical codes of towns and villages."""

import re

from qyclient.records.characters import tidy

_CODE = re.compile(r"[1-9]\d{5}(?:\d{3}(?:\d{3})?)?")


def parse_area_code(text: str) -> str:
    """Return the code: six digits for a county, nine for a town, twelve for a village."""
    code = "".join(tidy(text).split()).removesuffix(".0")
    if not _CODE.fullmatch(code) or not code.isascii():
        raise ValueError("区划代码应为 6 位（县级）、9 位（镇级）或 12 位（村级）数字")
    return code
