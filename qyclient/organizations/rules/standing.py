"""What may be done to a body as it stands, and why not: dated rows of `rules/standing.json`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from qyclient.office.rules.clock import due_on
from qyclient.office.rules.dated import held
from qyclient.office.rules.limits import dated, limit
from qyclient.office.rules.workdays import Calendar
from qyclient.organizations.rules.credit import turning_day
from qyclient.organizations.rules.lists import CreditList, OrgType
from qyclient.organizations.rules.matter_kinds import MatterKind, kinds

_EVERY = "*"
_CALENDAR = Calendar()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a body stands on a day: what its record says, since when it is on which list.

    `under_way` are the kinds of matters that are open for it, each with its number.
    """

    body: Any
    today: date
    lists: Mapping[CreditList, date] = field(default_factory=dict)
    under_way: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Permit:
    """One verb: possible if nothing is said against it; else why, by which law, since when."""

    key: str
    label: str
    why_not: str = ""
    citation: str = ""
    since: date | None = None

    @property
    def told(self) -> str:
        """Return why not with its law, as one sentence without its full stop; or nothing."""
        return f"{self.why_not}（{self.citation}）" if self.citation else self.why_not


def verbs() -> Mapping[str, str]:
    """Return every verb for a registered body by its key: matters, and what else is done."""
    matters = {key: kind.label for key, kind in kinds().items() if not kind.is_new}
    return matters | {row["key"]: row["label"] for row in dated("standing")["verbs"]}


def permits(standing: Standing, keys: Collection[str] | None = None) -> list[Permit]:
    """Return every verb, or those asked for, with what stands against it."""
    return [permit(key, standing) for key in verbs() if keys is None or key in keys]


def permit(key: str, standing: Standing) -> Permit:
    """Return one verb with what stands against it; KeyError if there is none of that key."""
    label = verbs()[key]
    kind = kinds().get(key)
    said = kind and (_other_sort(kind, standing.body.org_type) or _twice(kind, standing))
    if said:
        return Permit(key, label, said)
    for row in dated("standing")["bars"]:
        hit = key in row["verbs"] or (_EVERY in row["verbs"] and key not in row["except"])
        if hit and held(row, standing.today) and _holds(row["when"], standing):
            says = row["says"].format(**_words(row["when"], standing))
            return Permit(key, label, says, row["citation"], _since(row["when"], standing))
    return Permit(key, label)


def _other_sort(kind: MatterKind, sort: OrgType | None) -> str:
    if not kind.codes or sort is None or sort.value in kind.codes:
        return ""
    return f"{sort.label}不办理{kind.label}"


def _twice(kind: MatterKind, standing: Standing) -> str:
    """Say that a matter with the same effect is open: of changes there may be several."""
    number = standing.under_way.get(kind.key)
    if number is None or not kind.effect or kind.items:
        return ""
    return f"已有“{kind.label}”的办件 {number} 在办"


def _holds(when: Mapping[str, Any], standing: Standing) -> bool:
    return all(_TESTS[name](wanted, standing) for name, wanted in when.items())


def _on(wanted: Sequence[str], standing: Standing) -> bool:
    return any(one.value in wanted for one in standing.lists)


def _sooner(wanted: str, standing: Standing) -> bool:
    day = _turns_on(wanted, standing)
    return day is not None and standing.today < day


def _turns_on(wanted: str, standing: Standing) -> date | None:
    on_list = CreditList[wanted]
    since = standing.lists.get(on_list)
    return turning_day(on_list, since) if since else None


def _younger(rule: str, standing: Standing) -> bool:
    founded = getattr(standing.body.established_on, "latest", None)
    ripe = due_on(founded, limit(rule, standing.today), _CALENDAR) if founded else None
    return ripe is not None and standing.today < ripe


_TESTS = {
    "status": lambda wanted, s: s.body.status.value in wanted,
    "types": lambda wanted, s: s.body.org_type is not None and s.body.org_type.value in wanted,
    "on": _on,
    "not_on": lambda wanted, s: not _on(wanted, s),
    "sooner": _sooner,
    "is": lambda wanted, s: all(bool(getattr(s.body, k)) is v for k, v in wanted.items()),
    "younger": _younger,
}


def _words(when: Mapping[str, Any], standing: Standing) -> Mapping[str, Any]:
    named = (f"{one.label}（{since} 列入）" for one, since in standing.lists.items())
    return {
        "status": standing.body.status.label,
        "lists": "、".join(named),
        "turns_on": _turns_on(when["sooner"], standing) if "sooner" in when else "",
        "least": limit(when["younger"], standing.today).value if "younger" in when else "",
    }


def _since(when: Mapping[str, Any], standing: Standing) -> date | None:
    names = when.get("on") or [when[key] for key in ("sooner",) if key in when]
    return min((day for one, day in standing.lists.items() if one.value in names), default=None)
