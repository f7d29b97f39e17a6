"""The key and certificate with which exported pictures are signed."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.errors import OutputError, UsageError

_YEARS_VALID = 10
_ORGANISATION = "faceswap-gui"


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
        raise UsageError(f"{error.filename} could not be read: {error.strerror}") from error
    except (ValueError, TypeError) as error:
        raise UsageError(f"{key} holds no unencrypted private key in PEM: {error}") from error
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
    chain, key = folder / "certificate.pem", folder / "key.pem"
    try:
        if not (chain.is_file() and key.is_file()):
            folder.mkdir(parents=True, exist_ok=True)
            made = _make()
            _keep(key, made.key)
            _keep(chain, made.chain)
        return Credentials(chain=chain.read_bytes(), key=key.read_bytes(), algorithm="es256")
    except OSError as error:
        raise OutputError(
            f"the signing key could not be kept in {folder}: {error.strerror}; make it writable, "
            "or export without a signature"
        ) from error


def _keep(path: Path, data: bytes) -> None:
    temporary = path.with_suffix(".part")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
    temporary.replace(path)


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


def _make() -> Credentials:
    """Make an authority of one, and a certificate under it: C2PA refuses self-signed ones."""
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
