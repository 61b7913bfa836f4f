"""指纹 in words: what two people can read to each other across a counter."""

from functools import cache

from qyclient.assets import asset

_MANY = 256


@cache
def words() -> tuple[str, ...]:
    """Return the words, one for each value of a byte."""
    found = tuple(asset("exchange/words.txt").read_text("utf-8").split())
    if len({*found}) != _MANY:
        raise RuntimeError(f"{len({*found})} different words instead of {_MANY}")
    return found


def phrase(digest: str, many: int = 8) -> str:
    """Return the first bytes of a fingerprint in hexadecimal as words."""
    return " ".join(words()[byte] for byte in bytes.fromhex(digest)[:many])
