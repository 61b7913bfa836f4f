"""Workflows as data: states, and the moves that lead from one to another."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from qyclient.assets import asset
from qyclient.office.rules.roles import Role


@dataclass(frozen=True, slots=True)
class State:
    """环节: where a proceeding stands, and which limit runs there since which move.

    `since` names a move; with `served:` before it, the limit runs from the day on which the paper
    of that move was served. `waiting` says that the office waits for somebody else: its own clock
    stands still. `lapse` is the move that counts as done when the limit has run out: silence is
    acceptance (行政许可法第三十二条).
    """

    key: str
    clock: str = ""
    since: str = ""
    waiting: bool = False
    final: bool = False
    lapse: str = ""

    @property
    def label(self) -> str:
        """Return what the office calls it."""
        return STATES[self.key]


@dataclass(frozen=True, slots=True)
class Move:
    """步骤: one thing done to a proceeding, by a role, with what must be said and who signs.

    `to` is empty for the return to the step before, and for what `stays` where it is; `unlike`
    names the step whose doer may not sign this one, which `eyes` switches (双人复核); `once` may be
    done a single time, a `timely` one only while the limit runs; `paper` is what the applicant
    gets; `at` names the desk that does it, because more happens there than is typed here.
    """

    key: str
    label: str
    sources: frozenset[str]
    to: str
    role: Role
    asks: tuple[str, ...] = ()
    documents: bool = False
    signed: bool = False
    once: bool = False
    unlike: str = ""
    eyes: str = "approve"
    paper: str = ""
    stays: bool = False
    timely: bool = False
    at: str = ""

    def leads(self, state: str, before: str) -> str:
        """Return where it leads from a state that was reached from another."""
        return state if self.stays else self.to or before


@dataclass(frozen=True, slots=True)
class Answer:
    """What a step asks for: its label, whether it must be given, whether it is long."""

    label: str
    required: bool
    long: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """流程: states and moves of one sort of proceeding."""

    label: str
    start: str
    states: Mapping[str, State]
    moves: tuple[Move, ...] = field(default=())

    def moves_from(self, state: str) -> list[Move]:
        """Return what can be done next, in the order of the declaration."""
        return [move for move in self.moves if state in move.sources]

    def usual(self, state: str) -> Move | None:
        """Return what is usually done next: of the moves that lead on, the first declared."""
        return next((move for move in self.moves_from(state) if move.to), None)

    @property
    def roles(self) -> tuple[Role, ...]:
        """Return the roles that have a hand in it, in the order of the declaration."""
        return tuple(dict.fromkeys(move.role for move in self.moves))

    @property
    def takes_in(self) -> tuple[Role, ...]:
        """Return who may begin one: who does the first steps; who examines if those are signed."""
        first = (move.role for move in self.moves_from(self.start) if not move.signed)
        return tuple(dict.fromkeys(first)) or (Role.EXAMINER,)

    def move(self, key: str) -> Move:
        """Return a move by its key; KeyError if the flow has none."""
        return {move.key: move for move in self.moves}[key]

    def without(self, skipped: Iterable[str]) -> "Flow":
        """Return the flow without some states: what followed them follows what led to them."""
        flow = self
        for state in skipped:
            before = {s for move in flow.moves if move.to == state for s in move.sources}
            kept = (move for move in flow.moves if move.to != state)
            moves = tuple(
                replace(move, sources=(move.sources - {state}) | before)
                if state in move.sources
                else move
                for move in kept
            )
            states = {key: one for key, one in flow.states.items() if key != state}
            flow = replace(flow, states=states, moves=moves)
        return flow


_FILES = ("flows", "evaluations", "purchases", "returns")
"""What is written under resources/workflows/, by the subject whose proceedings it is."""


@cache
def _written() -> Mapping[str, Any]:
    found: dict[str, Any] = {"states": {}, "answers": {}, "flows": {}}
    for name in _FILES:
        for part, said in json.loads(asset(f"workflows/{name}.json").read_text("utf-8")).items():
            found[part].update(said)
    return found


STATES: Mapping[str, str] = _written()["states"]
"""What each state is called, in every flow alike."""

ANSWERS: Mapping[str, Answer] = {key: Answer(**said) for key, said in _written()["answers"].items()}
"""What steps ask for, by key."""


def flows() -> tuple[str, ...]:
    """Return the key of each flow."""
    return tuple(_written()["flows"])


@cache
def flow(key: str) -> Flow:
    """Return a flow by its key; KeyError if there is none."""
    written = _written()["flows"][key]
    states = {one["key"]: State(**one) for one in written["states"]}
    return Flow(written["label"], written["start"], states, tuple(map(_move, written["moves"])))


def _move(written: Mapping[str, Any]) -> Move:
    rest = {key: value for key, value in written.items() if key not in ("from", "role", "asks")}
    return Move(
        sources=frozenset(written["from"]),
        role=Role[written["role"]],
        asks=tuple(written.get("asks", ())),
        **rest,
    )


MOVES: Mapping[str, str] = {move.key: move.label for key in flows() for move in flow(key).moves}
"""What each move is called, in every flow alike."""
