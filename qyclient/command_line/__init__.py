"""What the command line understands: options and words, with what each is for."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from qyclient.command_line.exchange import add_exchange
from qyclient.command_line.returns import add_returns
from qyclient.command_line.safe import add_guard, add_safe


def parser() -> ArgumentParser:
    """Return what understands the command line; `word` names what is to be done."""
    line = ArgumentParser(prog="app.py", description="社会组织登记与购买服务")
    line.add_argument("--data", type=Path, metavar="DIR", help="登记数据所在的文件夹")
    line.add_argument("--operator", default="", metavar="姓名", help="经办人")
    line.add_argument(
        "--today", default="", metavar="2012-08-30", help="只用于样例县：练习时把这一天当作今天"
    )
    checked = "检查装好的程序是否完好：做一遍主要工作，写出再读回"
    line.add_argument(
        "--self-check", dest="word", action="store_const", const="self_check", help=checked
    )
    line.set_defaults(word="window")
    commands = line.add_subparsers(metavar="命令")
    _add_register(commands)
    _add_matters(commands)
    _add_evaluations(commands)
    _add_names(commands)
    _add_standing(commands)
    _add_contracts(commands)
    add_returns(commands)
    _add_papers(commands)
    add_exchange(commands)
    revise = commands.add_parser("revise", help="开发者：按声明写出下一个数据库版本")
    revise.add_argument("message")
    revise.set_defaults(word="revise")
    return line


def _add_register(commands: Any) -> None:
    init = commands.add_parser("init", help="建立本机关的登记数据，或样例县")
    init.add_argument("--area", required=True, metavar="441803", help="六位行政区划代码")
    init.add_argument("--area-name", default="", metavar="名称", help="清远市以外的区划，写明名称")
    init.add_argument("--office-name", default="", metavar="机关", help="缺省为区划名称加“民政局”")
    init.add_argument("--area-from", default="", metavar="2010", help="区划启用时间")
    init.add_argument("--area-to", default="", metavar="2030", help="区划停用时间")
    init.add_argument("--removable", action="store_true", help="确认放在移动盘（U 盘）上")
    init.add_argument("--sample", action="store_true", help="建立样例县")
    add_guard(init.add_argument_group("加密"))
    init.add_argument("--encrypt", action="store_true", help="加密；密码照提示输入")
    init.set_defaults(word="init")
    taking = commands.add_parser("import", help="导入台账")
    taking.add_argument("files", nargs="+", type=Path, metavar="FILE")
    taking.add_argument("--dry-run", action="store_true", help="只看结果，不写入")
    taking.add_argument("--held", type=Path, metavar="OUT.xlsx", help="把待处理的行写到这里")
    taking.add_argument("--accept-codes", default="", metavar="理由", help="放行校验位不符的代码")
    taking.set_defaults(word="import_")
    find = commands.add_parser("find", help="查找社会组织")
    find.add_argument("words", nargs="+")
    find.add_argument("--json", action="store_true")
    find.set_defaults(word="find_")
    _add_show(commands)
    add_safe(commands)
    check = commands.add_parser("check", help="核对登记数据是否完好")
    check.set_defaults(word="check")


def _add_show(commands: Any) -> None:
    show = commands.add_parser("show", help="一个社会组织的全部登记事项")
    show.add_argument("body", metavar="名称或代码")
    show.add_argument("--json", action="store_true")
    show.add_argument("--as-of", metavar="2009-12-31", help="依法截至某日")
    show.set_defaults(word="show")


def _add_standing(commands: Any) -> None:
    may = commands.add_parser("allowed", help="现在能为一个社会组织办什么，不能的写明原因")
    may.add_argument("body", metavar="名称或代码")
    may.add_argument("--json", action="store_true")
    may.set_defaults(word="allowed_")
    annual = commands.add_parser("annual", help="年检（年报）：谁该报、到哪一步、谁逾期")
    annual.add_argument("--year", type=int, metavar="2025", help="年度，缺省为上一年")
    annual.add_argument("--only", choices=_SEASON, help="只列其中一个名单")
    annual.add_argument("--json", action="store_true")
    annual.set_defaults(word="annual")


_SEASON = (
    "due", "submitted", "reviewed", "accepted", "returned", "settled", "late", "missing", "again",
)  # fmt: skip


def _add_matters(commands: Any) -> None:
    matters = commands.add_parser("matters", help="办件：列出、查看、办理下一步")
    matters.add_argument("deed", choices=("list", "show", "advance"))
    matters.add_argument("number", nargs="?", metavar="办件编号")
    matters.add_argument("move", nargs="?", metavar="步骤")
    matters.add_argument("--answer", action="append", default=[], metavar="名称=内容")
    matters.add_argument("--all", action="store_true", help="包括已办结的")
    matters.add_argument("--json", action="store_true")
    matters.set_defaults(word="matters")
    _add_todo(commands)


def _add_todo(commands: Any) -> None:
    todo = commands.add_parser("todo", help="待办：各项业务的待办事项，最急的在前")
    todo.add_argument("--as-of", metavar="2026-09-30", help="截至某日")
    todo.add_argument("--side", default="ALL", choices=("ALL", "MINE", "THEIRS", "OVERDUE"),
                      help="全部、待我办、等对方、已超期")  # fmt: skip
    todo.add_argument("--sort", default="", metavar="办件", help="只列其中一类")
    todo.add_argument("-o", "--output", type=Path, metavar="OUT.ics", help="写成日历文件")
    todo.add_argument("--json", action="store_true")
    todo.set_defaults(word="todo")


def _add_documents(commands: Any) -> None:
    document = commands.add_parser("paper", help="文书：一个办件的通知书、决定书、表格")
    document.add_argument("name", nargs="?", metavar="文书", help="名称或代号，如 受理通知书")
    document.add_argument("number", nargs="?", metavar="办件编号")
    document.add_argument("-o", "--output", type=Path, metavar="OUT.pdf")
    document.add_argument("--dated", metavar="2026-03-02", help="成文日期，缺省为今天")
    document.add_argument("--number", dest="typed", default="", metavar="文号", help="办公室编的号")
    document.add_argument("--say", action="append", default=[], metavar="代号=内容")
    document.add_argument("--list", action="store_true", help="列出全部文书，或一个办件的文书")
    document.add_argument("--json", action="store_true")
    document.set_defaults(word="paper")


def _add_names(commands: Any) -> None:
    name = commands.add_parser("name-check", help="名称查重：结构、用语、重名、同音、形近、保留期")
    name.add_argument("name", metavar="名称")
    name.add_argument("--type", default="", metavar="社会团体", help="种类；不写则不核对结构")
    name.add_argument("-o", "--output", type=Path, metavar="OUT.pdf", help="写出查重意见")
    name.add_argument("--json", action="store_true")
    name.set_defaults(word="name_check")


def _add_contracts(commands: Any) -> None:
    contracts = commands.add_parser("contracts", help="购买服务：列出、查看合同")
    contracts.add_argument("deed", choices=("list", "show"))
    contracts.add_argument("number", nargs="?", metavar="合同编号")
    contracts.add_argument("--json", action="store_true")
    contracts.set_defaults(word="contracts")
    records = commands.add_parser("service-records", help="导入服务记录")
    records.add_argument("deed", choices=("import",))
    records.add_argument("files", nargs="+", type=Path, metavar="FILE")
    records.add_argument("--held", type=Path, metavar="OUT.xlsx", help="把待处理的行写到这里")
    records.set_defaults(word="service_records")
    eligible = commands.add_parser("eligible", help="某一天能不能承接政府购买服务")
    eligible.add_argument("name", metavar="名称或代码")
    eligible.add_argument("--on", metavar="2026-03-31", help="缺省为今天")
    eligible.add_argument("--json", action="store_true")
    eligible.set_defaults(word="eligible_")


def _add_evaluations(commands: Any) -> None:
    held = commands.add_parser("evaluations", help="绩效评价：轮次、评分表、结果")
    deeds = ("list", "show", "score-sheet", "import-scores", "result")
    held.add_argument("deed", choices=deeds)
    held.add_argument("number", nargs="?", metavar="轮次编号")
    held.add_argument("files", nargs="*", type=Path, metavar="评分表.xlsx")
    held.add_argument("-o", "--output", type=Path, metavar="DIR", help="评分表写到哪个文件夹")
    held.add_argument("--json", action="store_true")
    held.set_defaults(word="evaluations")


def _add_papers(commands: Any) -> None:
    export = commands.add_parser("export", help="写出报表")
    export.add_argument("name", nargs="?", metavar="报表")
    export.add_argument("--list", action="store_true", help="列出全部报表")
    export.add_argument("-o", "--output", type=Path, metavar="OUT.xlsx")
    export.add_argument("--as-of", metavar="2026-09-30", help="截至某日")
    export.add_argument(
        "--unmask", default="", metavar="用途", help="个人信息不打码，写明用途，留下记录"
    )
    export.set_defaults(word="export")
    paper = commands.add_parser("certificate", help="登记证书")
    paper.add_argument("body", metavar="名称或代码")
    paper.add_argument("--copy", choices=("original", "duplicate"), required=True)
    way = paper.add_mutually_exclusive_group(required=True)
    way.add_argument("--mode", choices=("overprint", "copy"), help="套打，或样张")
    way.add_argument("--archive", action="store_true", help="样张存成 PDF/A-1b（存档件）")
    way.add_argument("--sign", action="store_true", help="存档件加本机关的签名；要输入密钥的密码")
    paper.add_argument("--issued-on", metavar="2026-03-01", help="发证日期，缺省为今天")
    paper.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    paper.set_defaults(word="certificate")
    _add_documents(commands)
    for name, text in (
        ("gallery", "每个窗口和对话框的图片"),
        ("demo", "在样例县上做一遍主要工作，列出所得文件"),
    ):
        shown = commands.add_parser(name, help=text)
        shown.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
        shown.set_defaults(word=name)
