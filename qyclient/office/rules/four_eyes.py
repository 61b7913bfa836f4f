"""双人复核: who did one step does not sign the next, where there is somebody else to sign it."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from qyclient.assets import asset

_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One step that is signed: its name, that of the step before, and whether two must do them."""

    label: str
    earlier: str
    on: bool
    citation: str


@dataclass(frozen=True, slots=True)
class FourEyes:
    """Why a signer may not sign, empty if he may; and whether one person did both (一人办理)."""

    refusal: str = ""
    alone: bool = False


@cache
def steps() -> Mapping[str, Step]:
    """Return the steps that two people do, by key; each is switched on or off in the data."""
    written = json.loads(asset("rules/four_eyes.json").read_text("utf-8"))
    return {key: Step(**row) for key, row in written.items()}


def verdict(step: str, signer: str, doer: str, able: Collection[str]) -> FourEyes:
    """Say whether `signer` may sign a step after what `doer` did; people are meant by name.

    `able` are the active operators who may do the step. Where fewer than two may, or where the
    step is switched off, one person may do both, which is told.
    """
    if not doer or _same(signer) != _same(doer):
        return FourEyes()
    others = sorted({name for name in able if _same(name) != _same(signer)})
    rule = steps().get(step)
    if rule is None or not rule.on or len({*map(_same, able)}) < _ENOUGH:
        return FourEyes(alone=True)
    named = "、".join(others)
    return FourEyes(f"{rule.earlier}是 {doer} 办的，{rule.label}须由另一人办理；请交给 {named}。")


def _same(name: str) -> str:
    return "".join(name.split())
