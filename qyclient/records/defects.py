"""What is wrong with a code that somebody typed or a sheet delivered."""

import re

_SCIENTIFIC = re.compile(r"\d(?:\.\d*E\+?|E\+)\d{1,3}", re.IGNORECASE)
_LONG_FLOAT = re.compile(r"\d{16,}\.0+")
_FILLED_UP = re.compile(r"\d{16,}00")


class CodeDefect(ValueError):  # noqa: N818 - it is a fact about the code
    """A code that cannot be right.

    `overridable` says whether a person may accept it all the same with a written reason: a wrong
    check character was sometimes issued so, a lost digit never.
    """

    def __init__(self, sentence: str, *, overridable: bool = False) -> None:
        super().__init__(sentence)
        self.overridable = overridable


def lost_digits(text: str) -> bool:
    """Tell whether a spreadsheet kept the code as a number, and so only 15 or 17 of its digits."""
    plain = text.strip()
    return bool(_SCIENTIFIC.fullmatch(plain) or _LONG_FLOAT.fullmatch(plain))


def seems_rounded(code: str) -> bool:
    """Tell whether an all-digit code that fails its check ends as rounded numbers do."""
    return bool(_FILLED_UP.fullmatch(code))
