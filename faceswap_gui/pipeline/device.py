"""Choose where the networks run."""

from __future__ import annotations

import torch

from faceswap_gui.errors import UsageError

DEVICES = ("auto", "cpu", "cuda", "mps")


def pick_device(name: str) -> torch.device:
    """Return the device called `name`; ``auto`` is the fastest there is.

    Raises:
        UsageError: there is no such device on this machine.
    """
    available = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": _has_mps()}
    if name == "auto":
        return torch.device(next(kind for kind in ("cuda", "mps", "cpu") if available[kind]))
    if name not in available:
        raise UsageError(
            "device takes one of {names}, not {name!r}", names=", ".join(DEVICES), name=name
        )
    if not available[name]:
        raise UsageError(
            "this machine has no usable {name} device; use --device auto or cpu", name=name
        )
    return torch.device(name)


def _has_mps() -> bool:
    return bool(torch.backends.mps.is_available())
