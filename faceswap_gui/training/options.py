"""What `faceswap-gui train` can be told."""

from __future__ import annotations

from pathlib import Path

import attrs

from faceswap_gui.errors import UsageError

_WORDS = {
    "objective": ("wasserstein", "strong"),
    "part": ("all", "transfer", "relighter"),
    "precision": ("auto", "full", "mixed"),
}
"""The options that are words, and what they may be."""


@attrs.frozen(kw_only=True)
class TrainingOptions:
    """The options of one training, each with the unit in its name or help.

    Raises:
        UsageError: a number is outside of what can be trained.
    """

    size: int = 128
    """Side of the training crops in pixels, a multiple of 16."""
    batch: int = 8
    """Pairs per step."""
    iterations: int = 20_000
    """Steps to train for in all, resumed ones included."""
    minutes: float | None = None
    """Stop after so many minutes, resumed ones included, if that comes first."""
    appearance_epoch: int = 10
    """Steps of encoder and decoder before the mappers' turn."""
    mapping_epoch: int = 20
    """Steps of mappers and critics before the encoder's and decoder's turn."""
    warm_up: int = 80
    """First steps that only learn to reconstruct."""
    learning_rate: float = 1e-3
    final_rate: float = 0.05
    """Share of the learning rate that is left after the last iteration (cosine)."""
    objective: str = "wasserstein"
    """Mapping loss: "wasserstein" (critics under gradient penalty) or "strong" (neural OT)."""
    transport_cost: float = 0.05
    """Weight of ‖F_r − F_Y‖² in the strong objective."""
    part: str = "all"
    """What learns: "all", "transfer" (encoder, mappers, decoder) or "relighter"."""
    precision: str = "auto"
    """"mixed" computes in bfloat16 where it may, "full" does not; "auto" is mixed on CUDA only."""
    seed: int = 0
    save_minutes: float = 4.0
    """Minutes between checkpoints."""
    sheet_minutes: float = 4.0
    """Minutes between sheets of examples."""
    log_every: int = 10
    """Steps between lines of the log."""
    device: str = "auto"
    """auto, cpu, cuda or mps."""
    cache: Path | None = None
    """Folder of the prepared crops; RUN/cache when it is not given."""
    resume: bool = False
    """Go on from RUN's checkpoint."""

    def __attrs_post_init__(self) -> None:
        if self.size < 32 or self.size % 16:
            raise UsageError(f"size takes a multiple of 16 from 32 on, not {self.size}")
        for name in ("batch", "iterations", "appearance_epoch", "mapping_epoch", "log_every"):
            if getattr(self, name) < 1:
                raise UsageError(f"{name} takes 1 or more, not {getattr(self, name)}")
        for name, words in _WORDS.items():
            if getattr(self, name) not in words:
                known = ", ".join(words)
                raise UsageError(f"{name} is one of {known}, not {getattr(self, name)!r}")
