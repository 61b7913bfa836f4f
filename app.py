"""Start the client: the only file that knows every other. Without a command it opens the window."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, partial
from getpass import getpass, getuser
from importlib import import_module
from io import TextIOWrapper
from multiprocessing import freeze_support
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PASSWORD = "QY_PASSWORD"  # noqa: S105 - where it is found, not what it is


def main(words: list[str] | None = None) -> int:
    """Do what the command line says; return the exit code: 0 done, 1 refused, 2 not understood."""
    from qyclient.command_line import parser
    from qyclient.errors import Refused

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Chinese Windows would write GBK: no rare names
    args = parser().parse_args(words)
    try:
        return _DOES.get(args.word, _command)(args)
    except Refused as no:
        sys.stderr.write(f"{no}\n")
        return 1
    except BrokenPipeError:  # whoever read has enough: what is left goes nowhere, and quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _now() -> datetime:
    return datetime.now().astimezone()


def _clock(args: Namespace) -> Callable[[], datetime]:
    """Return the office's clock, or one of the day that is practised."""
    if not args.today:
        return _now
    from qyclient.founding import refuse_practice
    from qyclient.practice import Practice, day_practised

    clock = Practice(_now, day_practised(args.today))
    refuse_practice(args.data or _own_folder(), clock)
    return clock


def _window(args: Namespace) -> int:
    from qyclient.premises.memory import own_memory
    from ui.application import run

    memory = None if args.data else own_memory()
    return int(run(args.data or _own_folder(), _who(args), _clock(args), memory))


def _command(args: Namespace) -> int:
    from qyclient.seating import unlocking
    from qyclient.workspace import open_register

    opener = partial(open_register, args.data or _own_folder(), _who(args), _clock(args))
    workspace = unlocking(opener, args.operator, _password)
    if args.word not in _UNSEATED:
        _sit_down(workspace, args)
    return _run(args.word, args, workspace)


def _sit_down(workspace: Any, args: Namespace) -> None:
    from qyclient.errors import Refused
    from qyclient.seating import sit_down

    try:
        sit_down(workspace, args.operator, _password)
    except Refused:
        workspace.close()
        raise


def _run(name: str, args: Namespace, workspace: Any) -> int:
    from qyclient import commands

    try:
        return int(getattr(commands, name)(workspace, args))
    finally:
        workspace.close()


def _init(args: Namespace) -> int:
    from qyclient.commands import wanted
    from qyclient.founding import found

    folder, kept = args.data or _own_folder(), _guard(args) if args.encrypt else None
    return _run("init", args, found(folder, _who(args), _clock(args), wanted(args, kept)))


def _encrypt(args: Namespace) -> int:
    from qyclient.commands import encrypt

    return encrypt(args.data or _own_folder(), args, _guard(args), _clock(args))


def _guard(args: Namespace) -> Any:
    from qyclient.commands import guarded

    return guarded(args, _who(args), _password(_who(args)), _clock(args)())


def _in_passing(args: Namespace) -> int:
    """Do a word on a register that is thrown away afterwards."""
    from qyclient.workspace import Workspace

    with TemporaryDirectory() as folder:
        return _run(args.word, args, Workspace(Path(folder), _who(args), _clock(args)))


def _restore(args: Namespace) -> int:
    from qyclient.commands import restore
    from qyclient.seating import unlocking

    work = partial(restore, args.data or _own_folder(), args, _who(args), _clock(args))
    return unlocking(work, args.operator, _password)


def _gallery(args: Namespace) -> int:
    from ui.gallery import draw

    return int(draw(args.output, _now))


def _revise(args: Namespace) -> int:
    from qyclient.records.base import Base
    from qyclient.store.engine import Database
    from qyclient.store.migrate import revise, upgrade

    import_module("qyclient.commands")
    with TemporaryDirectory() as folder:
        database = Database(Path(folder) / "empty.db")
        upgrade(database.writer)
        revise(database.writer, Base.metadata, args.message)
        database.close()
    return 0


def _own_folder() -> Path:
    from qyclient.premises.memory import own_memory, usual_folder

    return own_memory().folder or usual_folder()


def _who(args: Namespace) -> str:
    return str(args.operator) or getuser()


def _password(name: str) -> str:
    return os.environ.get(PASSWORD) or _typed(name)


@cache
def _typed(name: str) -> str:
    from qyclient.errors import Refused

    if not sys.stdin.isatty():
        raise Refused(f"{name} 设有密码；请在终端里运行，或把密码放在环境变量 {PASSWORD} 里。")
    return getpass(f"{name} 的密码：")


_UNSEATED = frozenset({"backup", "check", "verify"})
"""What shows and changes nothing that is registered: the machine may do it at night, by itself."""

_DOES: Mapping[str, Callable[[Namespace], int]] = {
    "window": _window,
    "init": _init,
    "demo": _in_passing,
    "self_check": _in_passing,
    "gallery": _gallery,
    "encrypt": _encrypt,
    "restore": _restore,
    "revise": _revise,
}
"""What is done without a register that is there; every other word is done on one."""


if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
