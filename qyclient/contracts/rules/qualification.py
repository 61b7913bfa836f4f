"""列入资质目录的条件 (粤民〔2012〕135号): over the register and what a body said of itself."""

from dataclasses import dataclass

from qyclient.contracts.rules.eligibility import ERROR, Finding, findings
from qyclient.contracts.rules.standing import Standing
from qyclient.office.rules.limits import dated, in_force


@dataclass(frozen=True, slots=True)
class Qualified:
    """What a body said when it applied: full-time staff, finance rules, fixed premises."""

    full_time: int | None
    has_finance: bool | None
    has_premises: bool | None


def qualification(standing: Standing, said: Qualified) -> list[Finding]:
    """Return what each condition says: those of the register, then those it answered for."""
    rule = in_force(dated("eligibility")["directory"], standing.on)
    association = any(word in standing.name for word in rule["association_words"])
    least = int(rule["full_time"]["association" if association else "other"])
    staff = said.full_time or 0
    own = (
        ("FULL_TIME", f"专职人员不少于 {least} 人", staff >= least, f"申报 {staff} 人"),
        (
            "FINANCE",
            "有独立的财务、会计和资产管理制度",
            bool(said.has_finance),
            _yes(said.has_finance),
        ),
        ("PREMISES", "有固定办公场所", bool(said.has_premises), _yes(said.has_premises)),
    )
    citation = rule["citation"]
    answered = [Finding(key, label, met, ERROR, citation, told) for key, label, met, told in own]
    return [*findings(standing), *answered]


def _yes(said: bool | None) -> str:
    return "没有填写" if said is None else ("申报有" if said else "申报没有")
