"""证书上的验证码: what is signed of a certificate, if the office wants a code on its stock."""

from sqlalchemy.orm import Session

from qyclient.certificates.models import Certificate


def statement_for(_session: Session, _certificate: Certificate) -> str | None:
    """Return the signed statement of a sheet; None where no key is unlocked."""
    return None
