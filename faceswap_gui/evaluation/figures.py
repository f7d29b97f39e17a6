"""All figures of one swap, and their means over the pairs of a family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
import numpy as np

from faceswap_gui.evaluation import geometry, measures
from faceswap_gui.evaluation.arrays import BoolImage, FloatArray, Picture
from faceswap_gui.evaluation.pairs import Family
from faceswap_gui.evaluation.recogniser import identity_distance, source_is_first
from faceswap_gui.evaluation.sitters import Sitter
from faceswap_gui.evaluation.window import COMMON_EYE_DISTANCE, FaceWindow

Figures = dict[str, float]
"""Measures by the names of `COLUMNS`; one that does not apply to the pair is left out."""


@attrs.frozen
class Column:
    """One measure: its name, the table's heading, digits, and the goal per family.

    `at_least` says that the goal is a lower limit.
    """

    name: str
    heading: str
    digits: int = 2
    goals: Mapping[Family, float] = attrs.field(factory=dict)
    at_least: bool = False

    def meets(self, family: Family, figure: float) -> bool | None:
        """Return whether a figure meets the family's goal; None where there is no goal."""
        goal = self.goals.get(family)
        if goal is None or np.isnan(figure):
            return None
        return figure >= goal if self.at_least else figure <= goal


def _both(studio: float, hard: float) -> dict[Family, float]:
    return {Family.STUDIO: studio, Family.HARD: hard}


COLUMNS: tuple[Column, ...] = (
    Column("source_first", "source first", 2, _both(1.0, 1.0), at_least=True),
    Column("to_source", "distance to source", 3, _both(0.32, 0.40)),
    Column("to_target", "distance to target", 3, {Family.STUDIO: 0.77}, at_least=True),
    Column("landmarks", "landmarks %"),
    Column("expression", "expression %", 2, {Family.STUDIO: 1.8}),
    Column("pose", "pose °", 2, _both(0.8, 1.5)),
    Column("light", "light ΔE", 2, _both(0.4, 1.0)),
    Column("skin", "skin", 2, _both(0.4, 0.8)),
    Column("seam", "seam", 2, _both(0.5, 1.5)),
    Column("sharpness", "sharpness", 2),
    Column("background", "background", 0, dict.fromkeys(Family, 0.0)),
    Column("truth", "relit truth ΔE", 2, {Family.RELIT: 1.5}),
    Column("moved", "after/before mapping", 2),
    Column("holds", "condition holds", 2, dict.fromkeys(Family, 0.9), at_least=True),
    Column("found", "face found", 2, dict.fromkeys(Family, 1.0), at_least=True),
)


def picture_figures(result: Picture, target: Picture, landmarks: FloatArray) -> Figures:
    """Return light, skin, seam and sharpness of a result against its target.

    Both are whole photographs (H, W, 3|4) of one size, `landmarks` (≥ 468, 2|3) the target's.
    """
    window = FaceWindow.around(landmarks, target.shape)
    coarse, coarse_target = window.common(result), window.common(target)
    fine, fine_target, face = window.native(result), window.native(target), window.native_face
    return {
        "light": measures.light(coarse, coarse_target, window.common_face, COMMON_EYE_DISTANCE),
        "skin": measures.skin(fine, fine_target, face),
        "seam": measures.seam(coarse, coarse_target, window.common_edge),
        "sharpness": measures.sharpness(fine, fine_target, face),
    }


def truth_figure(result: Picture, target: Picture, landmarks: FloatArray) -> Figures:
    """Return the relit truth ΔE: the target is the right answer, at its own resolution."""
    window = FaceWindow.around(landmarks, target.shape)
    difference = measures.colour_difference(
        window.native(result), window.native(target), window.native_face
    )
    return {"truth": difference}


def background_figure(result: Picture, target: Picture, region: BoolImage) -> Figures:
    """Return the largest difference outside of the face region (H, W), in 8-bit levels."""
    return {"background": measures.background(result, target, region)}


def identity_figures(
    result: FloatArray, source: FloatArray, target: FloatArray, others: FloatArray
) -> Figures:
    """Return distances and rank of a result's descriptor (128,); `others` (K, 128): all people."""
    return {
        "to_source": identity_distance(result, source),
        "to_target": identity_distance(result, target),
        "source_first": float(source_is_first(result, source, others)),
    }


def geometry_figures(
    result: Sitter, source: Sitter, target: Sitter, neutral: Sitter | None
) -> Figures:
    """Return landmarks, pose and, where the target person's neutral face is known, expression."""
    figures = {
        "landmarks": geometry.landmark_error(result.landmarks, target.landmarks),
        "pose": geometry.pose_error(result.landmarks, target.landmarks),
    }
    if neutral is not None:
        figures["expression"] = geometry.expression_error(
            result.landmarks, source.landmarks, target.landmarks, neutral.landmarks
        )
    return figures


def level_figures(levels: Sequence[Mapping[str, float]]) -> Figures:
    """Return what the mapping did to the levels' sliced-Wasserstein distances to the target.

    *moved* is the worst level's after/before, *holds* 1 if the set condition holds at every level.
    """
    if not levels:
        return {}
    return {
        "moved": max(float(level["ratio"]) for level in levels),
        "holds": float(all(level["holds"] for level in levels)),
    }


def mean_figures(rows: Sequence[Figures]) -> Figures:
    """Return each measure's mean over the rows that have it; the background's largest."""
    means = {}
    for column in COLUMNS:
        values = [row[column.name] for row in rows if column.name in row]
        if values:
            means[column.name] = float(
                np.max(values) if column.name == "background" else np.mean(values)
            )
    return means


def badness(figures: Figures, family: Family) -> float:
    """Return the mean of figure/goal over the measures with a goal above 0; look at large ones."""
    shares = [
        column.goals[family] / max(figures[column.name], 1e-6)
        if column.at_least
        else figures[column.name] / column.goals[family]
        for column in COLUMNS
        if column.name in figures and column.goals.get(family)
    ]
    return float(np.mean(shares)) if shares else 0.0
