"""The word of the command line that writes a noun as one flat table."""

from argparse import Namespace

from qyclient import tidying
from qyclient.commands.saying import say
from qyclient.errors import Refused
from qyclient.progress import Silent
from qyclient.workspace import Workspace


def tidy(workspace: Workspace, args: Namespace) -> int:
    """Write a noun, or list what can be written."""
    if not args.noun:
        for key, noun in tidying.tidy_nouns().items():
            say(f"{key}\t{noun.__label__}")
        return 0
    if args.output is None:
        raise Refused("请用 -o 写明文件：.xlsx、.csv，社会组织还可以是 .jsonld。")
    count = tidying.tidy(workspace, args.noun, args.output, Silent(), args.unmask)
    say(f"已写入 {args.output}：{count} 条")
    return 0
