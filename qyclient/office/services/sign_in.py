"""Passwords: setting them, and knowing by them who is at the desk."""

from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.errors import Invalid, Refused
from qyclient.office.models import Operator
from qyclient.office.rules.limits import dated, in_force
from qyclient.office.services.key_slots import give_key
from qyclient.office.services.people import at_desk, operators
from qyclient.office.services.staff import add_operator, let_administer
from qyclient.store.access import note_access

_MINUTE = timedelta(minutes=1)


def needs_sign_in(session: Session) -> bool:
    """Say whether it must be proven who is at the desk: somebody has a password."""
    return any(one.has_password for one in operators(session))


def set_password(session: Session, key: UUID, password: str) -> Operator:
    """Give an operator a password, his own or set by the administrator; empty takes it away."""
    operator = session.get_one(Operator, key)
    if operator.name != session.info["stamp"].operator:
        let_administer(session)
    if password:
        _judge(password, operator.name, _rule(session)["least_characters"])
    give_key(session.info["folder"], operator.name, password)
    operator.password_hash = _hasher().hash(password) if password else None
    operator.failed_tries, operator.locked_until = 0, None
    note_access(session, "设置密码" if password else "清除密码", operator, "登录密码")
    return operator


def add_first(session: Session, name: str, password: str) -> Operator:
    """Let who opens an encrypted register be one of its operators, with the same password."""
    mine = select(Operator).where(Operator.name == name)
    operator = session.scalar(mine) or add_operator(session, {"name": name})
    session.flush()
    return set_password(session, operator.id, password)


def renew_password(session: Session, password: str) -> None:
    """Keep the password somebody set with the recovery sheet, and that he did so."""
    me = at_desk(session)
    if me is None:
        raise Refused("经办人名单里没有这个人，密码没有重设；请换一位在岗的经办人。")
    set_password(session, me.id, password)
    note_access(session, "恢复单", me, "凭恢复单打开登记簿，重新设置密码")


def judge(password: str, name: str, on: date) -> None:
    """Refuse a password that is too easy to guess by the rules of a day."""
    _judge(password, name, in_force(dated("sign_in")["sign_in"], on)["least_characters"])


def sign_in(session: Session, name: str, password: str) -> str:
    """Return why somebody may not sit down at the desk; empty if he may.

    It refuses nothing itself: a wrong try is kept, and after too many the name is shut for a while.
    """
    mine = (Operator.name == name) & Operator.is_active.is_(True)
    operator = session.scalar(select(Operator).where(mine))
    if operator is None:
        return f"经办人名单里没有在岗的“{name}”；请核对姓名，或请系统管理添加。"
    if operator.password_hash is None:
        return ""
    now, rule = session.info["stamp"].at, _rule(session)
    if operator.locked_until and operator.locked_until > now:
        return _shut(operator.locked_until - now)
    if _fits(operator.password_hash, password):
        operator.failed_tries, operator.locked_until = 0, None
        return ""
    return _count(operator, now, rule)


def idle_minutes(session: Session) -> int:
    """Return after how many minutes without a touch the window is locked."""
    return int(_rule(session)["idle_minutes"])


def _count(operator: Operator, now: Any, rule: dict[str, Any]) -> str:
    operator.failed_tries += 1
    left = rule["tries"] - operator.failed_tries
    if left > 0:
        return f"密码不对；再错 {left} 次，{operator} 将暂停登录 {rule['locked_minutes']} 分钟。"
    operator.failed_tries = 0
    operator.locked_until = now + rule["locked_minutes"] * _MINUTE
    return _shut(operator.locked_until - now)


def _shut(left: timedelta) -> str:
    minutes = -(-left // _MINUTE)
    return f"密码错了太多次，请 {minutes} 分钟后再试；忘记密码的，请系统管理重新设置。"


def _judge(password: str, name: str, least: int) -> None:
    if len(password) < least:
        raise Invalid({"password": f"密码至少 {least} 个字符，现在是 {len(password)} 个"})
    if password.strip() == name or not password.strip():
        raise Invalid({"password": "密码不能是姓名，也不能全是空格"})


def _fits(kept: str, password: str) -> bool:
    try:
        return _hasher().verify(kept, password)
    except VerifyMismatchError:
        return False


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()  # Argon2id is what the library takes when nothing else is said


def _rule(session: Session) -> dict[str, Any]:
    return in_force(dated("sign_in")["sign_in"], session.info["today"])
