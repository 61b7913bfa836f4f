"""承接资格: each rule over what is known of a contractor on a day; rules are dated data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qyclient.contracts.rules.lists import ContractorKind, ProofKind
from qyclient.contracts.rules.standing import Standing
from qyclient.office.rules.dated import held
from qyclient.office.rules.limits import dated
from qyclient.records.dates import format_date

ERROR, WARNING = "error", "warn"
UNVERIFIED = "未经本机关核实"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says: whether it is met, how grave it is if not, its law, its evidence."""

    rule: str
    label: str
    met: bool
    severity: str
    citation: str
    evidence: str

    def told(self) -> str:
        """Return the sentence that people read."""
        return f"{'✓' if self.met else '✗'} {self.label}：{self.evidence}（{self.citation}）"

    def kept(self) -> dict[str, str | bool]:
        """Return it as it is frozen with a check."""
        return {
            "rule": self.rule,
            "label": self.label,
            "met": self.met,
            "severity": self.severity,
            "citation": self.citation,
            "evidence": self.evidence,
        }


def told_against(found: Sequence["Finding"]) -> str:
    """Return what grave stands against a contractor, with its evidence and law."""
    return "；".join(
        f"{one.label}——{one.evidence}（{one.citation}）"
        for one in found
        if not one.met and one.severity == ERROR
    )


def findings(standing: Standing, words: str = "") -> list[Finding]:
    """Return what each rule of that day says of a contractor; `words` are those of the service."""
    tests = _OURS if standing.outside is None else _OUTSIDE
    found = []
    for row in dated("eligibility")["rules"]:
        test = tests.get(row["key"])
        if test is None or not held(row, standing.on):
            continue
        met, evidence = test(standing, row, words)
        found.append(
            Finding(row["key"], row["label"], met, row["severity"], row["citation"], evidence)
        )
    return found


def eligible(found: Sequence[Finding]) -> bool:
    """Say whether nothing grave stands against a contractor."""
    return all(one.met or one.severity != ERROR for one in found)


Test = Callable[[Standing, Mapping[str, Any], str], tuple[bool, str]]


def _active(one: Standing, _row: Mapping[str, Any], _words: str) -> tuple[bool, str]:
    return one.active, f"{format_date(one.on)}登记状态为“{one.status}”"


def _unlisted(one: Standing, row: Mapping[str, Any], _words: str) -> tuple[bool, str]:
    for listing in one.listings:
        if listing.on_list == row["list"]:
            since = format_date(listing.since)
            return False, f"{since}列入，事由：{listing.ground}（{listing.source}）"
    return True, "当日不在名单中"


def _reviewed(one: Standing, row: Mapping[str, Any], _words: str) -> tuple[bool, str]:
    last = one.on.year - int(row["years_back"])
    if one.review is not None and one.review[0] >= last:
        year, conclusion, passed = one.review
        return passed, f"{year}年度结论为“{conclusion}”"
    if one.founded is not None and one.founded.year > last:
        return True, f"{format_date(one.founded)}成立，尚无应参加的年度"
    if not one.ours:
        return True, f"由其他机关登记，本机关没有它的年检（年报）记录，{UNVERIFIED}"
    return False, f"名册中没有{last}年度以来的年检（年报）记录"


def _certified(one: Standing, _row: Mapping[str, Any], _words: str) -> tuple[bool, str]:
    if one.certificate_until is None:
        return False, "名册中没有登记证书有效期，请核对证书原件"
    until = format_date(one.certificate_until)
    return one.certificate_until >= one.on, f"登记证书有效期至{until}"


def _in_scope(one: Standing, _row: Mapping[str, Any], words: str) -> tuple[bool, str]:
    if not one.scope:
        return False, "名册中没有业务范围"
    shared = [word for word in _pairs(words) if word in one.scope]
    if not words or shared:
        return True, f"业务范围：{one.scope}"
    return False, f"业务范围中没有与“{words}”相同的字样，请人工核对：{one.scope}"


def _pairs(words: str) -> list[str]:
    """Return every two characters side by side: by them a scope is compared with a service."""
    plain = "".join(words.split())
    usual = {"服务", "项目", "购买", "政府", "运营", "工作", "社会"}
    return [plain[n : n + 2] for n in range(len(plain) - 1) if plain[n : n + 2] not in usual]


def _clean(one: Standing, _row: Mapping[str, Any], _words: str) -> tuple[bool, str]:
    if one.violations:
        return False, "；".join(one.violations)
    return True, "名册中没有三年内的行政处罚记录"


def _allowed_kind(one: Standing, _row: Mapping[str, Any], _words: str) -> tuple[bool, str]:
    barred = {ContractorKind.FIRST_CLASS_INSTITUTION, ContractorKind.FUNDED_MASS_BODY}
    label = one.outside.label if one.outside else ""
    return one.outside not in barred, f"性质：{label}"


def _shows(kind: ProofKind) -> Test:
    def shown(one: Standing, row: Mapping[str, Any], _words: str) -> tuple[bool, str]:
        papers = [proof for proof in one.proofs if proof.kind is kind and proof.dated_on <= one.on]
        if not papers:
            return False, f"没有提交{kind.label}"
        last = max(papers, key=lambda proof: proof.dated_on)
        told = f"《{last.document}》，{format_date(last.dated_on)}，{UNVERIFIED}"
        if last.valid_until is not None and last.valid_until < one.on:
            return False, f"{told}，有效期至{format_date(last.valid_until)}，已过期"
        days = row.get("days")
        if days and (one.on - last.dated_on).days > int(days):
            return False, f"{told}，早于 {days} 天，请重新提交"
        return True, told

    return shown


_OURS: Mapping[str, Test] = {
    "ACTIVE": _active,
    "NOT_ABNORMAL": _unlisted,
    "NOT_SERIOUS": _unlisted,
    "REVIEWED": _reviewed,
    "CERTIFIED": _certified,
    "IN_SCOPE": _in_scope,
    "NO_VIOLATION": _clean,
}
_OUTSIDE: Mapping[str, Test] = {
    "KIND": _allowed_kind,
    "SHOWS_REGISTRATION": _shows(ProofKind.REGISTRATION),
    "SHOWS_CREDIT": _shows(ProofKind.CREDIT),
    "SHOWS_REPORT": _shows(ProofKind.REPORT),
    "SHOWS_TAX": _shows(ProofKind.TAX),
}
