"""The key and certificate with which exported pictures are signed."""

from __future__ import annotations

import datetime
import os
import tempfile
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.errors import OutputError, UsageError

_YEARS_VALID = 10
_ORGANISATION = "faceswap-gui"
_FILE = "signature.pem"
_END_OF_KEY = b"-----END PRIVATE KEY-----\n"


@attrs.frozen(kw_only=True)
class Credentials:
    """A certificate chain (the signer's own first) and its private key, both PEM."""

    chain: bytes
    key: bytes = attrs.field(repr=False)
    algorithm: str
    """Its name in C2PA: es256, ps256, ed25519, …"""


def load_credentials(chain: Path, key: Path) -> Credentials:
    """Load the person's own certificate chain and unencrypted private key from PEM files.

    Raises:
        UsageError: a file is missing, or the key is none that C2PA allows.
    """
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        certificates, private = chain.read_bytes(), key.read_bytes()
        algorithm = _algorithm(load_pem_private_key(private, password=None))
    except OSError as error:
        raise UsageError(
            "{filename} could not be read: {reason}", filename=error.filename, reason=error.strerror
        ) from error
    except (ValueError, TypeError) as error:
        raise UsageError(
            "{key} holds no unencrypted private key in PEM: {error}", key=key, error=error
        ) from error
    return Credentials(chain=certificates, key=private, algorithm=algorithm)


def own_credentials(folder: Path | None = None) -> Credentials:
    """Return this computer's own key and certificate, made on first use.

    Others see by them that exports come from one hand, not whose hand it is.

    Args:
        folder: where they are kept; by default the person's folder for application data.

    Raises:
        OutputError: they could not be kept there.
    """
    if folder is None:
        from platformdirs import user_data_path

        folder = user_data_path("faceswap-gui", appauthor=False) / "provenance"
    path = folder / _FILE
    try:
        if not path.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            _keep(path, passing_credentials())
        return _kept(path.read_bytes())
    except OSError as error:
        raise OutputError(
            "the signing key could not be kept in {folder}: {reason}; make it writable, or "
            "export without a signature",
            folder=folder,
            reason=error.strerror,
        ) from error


def _keep(path: Path, made: Credentials) -> None:
    """Put key and certificates in place as one file, so that two programs cannot mix theirs."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)  # mkstemp lets nobody else read it
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made.key + made.chain)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _kept(data: bytes) -> Credentials:
    key, mark, rest = data.partition(_END_OF_KEY)
    return Credentials(chain=rest, key=key + mark, algorithm="es256")


def _algorithm(key: Any) -> str:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    if isinstance(key, ed25519.Ed25519PrivateKey):
        return "ed25519"
    if isinstance(key, rsa.RSAPrivateKey):
        return "ps256"
    names = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in names:
        return names[key.curve.name]
    raise ValueError("C2PA takes ECDSA on P-256, P-384 or P-521, Ed25519 and RSA keys")


def passing_credentials() -> Credentials:
    """Make a key that is kept nowhere, with an authority of one and a certificate under it.

    C2PA refuses certificates that sign themselves.
    """
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    authority_key = ec.generate_private_key(ec.SECP256R1())
    key = ec.generate_private_key(ec.SECP256R1())
    authority = _certificate("authority", "authority", authority_key, authority_key)
    own = _certificate("this computer", "authority", key, authority_key)
    chain = [
        builder.sign(authority_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        for builder in (own, authority)
    ]
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return Credentials(chain=b"".join(chain), key=private, algorithm="es256")


def _certificate(subject: str, issuer: str, key: Any, issuer_key: Any) -> Any:
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    def name(common: str) -> x509.Name:
        parts = [(NameOID.ORGANIZATION_NAME, _ORGANISATION), (NameOID.COMMON_NAME, common)]
        return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts])

    now = datetime.datetime.now(datetime.UTC)
    authority = subject == issuer
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=365 * _YEARS_VALID))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(_usage(authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if authority:
        return builder
    of_issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
    return builder.add_extension(of_issuer, critical=False).add_extension(purpose, critical=False)


def _usage(authority: bool) -> Any:
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=not authority,
        key_cert_sign=authority,
        crl_sign=authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
