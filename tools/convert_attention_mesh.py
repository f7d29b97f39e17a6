"""Convert MediaPipe's face mesh with attention to weights for the torch network.

    python tools/convert_attention_mesh.py face_landmark_with_attention.tflite

The file is ``mediapipe/modules/face_landmark/face_landmark_with_attention.tflite`` of the wheel
mediapipe 0.10.21; ``pip install tflite`` reads it. The weights in it are float16 already, so
nothing is lost. Writes ``weights/attention_mesh.safetensors``.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import tflite
import torch
from flatbuffers import flexbuffers
from safetensors.torch import save_file
from torch import nn

from faceswap_gui.faces.attention_network import AttentionNetwork, Region

SOURCE_SHA256 = "e06a804e0144f9929eda782122916b35d60c697c3c9344013ca2bbe76a6ce2b4"
METADATA = {
    "name": "face mesh with attention",
    "origin": "mediapipe 0.10.21 (PyPI), modules/face_landmark/face_landmark_with_attention.tflite",
    "copyright": "The MediaPipe Authors, Google LLC",
    "licence": "Apache-2.0",
    "source_sha256": SOURCE_SHA256,
    "changes": "tensors reordered for PyTorch by tools/convert_attention_mesh.py; values unchanged",
}
OP = tflite.BuiltinOperator


class Graph:
    """A tflite file's operators, each found by the tensor that it writes."""

    def __init__(self, data: bytes) -> None:
        self.model = tflite.Model.GetRootAsModel(data, 0)
        self.graph = self.model.Subgraphs(0)
        operators = [self.graph.Operators(i) for i in range(self.graph.OperatorsLength())]
        self.writer = {operator.Outputs(0): operator for operator in operators}

    def kind(self, operator: tflite.Operator) -> int | str:
        code = self.model.OperatorCodes(operator.OpcodeIndex())
        builtin = code.BuiltinCode()
        return code.CustomCode().decode() if builtin == OP.CUSTOM else builtin

    def output(self, name: str) -> int:
        tensors = [self.graph.Outputs(i) for i in range(self.graph.OutputsLength())]
        return next(t for t in tensors if self.graph.Tensors(t).Name().decode() == name)

    def constant(self, tensor: int) -> np.ndarray:
        """A weight, which the file holds as float16 behind a DEQUANTIZE."""
        stored = self.graph.Tensors(self.writer[tensor].Inputs(0))
        data = self.model.Buffers(stored.Buffer()).DataAsNumpy()
        return data.view(np.float16).reshape(stored.ShapeAsNumpy())

    def back_from(self, tensor: int) -> Iterator[tflite.Operator]:
        """The operators from an output back to the crop, along the convolutions."""
        while tensor in self.writer:
            operator = self.writer[tensor]
            yield operator
            tensor = operator.Inputs(0)
            if self.kind(operator) == OP.ADD:
                branches = (operator.Inputs(0), operator.Inputs(1))
                tensor = next(t for t in branches if self._is_convolution(t))

    def _is_convolution(self, tensor: int) -> bool:
        return self.kind(self.writer[tensor]) == OP.CONV_2D

    def parameters(self, output: str) -> list[torch.Tensor]:
        """The weights between the last cut (or the crop) and an output, in order of use."""
        found: list[torch.Tensor] = []
        for operator in self.back_from(self.output(output)):
            kind = self.kind(operator)
            if kind == "TransformTensorBilinear":
                break
            if kind in (OP.CONV_2D, OP.DEPTHWISE_CONV_2D):
                kernel = self.constant(operator.Inputs(1))
                order = (0, 3, 1, 2) if kind == OP.CONV_2D else (3, 0, 1, 2)
                found += [_tensor(self.constant(operator.Inputs(2)))]
                found += [_tensor(kernel.transpose(order))]
            elif kind == OP.PRELU:
                found += [_tensor(self.constant(operator.Inputs(1)).ravel())]
        return found[::-1]

    def region_options(self, output: str) -> dict[str, object]:
        """What the file says about the region that an output belongs to."""
        kinds = ((self.kind(o), o) for o in self.back_from(self.output(output)))
        cut = next(o for kind, o in kinds if kind == "TransformTensorBilinear")
        matrix = self.writer[cut.Inputs(1)]
        return dict(flexbuffers.Loads(matrix.CustomOptionsAsNumpy().tobytes()))


def _tensor(array: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.array(array, order="C"))


def fill(modules: Iterable[nn.Module], tensors: list[torch.Tensor]) -> None:
    """Copy tensors into the parameters of modules that are used one after the other."""
    parameters = [p for module in modules for p in module.parameters()]
    for parameter, tensor in zip(parameters, tensors, strict=True):
        if parameter.shape != tensor.shape:
            raise ValueError(f"the network wants {parameter.shape}, the file has {tensor.shape}")
        parameter.data.copy_(tensor)


def fill_region(graph: Graph, region: Region, contour: str, iris: str | None = None) -> None:
    fill((region.shared, region.contour), graph.parameters(contour))
    if region.iris is not None and iris is not None:
        fill((region.shared, region.iris), graph.parameters(iris))
    options = graph.region_options(contour)
    region.points.copy_(torch.tensor(options["subset_idxs"]))
    ends = (options["left_rotation_idx"], options["right_rotation_idx"])
    region.level.copy_(torch.tensor(ends))


def convert(data: bytes) -> AttentionNetwork:
    """Build the torch network from the bytes of the tflite file."""
    graph, network = Graph(data), AttentionNetwork()
    trunk = (network.stem, network.early, network.late)
    fill((*trunk, network.mesh), graph.parameters("output_mesh_identity"))
    fill((*trunk, network.flag), graph.parameters("conv_faceflag"))
    fill_region(graph, network.lips, "output_lips")
    # The file names the sides as the viewer sees them, we as the person does.
    fill_region(graph, network.right_eye, "output_left_eye", "output_left_iris")
    fill_region(graph, network.left_eye, "output_right_eye", "output_right_iris")
    return network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tflite_file", type=Path)
    arguments = parser.parse_args()
    data = arguments.tflite_file.read_bytes()
    if hashlib.sha256(data).hexdigest() != SOURCE_SHA256:
        raise SystemExit(f"error: {arguments.tflite_file} is not the file of mediapipe 0.10.21")
    state = convert(data).state_dict()
    small = {name: t.half() if t.is_floating_point() else t for name, t in state.items()}
    target = Path(__file__).parents[1] / "weights" / "attention_mesh.safetensors"
    save_file(small, target, METADATA)
    target.chmod(0o644)  # safetensors keeps new files to their owner
    print(f"{target}: {target.stat().st_size / 1e6:.2f} MB, {len(small)} tensors")


if __name__ == "__main__":
    main()
