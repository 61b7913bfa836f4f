"""双人复核: who did one step does not sign the next, where there is somebody else to sign it."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from qyclient.assets import asset
from qyclient.records.choices import listed

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


def verdict(
    step: str,
    signer: str,
    doer: str,
    able: Collection[str],
    on: bool | None = None,
    called: tuple[str, str] | None = None,
) -> FourEyes:
    """Say whether `signer` may sign a step after what `doer` did; people are meant by name.

    `able` are the active operators who may do the step. Where fewer than two may, or where the
    step is switched off, one person may do both, which is told. `on` is how the office switched
    the step, if it did; `called` is what both steps are called there, the earlier one first.
    """
    if not doer or not same_person(signer, doer):
        return FourEyes()
    others = sorted({name for name in able if not same_person(name, signer)})
    rule = steps().get(step)
    if rule is None or not (rule.on if on is None else on) or len({*map(_tight, able)}) < _ENOUGH:
        return FourEyes(alone=True)
    earlier, label = called or (rule.earlier, rule.label)
    named = "、".join(others)
    return FourEyes(f"{earlier}是 {doer} 办的，{label}须由另一人办理；请交给 {named}。")


def same_person(one: str, other: str) -> bool:
    """Say whether two names mean one person: spaces between characters do not count."""
    return _tight(one) == _tight(other)


def _tight(name: str) -> str:
    return "".join(name.split())


STEP = listed({key: step.label for key, step in steps().items()})
"""双人复核的步骤: kept as its key."""
