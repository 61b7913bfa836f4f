"""Invented contracts of the sample county, beside those written out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from qyclient.organizations.rules.lists import OrgStatus
from qyclient.records.money import capitals

_OFTEN = 0.6
_ON_PAPER = 35
"""From this number on contracts were evaluated on paper; those before have rounds."""
_PAPER = {
    "given_on": "2026-01-20",
    "evaluator": "清远市社会工作协会",
    "report": "绩效评价报告（2026年1月20日签字）",
    "conclusion": "服务按合同完成，档案记录需补充。",
}


def more_contracts(
    county: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Return contracts of service units; some later ones have a report on paper."""
    chance = Random(2012)  # noqa: S311 - invented contracts, not secrets
    units = [r for r in rows if r["unit_kind"] and r["status"] is OrgStatus.ACTIVE]
    for n, title in enumerate(county["projects"], start=30):
        amount = chance.randint(3, 40) * 10_000
        first = amount // 2
        told = {"stage": "FINAL", "score": f"{chance.randint(700, 980) / 10}"} | _PAPER
        signed = date(2025, chance.randint(1, 6), chance.randint(1, 28))
        yield {
            "texts": {
                "contract_no": f"QX-2025-{n:03d}",
                "title": title,
                "purchaser": chance.choice(county["supervisors"]),
                "contractor": chance.choice(units)["uscc"],
                "service_kind": "PUBLIC",
                "method": "COMPETITIVE_CONSULTATION",
                "amount": str(amount),
                "signed_on": signed.isoformat(),
                "start_on": signed.isoformat(),
                "end_on": date(2025, 12, 31).isoformat(),
                "content": f"合同金额大写：{capitals(Decimal(amount))}",
            },
            "instalments": [
                {"amount": str(first)},
                {"amount": str(amount - first), "waits_for": "FINAL"},
            ],
            "verdicts": [told] if chance.random() < _OFTEN and n >= _ON_PAPER else [],
        }
