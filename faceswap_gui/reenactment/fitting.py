"""Fit the head model to one photograph's landmarks: who, which expression, from where."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.reenactment.bounded import bounded_least_squares
from faceswap_gui.reenactment.expression_prior import expression_prior
from faceswap_gui.reenactment.frame import in_own_frame
from faceswap_gui.reenactment.head_model import head_model
from faceswap_gui.reenactment.similarity import Array, Similarity, laid_onto

_ERROR = np.array([0.02, 0.02, 0.1])
"""Expected misfit of x, y, z in eye distances: the sculpted head is nobody's, and z is guessed."""
_EXPRESSION_ERROR = 2.0
"""How much less than the landmarks themselves the separated expression is trusted."""
_STRENGTH_DEVIATION = 0.5
_ROUNDS = 3


@attrs.frozen(eq=False)
class HeadFit:
    """One face as the head model sees it."""

    pose: Similarity
    """From the head's own frame to the photograph's pixels: a weak perspective camera."""
    identity: Array
    """(K,) coefficients in standard deviations."""
    expression: Array
    """(52,) strengths of ARKit's units, 0..1."""
    residual: float
    """Mean distance of the model's to the photograph's landmarks, in % of the eye distance."""
    equations: Array
    """(B, B), B = K + 52: the normal matrix that was solved, priors included."""

    @property
    def conditioning(self) -> float:
        """Largest over smallest eigenvalue of the equations; 10⁵ costs 5 of 16 digits."""
        eigenvalues = np.linalg.eigvalsh(self.equations)
        return float(eigenvalues[-1] / eigenvalues[0])

    def expression_by_name(self) -> dict[str, float]:
        """Return the strengths, 0..1, by ARKit's names of the units."""
        return dict(zip(head_model().expression_names, self.expression.tolist(), strict=True))

    def landmarks(self) -> Array:
        """Return the model's own landmarks (468, 3) in the photograph's pixels."""
        return self.pose.points(head_model().shape(self.identity, self.expression))


def fit_head(landmarks: NDArray[Any]) -> HeadFit:
    """Fit pose, identity and expression to landmarks (468+, 3) in photo pixels.

    Regularised least squares, pose and shape in turn: identity coefficients are drawn to the mean
    person, expression strengths are bounded and drawn to what the statistics of many people call
    expression (`expression_prior`), without which a wide mouth and a smile would be the same.

    Args:
        landmarks: x right, y down, z away from the camera, all in pixels.
    """
    model = head_model()
    own, pose = in_own_frame(landmarks)
    expression = expression_prior().expression_of(own)
    for _ in range(_ROUNDS):
        own = pose.inverse().points(landmarks[: len(own)])
        equations = _equations(pose.rotation, own - model.neutral, expression)
        identity, strengths = equations.solved()
        shape = model.shape(identity, strengths)
        pose = laid_onto(shape, landmarks)
    misses = (pose.points(shape) - landmarks[: len(own)])[:, :2] / pose.scale
    residual = 100 * float(np.linalg.norm(misses, axis=1).mean())
    return HeadFit(pose, identity, strengths, residual, equations.normal)


@attrs.frozen(eq=False)
class _Equations:
    """``normal · coefficients = right``, identity before expression."""

    normal: Array
    right: Array

    def solved(self) -> tuple[Array, Array]:
        """Return the identity coefficients, free, and the expression strengths, in 0..1.

        The identity that is best for given strengths is put into the equations first, so that the
        bounded problem has 52 unknowns only.
        """
        k = len(head_model().identity)
        ours, mixed, theirs = self.normal[:k, :k], self.normal[:k, k:], self.normal[k:, k:]
        best = np.linalg.solve(ours, np.column_stack([self.right[:k], mixed]))
        reduced = theirs - mixed.T @ best[:, 1:]
        right = self.right[k:] - mixed.T @ best[:, 0]
        strengths = bounded_least_squares(reduced, right, np.zeros(len(right)), np.ones(len(right)))
        return best[:, 0] - best[:, 1:] @ strengths, strengths


def _equations(rotation: Array, difference: Array, expression: Array) -> _Equations:
    """Return the equations that explain `difference` by both bases, `expression` by one.

    Args:
        rotation: (3, 3) of the head in the photograph, whose z is trusted less.
        difference: (468, 3), a face minus the neutral head.
        expression: (468, 3), what of it is expression.
    """
    bases, products = _bases()
    people = len(head_model().identity)
    trust = rotation.T @ np.diag(_ERROR**-2.0) @ rotation
    normal = np.tensordot(trust, products, 2)
    right = bases.reshape(len(bases), -1) @ (trust @ difference.T).ravel()
    doubt = _EXPRESSION_ERROR**-2
    right[people:] += doubt * (
        bases[people:].reshape(len(bases) - people, -1) @ (trust @ expression.T).ravel()
    )
    ridge = np.repeat([1.0, _STRENGTH_DEVIATION**-2], [people, len(bases) - people])
    normal[people:, people:] *= 1 + doubt
    normal += np.diag(ridge)
    return _Equations(normal, right)


@cache
def _bases() -> tuple[Array, Array]:
    """Return both bases (B, 3, 468), B = K + 52, and their products by axes (3, 3, B, B)."""
    model = head_model()
    bases = np.concatenate([model.identity, model.expression]).transpose(0, 2, 1)
    return bases, np.einsum("icn,jdn->cdij", bases, bases, optimize=True)
