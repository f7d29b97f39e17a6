"""What a picture says of where it comes from: read back from its manifest, or else its XMP."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.imaging import xmp
from faceswap_gui.imaging.formats import MIMES
from faceswap_gui.imaging.provenance import WEIGHTS_KEY, context
from faceswap_gui.imaging.read import read_photo, recognised

_UNTRUSTED = "signingCredential.untrusted"


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


def read_provenance(path: str | os.PathLike[str]) -> ProvenanceReport | None:
    """Return what a picture says of where it comes from, by its manifest or else its XMP.

    None where it says nothing.

    Raises:
        InputError: the file cannot be read.
    """
    path = Path(path)
    kind = recognised(path)
    report = _from_manifest(path, MIMES[kind]) if kind in MIMES else None
    return report or _from_xmp(path)


def _from_manifest(path: Path, mime: str) -> ProvenanceReport | None:
    import c2pa

    try:
        with path.open("rb") as file, c2pa.Reader(mime, file, context=context()) as reader:
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
        weights=_first(action.get("parameters", {}).get(WEIGHTS_KEY) for action in actions) or {},
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
