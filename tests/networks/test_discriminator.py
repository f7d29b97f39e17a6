import torch
from torch.nn import functional

from faceswap_gui.networks.discriminator import MixSegmenter, random_patches


def test_it_learns_to_segment_which_image_a_pixel_was_taken_from() -> None:
    torch.manual_seed(0)
    segmenter = MixSegmenter(width=8)
    optimiser = torch.optim.Adam(segmenter.parameters(), lr=5e-3)
    for _ in range(40):
        mask = random_patches(4, 32, cells=4, device=torch.device("cpu"))
        mixture = (0.3 + 0.3 * mask + 0.05 * torch.randn(4, 3, 32, 32)).clamp(0, 1)
        judged = segmenter(mixture)
        loss = functional.binary_cross_entropy_with_logits(judged, mask)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    right = ((judged > 0) == (mask > 0.5)).float().mean()
    assert float(right) > 0.85


def test_random_patches_hold_both_images_in_coherent_pieces() -> None:
    torch.manual_seed(0)
    mask = random_patches(8, 64, device=torch.device("cpu"))
    assert set(mask.unique().tolist()) == {0.0, 1.0}
    assert 0.3 < float(mask.mean()) < 0.7
    neighbours_differ = (mask[..., 1:] != mask[..., :-1]).float().mean()
    assert float(neighbours_differ) < 0.15
