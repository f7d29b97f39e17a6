"""Run one of the bundled ``.tflite`` models."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap_gui.assets import weight
from faceswap_gui.errors import WeightsError


class TfliteModel:
    """One model with one picture as input, run by LiteRT on the CPU."""

    def __init__(self, name: str) -> None:
        """Load ``weights/<name>``.

        Raises:
            WeightsError: the file is missing or damaged.
        """
        from ai_edge_litert.interpreter import Interpreter

        path = weight(name)
        try:
            self._interpreter: Any = Interpreter(model_path=str(path), num_threads=2)
            self._interpreter.allocate_tensors()
        except (ValueError, RuntimeError) as error:
            raise WeightsError(
                "{path} is damaged; install the package again ({error})", path=path, error=error
            ) from error
        details = self._interpreter.get_input_details()[0]
        self._input = details["index"]
        self.size = int(details["shape"][1])
        """Side of the square input in pixels."""
        self._outputs = [output["index"] for output in self._interpreter.get_output_details()]

    def __call__(self, picture: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        """Return the model's outputs, without the batch axis, for one (size, size, 3) picture."""
        self._interpreter.set_tensor(self._input, np.ascontiguousarray(picture[None], np.float32))
        self._interpreter.invoke()
        return [np.array(self._interpreter.get_tensor(index))[0] for index in self._outputs]
