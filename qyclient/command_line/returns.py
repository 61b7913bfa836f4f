"""The words of the command line about returns and forms of the city."""

from pathlib import Path
from typing import Any


def add_returns(commands: Any) -> None:
    """Declare the words about what is sent to the city."""
    returns = commands.add_parser("returns", help="统计报表：列出、填报、校验并审核、写出")
    returns.add_argument("deed", choices=("list", "fill", "check", "export"))
    returns.add_argument("kind", nargs="?", metavar="R2")
    returns.add_argument("period", nargs="?", metavar="2026Q3", help="缺省为最近一个已结束的期")
    explained = "说明一项不符：校验项=原因"
    returns.add_argument(
        "--explain", action="append", default=[], metavar="项=原因", help=explained
    )
    returns.add_argument("-o", "--output", type=Path, metavar="OUT.xlsx", help="也可以是 .pdf")
    returns.add_argument("--json", action="store_true")
    returns.set_defaults(word="returns")
    form = commands.add_parser("form", help="市局表样：读入空表，按登记簿填好")
    form.add_argument("deed", choices=("learn", "fill"))
    form.add_argument("file", type=Path, metavar="空表.xlsx", help="fill 时可只写表样名称")
    form.add_argument("--name", default="", metavar="名称", help="缺省为文件名")
    form.add_argument("--due", default="", metavar="2026-03-31", help="市局通知的报送期限")
    form.add_argument("--answer", action="append", default=[], metavar="词或单元格=内容")
    form.add_argument("-o", "--output", type=Path, metavar="OUT.xlsx")
    form.add_argument("--json", action="store_true")
    form.set_defaults(word="form")
    tidy = commands.add_parser("tidy", help="整理数据：一类记录一张平表")
    tidy.add_argument("noun", nargs="?", metavar="organization", help="不写则列出可以整理的")
    tidy.add_argument("-o", "--output", type=Path, metavar="OUT.xlsx", help=".csv、.jsonld 也可以")
    tidy.add_argument("--unmask", default="", metavar="用途", help="个人信息不打码，留下记录")
    tidy.set_defaults(word="tidy")
