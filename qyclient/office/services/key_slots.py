"""Who can open an encrypted register: follows what the list of operators says."""

from pathlib import Path

from qyclient.keys import slots
from qyclient.keys.ring import REGISTER, key_beside
from qyclient.paper.atomic import write_bytes


def give_key(folder: Path, name: str, password: str) -> None:
    """Let an operator open the register with his password; empty takes that away."""
    register = folder / REGISTER
    if (key := key_beside(register)) is None:
        return
    file = register.with_suffix(".key")
    told = slots.read(file)
    if password:
        _write(file, slots.with_password(told, key, name, password))
    elif name in told.names:
        _write(file, slots.without(told, name))


def call_otherwise(folder: Path, before: str, after: str) -> None:
    """Let an operator's key go by his new name."""
    register = folder / REGISTER
    if before != after and key_beside(register) is not None:
        file = register.with_suffix(".key")
        _write(file, slots.renamed(slots.read(file), before, after))


def _write(file: Path, told: slots.KeyFile) -> None:
    write_bytes(file, slots.written(told))
