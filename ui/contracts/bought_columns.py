"""What the list of contracts works out: who undertakes it, what was paid, what to watch."""

from collections.abc import Mapping, Sequence
from typing import Any

from qyclient.contracts.models import Contract
from qyclient.contracts.rules.clocks import Warn
from qyclient.contracts.services.bought import bought
from qyclient.contracts.services.watching import warned
from qyclient.records.kinds import MONEY, TEXT
from ui.kit.columns import worked_column

WORKED = (
    worked_column("party", "承接主体", TEXT, 24),
    worked_column("paid", "已付", MONEY, 14),
    worked_column("watch", "提醒", TEXT, 42),
)


def worked(session: Any, records: Sequence[Contract]) -> Mapping[Any, Mapping[str, Any]]:
    """Return who undertakes each contract, what was paid of it, and its line of R10."""
    lines = bought(session, records, session.info["today"])
    said = warned(session, records)
    return {
        line.contract.id: {
            "watch": _first(said.get(line.contract.id, ())),
            "party": line.contract.party or None,
            "paid": line.paid or None,
            "bought": line,
        }
        for line in lines
    }


def _first(said: Sequence[Warn]) -> str | None:
    """Return the most pressing, and how many more there are; the pane tells each with its law."""
    if not said:
        return None
    return f"{said[0].text}（等 {len(said)} 项）" if len(said) > 1 else said[0].text
