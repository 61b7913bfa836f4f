"""What the program may say no with. Anything else that is raised is a bug."""

from collections.abc import Mapping
from pathlib import Path


class Refused(Exception):  # noqa: N818 - it reads as a clause where it is raised
    """The office can act on this: the message is a finished Chinese sentence."""


class Invalid(Refused):
    """Some fields cannot be accepted; `problems` maps field key to sentence."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("；".join(problems.values()))
        self.problems = dict(problems)


class NothingThere(Refused):
    """The folder holds no register: somebody has to say what should become of it."""


class Locked(Refused):
    """A register is encrypted, and nobody has given a password yet; `file` holds its key."""

    def __init__(self, file: Path) -> None:
        super().__init__("登记簿已加密；请输入密码，或用恢复单打开。")
        self.file = file


class Overtaken(Refused):
    """Somebody else changed the record since it was opened: nothing is overwritten."""


class Cancelled(Refused):
    """The user pressed cancel: the transaction rolls back and nobody is told."""


def refuse(problems: Mapping[str, str]) -> None:
    """Raise Invalid if there is any problem."""
    if problems:
        raise Invalid(problems)
