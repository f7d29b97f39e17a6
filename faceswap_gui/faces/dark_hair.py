"""Dark hair over the forehead, told from skin by what grows above it.

The matte's network knows fringes, but takes a smooth dark lock at a temple for the face. Outside of
the face's mesh the same hair is in full sight: what over the brows looks more like that than like
the cheeks, is dark, and grows together with it, is hair. (The decision is the nearest of a few mean
colours, found by k-means: Lloyd, "Least Squares Quantization in PCM", 1982.) A deep shadow under a
hat may pass for hair too; so this is asked on a source alone, where what is left out by mistake is
lent by the face's other side.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.faces.topology import RIGHT_BROW, mirrored_vertices

Float = NDArray[np.float32]
Mask = NDArray[np.bool_]

_LEFT_BROW = tuple(int(point) for point in mirrored_vertices()[list(RIGHT_BROW)])
_WEIGHTS = np.array([0.5, 1, 1], np.float32)
"""Of L, a and b in distances between colours: light changes the first along every cheek."""
_UNLIKE_SKIN = 12.0
"""Distance to the skin at which what is outside of the face is hair, hat or background."""
_DARK = 0.72
"""Share of the skin's L below which hair is dark; fair hair looks too much like skin."""
_CLUSTERS = 3
_ENOUGH = 100
"""Px of hair outside of the face that are needed to know it."""
_AROUND = 61
"""Side in px of the window round the face in which hair is looked for, of a crop of 192."""
_BROWS = 11
"""Side in px of the window round a brow in which nothing is hair: brows have its colour."""
_DEEP = 7.0
"""Px from the face's edge that a lock must reach. A hairline's margin fades with the mask, and to
lose it would cost likeness: 0.002 of the distance to the source, 0.007 under hard light."""
_RIM = 7
"""Side in px of the window round a lock that goes with it: its blurred edge and its shadow."""
_SHADES = ((0.0, 0.2), (0.4, 0.6), (0.8, 1.0))
"""Quantiles of L between which the darkest, middle and lightest skin lie."""


def dark_hair(crop: Float, landmarks: Float, region: Mask) -> Mask:
    """Find dark hair over the upper part of a face, and as far as it reaches outside of it.

    Args:
        crop: (192, 192, 3) of an upright face, working sRGB 0..1.
        landmarks: (478, 3) in the crop's px.
        region: (192, 192), where the face's mesh covers the crop.
    """
    lab = np.asarray(
        cv2.cvtColor(cv2.GaussianBlur(np.clip(crop, 0, 1), (0, 0), 1), cv2.COLOR_RGB2Lab),
        np.float32,
    )
    above = _eye_distances_above_brows(landmarks, region.shape)
    cheeks, upper = region & (above < -0.55) & (above > -0.95), above > -0.1
    outside = upper & ~region & _grown(region, _AROUND)
    none = np.zeros_like(region)
    if not cheeks.any():
        return none
    skin = lab[cheeks]
    usual = np.median(skin, axis=0)
    hair = lab[outside]
    hair = hair[np.linalg.norm((hair - usual) * _WEIGHTS, axis=1) > _UNLIKE_SKIN]
    if len(hair) < _ENOUGH:
        return none
    like_hair = _distance(lab, _clusters(hair)) < _distance(lab, _shades(skin))
    brows = _brows(landmarks, region.shape)
    found = like_hair & (lab[..., 0] < _DARK * usual[0]) & upper & ~brows
    return _grown(_deep(_grown_together(found, ~region), region), _RIM) & ~brows


def _eye_distances_above_brows(landmarks: Float, shape: tuple[int, ...]) -> Float:
    """Return (h, w): how far each px lies above the line through both brows."""
    right, left = (landmarks[list(b), :2].mean(axis=0) for b in (RIGHT_BROW, _LEFT_BROW))
    along = left - right
    up = np.array([along[1], -along[0]]) / max(float(np.linalg.norm(along)), 1e-6)
    eyes = max(float(np.linalg.norm(landmarks[33, :2] - landmarks[263, :2])), 1e-6)
    y, x = np.mgrid[: shape[0], : shape[1]]
    return np.asarray(((x - right[0]) * up[0] + (y - right[1]) * up[1]) / eyes, np.float32)


def _brows(landmarks: Float, shape: tuple[int, ...]) -> Mask:
    brows = np.zeros(shape, np.uint8)
    for brow in (RIGHT_BROW, _LEFT_BROW):
        corners = np.round(landmarks[list(brow), :2]).astype(np.int32)
        cv2.fillPoly(brows, [np.asarray(cv2.convexHull(corners))], 1)
    return _grown(brows > 0, _BROWS)


def _clusters(colours: Float) -> Float:
    """Return the (3, 3) mean colours of (N, 3); always the same ones for the same colours."""
    cv2.setRNGSeed(0)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 1.0)
    start = np.zeros((len(colours), 1), np.int32)
    found = cv2.kmeans(colours, _CLUSTERS, start, stop, 2, cv2.KMEANS_PP_CENTERS)
    return np.asarray(found[2], np.float32)


def _shades(skin: Float) -> Float:
    """Return the (3, 3) median colours of the darkest, middle and lightest skin of (N, 3)."""
    ordered = skin[np.argsort(skin[:, 0])]
    parts = [ordered[int(len(skin) * a) : int(len(skin) * b) + 1] for a, b in _SHADES]
    return np.asarray([np.median(part, axis=0) for part in parts], np.float32)


def _distance(lab: Float, colours: Float) -> Float:
    """Return (h, w): the distance of each px of (h, w, 3) to the nearest of (K, 3) colours."""
    each = [np.linalg.norm((lab - colour) * _WEIGHTS, axis=2) for colour in colours]
    return np.asarray(np.min(each, axis=0), np.float32)


def _grown_together(mask: Mask, root: Mask) -> Mask:
    """Keep the parts of a mask that reach into the root."""
    _, parts = cv2.connectedComponents(mask.astype(np.uint8))
    return mask & np.isin(parts, np.unique(parts[mask & root]))


def _deep(mask: Mask, region: Mask) -> Mask:
    """Keep the parts of a mask that reach far into the region, all of each."""
    depth = cv2.distanceTransform(region.astype(np.uint8), cv2.DIST_L2, 5)
    _, parts = cv2.connectedComponents((mask & region).astype(np.uint8))
    shallow = (parts > 0) & ~np.isin(parts, np.unique(parts[mask & (depth > _DEEP)]))
    return mask & ~shallow


def _grown(mask: Mask, size: int) -> Mask:
    return cv2.dilate(mask.astype(np.uint8), np.ones((size, size), np.uint8)) > 0
