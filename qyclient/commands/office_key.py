"""The office's key on the command line: made, unlocked, written for others; and theirs brought."""

import sys
from argparse import Namespace
from getpass import getpass
from os import environ
from pathlib import Path

from qyclient.certificates.services import current_key, make_key, unlock_key
from qyclient.commands.saying import say
from qyclient.errors import Refused
from qyclient.exchange.services.offices import bring_key, own_key, own_key_file
from qyclient.office.services import office_of
from qyclient.paper.atomic import write_bytes
from qyclient.paper.kept_files import read_whole
from qyclient.workspace import Workspace

PASSWORD = "QY_KEY_PASSWORD"  # noqa: S105 - where it is found, not what it is
_MOST = 65_536


def key(workspace: Workspace, args: Namespace) -> int:
    """Write the key file of this office; its key is made if there is none."""
    if workspace.read(current_key) is None:
        password = password_for("给本机关的密钥设一个密码")
        workspace.write(lambda s: make_key(s, "验证密钥", password, on_stock=False))
    else:
        unlock(workspace)
    path = args.output or Path(f"{workspace.read(office_of).name}.qykey")
    write_bytes(path, workspace.read(own_key_file))
    say(f"已写出钥匙文件 {path}")
    say(f"口令词：{workspace.read(own_key).phrase}")
    return 0


def trust(workspace: Workspace, args: Namespace) -> int:
    """Bring the key file of another office in."""
    data = read_whole(Path(what(args)), _MOST)
    office = workspace.write(bring_key, data, args.phrase).value
    say(f"已导入{office.name}（{office.area_code}）的钥匙")
    say(f"请与对方核对口令词：{office.phrase}")
    return 0


def what(args: Namespace) -> str:
    """Return what a word is about; refused if it was left out."""
    if not args.what:
        raise Refused("请写明文件或数据包的名称。")
    return str(args.what)


def unlock(workspace: Workspace) -> None:
    """Unlock the key of this office; refused if there is none."""
    if workspace.read(current_key) is None:
        raise Refused("本机关还没有密钥，请先运行 package key 生成并写出钥匙文件。")
    workspace.read(unlock_key, password_for("本机关密钥的密码"))


def password_for(what: str) -> str:
    """Return a password from where it was put, or from who sits there."""
    if given := environ.get(PASSWORD):
        return given
    if not sys.stdin.isatty():
        raise Refused(f"需要{what}；请在终端里运行，或把它放在环境变量 {PASSWORD} 里。")
    return getpass(f"{what}：")
