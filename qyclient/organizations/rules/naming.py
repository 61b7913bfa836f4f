"""名称规则: what the words of a name are held against, and what is found about it.

Words, organizational forms and how alike two names may be are dated rows of
`resources/rules/names.json`; how long a name stays locked stands in `registration.csv`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from qyclient.office.rules.dated import held
from qyclient.office.rules.limits import dated
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.name_parts import PART_LABELS, Parts, forms, rows
from qyclient.records.choices import Choice


class Verdict(Choice):
    """查重结论: what a finding means for the name, worst first."""

    REFUSE = "refuse", "不能使用", ()
    ASK = "ask", "需要核实", ()
    NOTE = "note", "供参考", ()


ORDER = [*Verdict]
"""The verdicts, worst first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found about a name: what it means, why, by which source."""

    verdict: Verdict
    topic: str
    said: str
    source: str
    record: Any = None


@dataclass(frozen=True, slots=True)
class NameCheck:
    """What was found about a name, worst first, and what was searched on which day."""

    name: str
    org_type: OrgType | None
    parts: Parts
    findings: Sequence[Finding]
    searched: str

    @property
    def verdict(self) -> Verdict | None:
        """Return the worst that was found; nothing if nothing was."""
        return self.findings[0].verdict if self.findings else None

    @property
    def told(self) -> str:
        """Return the outcome in a sentence."""
        many = [sum(f.verdict is verdict for f in self.findings) for verdict in ORDER]
        if many[0]:
            return f"“{self.name}”不能使用：有 {many[0]} 项不符合规定"
        if many[1]:
            return f"“{self.name}”有 {many[1]} 项需要核实"
        return f"“{self.name}”没有发现不能使用的情形"


def structure_findings(parts: Parts, org_type: OrgType | None, on: date) -> Iterator[Finding]:
    """Say which part of a name is missing, and which form its kind does not use."""
    row = rows("structure", on)
    if org_type is None:
        yield Finding(Verdict.NOTE, "结构", "选择种类后再核对名称结构", row["citation"])
        return
    wanted = row["parts"][org_type.value]
    order = " + ".join(PART_LABELS[part] for part in wanted)
    if "area" in wanted and not parts.area:
        said = f"缺少行政区划；{org_type.label}的名称应为：{order}"
        yield Finding(Verdict.REFUSE, "结构", said, row["citation"])
    if not parts.form:
        said = "结尾不是已知的组织形式；确实可用的，请由系统管理在用语表中增加"
        yield Finding(Verdict.ASK, "结构", said, rows("forms", on)["citation"])
    elif parts.form not in forms(org_type, on):
        said = f"“{parts.form}”不是{org_type.label}使用的组织形式"
        yield Finding(Verdict.ASK, "结构", said, rows("forms", on)["citation"])
    if "field" in wanted and not parts.core:
        said = f"缺少行（事）业领域；{org_type.label}的名称应为：{order}"
        yield Finding(Verdict.REFUSE, "结构", said, row["citation"])
    elif "brand" in wanted and not parts.brand:
        said = f"没有分出字号和行（事）业领域，请核对“{parts.core}”中是否两样都有"
        yield Finding(Verdict.ASK, "结构", said, row["citation"])


def word_findings(
    name: str, parts: Parts, org_type: OrgType | None, people: Sequence[str], on: date
) -> Iterator[Finding]:
    """Say which words of a name are forbidden or need consent; `people` are the applicants."""
    for row in _held("words", org_type, on):
        for word in row["words"]:
            if _stands(word, row["where"], name):
                yield _finding(row, "用语", word)
    for row in _held("person", org_type, on):
        named = [one for one in people if one and one in parts.core]
        yield from (_finding(row, "人名", word) for word in named)


def ratio(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1."""
    return SequenceMatcher(None, one, other).ratio()


def alike_from(on: date) -> float:
    """Return from which likeness on a name is shown as similar."""
    return float(rows("likeness", on)["ratio"])


def _held(name: str, org_type: OrgType | None, on: date) -> Iterator[Mapping[str, Any]]:
    for row in dated("names")[name]:
        if held(row, on) and (org_type is None or org_type.value in row["types"]):
            yield row


def _stands(word: str, where: str, name: str) -> bool:
    if where == "start":
        return name.startswith(word)
    return word in (name[1:] if where == "inside" else name)


def _finding(row: Mapping[str, Any], topic: str, word: str) -> Finding:
    said = row["reason"].format(word=word)
    return Finding(Verdict[row["level"].upper()], topic, said, row["citation"])
