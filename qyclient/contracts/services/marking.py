"""The days and numbers that a step leaves on its contract."""

from collections.abc import Callable, Mapping

from qyclient.contracts.models import Contract, ContractStep
from qyclient.errors import Invalid
from qyclient.records.base import field_of

Mark = Callable[[Contract, ContractStep], None]


def _published(contract: Contract, made: ContractStep) -> None:
    contract.published_on = contract.filed_on = made.done_on
    contract.filing_no = made.answers.get("filing") or contract.filing_no


def _rectifying(contract: Contract, made: ContractStep) -> None:
    try:
        contract.rectify_until = field_of(Contract, "rectify_until").kind.parse(made.answers["due"])
    except ValueError as problem:
        raise Invalid({"due": f"整改期限：{problem}"}) from problem


def _delivered(contract: Contract, made: ContractStep) -> None:
    contract.delivered_on = made.done_on


def _accepted(contract: Contract, made: ContractStep) -> None:
    contract.accepted_on = made.done_on


def _terminated(contract: Contract, made: ContractStep) -> None:
    contract.terminated_on = made.done_on
    contract.terminated_because = made.opinion


def _paid_up(contract: Contract, made: ContractStep) -> None:
    contract.settled_on = made.done_on


def _archived(contract: Contract, made: ContractStep) -> None:
    contract.archive_box = made.answers.get("box")


MARKS: Mapping[str, Mark] = {
    "publish": _published,
    "rectify": _rectifying,
    "deliver": _delivered,
    "accept_work": _accepted,
    "terminate": _terminated,
    "settle": _paid_up,
    "archive": _archived,
}
"""What is kept of a step, by its key."""
