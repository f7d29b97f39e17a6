"""Reading and writing weights: safetensors only, with the architecture in the header.

A pickle can run code when it is opened, so no pickle is ever opened here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from faceswap_gui.errors import WeightsError
from faceswap_gui.networks.appearance import AppearanceTransfer
from faceswap_gui.networks.architecture import Architecture

FORMAT = "faceswap-gui appearance transfer 2"
"""First field of the header. Another format of the future will carry another number."""

_REMEDY = "give a .safetensors file written by 'faceswap-gui train', or leave the option out"


def save_weights(path: Path, model: AppearanceTransfer, metadata: Mapping[str, str]) -> None:
    """Write the model's weights and a header of strings; whole or not at all.

    `metadata` names what made them (data, seed, iterations, code version, measures …).
    """
    header = {**metadata, "format": FORMAT, "architecture": model.architecture.to_json()}
    tensors = {name: t.detach().cpu().contiguous() for name, t in model.state_dict().items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    # Not save_file: it makes the file unreadable for other users of the machine.
    partial.write_bytes(save(tensors, header))
    partial.replace(path)


def load_appearance(path: Path | str, device: torch.device | str = "cpu") -> AppearanceTransfer:
    """Return the network of a weights file, on `device`, in evaluation mode.

    Raises:
        WeightsError: the file is missing, truncated, a pickle, or of another architecture.

    """
    header, tensors = _read(Path(path))
    model = AppearanceTransfer(_architecture(Path(path), header))
    try:
        model.load_state_dict(tensors)
    except RuntimeError as error:
        reason = str(error).splitlines()[-1].strip()
        raise WeightsError(
            "{path} does not hold the network its header describes ({reason}); {remedy}",
            path=path,
            reason=reason,
            remedy=_REMEDY,
        ) from None
    return model.to(device).eval()


def read_metadata(path: Path | str) -> dict[str, str]:
    """Return the header of a weights file without loading its tensors.

    Raises:
        WeightsError: the file is missing or no safetensors file.

    """
    with _open(Path(path)) as handle:
        return dict(handle.metadata() or {})


def _read(path: Path) -> tuple[dict[str, str], dict[str, torch.Tensor]]:
    with _open(path) as handle:
        header = dict(handle.metadata() or {})
        return header, {name: handle.get_tensor(name) for name in handle.keys()}  # noqa: SIM118


def _open(path: Path) -> safe_open:
    if not path.is_file():
        raise WeightsError(
            "the weights file {path} does not exist; {remedy}", path=path, remedy=_REMEDY
        )
    try:
        return safe_open(str(path), framework="pt")
    except (SafetensorError, OSError):
        raise WeightsError(
            "{path} {reason}; {remedy}", path=path, reason=_what_is_wrong(path), remedy=_REMEDY
        ) from None


def _what_is_wrong(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(9)
    if start[:2] in (b"PK", b"\x80\x02", b"\x80\x04", b"\x80\x05"):
        return "is a pickled PyTorch file, which could run code and is not opened"
    # A safetensors file starts with the length of its JSON header, then the header itself.
    if len(start) == 9 and start[8:] == b"{":
        return "is damaged or was cut short"
    return "is not a safetensors file"


def _architecture(path: Path, header: Mapping[str, str]) -> Architecture:
    if header.get("format") != FORMAT or "architecture" not in header:
        found = json.dumps(header.get("format"))
        raise WeightsError(
            "{path} holds weights of another network (format {found}, expected "
            "{format!r}); {remedy}",
            path=path,
            found=found,
            format=FORMAT,
            remedy=_REMEDY,
        )
    return Architecture.from_json(header["architecture"])
