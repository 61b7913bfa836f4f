"""Reading templates of pre-printed stock: JSON files that an office mends with a ruler."""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

from qyclient.errors import Refused
from qyclient.paper.pdf.fonts import Family
from qyclient.paper.pdf.overprint import Align, Box, Frame, Label, Paper, Template


def load(path: Path) -> Template:
    """Read a template file; raises Refused naming the place of everything wrong in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise Refused(f"证书模板“{path.name}”打不开，请检查文件是否存在。") from error
    except UnicodeError as error:
        raise Refused(f"证书模板“{path.name}”有误：不是 JSON 格式，请修改模板文件。") from error
    return read(text, path.name)


def read(text: str, called: str) -> Template:
    """Return the template of a text; raises Refused naming the place of everything wrong in it."""
    try:
        template: Template = _record(Template, json.loads(text))
        _check_places(template)
    except (ValueError, RecursionError) as error:
        fault = isinstance(error, json.JSONDecodeError | RecursionError)
        reason = "不是 JSON 格式" if fault else error
        raise Refused(f"证书模板“{called}”有误：{reason}，请修改模板文件。") from error
    return template


def written(template: Template) -> str:
    """Return a template as a text that `read` reads back: what is usual is left out."""
    return json.dumps(_plain(template), ensure_ascii=False, indent=1)


def _plain(record: Any) -> Any:
    if isinstance(record, tuple):
        return [_plain(one) for one in record]
    if not is_dataclass(record):
        return dict(record) if isinstance(record, Mapping) else record
    shown = ((part, getattr(record, part.name)) for part in fields(record))
    return {part.name: _plain(value) for part, value in shown if value != part.default}


def _check_places(template: Template) -> None:
    seen: set[str] = set()
    for box in template.boxes:
        if box.field in seen:
            raise ValueError(f"方框“{box.field}”出现两次")
        seen.add(box.field)
        if box.x < 0 or box.y < 0 or box.w <= 0 or box.h <= 0:
            raise ValueError(f"方框“{box.field}”的位置和大小应为正数")
        if box.x + box.w > template.paper.w or box.y + box.h > template.paper.h:
            raise ValueError(f"方框“{box.field}”超出纸张")


def _record(kind: type[Any], raw: Any) -> Any:
    if not isinstance(raw, dict):
        raise ValueError("应为一组“名称: 值”")  # noqa: TRY004 - wrong data, not a wrong program
    declared = {part.name: part for part in fields(kind)}
    wrong = [f"不认识“{name}”" for name in raw if name not in declared]
    for name, part in declared.items():
        if part.default is MISSING and name not in raw:
            wrong.append(f"缺少“{name}”")
    if wrong:
        raise ValueError("，".join(wrong))
    return kind(**{name: _value(name, value) for name, value in raw.items()})


def _value(name: str, value: Any) -> Any:
    read = _READERS.get(name)
    try:
        return read(value) if read else _number(value)
    except ValueError as error:
        raise ValueError(f"“{name}”：{error}") from error


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("应为数字")  # noqa: TRY004
    return float(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("应为文字")  # noqa: TRY004
    return value


def _words(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("应为一组“名称: 文字”")  # noqa: TRY004
    return {key: _text(text) for key, text in value.items()}


def _sizes(value: Any) -> tuple[float, ...]:
    sizes = tuple(map(_number, value)) if isinstance(value, list) else ()
    if not sizes or min(sizes) <= 0 or sorted(sizes, reverse=True) != [*sizes]:
        raise ValueError("应为从大到小的字号")
    return sizes


def _named(options: type[Family] | type[Align]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if value not in [*options]:
            raise ValueError("应为 " + "、".join(options) + " 之一")
        return options(value)

    return read


def _each(kind: type[Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError("应为列表")  # noqa: TRY004
        return tuple(_nth(kind, number, raw) for number, raw in enumerate(value, 1))

    return read


def _nth(kind: type[Any], number: int, raw: Any) -> Any:
    try:
        return _record(kind, raw)
    except ValueError as error:
        raise ValueError(f"第 {number} 项{error}") from error


_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("id", "name", "evidence", "field", "label", "advice", "text"), _text),
    "stock": _words,
    "sizes": _sizes,
    "font": _named(Family),
    "align": _named(Align),
    "paper": lambda raw: _record(Paper, raw),
    "boxes": _each(Box),
    "labels": _each(Label),
    "frames": _each(Frame),
    "code": lambda raw: _record(Frame, raw),
}
"""How the value of each key is read; every other key holds a number."""
