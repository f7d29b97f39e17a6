"""Several processes, as torchrun starts them, train one network."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

from faceswap_gui.training.command import train

WORKER = """
import sys, torch
from pathlib import Path
from faceswap_gui.training.command import train
from faceswap_gui.training.parallel import join_crew
crew = join_crew()
weight = torch.nn.Parameter(torch.zeros(2))
weight.grad = torch.full((2,), float(crew.rank))
crew.average([weight])
assert weight.grad.tolist() == [0.5, 0.5], weight.grad
assert crew.agree(10.0 + crew.rank) == 10.0
data, run = Path(sys.argv[1]), Path(sys.argv[2])
train(data, run, size=32, batch=1, iterations=4, warm_up=1, appearance_epoch=1, mapping_epoch=1,
      log_every=1, device="cpu", cache=Path(sys.argv[3]))
"""


def _start(rank: int, port: int, *arguments: Path) -> subprocess.Popen[str]:
    places = {"RANK": rank, "LOCAL_RANK": rank, "WORLD_SIZE": 2, "MASTER_PORT": port}
    environment = {**os.environ, "MASTER_ADDR": "127.0.0.1", "OMP_NUM_THREADS": "1"}
    environment |= {name: str(value) for name, value in places.items()}
    command = [sys.executable, "-c", WORKER, *map(str, arguments)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_two_processes_share_their_gradients_and_one_of_them_writes(
    photographs: Path, tmp_path: Path
) -> None:
    cache, run = tmp_path / "cache", tmp_path / "run"
    train(
        photographs, tmp_path / "first", size=32, batch=1, iterations=1, cache=cache, device="cpu"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pair = [_start(rank, port, photographs, run, cache) for rank in (0, 1)]
    said = [process.communicate(timeout=120) for process in pair]
    assert [process.returncode for process in pair] == [0, 0], said
    assert said[1][0] == ""  # the second one is silent
    rows = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    assert [row["iteration"] for row in rows if "answer_unmapped" not in row] == [1, 2, 3, 4]
    assert (run / "appearance.safetensors").is_file()
