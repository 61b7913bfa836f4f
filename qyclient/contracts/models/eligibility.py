"""资格核查: what was found of a contractor on a day, frozen with its evidence."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from qyclient.contracts.models.contract import Contract
from qyclient.contracts.rules import CheckOccasion, Decision
from qyclient.records.base import Base, field, link
from qyclient.records.kinds import LONG_TEXT, PERSON_NAME


class EligibilityCheck(Base):
    """资格核查: 可承接 or 不可承接, with each rule, its citation and the evidence of that day.

    `findings` are kept as they were said; the register may have changed since.
    """

    __tablename__ = "eligibility_check"
    __label__ = "资格核查"
    __called_by__ = ("party",)

    contract: Mapped[Contract | None] = link("合同", Contract, width=20, in_table=True)
    occasion: Mapped[CheckOccasion] = field("时点", in_table=True)
    party: Mapped[str] = field("承接主体", width=28, in_table=True)
    checked_on: Mapped[date] = field("核查日期", in_table=True)
    eligible: Mapped[bool] = field("可承接", in_table=True)
    decision: Mapped[Decision | None] = field("处理", in_table=True)
    reason: Mapped[str | None] = field("处理理由", LONG_TEXT, width=28, in_table=True)
    operator: Mapped[str] = field("核查人", PERSON_NAME)
    findings: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
