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
    from qyclient.premises.memory import own_memory
    from ui.application import run

    memory = None if args.data else own_memory()
    return int(run(args.data or _own_folder(), args.operator, _now, memory))


def _command(name: str) -> Callable[[Namespace], int]:
    def run(args: Namespace) -> int:
        from qyclient.workspace import open_register

        return _run(name, args, open_register(args.data or _own_folder(), args.operator, _now))

    return run


def _run(name: str, args: Namespace, workspace: Any) -> int:
    from qyclient import commands

    try:
        return int(getattr(commands, name)(workspace, args))
    finally:
        workspace.close()


def _init(args: Namespace) -> int:
    from qyclient.commands import wanted
    from qyclient.founding import found

    folder = args.data or _own_folder()
    return _run("init", args, found(folder, args.operator, _now, wanted(args)))


def _demo(args: Namespace) -> int:
    from qyclient.workspace import Workspace

    with TemporaryDirectory() as folder:
        return _run("demo", args, Workspace(Path(folder), args.operator, _now))


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
    init.add_argument("--area-name", default="", metavar="名称", help="清远市以外的区划，写明名称")
    init.add_argument("--office-name", default="", metavar="机关", help="缺省为区划名称加“民政局”")
    init.add_argument("--area-from", default="", metavar="2010", help="区划启用时间")
    init.add_argument("--area-to", default="", metavar="2030", help="区划停用时间")
    init.add_argument("--removable", action="store_true", help="确认放在移动盘（U 盘）上")
    init.add_argument("--sample", action="store_true", help="建立样例县")
    init.set_defaults(run=_init)
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
    _add_show(commands)
    check = commands.add_parser("check", help="核对登记数据是否完好")
    check.set_defaults(run=_command("check"))


def _add_show(commands: Any) -> None:
    show = commands.add_parser("show", help="一个社会组织的全部登记事项")
    show.add_argument("body", metavar="名称或代码")
    show.add_argument("--json", action="store_true")
    show.add_argument("--as-of", metavar="2009-12-31", help="依法截至某日")
    show.set_defaults(run=_command("show"))


def _add_papers(commands: Any) -> None:
    export = commands.add_parser("export", help="写出报表")
    export.add_argument("name", nargs="?", metavar="报表")
    export.add_argument("--list", action="store_true", help="列出全部报表")
    export.add_argument("-o", "--output", type=Path, metavar="OUT.xlsx")
    export.add_argument("--as-of", metavar="2026-09-30", help="截至某日")
    export.add_argument(
        "--unmask", default="", metavar="用途", help="个人信息不打码，写明用途，留下记录"
    )
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
