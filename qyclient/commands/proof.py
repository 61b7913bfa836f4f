"""verify: a code, a picture or a PDF of a certificate held against the office's keys."""

from argparse import Namespace
from pathlib import Path

from qyclient.certificates.services import check_file, check_text
from qyclient.commands.saying import say
from qyclient.workspace import Workspace

_LONGEST_NAME = 240


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
