"""What keeps a text from being that of a paper."""

import re

from qyclient.organizations.rules.papers import MARKS, Paper
from qyclient.paper.official.text import Sort, marks_of, parts

_LEFT = re.compile(r"[{}]")
_MARK = re.compile(r"\{\w+\??\}")


def text_problem(paper: Paper, text: str) -> str:
    """Return what is wrong with a text; nothing if the paper can be made of it."""
    unknown = [mark for mark in marks_of(text) if mark not in MARKS]
    if unknown:
        return f"没有“{{{unknown[0]}}}”这个代号；请从右边的代号里选"
    if _LEFT.search(_MARK.sub("", text)):
        return "大括号 { } 没有成对，或代号里有空格"
    if paper.numbered and "number" not in marks_of(text):
        return "这种文书要编号，样式里应当有 {number}"
    said = [*parts(text)]
    if not any(part.sort in {Sort.TITLE, Sort.FORM_TITLE} for part in said):
        return "第一行应当是标题，以“# ”或“## ”开头"
    return ""
