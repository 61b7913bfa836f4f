"""送达: in which ways a paper reaches its receiver, and when it counts as served."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from qyclient.office.rules.clock import due_on
from qyclient.office.rules.limits import limit
from qyclient.office.rules.workdays import Calendar
from qyclient.records.choices import Choice
from qyclient.records.dates import format_date

_ANNOUNCED = "ANNOUNCED_SERVICE_DAYS"


class Way(Choice):
    """送达方式 (行政处罚法第六十一条，依照民事诉讼法的规定)."""

    IN_PERSON = "IN_PERSON", "直接送达", ("当面", "直接")
    MAIL = "MAIL", "邮寄送达", ("邮寄", "快递")
    LEFT = "LEFT", "留置送达", ("留置",)
    ENTRUSTED = "ENTRUSTED", "委托送达", ("委托",)
    ELECTRONIC = "ELECTRONIC", "电子送达", ("电子",)
    ANNOUNCEMENT = "ANNOUNCEMENT", "公告送达", ("公告",)


def served_on(facts: Mapping[str, Any]) -> date | None:
    """Return the day a paper counts as served: announced, so many days after; else when received.

    KeyError where the law of the day knew no service by announcement.
    """
    if facts["returned_on"] is not None:
        return None
    if facts["way"] is Way.ANNOUNCEMENT:
        return due_on(facts["sent_on"], limit(_ANNOUNCED, facts["sent_on"]), Calendar())
    day: date | None = facts["received_on"]
    return day


def problems(facts: Mapping[str, Any], issued: date, today: date) -> dict[str, str]:
    """Return what cannot be so in a delivery, by field."""
    found = _of_days(facts, issued, today)
    if facts["received_on"] and facts["returned_on"]:
        found["returned_on"] = "已签收的不会退回；请只填一个日期"
    for key, sentence in _missing(facts):
        if not facts[key]:
            found[key] = sentence
    return found


def _of_days(facts: Mapping[str, Any], issued: date, today: date) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, label in (("sent_on", "送出"), ("received_on", "签收"), ("returned_on", "退回")):
        day = facts[key]
        if day is not None and day > today:
            found[key] = f"{label}日期不能晚于今天"
        elif day is not None and day < facts["sent_on"]:
            found[key] = f"{label}日期不能早于送出日期"
    if facts["sent_on"] < issued:
        found["sent_on"] = f"送出日期不能早于成文日期（{format_date(issued)}）"
    return found


def _missing(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what its way and its outcome ask for."""
    way = facts["way"]
    if facts["received_on"] and way is not Way.LEFT:
        yield "receiver", "请填写签收人"
    if facts["returned_on"]:
        yield "returned_because", "请填写退回的原因，如 查无此人、拒收"
    if way is Way.IN_PERSON:
        yield "received_on", "直接送达应当当场签收，请填写签收日期"
    if way is Way.LEFT:
        yield "received_on", "请填写留置的日期"
        yield "witness", "留置送达要有见证人，或写明拍照、录像"
    if way is Way.ANNOUNCEMENT:
        yield "place", "请填写公告的载体，如 本机关门户网站"
