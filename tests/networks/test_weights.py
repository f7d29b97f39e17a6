from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from faceswap_gui.errors import WeightsError
from faceswap_gui.networks.appearance import AppearanceTransfer
from faceswap_gui.networks.architecture import Architecture
from faceswap_gui.networks.weights import load_appearance, read_metadata, save_weights

SMALL = Architecture(size=32, widths=(6, 8, 10, 12), mapped=2)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    path = tmp_path / "appearance.safetensors"
    save_weights(path, AppearanceTransfer(SMALL), {"data": "portraits", "seed": "7"})
    return path


def test_weights_bring_their_network_and_their_history(saved: Path) -> None:
    torch.manual_seed(0)
    original = AppearanceTransfer(SMALL)
    loaded = load_appearance(saved)
    image = torch.rand(1, 3, 32, 32)
    assert loaded.architecture == SMALL
    assert torch.equal(loaded.decode(loaded.encode(image)), original.decode(original.encode(image)))
    assert read_metadata(saved)["seed"] == "7"
    assert list(saved.parent.iterdir()) == [saved]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"nowhere\.safetensors does not exist"):
        load_appearance(tmp_path / "nowhere.safetensors")


def test_a_pickle_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "weights.pt"
    torch.save({"weights": torch.ones(2)}, path)
    with pytest.raises(WeightsError, match="pickled"):
        load_appearance(path)


@pytest.mark.parametrize("share", [0.999, 0.5, 0.01])
def test_a_truncated_file_is_said_to_be_cut_short(saved: Path, share: float) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(WeightsError, match="cut short"):
        load_appearance(saved)


def test_any_other_file_is_no_weights_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("these are not the weights")
    with pytest.raises(WeightsError, match="not a safetensors file"):
        load_appearance(path)


def test_weights_of_another_network_are_refused(tmp_path: Path, saved: Path) -> None:
    foreign = tmp_path / "foreign.safetensors"
    save_file({"weight": torch.ones(2)}, foreign)
    with pytest.raises(WeightsError, match="another network"):
        load_appearance(foreign)
    model = AppearanceTransfer(SMALL)
    header = read_metadata(saved) | {"architecture": Architecture(size=32).to_json()}
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, foreign, header)
    with pytest.raises(WeightsError, match="does not hold the network"):
        load_appearance(foreign)
