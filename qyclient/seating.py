"""Who works with a register that was opened without a window."""

from collections.abc import Callable

from qyclient.errors import Refused
from qyclient.office.services.people import operators
from qyclient.office.services.sign_in import sign_in
from qyclient.workspace import Workspace


def sit_down(workspace: Workspace, named: str, ask: Callable[[str], str]) -> None:
    """Let somebody work: who was named, else the first of the operators.

    A register that knows no operators takes whoever opened it. `ask` asks for a password, where the
    operator has one. Refused for a name the register does not know, and for a wrong password.
    """
    people = workspace.read(operators)
    if not people:
        return
    name = named or people[0].name
    if any(one.has_password for one in people if one.name == name):
        no = workspace.write(sign_in, name, ask(name)).value
    else:
        no = workspace.read(sign_in, name, "")
    if no:
        raise Refused(no)
    workspace.operator = name
