"""借来的字体: fonts an office added for characters that ours do not have.

They are kept in the register and lent to the program while it runs; light to load, because every
start asks whether there are any.
"""

_LENT: dict[str, bytes] = {}


def lend(key: str, data: bytes) -> None:
    """Let every paper be drawn with a font where ours lack a character."""
    _LENT[key] = data


def take_back(key: str) -> None:
    """Draw with a font no longer."""
    _LENT.pop(key, None)


def lent() -> dict[str, bytes]:
    """Return the fonts that were lent, by what they are kept under."""
    return dict(_LENT)
