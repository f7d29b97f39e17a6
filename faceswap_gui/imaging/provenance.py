"""Where a picture comes from: a signed C2PA manifest in the file, and the same in XMP.

The manifest holds the edit, the IPTC digital source type, the software and its weights; the target
photograph is its ingredient, so that a camera's own manifest goes on in it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.errors import OutputError, Words
from faceswap_gui.imaging import xmp
from faceswap_gui.imaging.credentials import Credentials, own_credentials, passing_credentials
from faceswap_gui.imaging.formats import MIMES, Format, recognise

DIGITAL_SOURCE_TYPE = (
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
)
"""IPTC's term for a photograph into which a trained model has painted."""

SOFTWARE = "faceswap-gui"
WEIGHTS_KEY = "org.faceswap-gui.weights"
"""Where the manifest's action names the weights."""
_TARGET = "target"
_OFFLINE = {
    "builder": {"thumbnail": {"enabled": False}},
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
    "core": {"backing_store_memory_threshold_in_mb": 64},
}
"""No thumbnail (the target's would show it as it was), nothing is ever fetched, and a copy of a
large picture, which its library makes of some formats, goes to the disk and not into memory."""


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


def packet(old: bytes | None, provenance: Provenance) -> bytes:
    """Return an XMP packet that says the same as the manifest."""
    weights = json.dumps(dict(provenance.weights))
    software = f"{SOFTWARE} {provenance.version}"
    return xmp.with_provenance(old, DIGITAL_SOURCE_TYPE, software, weights)


def sign(path: Path, mime: str, provenance: Provenance, target: Path | None) -> tuple[str, ...]:
    """Put a signed manifest into the picture at `path`, in place.

    Args:
        path: a whole picture file.
        mime: its media type.
        provenance: what to say.
        target: the photograph that was edited, for the manifest's ingredient.

    Returns:
        What the person should know, in words: the key could not be kept.

    Raises:
        OSError: it could not be written.
        OutputError: the certificate or key does not suit C2PA.
    """
    import c2pa

    credentials, notes = _credentials(provenance)
    signed = path.with_name(f"{path.name}.signed")
    disk = _Disk(signed, "w+")
    try:
        with path.open("rb") as source, io.BufferedRandom(disk) as destination:
            builder = _builder(provenance, target)
            builder.sign(_signer(credentials), mime, source, destination)
        signed.replace(path)
    except c2pa.C2paError as error:
        if disk.refused is not None:
            raise disk.refused from error
        raise OutputError(
            "the picture could not be signed: {error}; check the certificate, or export "
            "without a signature",
            error=error,
        ) from error
    finally:
        signed.unlink(missing_ok=True)
    return notes


class _Disk(io.FileIO):
    """A file that remembers why it was refused: C2PA's library says only that something was."""

    refused: OSError | None = None

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            self.refused = error
            raise


def _credentials(provenance: Provenance) -> tuple[Credentials, tuple[str, ...]]:
    """Return the person's certificate, else this computer's, else one for this picture alone."""
    if provenance.credentials is not None:
        return provenance.credentials, ()
    try:
        return own_credentials(), ()
    except OutputError as error:
        words = Words("it was signed with a key for it alone, since {error}", error=error)
        return passing_credentials(), (words,)


def _builder(provenance: Provenance, target: Path | None) -> Any:
    """Make a manifest of an edit where the target's file can be cited, else of a new picture."""
    import c2pa

    kind = _kind(target) if target else None
    if target is not None and kind in MIMES:
        builder = c2pa.Builder(_manifest(provenance, edit=True), context())
        ingredient = {"title": _TARGET, "relationship": "parentOf", "label": _TARGET}
        try:
            with target.open("rb") as file:
                builder.add_ingredient(ingredient, MIMES[kind], file)
        except (c2pa.C2paError, OSError):
            builder.close()
        else:
            return builder
    return c2pa.Builder(_manifest(provenance, edit=False), context())


def _manifest(provenance: Provenance, edit: bool) -> str:
    agent = {"name": SOFTWARE, "version": provenance.version}
    done: dict[str, Any] = {
        "action": "c2pa.edited" if edit else "c2pa.created",
        "description": provenance.action,
        "digitalSourceType": DIGITAL_SOURCE_TYPE,
        "softwareAgent": agent,
        "parameters": {WEIGHTS_KEY: dict(provenance.weights)},
    }
    opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": [_TARGET]}}
    actions = {"actions": [opened, done] if edit else [done]}
    assertions = [{"label": "c2pa.actions.v2", "data": actions}]
    return json.dumps({"claim_generator_info": [agent], "assertions": assertions})


def context() -> Any:
    """Return how the C2PA library is to work: without thumbnails, without the network."""
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
