"""What of a face's shape is the person and what is the expression, as far as one picture tells.

A wide mouth may be a wide mouth or a smile. The statistics of many people decide: identity varies
as it does among faces at rest, expression as it does among the others beyond that. A face is then
the sum of two normal vectors, and the expression's expected value, given the sum, is linear
(Wiener filter); several kinds of faces make it a mixture of such filters.

``tools/learn_expression_prior.py`` learns the numbers of ``resources/expression_prior.npz``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.assets import resource
from faceswap_gui.reenactment.similarity import Array
from faceswap_gui.reenactment.visibility import smoothstep

_TEMPERATURE = 3.0
"""By how much the kinds' likelihoods are flattened: landmarks err together, so that every one of
them counts for less than its own error says."""
_NONE, _SURE = 0.005, 0.015
"""Offsets, root mean square in eye distances, below and above which an expression is dropped and
kept: between, the resting face of one person cannot be told from another's faint smile."""


@attrs.frozen(eq=False)
class ExpressionPrior:
    """Faces at rest and in G kinds of expression, in K coefficients of the mesh's main changes."""

    mean: Array
    """(468, 3): the mean face at rest, in the head's own frame."""
    basis: Array
    """(K, 468, 3): orthonormal after `metric`."""
    metric: Array
    """(3,): weights of x, y and z; the detector guesses z."""
    identity: Array
    """(K, K): covariance among faces at rest."""
    shares: Array
    """(G,): how many faces are of each kind; the first is at rest."""
    shifts: Array
    """(G, K): mean expression of each kind."""
    spreads: Array
    """(G, K, K): covariance of the expressions of each kind."""

    def expression_of(self, face: NDArray[Any]) -> Array:
        """Return the expression's part (468, 3) of a face (468, 3) in the head's own frame."""
        weighted = ((face - self.mean) * self.metric).ravel()
        basis = self.basis.reshape(len(self.basis), -1)
        coefficients = self.kinds(face) @ self._expressions(basis @ weighted)
        offset = (coefficients @ basis).reshape(face.shape) / self.metric
        return np.asarray(_certainty(offset) * offset, np.float64)

    def kinds(self, face: NDArray[Any]) -> Array:
        """Return the probabilities (G,) that a face (468, 3) is at rest, or of the other kinds."""
        weighted = ((face - self.mean) * self.metric).ravel()
        distances = self.basis.reshape(len(self.basis), -1) @ weighted - self.shifts
        totals = self.identity + self.spreads
        fits = np.einsum("gk,gk->g", distances, _solve(totals, distances))
        logarithms = np.log(self.shares) - (fits + np.linalg.slogdet(totals)[1]) / 2
        likelihoods = np.exp((logarithms - logarithms.max()) / _TEMPERATURE)
        return np.asarray(likelihoods / likelihoods.sum(), np.float64)

    def _expressions(self, coefficients: Array) -> Array:
        """Return the expected expression (G, K), were the face of each kind."""
        gains = _solve(self.identity + self.spreads, coefficients - self.shifts)
        return np.asarray(self.shifts + np.einsum("gij,gj->gi", self.spreads, gains), np.float64)


def _solve(matrices: Array, vectors: Array) -> Array:
    return np.asarray(np.linalg.solve(matrices, vectors[..., None])[..., 0], np.float64)


def _certainty(offset: Array) -> float:
    size = float(np.sqrt((offset[:, :2] ** 2).sum(axis=1).mean()))
    return float(smoothstep(size, _NONE, _SURE))


@cache
def expression_prior() -> ExpressionPrior:
    """Return the statistics that the package brings.

    Raises:
        WeightsError: they are missing from the installation.
    """
    with np.load(resource("expression_prior.npz")) as arrays:
        return ExpressionPrior(**{k: arrays[k].astype(np.float64) for k in arrays.files})
