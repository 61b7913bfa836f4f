"""Who works with a register that was opened without a window."""

from collections.abc import Callable
from typing import TypeVar

from qyclient.errors import Locked, Refused
from qyclient.keys.slots import read
from qyclient.office.services.people import operators
from qyclient.office.services.sign_in import sign_in
from qyclient.safekeeping.sealing import unlock
from qyclient.workspace import Workspace

T = TypeVar("T")


def unlocking(opener: Callable[[], T], named: str, ask: Callable[[str], str]) -> T:
    """Do what needs an open register; ask for the password of an encrypted one, and do it then.

    Who was named opens it, else the first who can. Refused for a wrong password.
    """
    try:
        return opener()
    except Locked as locked:
        name = named or read(locked.file).names[0]
        unlock(locked.file, name, ask(name))
        return opener()


def sit_down(workspace: Workspace, named: str, ask: Callable[[str], str]) -> None:
    """Let somebody work: who was named, else the first of the operators.

    A register that knows no operators takes whoever opened it. `ask` asks for a password, where the
    operator has one. Refused for a name the register does not know, and for a wrong password.
    """
    people = workspace.read(operators)
    if not people:
        return
    name = named or workspace.opened_by or people[0].name
    if name == workspace.opened_by:
        no = ""
    elif any(one.has_password for one in people if one.name == name):
        no = workspace.write(sign_in, name, ask(name)).value
    else:
        no = workspace.read(sign_in, name, "")
    if no:
        raise Refused(no)
    workspace.operator = name
