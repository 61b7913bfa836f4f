"""The words for keeping a register safe: proof, backups, restoring, encryption."""

from pathlib import Path
from typing import Any


def add_safe(commands: Any) -> None:
    """Add the words that keep a register safe."""
    verify = commands.add_parser("verify", help="验证证书上的验证码")
    verify.add_argument("what", metavar="FILE_OR_TEXT", help="图片、PDF，或验证码文字")
    verify.set_defaults(word="verify")
    backup = commands.add_parser("backup", help="备份登记数据并核对")
    backup.add_argument("--list", action="store_true", help="列出已有的备份")
    backup.add_argument("--second", type=Path, metavar="DIR", help="以后每次备份也写到这里")
    backup.add_argument("--drill", action="store_true", help="试着恢复最近一份，核对后扔掉")
    backup.add_argument("--json", action="store_true")
    backup.set_defaults(word="backup")
    encrypt = commands.add_parser("encrypt", help="加密登记簿、附件和以后的备份")
    add_guard(encrypt)
    encrypt.add_argument("--keep", action="store_true", help="留下加密前的登记簿和备份")
    encrypt.set_defaults(word="encrypt")
    restore = commands.add_parser("restore", help="恢复一份备份；现在的登记簿另存，不删除")
    restore.add_argument("backup", type=Path, metavar="FILE.db")
    restore.set_defaults(word="restore")


def add_guard(line: Any) -> None:
    """Add where the recovery sheet of an encrypted register goes."""
    line.add_argument("--recovery", type=Path, metavar="OUT.pdf", help="恢复单写到这里")
    line.add_argument("--halves", action="store_true", help="恢复单分成两半，由两人分别保管")
