import pytest
import torch
from torch import Tensor

from faceswap_gui.errors import WeightsError
from faceswap_gui.networks.appearance import AppearanceTransfer
from faceswap_gui.networks.architecture import Architecture

SIZE = 32


def _trained_like(architecture: Architecture) -> AppearanceTransfer:
    """A network whose mappers have left the identity."""
    torch.manual_seed(1)
    model = AppearanceTransfer(architecture)
    with torch.no_grad():
        for mapper in model.mappers:
            mapper.last.weight.normal_(0.0, 0.1)
    return model.eval()


def _pair() -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """X_r, X_t, coordinates and normals of a face that fills the left half."""
    torch.manual_seed(2)
    x_r, x_t, coordinates = torch.rand(3, 2, 3, SIZE, SIZE)
    normals = torch.zeros(2, 3, SIZE, SIZE)
    normals[:, 2, :, : SIZE // 2] = 1.0
    return x_r, x_t, coordinates, normals


@pytest.mark.parametrize(
    "architecture",
    [
        Architecture(size=SIZE),
        Architecture(size=SIZE, widths=(8, 12, 16, 20), mapped=1),
        Architecture(size=SIZE, widths=(6, 8, 10, 12, 14), mapped=4),
    ],
)
def test_levels_and_mapped_levels_are_configuration(architecture: Architecture) -> None:
    model = _trained_like(architecture)
    x_r, x_t, coordinates, normals = _pair()
    features = model.encode(x_r)
    assert [tuple(f.shape[1:]) for f in features] == [
        (width, SIZE >> level, SIZE >> level) for level, width in enumerate(architecture.widths)
    ]
    mapped = model.map(features, x_r, x_t, coordinates, normals)
    assert len(mapped) == architecture.mapped
    image = model.decode(model.mix(features, mapped, (1.0,) * architecture.mapped)).detach()
    assert image.shape == x_r.shape
    assert 0.0 <= float(image.min()) <= float(image.max()) <= 1.0


def test_a_new_mapper_is_the_identity_and_a_trained_one_moves_only_the_face() -> None:
    x_r, x_t, coordinates, normals = _pair()
    fresh = AppearanceTransfer(Architecture(size=SIZE))
    features = fresh.encode(x_r)
    for own, moved in zip(
        features, fresh.map(features, x_r, x_t, coordinates, normals), strict=False
    ):
        assert torch.equal(own, moved)
    trained = _trained_like(Architecture(size=SIZE))
    features = trained.encode(x_r)
    mapped = trained.map(features, x_r, x_t, coordinates, normals)
    for own, moved in zip(features, mapped, strict=False):
        middle = own.shape[-1] // 2
        assert torch.equal(own[..., middle:], moved[..., middle:])
        assert not torch.allclose(own[..., :middle], moved[..., :middle])


def test_strength_zero_changes_nothing_and_each_level_has_its_own_say() -> None:
    model = _trained_like(Architecture(size=SIZE))
    x_r, x_t, coordinates, normals = _pair()
    with torch.no_grad():
        features = model.encode(x_r)
        mapped = model.map(features, x_r, x_t, coordinates, normals)
        unchanged = model.decode_pyramid(model.mix(features, mapped, (0.0, 0.0, 0.0)))[0]
        assert torch.equal(unchanged, model.decode_pyramid(features)[0])
        for level in range(3):
            strengths = [0.0, 0.0, 0.0]
            strengths[level] = 1.0
            changed = model.decode_pyramid(model.mix(features, mapped, strengths))[0]
            assert not torch.allclose(changed, unchanged, atol=1e-5)


def test_the_mapping_answers_to_the_targets_colours() -> None:
    model = _trained_like(Architecture(size=SIZE))
    x_r, x_t, coordinates, normals = _pair()
    features = model.encode(x_r)
    bright = model.map(features, x_r, x_t, coordinates, normals)
    dark = model.map(features, x_r, x_t * 0.2, coordinates, normals)
    assert all(not torch.allclose(a, b, atol=1e-4) for a, b in zip(bright, dark, strict=True))


@pytest.mark.parametrize("wrong", [{"mapped": 4}, {"mapped": 0}, {"size": 100}])
def test_a_contradictory_architecture_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(WeightsError, match=r"levels|multiple"):
        Architecture(**wrong)  # type: ignore[arg-type]
