"""How much a foreign file may ask of this machine."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """A county's largest ledger is far below these; a bomb is far above."""

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 1024 * MEGABYTE
    """What all parts of an .xlsx may come to."""
    ratio: int = 200
    """How many times larger than in the archive a part may be, once it is over `harmless_bytes`."""
    harmless_bytes: int = 10 * MEGABYTE
    parts: int = 10_000
    sheets: int = 1_000
    cells: int = 5_000_000
    """Rows times columns up to the last value, all sheets together."""
    merged: int = 100_000
    seconds: float = 60
    memory_bytes: int = 2048 * MEGABYTE


LIMITS = Limits()
