"""Several GPUs, or several machines: one process each, started by torchrun.

    torchrun --nproc-per-node 4 -m faceswap_gui train DATA -o RUN

Every process makes its own pairs, and before each step the gradients are averaged over all of
them (synchronous data parallelism), so that all hold the same networks at all times. The first
process alone writes the log, sheets, checkpoints and weights.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

import attrs
import torch
from torch import distributed
from torch.nn import Parameter


@attrs.frozen
class Crew:
    """The processes that train together; one alone where torchrun did not start it."""

    rank: int = 0
    size: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process is the one that writes files."""
        return self.rank == 0

    def wait(self) -> None:
        """Wait until all processes are here."""
        if self.size > 1:
            distributed.barrier()

    def average(self, parameters: Iterable[Parameter]) -> None:
        """Replace every gradient by its mean over all processes."""
        if self.size == 1:
            return
        for parameter in parameters:
            if parameter.grad is not None:
                distributed.all_reduce(parameter.grad)
                parameter.grad /= self.size

    def agree(self, value: float) -> float:
        """Return the first process's value in every process: whether time is up, say."""
        if self.size == 1:
            return value
        told = torch.tensor([value], dtype=torch.float64, device=_device())
        distributed.broadcast(told, src=0)
        return float(told.item())


def join_crew() -> Crew:
    """Join the processes that torchrun started, as its environment variables say."""
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        return Crew()
    if not distributed.is_initialized():
        if torch.cuda.is_available():
            torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", "0")))
        distributed.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    return Crew(distributed.get_rank(), size)


def leave_crew(crew: Crew) -> None:
    """Wait for all processes and part; without it torch warns of a leak."""
    if crew.size > 1:
        crew.wait()
        distributed.destroy_process_group()


def _device() -> str:
    return "cuda" if torch.cuda.is_available() else "cpu"
