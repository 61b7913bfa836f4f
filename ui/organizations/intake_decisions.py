"""Decisions about an import with one more: a cell mended, a word mapped, a row left out, a rule."""

from collections.abc import Mapping
from dataclasses import replace

from qyclient.organizations.services.ledgers import Decisions, Rule


def mended(now: Decisions, row: int, texts: Mapping[int, str]) -> Decisions:
    """Let cells of a row, counted as Excel counts, say something else."""
    mends = {(row - 1, column): text for column, text in texts.items()}
    return replace(now, mends={**now.mends, **mends})


def meant(now: Decisions, key: str, said: str, label: str) -> Decisions:
    """Let a word mean one of the choices wherever the column says it."""
    return replace(now, words={**now.words, (key, said): label})


def skipped(now: Decisions, row: int) -> Decisions:
    """Leave a row out, counted as Excel counts."""
    return replace(now, skips=now.skips | {row - 1})


def taken_again(now: Decisions, row: int) -> Decisions:
    """Take a row in that was left out."""
    return replace(now, skips=now.skips - {row - 1})


def ruled(now: Decisions, key: str, rule: Rule) -> Decisions:
    """Say what a field may do to bodies that are registered already."""
    return replace(now, rules={**now.rules, key: rule})
