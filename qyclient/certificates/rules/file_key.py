"""存档件签名的密钥: an RSA key, because readers everywhere check it, and what says whose it is."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_der_private_key,
)

from qyclient.errors import Refused

_BITS, _EXPONENT = 2048, 65537
_YEARS, _DAYS = 30, 365


def new_file_key(password: str, office: str, at: datetime) -> tuple[bytes, bytes]:
    """Return the office's certificate for a new key, and the key locked with a password."""
    key = generate_private_key(_EXPONENT, _BITS)
    lock = BestAvailableEncryption(password.encode())
    return _certificate(key, office, at), key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, lock)


def unlocked_file_key(locked: bytes, password: str) -> RSAPrivateKey:
    """Return the key; Refused if the password is wrong."""
    try:
        key = load_der_private_key(locked, password.encode())
    except ValueError as error:
        raise Refused("密码不对，签名密钥没有解锁。") from error
    if not isinstance(key, RSAPrivateKey):
        raise Refused("这不是签名密钥，请从备份恢复。")
    return key


def _certificate(key: RSAPrivateKey, name: str, at: datetime) -> bytes:
    """Return a certificate by which an office says itself that a key is its own (DER)."""
    called = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, name)])
    use = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at.astimezone(UTC) - timedelta(days=1))
        .not_valid_after(at.astimezone(UTC) + timedelta(days=_YEARS * _DAYS))
        .add_extension(use, critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(Encoding.DER)
