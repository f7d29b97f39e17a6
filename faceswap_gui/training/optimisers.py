"""One optimiser for each group of networks, their rates, and a step of each."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from torch import Tensor, nn
from torch.optim import Adam

from faceswap_gui.training.parallel import Crew

RATES = {"appearance": 1.0, "mapping": 2.0, "critics": 1.0, "segmenter": 0.3, "relighter": 1.5}
"""Learning rate of each optimiser in multiples of the option's."""
_BETAS = (0.8, 0.99)
_STEEPEST, _STEEPEST_OF_CRITICS = 1.0, 10.0
"""Length that gradients are cut to; a critic's penalty makes steep ones on purpose."""


class Optimisers:
    """Adam for every group of networks that learn together."""

    def __init__(self, groups: Mapping[str, list[nn.Module]], rate: float, crew: Crew) -> None:
        """Make an optimiser of every group.

        Args:
            groups: by the names of `RATES`, the modules that learn together.
            rate: the learning rate at the start.
            crew: over whose processes gradients are averaged.
        """
        self._rate, self._crew = rate, crew
        self._all = {
            name: Adam([p for m in modules for p in m.parameters()], lr=rate, betas=_BETAS)
            for name, modules in groups.items()
        }

    def minimise(self, name: str, loss: Tensor) -> None:
        """Take one step of one group down a loss."""
        optimiser = self._all[name]
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        steepest = _STEEPEST_OF_CRITICS if name == "critics" else _STEEPEST
        for group in optimiser.param_groups:
            self._crew.average(group["params"])
            nn.utils.clip_grad_norm_(group["params"], steepest)
        optimiser.step()

    def set_rates(self, progress: float, final: float) -> None:
        """Let the rates fall along a cosine, to the share `final` at `progress` 1."""
        falling = final + (1.0 - final) * 0.5 * (1.0 + math.cos(math.pi * min(progress, 1.0)))
        for name, optimiser in self._all.items():
            for group in optimiser.param_groups:
                group["lr"] = self._rate * RATES[name] * falling

    def state(self) -> dict[str, Any]:
        """Return what a checkpoint must hold, by name."""
        return {name: optimiser.state_dict() for name, optimiser in self._all.items()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take over what `state` returned."""
        for name, optimiser in self._all.items():
            optimiser.load_state_dict(state[name])
