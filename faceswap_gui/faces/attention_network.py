"""The network behind the refined face mesh: one trunk, and a closer look at lips and eyes.

The trunk reads a face crop and places 468 points. For the lips and each eye a *region* then cuts
a straightened 16×16 patch out of the trunk's early, still detailed features, where those first
points say that the lips or the eye lie, and places their points again, more finely. An eye's
region also finds the iris. The weights are those of Google's MediaPipe face mesh with attention
(Apache-2.0), converted by ``tools/convert_attention_mesh.py``.
"""

from __future__ import annotations

from typing import NamedTuple

import attrs
import torch
from torch import Tensor, nn
from torch.nn import functional

CROP_SIZE = 192
"""Height and width of the crop that the network reads, in px."""

MESH_POINTS = 468
IRIS_POINTS = 5
_PATCH = 16  # a region's patch is 16×16 feature pixels …
_LOCAL_RANGE = 64.0  # … across which its head's coordinates run from 0 to 64
_REGION_SCALE = 1.5  # the patch is that much larger than the box of the region's first points


class Convolution(nn.Conv2d):
    """3×3 convolution padded as TensorFlow does: to halve, only after the last row and column."""

    def __init__(self, channels_in: int, channels_out: int, stride: int, groups: int = 1) -> None:
        padding = 1 if stride == 1 else 0
        super().__init__(channels_in, channels_out, 3, stride, padding, groups=groups)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels_in, H, W) to (N, channels_out, H/stride, W/stride)."""
        return super().forward(x if self.stride[0] == 1 else functional.pad(x, (0, 1, 0, 1)))


class Block(nn.Module):
    """Residual block: 3×3 depthwise, 1×1 pointwise, a shortcut, then PReLU.

    Stride 2 halves the height and width; the shortcut is then max-pooled. Channels that the
    block adds have no shortcut.
    """

    def __init__(self, channels_in: int, channels_out: int, stride: int = 1) -> None:
        super().__init__()
        self.stride = stride
        self.depthwise = Convolution(channels_in, channels_in, stride, groups=channels_in)
        self.pointwise = nn.Conv2d(channels_in, channels_out, 1)
        self.activation = nn.PReLU(channels_out)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels_in, H, W) to (N, channels_out, H/stride, W/stride)."""
        out = self.pointwise(self.depthwise(x))
        shortcut = x if self.stride == 1 else functional.max_pool2d(x, 2)
        missing = out.shape[1] - shortcut.shape[1]
        if missing:
            shortcut = functional.pad(shortcut, (0, 0, 0, 0, 0, missing))
        activated: Tensor = self.activation(out + shortcut)
        return activated


def _stage(channels_in: int, channels_out: int) -> list[Block]:
    """Make two blocks that keep the size and one that halves it."""
    return [
        Block(channels_in, channels_in),
        Block(channels_in, channels_in),
        Block(channels_in, channels_out, stride=2),
    ]


def _neck() -> list[nn.Module]:
    """Make the last blocks before a head, which squeeze 128 channels to 32."""
    squeeze = nn.Conv2d(128, 32, 1)
    return [Block(128, 128), Block(128, 128), squeeze, nn.PReLU(32), Block(32, 32)]


@attrs.frozen(eq=False)
class Frame:
    """Where a region lies in the crop: a rotated box.

    Attributes:
        centre: (N, 2), x and y in the crop's px, from its upper left corner.
        axes: (N, 2, 2); the columns are the box's width and height as vectors, in px.
    """

    centre: Tensor
    axes: Tensor

    @classmethod
    def around(cls, points: Tensor, left: Tensor, right: Tensor) -> Frame:
        """Put the box around points (N, K, 2), its width parallel to left → right (N, 2)."""
        direction = functional.normalize(right - left, dim=-1)
        across = torch.stack((-direction[:, 1], direction[:, 0]), dim=-1)
        rotation = torch.stack((direction, across), dim=-1)
        upright = points @ rotation
        low, high = upright.amin(1), upright.amax(1)
        centre = ((low + high) / 2)[:, None] @ rotation.transpose(1, 2)
        return cls(centre[:, 0], rotation * (_REGION_SCALE * (high - low))[:, None])

    def to_crop(self, local: Tensor) -> Tensor:
        """Bring points (N, K, 2), 0..1 across the box, to the crop's px."""
        return self.centre[:, None] + (local - 0.5) @ self.axes.transpose(1, 2)

    def cut(self, features: Tensor) -> Tensor:
        """Sample the box from features (N, C, H, W) of the whole crop; 0 outside of the crop."""
        theta = torch.cat((self.axes, 2 * self.centre[..., None] - CROP_SIZE), dim=2) / CROP_SIZE
        size = [len(features), features.shape[1], _PATCH, _PATCH]
        grid = functional.affine_grid(theta, size, align_corners=False)
        # A sample more than half a pixel outside counts as nothing; it is not faded out.
        inside = (grid.abs() <= 1 - 1 / features.shape[-1]).all(-1)
        return functional.grid_sample(features, grid, align_corners=False) * inside[:, None]


class Region(nn.Module):
    """Places the points of one region, the lips or an eye, again and more finely.

    The buffers come with the weights: `points`, the K mesh points that the region places;
    `level`, the two mesh points whose line the patch is turned to be level with.
    """

    points: Tensor
    level: Tensor

    def __init__(self, count: int, *, iris: bool = False) -> None:
        super().__init__()
        self.register_buffer("points", torch.zeros(count, dtype=torch.int64))
        self.register_buffer("level", torch.zeros(2, dtype=torch.int64))
        self.shared = nn.Sequential(*_stage(32, 64), *_stage(64, 128))
        self.contour = _branch(count)
        self.iris = _branch(IRIS_POINTS) if iris else None

    def forward(self, mesh: Tensor, features: Tensor) -> tuple[Tensor, Tensor | None]:
        """Refine.

        Args:
            mesh: (N, 468, 2), the trunk's points in the crop's px.
            features: (N, 32, 48, 48), the trunk's early features.

        Returns:
            The K points (N, K, 2) in the crop's px, and the iris (N, 5, 2) or None.
        """
        left, right = mesh[:, self.level].unbind(1)
        frame = Frame.around(mesh[:, self.points], left, right)
        shared = self.shared(frame.cut(features))
        contour = frame.to_crop(_pairs(self.contour(shared)))
        return contour, None if self.iris is None else frame.to_crop(_pairs(self.iris(shared)))


def _branch(count: int) -> nn.Sequential:
    return nn.Sequential(*_stage(128, 128), *_neck(), nn.Conv2d(32, 2 * count, 2))


def _pairs(flat: Tensor) -> Tensor:
    return flat.view(len(flat), -1, 2) / _LOCAL_RANGE


class Points(NamedTuple):
    """What the network finds, in the crop's px; the first index is the batch's.

    `contours` and `irises` are in the order of `AttentionNetwork.regions`.
    """

    mesh: Tensor
    contours: list[Tensor]
    irises: list[Tensor]
    presence: Tensor


class AttentionNetwork(nn.Module):
    """The whole network. Its eyes are the person's own right and left."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(Convolution(3, 16, 2), nn.PReLU(16))
        self.early = nn.Sequential(*_stage(16, 32))
        late = [*_stage(32, 64), *_stage(64, 128), *_stage(128, 128), *_stage(128, 128)]
        self.late = nn.Sequential(*late, *_neck())
        self.mesh = nn.Conv2d(32, 3 * MESH_POINTS, 3)
        self.flag = nn.Conv2d(32, 1, 3)
        self.lips = Region(80)
        self.right_eye = Region(71, iris=True)
        self.left_eye = Region(71, iris=True)

    @property
    def regions(self) -> tuple[Region, Region, Region]:
        """Lips, right eye, left eye."""
        return self.lips, self.right_eye, self.left_eye

    def forward(self, crop: Tensor) -> Points:
        """Find the points of crops (N, 3, 192, 192), RGB 0..1."""
        features = self.early(self.stem(crop))
        deep = self.late(features)
        mesh = self.mesh(deep).view(len(crop), MESH_POINTS, 3)
        refined = [region(mesh[..., :2], features) for region in self.regions]
        contours = [contour for contour, _ in refined]
        irises = [iris for _, iris in refined if iris is not None]
        return Points(mesh, contours, irises, torch.sigmoid(self.flag(deep)).view(-1))
