"""验证密钥和验证码: the key is unlocked by hand and forgotten when the program ends."""

from collections.abc import Mapping, Sequence
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from qyclient.certificates.models import Certificate, SigningKey
from qyclient.certificates.rules import CertificateStatus, proof
from qyclient.certificates.rules.file_key import new_file_key, unlocked_file_key
from qyclient.certificates.services.templates import template_called
from qyclient.errors import Invalid, Refused
from qyclient.office.services import office_of
from qyclient.store.listing import linked

_GONE = frozenset(
    {
        CertificateStatus.SUPERSEDED,
        CertificateStatus.LOST,
        CertificateStatus.VOID,
        CertificateStatus.SEALED,
        CertificateStatus.COLLECTED,
        CertificateStatus.EXPIRED,
    }
)
_open: dict[str, Ed25519PrivateKey] = {}
_open_for_files: dict[str, RSAPrivateKey] = {}
"""Keys somebody has unlocked in this run of the program, by their public part."""


def make_key(session: Session, name: str, password: str, *, on_stock: bool) -> SigningKey:
    """Make the office's key; the one before signs no more, but what it signed still holds."""
    if not name.strip():
        raise Invalid({"name": "请填写密钥名称"})
    public, locked = proof.new_key(password)
    today = session.info["today"]
    for before in session.scalars(select(SigningKey).where(SigningKey.retired_on.is_(None))):
        before.retired_on = today
    made = SigningKey(
        name=name.strip(),
        public=public,
        made_on=today,
        made_by=session.info["stamp"].operator,
        on_stock=on_stock,
        locked=locked,
    )
    session.add(made)
    session.flush()
    _open[public] = proof.unlocked(locked, password)
    _unlock_file_key(session, made, password)
    return made


def unlock_key(session: Session, password: str) -> SigningKey:
    """Unlock the key that signs now, until the program ends."""
    key = current_key(session)
    if key is None:
        raise Refused("还没有生成验证密钥。")
    _open[key.public] = proof.unlocked(key.locked, password)
    _unlock_file_key(session, key, password)
    return key


def file_key(session: Session) -> tuple[RSAPrivateKey, bytes]:
    """Return the key that signs copies for the file, and its certificate; Refused while locked."""
    key = current_key(session)
    if key is None:
        raise Refused("还没有验证密钥，请先在“证书—更多—验证密钥…”生成，再签名。")
    if key.public not in _open_for_files or key.file_certificate is None:
        raise Refused("验证密钥还没有解锁，请先在“证书—更多—验证密钥…”解锁，再签名。")
    return _open_for_files[key.public], key.file_certificate


def file_certificates(session: Session) -> set[bytes]:
    """Return every certificate the office ever signed a copy with."""
    found = session.scalars(select(SigningKey.file_certificate))
    return {one for one in found if one is not None}


def _unlock_file_key(session: Session, key: SigningKey, password: str) -> None:
    """Unlock the key for copies; a key of before there was one gets it now."""
    if key.file_locked is None:
        made = new_file_key(password, office_of(session).name, session.info["now"])
        key.file_certificate, key.file_locked = made
    _open_for_files[key.public] = unlocked_file_key(key.file_locked, password)


def lock_keys() -> None:
    """Forget every unlocked key."""
    _open.clear()
    _open_for_files.clear()


def current_key(session: Session) -> SigningKey | None:
    """Return the key that signs now."""
    query = (
        select(SigningKey)
        .where(SigningKey.retired_on.is_(None))
        .options(undefer(SigningKey.locked), undefer(SigningKey.file_locked))
        .options(undefer(SigningKey.file_certificate))
    )
    return session.scalars(query.order_by(SigningKey.id.desc()).limit(1)).first()


def is_unlocked(session: Session) -> bool:
    """Say whether what is printed now gets its statement."""
    key = current_key(session)
    return key is not None and key.public in _open


def signer(session: Session) -> tuple[str, Ed25519PrivateKey]:
    """Return the public part of the key that signs now, and the key; refused if it is locked."""
    key = current_key(session)
    if key is None:
        raise Refused("本机关还没有密钥，请先在“登记证书—证书”里生成。")
    if key.public not in _open:
        raise Refused("密钥还没有解锁，请输入密码解锁后再做。")
    return key.public, _open[key.public]


def publics(session: Session) -> Mapping[str, SigningKey]:
    """Return every key the office ever signed with, by its public part."""
    return {key.public: key for key in session.scalars(select(SigningKey))}


def statement_for(session: Session, certificate: Certificate) -> str | None:
    """Return the signed statement of a sheet; None where the office has no key unlocked.

    Where the code is printed on the stock, a sheet without one is refused.
    """
    key = current_key(session)
    if key is None:
        return None
    if key.public not in _open:
        if key.on_stock:
            raise Refused("证书上要印验证码，但验证密钥还没有解锁，请先在“证书”里解锁。")
        return None
    labels = template_called(session, certificate.template).labels_by_field
    said = {
        "o": office_of(session).name,
        "n": certificate.issue.number if certificate.issue else "",
        "c": f"{certificate.copy.label}{certificate.copy_number}",
        "b": certificate.blank_serial,
        "t": certificate.template.partition("@")[0],
        "d": certificate.issued_on.isoformat(),
        "f": {k: certificate.values[k] for k in labels if certificate.values.get(k)},
    }
    return proof.signed(proof.STATEMENT, said, _open[key.public])


def code_on_stock(session: Session, statement: str | None) -> str | None:
    """Return what is printed as a code: nothing where the office wants none on its stock."""
    key = current_key(session)
    return statement if key is not None and key.on_stock else None


def status_list(session: Session) -> str:
    """Return the signed list of certificates that hold no longer, for whoever checks offline."""
    key = current_key(session)
    if key is None or key.public not in _open:
        raise Refused("请先解锁验证密钥，再生成失效名单。")
    said: dict[str, Any] = {
        "o": office_of(session).name,
        "on": session.info["today"].isoformat(),
        "s": {one.blank_serial: gone_told(one) for one in gone(session)},
    }
    return proof.signed(proof.STATUS_LIST, said, _open[key.public])


def gone(session: Session) -> Sequence[Certificate]:
    """Return every certificate with a sheet of its own that holds no longer."""
    mine = Certificate.status.in_(_GONE) & Certificate.blank_serial.is_not(None)
    return session.scalars(linked(Certificate).where(mine).order_by(Certificate.id)).all()


def gone_told(certificate: Certificate) -> str:
    """Return what became of a certificate, and when."""
    day = f" {certificate.status_on}" if certificate.status_on else ""
    return f"{certificate.status.label}{day}"


def kept_for(session: Session, said: Mapping[str, Any]) -> Certificate | None:
    """Return the certificate a statement is about, by its sheet; else by its number and copy."""
    found = session.scalars(
        linked(Certificate).where(Certificate.blank_serial == str(said.get("b") or ""))
    ).all()
    stock = str(said.get("t", ""))
    for one in found:
        if one.template.partition("@")[0] == stock:
            return one
    return found[0] if len(found) == 1 else None
