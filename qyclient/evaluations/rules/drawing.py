"""抽取专家: a seed and an ordered list give the same names to whoever draws again."""

from collections.abc import Sequence
from random import Random

MOST_RESERVES = 3


def drawn(pool: Sequence[str], many: int, seed: int) -> tuple[list[str], list[str]]:
    """Return who is drawn from an ordered list, and the reserves in the order they are called."""
    chance = Random(seed)  # noqa: S311 - drawn before witnesses; the seed lets anybody draw again
    order = chance.sample(list(pool), len(pool))
    return order[:many], order[many : many + MOST_RESERVES]


def keeps_away(avoids: str | None, names: Sequence[str]) -> str:
    """Return the first of these names that somebody wrote down to keep away from; or nothing."""
    written = {_plain(line) for line in (avoids or "").splitlines()} - {""}
    return next((name for name in names if name and _plain(name) in written), "")


def _plain(name: str) -> str:
    return "".join(name.split())
