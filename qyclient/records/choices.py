"""Closed lists: a code for the database, a label for people, and what it used to be called."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Self

from qyclient.records.characters import one_line
from qyclient.records.kinds import Kind

_BETWEEN = re.compile(r"[\s、，,;；/]+")


class Choice(StrEnum):
    """The code is stored and never changes; the label is today's wording.

    Members are declared as ``NAME = "CODE", "标签", ("旧称", ...)``: wording changes
    (民办非企业单位 became 社会服务机构), and clerks write what they are used to.
    """

    label: str
    aliases: Sequence[str]

    def __new__(cls, code: str, label: str, aliases: Sequence[str] = ()) -> Self:
        """Make a member from its code, its label and its other names."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.aliases = aliases
        return member


def choice(options: type[Choice]) -> Kind[Choice]:
    """Return the kind of a closed list; it sorts as it is declared."""
    by_name: dict[str, Choice] = {}
    for option in options:
        for name in (option.label, *option.aliases, option.value):
            by_name.setdefault(name.upper(), option)

    def parse(text: str) -> Choice:
        try:
            return by_name[one_line(text).upper()]
        except KeyError:
            labels = "、".join(option.label for option in options)
            raise ValueError(f"“{text}”不在可选项中，应为：{labels}") from None

    return Kind(
        "choice",
        parse,
        format=lambda option: option.label,
        plain=lambda option: option.value,
        order=[*options].index,
        options=tuple(option.label for option in options),
    )


def listed(labels: Mapping[str, str]) -> Kind[str]:
    """Return the kind of a list that is data: codes that are kept, labels that are shown."""
    codes = {label: code for code, label in labels.items()} | {code: code for code in labels}

    def parse(text: str) -> str:
        try:
            return codes[one_line(text)]
        except KeyError:
            raise ValueError(f"“{text}”不在可选项中，应为：{'、'.join(labels.values())}") from None

    return Kind(
        "choice",
        parse,
        format=lambda code: labels.get(code, code),
        order=[*labels].index,
        options=tuple(labels.values()),
        restore=str,
    )


def several(options: type[Choice]) -> Kind[str]:
    """Return the kind of some of a closed list: codes in its order, a space between two."""
    one = choice(options)
    labels = {option.value: option.label for option in options}

    def parse(text: str) -> str:
        chosen = {one.parse(part) for part in _BETWEEN.split(one_line(text)) if part}
        return " ".join(option.value for option in options if option in chosen)

    return Kind(
        "several",
        parse,
        format=lambda codes: "、".join(labels[code] for code in codes.split()),
        options=one.options,
    )
