"""Start the client: the only file that knows every other. Without a command it opens the window."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import datetime
from getpass import getuser
from importlib import import_module
from io import TextIOWrapper
from multiprocessing import freeze_support
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_MAKING = ("init", "demo")
"""The commands that make a register where there is none."""


def main(words: list[str] | None = None) -> int:
    """Do what the command line says; return the exit code: 0 done, 1 refused, 2 not understood."""
    from qyclient.errors import Refused

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Chinese Windows would write GBK: no rare names
    args = _parser().parse_args(words)
    try:
        return int(args.run(args))
    except Refused as no:
        sys.stderr.write(f"{no}\n")
        return 1


def _now() -> datetime:
    return datetime.now().astimezone()


def _window(args: Namespace) -> int:
    from ui.application import run

    return int(run(args.data or _own_folder(), args.operator, _now))


def _command(name: str) -> Callable[[Namespace], int]:
    return lambda args: _run(name, args, args.data or _own_folder())


def _run(name: str, args: Namespace, folder: Path) -> int:
    from qyclient import commands
    from qyclient.workspace import Workspace, open_register

    opened = Workspace if name in _MAKING else open_register
    workspace = opened(folder, args.operator, _now)
    try:
        return int(getattr(commands, name)(workspace, args))
    finally:
        workspace.close()


def _demo(args: Namespace) -> int:
    with TemporaryDirectory() as folder:
        return _run("demo", args, Path(folder))


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
    from platformdirs import user_data_path

    return user_data_path("qyclient", appauthor=False) / "register"


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="app.py", description="社会组织登记与购买服务")
    parser.add_argument("--data", type=Path, metavar="DIR", help="登记数据所在的文件夹")
    parser.add_argument("--operator", default=getuser(), help="操作人")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar="命令")
    _add_register(commands)
    _add_papers(commands)
    revise = commands.add_parser("revise", help="开发者：按声明写出下一个数据库版本")
    revise.add_argument("message")
    revise.set_defaults(run=_revise)
    return parser


def _add_register(commands: Any) -> None:
    init = commands.add_parser("init", help="建立本机关的登记数据，或样例县")
    init.add_argument("--area", required=True, metavar="441803", help="六位行政区划代码")
    init.add_argument("--sample", action="store_true", help="建立样例县")
    init.set_defaults(run=_command("init"))
    taking = commands.add_parser("import", help="导入台账")
    taking.add_argument("files", nargs="+", type=Path, metavar="FILE")
    taking.add_argument("--dry-run", action="store_true", help="只看结果，不写入")
    taking.add_argument("--held", type=Path, metavar="OUT.xlsx", help="把待处理的行写到这里")
    taking.add_argument("--accept-codes", default="", metavar="理由", help="放行校验位不符的代码")
    taking.set_defaults(run=_command("import_"))
    find = commands.add_parser("find", help="查找社会组织")
    find.add_argument("words", nargs="+")
    find.add_argument("--json", action="store_true")
    find.set_defaults(run=_command("find_"))
    show = commands.add_parser("show", help="一个社会组织的全部登记事项")
    show.add_argument("body", metavar="名称或代码")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=_command("show"))
    check = commands.add_parser("check", help="核对登记数据是否完好")
    check.set_defaults(run=_command("check"))


def _add_papers(commands: Any) -> None:
    export = commands.add_parser("export", help="写出报表")
    export.add_argument("name", nargs="?", metavar="报表")
    export.add_argument("--list", action="store_true", help="列出全部报表")
    export.add_argument("-o", "--output", type=Path, metavar="OUT.xlsx")
    export.add_argument("--as-of", metavar="2026-09-30", help="截至某日")
    export.set_defaults(run=_command("export"))
    paper = commands.add_parser("certificate", help="登记证书")
    paper.add_argument("body", metavar="名称或代码")
    paper.add_argument("--copy", choices=("original", "duplicate"), required=True)
    paper.add_argument("--mode", choices=("overprint", "copy"), required=True)
    paper.add_argument("--issued-on", metavar="2026-03-01", help="发证日期，缺省为今天")
    paper.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    paper.set_defaults(run=_command("certificate"))
    for name, run, text in (
        ("gallery", _gallery, "每个窗口和对话框的图片"),
        ("demo", _demo, "在样例县上做一遍主要工作，列出所得文件"),
    ):
        shown = commands.add_parser(name, help=text)
        shown.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
        shown.set_defaults(run=run)


if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
