"""自造字: private-use codes, and what the national standard says they are."""

import re
from collections.abc import Mapping
from functools import cache

from qyclient.assets import asset

_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
_CODE = re.compile(r"(?:U\+|0x|\\u)?([0-9A-F]{4,6})", re.IGNORECASE)


def is_private(character: str) -> bool:
    """Say whether a character means something only where it was made (造字)."""
    return any(ord(character) in one for one in _PRIVATE)


def private_code(typed: str) -> str:
    """Return U+E816 of what was typed: the code, or the character itself.

    Raises ValueError, with a sentence, if it is no private-use code.
    """
    text = typed.strip()
    found = _CODE.fullmatch(text)
    character = text if len(text) == 1 else chr(int(found[1], 16)) if found else ""
    if not character or not is_private(character):
        raise ValueError("应为私用区的编码，如 U+E816，或直接粘贴那个字")
    return f"U+{ord(character):04X}"


def character_of(code: str) -> str:
    """Return the character of a code."""
    return chr(int(code.removeprefix("U+"), 16))


@cache
def standard() -> Mapping[str, str]:
    """Return the private-use codes that GB 18030-2022 gave code points of their own."""
    lines = asset("characters/private_use.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {f"U+{private}": chr(int(proper, 16)) for private, proper in pairs}
