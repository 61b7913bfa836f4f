"""How the commands answer: lines or JSON on standard output, days as ISO dates."""

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from getpass import getpass
from typing import Any

from qyclient.errors import Refused


def day_of(text: str | None) -> date | None:
    """Return the day an option says; None if it was not given."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(f"日期应写成 2026-03-31 的样子，而不是“{text}”。") from None


def answers_of(given: Sequence[str]) -> dict[str, str]:
    """Return what options of the form name=text say."""
    wrong = [one for one in given if "=" not in one]
    if wrong:
        raise Refused(f"“{wrong[0]}”应写成 名称=内容，如 opinion=同意。")
    return dict(one.split("=", 1) for one in given)


def print_json(found: Iterable[Any]) -> None:
    """Print what was found as JSON."""
    say(json.dumps(found, ensure_ascii=False, indent=1))


def say(text: str) -> None:
    """Print one line."""
    sys.stdout.write(f"{text}\n")


def secret(asked: str) -> str:
    """Return a password: typed unseen at a terminal, else the first line that is piped in."""
    return getpass(asked) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
