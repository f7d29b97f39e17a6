"""Where a picture comes from: a signed C2PA manifest in the file, and the same in XMP.

The manifest holds the edit, the IPTC digital source type, the software and its weights; the target
photograph is its ingredient, so that a camera's own manifest goes on in it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.errors import OutputError
from faceswap_gui.imaging import xmp
from faceswap_gui.imaging.credentials import Credentials, own_credentials
from faceswap_gui.imaging.formats import MIMES, Format, recognise

DIGITAL_SOURCE_TYPE = (
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
)
"""IPTC's term for a photograph into which a trained model has painted."""

SOFTWARE = "faceswap-gui"
_WEIGHTS = "org.faceswap-gui.weights"
_TARGET = "target"
_UNTRUSTED = "signingCredential.untrusted"
_OFFLINE = {
    "builder": {"thumbnail": {"enabled": False}},
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
}
"""No thumbnail (the target's would show it as it was), and nothing is ever fetched."""


@attrs.frozen(kw_only=True)
class Provenance:
    """What is to be said of an exported picture."""

    version: str
    """The program's."""
    weights: Mapping[str, str] = attrs.Factory(dict)
    """SHA-256 of each weights file that took part, by its name."""
    action: str = "A face was replaced by another person's"
    credentials: Credentials | None = None
    """With what to sign; None: with this computer's own key, made on first use."""


@attrs.frozen(kw_only=True)
class ProvenanceReport:
    """What a picture file says of where it comes from."""

    carrier: str
    """``C2PA`` or ``XMP``."""
    digital_source_type: str | None
    software: str | None
    weights: Mapping[str, str]
    actions: tuple[str, ...] = ()
    signer: str | None = None
    intact: bool | None = None
    """Whether picture and manifest are as they were signed; None: not signed."""
    trusted: bool | None = None
    """Whether a known authority vouches for the signer."""


def packet(old: bytes | None, provenance: Provenance) -> bytes:
    """Return an XMP packet that says the same as the manifest."""
    weights = json.dumps(dict(provenance.weights))
    software = f"{SOFTWARE} {provenance.version}"
    return xmp.with_provenance(old, DIGITAL_SOURCE_TYPE, software, weights)


def sign(path: Path, mime: str, provenance: Provenance, target: Path | None) -> None:
    """Put a signed manifest into the picture at `path`, in place.

    Args:
        path: a whole picture file.
        mime: its media type.
        provenance: what to say.
        target: the photograph that was edited, for the manifest's ingredient.

    Raises:
        OSError: it could not be written.
        OutputError: the certificate or key does not suit C2PA.
    """
    import c2pa

    credentials = provenance.credentials or own_credentials()
    signed = path.with_name(f"{path.name}.signed")
    try:
        with path.open("rb") as source, signed.open("w+b") as destination:
            builder = _builder(provenance, target)
            builder.sign(_signer(credentials), mime, source, destination)
        signed.replace(path)
    except c2pa.C2paError as error:
        raise OutputError(
            f"the picture could not be signed: {error}; check the certificate, or export without "
            "a signature"
        ) from error
    finally:
        signed.unlink(missing_ok=True)


def _builder(provenance: Provenance, target: Path | None) -> Any:
    """Make a manifest of an edit where the target's file can be cited, else of a new picture."""
    import c2pa

    kind = _kind(target) if target else None
    if target is not None and kind in MIMES:
        builder = c2pa.Builder(_manifest(provenance, edit=True), _context())
        ingredient = {"title": _TARGET, "relationship": "parentOf", "label": _TARGET}
        try:
            with target.open("rb") as file:
                builder.add_ingredient(ingredient, MIMES[kind], file)
        except (c2pa.C2paError, OSError):
            builder.close()
        else:
            return builder
    return c2pa.Builder(_manifest(provenance, edit=False), _context())


def _manifest(provenance: Provenance, edit: bool) -> str:
    agent = {"name": SOFTWARE, "version": provenance.version}
    done: dict[str, Any] = {
        "action": "c2pa.edited" if edit else "c2pa.created",
        "description": provenance.action,
        "digitalSourceType": DIGITAL_SOURCE_TYPE,
        "softwareAgent": agent,
        "parameters": {_WEIGHTS: dict(provenance.weights)},
    }
    opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": [_TARGET]}}
    actions = {"actions": [opened, done] if edit else [done]}
    assertions = [{"label": "c2pa.actions.v2", "data": actions}]
    return json.dumps({"claim_generator_info": [agent], "assertions": assertions})


def _context() -> Any:
    import c2pa

    return c2pa.Context(settings=c2pa.Settings.from_dict(_OFFLINE))


def _signer(credentials: Credentials) -> Any:
    import c2pa

    info = c2pa.C2paSignerInfo(
        alg=credentials.algorithm.encode(),
        sign_cert=credentials.chain,
        private_key=credentials.key,
        ta_url=None,
    )
    return c2pa.Signer.from_info(info)


def _kind(path: Path) -> Format | None:
    try:
        with path.open("rb") as file:
            return recognise(file.read(64), path)
    except OSError:
        return None


def read_provenance(path: str | os.PathLike[str]) -> ProvenanceReport | None:
    """Return what a picture says of where it comes from, by its manifest or else its XMP.

    None where it says nothing.

    Raises:
        InputError: the file cannot be read.
    """
    path = Path(path)
    kind = _kind(path)
    report = _from_manifest(path, MIMES[kind]) if kind in MIMES else None
    return report or _from_xmp(path)


def _from_manifest(path: Path, mime: str) -> ProvenanceReport | None:
    import c2pa

    try:
        with path.open("rb") as file, c2pa.Reader(mime, file, context=_context()) as reader:
            store = json.loads(reader.json())
    except c2pa.C2paError:
        return None
    manifest = store.get("manifests", {}).get(store.get("active_manifest"))
    if manifest is None:
        return None
    codes = {status.get("code") for status in store.get("validation_status", [])}
    actions = _actions(manifest)
    signature = manifest.get("signature_info", {})
    signer = [signature.get("common_name"), signature.get("issuer")]
    agent = (manifest.get("claim_generator_info") or [{}])[0]
    return ProvenanceReport(
        carrier="C2PA",
        digital_source_type=_first(action.get("digitalSourceType") for action in actions),
        software=" ".join(filter(None, (agent.get("name"), agent.get("version")))) or None,
        weights=_first(action.get("parameters", {}).get(_WEIGHTS) for action in actions) or {},
        actions=tuple(action.get("action", "") for action in actions),
        signer=", ".join(filter(None, signer)) or None,
        intact=not codes - {_UNTRUSTED},
        trusted=_UNTRUSTED not in codes,
    )


def _actions(manifest: Mapping[str, Any]) -> list[dict[str, Any]]:
    assertions = manifest.get("assertions", [])
    found = [a for a in assertions if str(a.get("label", "")).startswith("c2pa.actions")]
    return [action for assertion in found for action in assertion["data"].get("actions", [])]


def _first(values: Any) -> Any:
    return next((value for value in values if value), None)


def _from_xmp(path: Path) -> ProvenanceReport | None:
    from faceswap_gui.imaging.read import read_photo

    found = xmp.provenance(read_photo(path).xmp or b"")
    if found is None:
        return None
    return ProvenanceReport(
        carrier="XMP",
        digital_source_type=found["DigitalSourceType"],
        software=found.get("Software"),
        weights=_weights(found.get("Weights", "{}")),
    )


def _weights(text: str) -> dict[str, str]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
