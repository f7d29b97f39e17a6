"""One training step of each kind: encoder with decoder, and mappers with critics, in turn.

The relighter takes a step of its own on the same pairs each time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from faceswap_gui.networks.appearance import AppearanceTransfer
from faceswap_gui.networks.architecture import Architecture
from faceswap_gui.networks.conditions import geometry_conditions
from faceswap_gui.networks.critic import DistanceCritic
from faceswap_gui.networks.discriminator import MixSegmenter, random_patches
from faceswap_gui.training import losses
from faceswap_gui.training.optimisers import Optimisers
from faceswap_gui.training.options import TrainingOptions
from faceswap_gui.training.pairs import Batch
from faceswap_gui.training.parallel import Crew
from faceswap_gui.training.transport import (
    LevelVectors,
    critic_loss,
    mapper_loss,
    sample_vectors,
    sliced_loss,
)

Terms = dict[str, Tensor]

WEIGHTS = {
    "reconstruction": 1.0,
    "answer": 3.0,
    "light": 0.3,
    "first": 0.05,
    "second": 0.02,
    "segment": 0.02,
    "feature": 0.5,
    "sliced": 0.05,
    "mapping": 0.01,
}
"""Weight of each loss in the sum that is minimised."""


class Trainer:
    """The networks with their optimisers; knows nothing of files or time."""

    def __init__(
        self,
        architecture: Architecture,
        options: TrainingOptions,
        device: torch.device,
        crew: Crew | None = None,
    ) -> None:
        torch.manual_seed(options.seed)
        self.options = options
        self.device = device
        self.model = AppearanceTransfer(architecture).to(device)
        widths = architecture.widths[: architecture.mapped]
        self.critics = nn.ModuleList(DistanceCritic(width) for width in widths).to(device)
        self.segmenter = MixSegmenter().to(device)
        groups: dict[str, list[nn.Module]] = {
            "appearance": [self.model.encoder, self.model.decoder],
            "mapping": [self.model.mappers],
            "critics": [self.critics],
            "segmenter": [self.segmenter],
            "relighter": [self.model.relighter],
        }
        self._optimisers = Optimisers(groups, options.learning_rate, crew or Crew())

    def step(self, batch: Batch, iteration: int, progress: float) -> dict[str, float]:
        """Take the step that is due at `iteration` and return its losses by name.

        `progress` 0..1 sets the learning rate. Random numbers depend on seed and iteration only,
        so that a resumed training goes on exactly like one that was never stopped.
        """
        torch.manual_seed(self.options.seed * 1_000_003 + iteration)
        self._optimisers.set_rates(progress, self.options.final_rate)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self._mixed):
            terms: Terms = {}
            if self.options.part != "relighter":
                terms |= self._learn_transfer(batch, iteration)
            if self.options.part != "transfer":
                terms |= self._relight(batch)
        return {name: float(value.detach()) for name, value in terms.items()}

    @property
    def _mixed(self) -> bool:
        precision = self.options.precision
        return precision == "mixed" or (precision == "auto" and self.device.type == "cuda")

    def _learn_transfer(self, batch: Batch, iteration: int) -> Terms:
        if iteration < self.options.warm_up:
            return self._reconstruct(batch)
        return self._map(batch) if self.is_mapping(iteration) else self._transfer(batch)

    def _relight(self, batch: Batch) -> Terms:
        """The relighter learns; it shares nothing with the other networks but the pairs."""
        _trainable(self.model.relighter, True)
        gains = self.model.relighter(batch.x_r, batch.x_t, batch.coordinates, batch.normals)
        loss = losses.gain_loss(
            [gain.float() for gain in gains], batch.gain, batch.region * batch.answered
        )
        self._optimisers.minimise("relighter", loss)
        return {"gain": loss}

    def is_mapping(self, iteration: int) -> bool:
        """Say whether the mappers have their turn; otherwise encoder and decoder have."""
        if iteration < self.options.warm_up:
            return False
        period = self.options.appearance_epoch + self.options.mapping_epoch
        return (iteration - self.options.warm_up) % period < self.options.mapping_epoch

    def state(self) -> dict[str, Any]:
        """Return all that a checkpoint must hold."""
        return {
            "model": self.model.state_dict(),
            "critics": self.critics.state_dict(),
            "segmenter": self.segmenter.state_dict(),
            "optimisers": self._optimisers.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over what `state` returned."""
        self.model.load_state_dict(state["model"])
        self.critics.load_state_dict(state["critics"])
        self.segmenter.load_state_dict(state["segmenter"])
        self._optimisers.restore(state["optimisers"])

    def _reconstruct(self, batch: Batch) -> Terms:
        _trainable(self.model, True)
        both = torch.cat((batch.x_t, batch.x_r))
        images = self.model.decode_pyramid(self.model.encode(both))
        terms = {"reconstruction": losses.pyramid_loss(images, both, torch.ones_like(both[:, :1]))}
        self._descend("appearance", terms)
        return terms

    def _transfer(self, batch: Batch) -> Terms:
        """Encoder and decoder learn; the mappers stand still but pass gradients on."""
        _trainable(self.model, True)
        _trainable(self.model.mappers, False)
        count = len(batch.x_t)
        both = torch.cat((batch.x_t, batch.x_r))
        features = self.model.encode(both)
        third = [level[:count] for level in features]
        first = [level[count:] for level in features]
        mapped = self._mapped(first, batch)
        mixed = (*mapped, *first[len(mapped) :])
        joined = [torch.cat((a, b)) for a, b in zip(features, mixed, strict=True)]
        decoded = self.model.decode_pyramid(joined)
        images = [level[2 * count :] for level in decoded]
        everywhere = torch.ones_like(both[:, :1])
        second = self.model.encode(images[0])
        levels = self.model.architecture.mapped
        terms = {
            "reconstruction": losses.pyramid_loss(
                [level[: 2 * count] for level in decoded], both, everywhere
            ),
            **self._pixel_terms(images, batch),
            "first": losses.first_loss(second, first, levels),
            "second": losses.second_loss(second, third, batch.region, levels),
            "segment": self._fool(images[0], decoded[0][:count], batch.region),
        }
        self._descend("appearance", terms)
        terms["segmenter"] = self._segment(images[0], decoded[0][:count], batch.region)
        return terms

    def _map(self, batch: Batch) -> Terms:
        """Mappers and critics learn; encoder and decoder stand still."""
        _trainable(self.model, False)
        _trainable(self.model.mappers, True)
        count = len(batch.x_t)
        with torch.no_grad():
            features = self.model.encode(torch.cat((batch.x_r, batch.x_t, batch.answer)))
        first, third, answer = (
            [level[k * count : (k + 1) * count] for level in features] for k in range(3)
        )
        mapped = self._mapped(first, batch)
        images = self.model.decode_pyramid((*mapped, *first[len(mapped) :]))
        geometry = geometry_conditions(batch.coordinates, batch.normals)
        vectors = [
            sample_vectors(own, moved, target, geometry, batch.region)
            for own, moved, target in zip(first, mapped, third, strict=False)
        ]
        critics = self._judge(vectors)
        terms = {
            **self._pixel_terms(images, batch),
            "feature": losses.feature_loss(mapped, answer, batch.region, batch.answered),
            "sliced": torch.stack([sliced_loss(level) for level in vectors]).mean(),
            "mapping": self._mapping_loss(vectors),
        }
        self._descend("mapping", terms)
        return {**terms, "critics": critics}

    def _mapped(self, first: Iterable[Tensor], batch: Batch) -> tuple[Tensor, ...]:
        return self.model.map(tuple(first), batch.x_r, batch.x_t, batch.coordinates, batch.normals)

    def _pixel_terms(self, images: list[Tensor] | tuple[Tensor, ...], batch: Batch) -> Terms:
        weight = batch.region * batch.answered
        unanswered = batch.region * (1.0 - batch.answered)
        return {
            "answer": losses.pyramid_loss(images, batch.answer, weight),
            "light": losses.coarse_light_loss(images[0], batch.x_t, unanswered),
        }

    def _judge(self, vectors: list[LevelVectors]) -> Tensor:
        _trainable(self.critics, True)
        terms = [
            critic_loss(critic, level, self.options.objective)  # type: ignore[arg-type]
            for critic, level in zip(self.critics, vectors, strict=True)
        ]
        loss = torch.stack(terms).mean()
        self._optimisers.minimise("critics", loss)
        return loss

    def _mapping_loss(self, vectors: list[LevelVectors]) -> Tensor:
        _trainable(self.critics, False)
        objective, cost = self.options.objective, self.options.transport_cost
        terms = [
            mapper_loss(critic, level, objective, cost)  # type: ignore[arg-type]
            for critic, level in zip(self.critics, vectors, strict=True)
        ]
        return torch.stack(terms).mean()

    def _mixture(self, fake: Tensor, real: Tensor, region: Tensor) -> tuple[Tensor, Tensor]:
        count, _, size, _ = fake.shape
        patches = random_patches(count, int(size), device=fake.device)
        real_mask = torch.maximum(patches, 1.0 - region)
        return fake * (1.0 - real_mask) + real * real_mask, real_mask

    def _fool(self, fake: Tensor, real: Tensor, region: Tensor) -> Tensor:
        """The generator's side: every pixel of the face shall look real."""
        _trainable(self.segmenter, False)
        mixture, _ = self._mixture(fake, real.detach(), region)
        judged = self.segmenter(mixture)
        return losses.weighted_mean(functional.softplus(-judged), region)

    def _segment(self, fake: Tensor, real: Tensor, region: Tensor) -> Tensor:
        """The discriminator's side: say pixel by pixel which is which."""
        _trainable(self.segmenter, True)
        mixture, real_mask = self._mixture(fake.detach(), real.detach(), region)
        judged = self.segmenter(mixture)
        errors = functional.binary_cross_entropy_with_logits(judged, real_mask, reduction="none")
        loss = losses.weighted_mean(errors, region)
        self._optimisers.minimise("segmenter", loss)
        return loss

    def _descend(self, name: str, terms: Terms) -> None:
        total = torch.stack([WEIGHTS[key] * value for key, value in terms.items()]).sum()
        self._optimisers.minimise(name, total)


def _trainable(module: nn.Module, yes: bool) -> None:
    for parameter in module.parameters():
        parameter.requires_grad_(yes)
