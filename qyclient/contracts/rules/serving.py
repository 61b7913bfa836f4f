"""What must hold of a service record, wherever it comes from."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_BEST = 5


def record_problems(facts: Mapping[str, Any], today: date) -> dict[str, str]:
    """Return what stands against a record, by key."""
    found: dict[str, str] = {}
    served, finished = facts.get("served_on"), facts.get("finished_on")
    contract = facts.get("contract")
    if served is not None and (said := _day_problem(served, contract, today)):
        found["served_on"] = said
    if contract is None and facts.get("station") is None:
        found["contract"] = "合同和站点至少填一个"
    if finished is not None and served is not None and finished < served:
        found["finished_on"] = "办结日期早于服务日期"
    if facts.get("quantity") is not None and facts["quantity"] <= 0:
        found["quantity"] = "数量应大于零"
    score = facts.get("satisfaction")
    if score is not None and not 1 <= score <= _BEST:
        found["satisfaction"] = "满意度应为 1 至 5"
    return found


def _day_problem(served: date, contract: Any, today: date) -> str:
    if served > today:
        return "服务日期晚于今天"
    if contract is None:
        return ""
    if contract.start_on is not None and served < contract.start_on:
        return f"早于合同服务期限 {contract.start_on}"
    if contract.end_on is not None and served > contract.end_on:
        return f"晚于合同服务期限 {contract.end_on}"
    return ""
