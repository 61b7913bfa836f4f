"""What the command line understands of packages between offices."""

from pathlib import Path
from typing import Any


def add_exchange(commands: Any) -> None:
    """Add the words of packages."""
    package = commands.add_parser("package", help="数据包：钥匙、生成、读取、回执、撤回")
    deeds = ("key", "trust", "list", "create", "down", "write", "read", "receipt", "reject", "undo")
    package.add_argument("deed", choices=deeds)
    package.add_argument(
        "what", nargs="?", metavar="文件或包名", help="钥匙文件、数据包，或它的名称"
    )
    package.add_argument("-o", "--output", type=Path, metavar="FILE", help="写到这个文件")
    package.add_argument("--to", default="", metavar="机关", help="名称或区划代码")
    package.add_argument("--full", action="store_true", help="完整包：从头到现在的全部改动")
    package.add_argument("--slip", type=Path, metavar="OUT.pdf", help="同时写出报送单")
    package.add_argument("--because", default="", metavar="原因", help="退回的原因")
    package.add_argument("--phrase", default="", metavar="口令词", help="对方念的，导入钥匙时核对")
    package.add_argument("--json", action="store_true")
    package.set_defaults(word="package")
    merging = commands.add_parser("merge", help="读取数据包并入登记簿")
    merging.add_argument("files", nargs="+", type=Path, metavar="FILE")
    merging.add_argument("--json", action="store_true")
    merging.set_defaults(word="merge")
