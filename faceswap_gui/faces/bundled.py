"""Fill one of the bundled torch networks with its weights."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from faceswap_gui.errors import WeightsError

Network = TypeVar("Network", bound=nn.Module)


def filled(network: Network, path: Path, what: str) -> Network:
    """Return the network with the weights of a safetensors file, ready to run in float32.

    Args:
        network: of the architecture that the file is for.
        path: the file.
        what: whose weights they are, in words for the message.

    Raises:
        WeightsError: the file is damaged or another network's.
    """
    try:
        network.load_state_dict(load_file(path))
    except (OSError, SafetensorError, RuntimeError) as error:
        raise WeightsError(
            "{path} does not hold {what} weights; install the package again: pip install "
            "--force-reinstall faceswap-gui ({reason})",
            path=path,
            what=what,
            reason=str(error).splitlines()[0],
        ) from error
    return network.eval().requires_grad_(False)
