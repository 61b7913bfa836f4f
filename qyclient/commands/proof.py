"""The words about certificates: making the page of one, and verify, which holds it against keys."""

from argparse import Namespace
from functools import partial
from pathlib import Path

from qyclient.certificates.models import Certificate
from qyclient.certificates.rules import Copy, PrintMode
from qyclient.certificates.services import (
    check_file,
    check_text,
    file_copy,
    page_of,
    prepare,
    unlock_key,
)
from qyclient.commands.saying import day_of, say, secret
from qyclient.organizations.services.register import the
from qyclient.paper.atomic import write_bytes
from qyclient.workspace import Workspace

_LONGEST_NAME = 240
_MODES = {"overprint": PrintMode.OVERPRINT, "copy": PrintMode.MARKED_COPY}


def certificate(workspace: Workspace, args: Namespace) -> int:
    """Make a body's certificate, keep its snapshot, and write the page."""
    organization = workspace.read(the, args.body)
    day = day_of(args.issued_on) or workspace.today
    kept = workspace.write(prepare, organization.id, Copy[args.copy.upper()], day).value
    write_bytes(args.output, _page(workspace, kept, args))
    say(f"已写入 {args.output}（{kept.copy.label}，{kept.pdf_sha256[:12]}）")
    return 0


def _page(workspace: Workspace, kept: Certificate, args: Namespace) -> bytes:
    if args.mode:
        return workspace.read(page_of, kept.id, _MODES[args.mode])
    if args.sign:
        workspace.write(unlock_key, secret("验证密钥的密码："))
    return workspace.read(partial(file_copy, certificate=kept.id, sign=args.sign))


def verify(workspace: Workspace, args: Namespace) -> int:
    """Say whether a certificate holds, with every certified field; 1 if it does not."""
    given: str = args.what
    path = Path(given)
    if len(given) <= _LONGEST_NAME and path.is_file():
        verdict = workspace.read(check_file, path)
    else:
        verdict = workspace.read(check_text, given)
    say(verdict.told)
    return 0 if verdict.good else 1
