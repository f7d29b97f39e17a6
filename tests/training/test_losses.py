import pytest
import torch

from faceswap_gui.networks.conditions import GEOMETRY_CHANNELS
from faceswap_gui.training import losses
from faceswap_gui.training.transport import sample_vectors, sliced_loss


def test_pixels_outside_of_the_weight_do_not_count() -> None:
    answer = torch.rand(1, 3, 16, 16)
    wrong_outside = answer.clone()
    wrong_outside[..., 8:] += 1.0
    weight = torch.zeros(1, 1, 16, 16)
    weight[..., :7] = 1.0
    assert float(losses.pyramid_loss([wrong_outside], answer, weight)) == pytest.approx(
        0.0, abs=1e-6
    )
    assert float(losses.pyramid_loss([wrong_outside], answer, torch.ones_like(weight))) > 0.4


def test_no_answer_means_no_answer_loss() -> None:
    images, nothing = torch.rand(2, 3, 16, 16), torch.zeros(2, 1, 16, 16)
    assert float(losses.pyramid_loss([images], torch.rand(2, 3, 16, 16), nothing)) == 0.0
    features = [torch.rand(2, 4, 16, 16)]
    answered = torch.zeros(2, 1, 1, 1)
    other = [torch.rand(2, 4, 16, 16)]
    assert float(losses.feature_loss(features, other, nothing + 1.0, answered)) == 0.0


def test_a_gain_is_judged_inside_of_the_weight_and_at_every_resolution() -> None:
    weight = torch.zeros(1, 1, 16, 16)
    weight[..., :8] = 1.0
    answer = torch.rand(1, 3, 16, 16) * weight
    right = [answer + (1 - weight), torch.nn.functional.avg_pool2d(answer, 2)]
    assert float(losses.gain_loss(right, answer, weight)) == pytest.approx(1.5, rel=1)
    right[0] = answer
    assert float(losses.gain_loss(right, answer, weight)) == pytest.approx(0.0, abs=1e-6)
    right[1] = right[1] + 0.2
    assert float(losses.gain_loss(right, answer, weight)) == pytest.approx(0.1, rel=1e-3)


def test_coarse_light_sees_a_shadow_and_not_a_freckle() -> None:
    face, region = torch.full((1, 3, 64, 64), 0.5), torch.ones(1, 1, 64, 64)
    freckled, shadowed = face.clone(), face.clone()
    freckled[..., ::8, ::8] -= 0.2
    shadowed[..., :32] -= 0.2
    freckles = float(losses.coarse_light_loss(freckled, face, region))
    assert float(losses.coarse_light_loss(shadowed, face, region)) > 10 * freckles


def test_feature_losses_cannot_be_won_by_shrinking_the_features() -> None:
    mapped, answer = torch.rand(2, 1, 4, 16, 16)
    region, answered = torch.ones(1, 1, 16, 16), torch.ones(1, 1, 1, 1)
    loss, shrunk = (
        float(losses.feature_loss([mapped * k], [answer * k], region, answered)) for k in (1.0, 0.1)
    )
    assert shrunk == pytest.approx(loss, rel=1e-3)


def test_sampled_vectors_come_from_the_face_and_transport_lowers_their_distance() -> None:
    torch.manual_seed(0)
    own, target = torch.randn(2, 1, 4, 16, 16)
    own[..., 8:] = 99.0
    region = torch.zeros(1, 1, 32, 32)
    region[..., :16] = 1.0
    geometry = torch.randn(1, GEOMETRY_CHANNELS, 32, 32)
    vectors = sample_vectors(own, target.clone(), target + 0.0, geometry, region)
    assert float(vectors.own[..., :4].max()) < 50.0
    assert float(sliced_loss(vectors)) == pytest.approx(0.0, abs=1e-6)
    unmapped = sample_vectors(own, own, target + 2.0, geometry, region)
    assert float(sliced_loss(unmapped)) > 1.0
