"""Which network finds the landmarks is said on the command line; nothing is fetched unasked."""

from pathlib import Path

from faceswap_command import Command


def test_face_alignment_wants_its_weights(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    done = faceswap(
        "swap", source_path, target_path, "-o", "out.png", "--landmarks", "face-alignment"
    )

    done.check_refused(2, "--landmark-weights FILE", "nothing is downloaded unasked")
    assert not (tmp_path / "out.png").exists()


def test_a_batch_wants_them_before_it_begins(
    faceswap: Command, source_path: Path, target_path: Path, tmp_path: Path
) -> None:
    done = faceswap(
        "batch", source_path, target_path, "-o", "done", "--landmarks", "face-alignment"
    )

    done.check_refused(2, "--landmark-weights FILE")
    assert not (tmp_path / "done").exists()


def test_weights_for_the_programs_own_network_are_refused(
    faceswap: Command, source_path: Path, target_path: Path
) -> None:
    done = faceswap(
        "swap", source_path, target_path, "-o", "out.png", "--landmark-weights", "FAN.pth.tar"
    )

    done.check_refused(2, "needs --landmarks face-alignment")
