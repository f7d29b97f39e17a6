"""What a swap has to tell of itself, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np
from torch import Tensor

from faceswap_gui.pipeline.appearance import Appearance, Encoded, LevelDistance
from faceswap_gui.pipeline.render import Render
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.pipeline.subject import Subject
from faceswap_gui.reenactment import QualityWarning


@attrs.frozen(eq=False)
class SwappedFace:
    """The facts of one face's swap, without its pictures: a group has many faces."""

    target: Subject
    """The target, with the face chosen that was swapped."""
    settings: Settings
    encoded: Encoded
    mapped: tuple[Tensor, ...]
    network_change: float
    light_match_change: float
    unseen: float
    warnings: tuple[QualityWarning, ...]
    milliseconds: Mapping[str, float]

    @classmethod
    def of(cls, target: Subject, render: Render, milliseconds: Mapping[str, float]) -> SwappedFace:
        """Take from a render what its report needs."""
        return cls(
            target,
            render.settings,
            render.encoded,
            render.mapped,
            render.network_change,
            render.light_match_change,
            render.first.unseen,
            render.first.warnings,
            dict(milliseconds),
        )

    def distances(self, appearance: Appearance) -> list[LevelDistance]:
        """Return the distance of each mapped level to the target, before and after mapping."""
        return appearance.distances(self.encoded, self.mapped, self.settings.levels)

    def report(self, appearance: Appearance) -> dict[str, Any]:
        """Return distances per level, changes and times; measuring runs no network."""
        return {
            "levels": [distance.as_dict() for distance in self.distances(appearance)],
            "network_change": self.network_change,
            "light_match_change": self.light_match_change,
            "unseen_share": self.unseen,
            "warnings": [warning.as_dict() for warning in self.warnings],
            "milliseconds": {k: round(v, 2) for k, v in self.milliseconds.items()},
        }


def face_report(subject: Subject) -> dict[str, Any]:
    """Return where the subject's chosen face lies in which file."""
    face = subject.face
    return {
        "file": str(subject.photo.path) if subject.photo.path else None,
        "found": len(subject.faces),
        "index": subject.index,
        "landmarks_moved": len(subject.moves.get(subject.index, ())),
        "box": [round(v, 1) for v in face.box],
        "eye_distance": round(face.eye_distance, 1),
        "roll_degrees": round(float(np.degrees(face.roll)), 1),
        "confidence": round(face.score, 4),
    }
