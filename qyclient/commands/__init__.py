"""What the client does without a window: each function is one word of the command line.

They print to standard output and return the exit code; refusals are raised.
"""

from qyclient.commands.contracts import contracts, eligible_, service_records
from qyclient.commands.documents import paper
from qyclient.commands.evaluations import evaluations
from qyclient.commands.forms import form
from qyclient.commands.matters import matters
from qyclient.commands.names import name_check
from qyclient.commands.packages import merge, package
from qyclient.commands.proof import certificate, verify
from qyclient.commands.register import (
    check,
    demo,
    export,
    find_,
    import_,
    init,
    show,
    wanted,
)
from qyclient.commands.returns import returns
from qyclient.commands.safekeeping import backup, encrypt, guarded, restore
from qyclient.commands.self_check import self_check
from qyclient.commands.standing import allowed_, annual
from qyclient.commands.tidying import tidy
from qyclient.commands.todo import todo

__all__ = [
    "allowed_",
    "annual",
    "backup",
    "certificate",
    "check",
    "contracts",
    "demo",
    "eligible_",
    "encrypt",
    "evaluations",
    "export",
    "find_",
    "form",
    "guarded",
    "import_",
    "init",
    "matters",
    "merge",
    "name_check",
    "package",
    "paper",
    "restore",
    "returns",
    "self_check",
    "service_records",
    "show",
    "tidy",
    "todo",
    "verify",
    "wanted",
]
