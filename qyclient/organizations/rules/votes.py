"""表决、换届、报告期限: what must hold of the figures and days an application tells.

Arithmetic that cannot be is a problem beside its field; what falls short of a rule is a concern
that is shown to who examines.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from qyclient.office.rules.limits import Limit, limit

Values = Mapping[str, Any]
_VOTES = ("yes", "no", "abstain")


def vote_problems(facts: Values) -> dict[str, str]:
    """Return what cannot be of a vote: 实到 ≤ 应到, and the votes are those who were there."""
    due, present = facts.get("due"), facts.get("present")
    found: dict[str, str] = {}
    if due is not None and present is not None and present > due:
        found["present"] = f"实到 {present} 人多于应到 {due} 人"
    cast = [facts[key] for key in _VOTES if facts.get(key) is not None]
    if present is not None and len(cast) == len(_VOTES) and sum(cast) != present:
        found["yes"] = f"同意、反对、弃权合计 {sum(cast)} 人，与实到 {present} 人不符"
    return found


def day_problems(facts: Values, since: str, until: str) -> dict[str, str]:
    """Return that what was filed would end before it begins."""
    first, last = facts.get(since), facts.get(until)
    if isinstance(first, date) and isinstance(last, date) and last < first:
        return {until: "结束的日期早于开始的日期"}
    return {}


def concerns(checks: tuple[str, ...], facts: Values, filed_on: date) -> list[str]:
    """Return where an application falls short of a rule, each with its source."""
    return [
        said for check in checks if check in _CHECKS for said in _CHECKS[check](facts, filed_on)
    ]


def _share(facts: Values, part: str, whole: str) -> Fraction | None:
    if facts.get(part) is None or not facts.get(whole):
        return None
    return Fraction(facts[part], facts[whole])


def _reaches(
    facts: Values, on: date, parts: tuple[str, str], rule: str, *, above: bool
) -> Iterator[str]:
    share, least = _share(facts, *parts), _limit(rule, on)
    if share is None or least is None:
        return
    needed = Fraction(least.value)
    if share < needed or (above and share == needed):
        label = {"present": "实到人数", "yes": "同意人数"}[parts[0]]
        whole = {"due": "应到人数", "present": "实到人数"}[parts[1]]
        word = "超过" if above else "达到"
        yield f"{label}没有{word}{whole}的 {least.value}（{least.citation}）"


def _charter(facts: Values, on: date) -> Iterator[str]:
    yield from _reaches(facts, on, ("present", "due"), "VOTE_QUORUM", above=False)
    yield from _reaches(facts, on, ("yes", "present"), "VOTE_CHARTER_PASS", above=False)


def _fees(facts: Values, on: date) -> Iterator[str]:
    yield from _reaches(facts, on, ("present", "due"), "VOTE_QUORUM", above=False)
    yield from _reaches(facts, on, ("yes", "present"), "VOTE_SIMPLE_PASS", above=True)


def _elected(facts: Values, on: date) -> Iterator[str]:
    yield from _reaches(facts, on, ("present", "due"), "VOTE_QUORUM", above=False)
    yield from _reaches(facts, on, ("yes", "present"), "VOTE_SIMPLE_PASS", above=True)


def _ahead(facts: Values, filed_on: date) -> Iterator[str]:
    rule, day = _limit("MAJOR_AHEAD_DAYS", filed_on), facts.get("happens_on")
    if rule and day and (ahead := (day - filed_on).days) < int(rule.value):
        told = f"本件提前 {ahead} 天" if ahead > 0 else "本件是事后报告"
        yield f"重大事项应提前 {rule.value} 天报告，{told}（{rule.citation}）"


def _delay(facts: Values, filed_on: date) -> Iterator[str]:
    rule, due, moved = (
        _limit("ELECTION_DELAY_MAX", filed_on),
        facts.get("due_on"),
        facts.get("moved_to"),
    )
    if rule and due and moved and moved > _years_later(due, int(rule.value)):
        yield f"延期换届最长 {rule.value} 年（{rule.citation}）"


def _overdue(facts: Values, _filed_on: date) -> Iterator[str]:
    due, held = facts.get("due_on"), facts.get("held_on")
    if due and held and held > due:
        yield f"拟召开日期晚于应换届日期 {(held - due).days} 天，应先办理延期换届报批"


def _after_liquidation(facts: Values, filed_on: date) -> Iterator[str]:
    rule, ended = _limit("DEREG_APPLY_DAYS", filed_on), facts.get("liquidated_on")
    if rule and ended and filed_on > ended + timedelta(days=int(rule.value)):
        late = (filed_on - ended).days
        yield f"清算结束 {late} 天后才申请，应在 {rule.value} 天内申请注销（{rule.citation}）"


def _years_later(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29  # noqa: PLR2004 - the only day some years lack
    return day.replace(year=day.year + years, day=28 if leap else day.day)


def _limit(rule: str, on: date) -> Limit | None:
    try:
        return limit(rule, on)
    except KeyError:
        return None


_CHECKS: Mapping[str, Callable[[Values, date], Iterator[str]]] = {
    "charter": _charter,
    "fees": _fees,
    "elected": _elected,
    "ahead": _ahead,
    "delay": _delay,
    "overdue_election": _overdue,
    "after_liquidation": _after_liquidation,
}
