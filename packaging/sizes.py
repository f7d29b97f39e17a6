"""Say how large the built application is, and fail if it is larger than it may be.

python packaging/sizes.py dist/faceswap-gui
"""

import sys
from pathlib import Path

LARGEST = 900_000_000
SHOWN = 20


def main(folder: Path) -> int:
    """Print the largest files and the sum; return 1 if that is too much."""
    sizes = {path: path.stat().st_size for path in folder.rglob("*") if _is_own(path)}
    for path, size in sorted(sizes.items(), key=lambda item: -item[1])[:SHOWN]:
        print(f"{size / 1e6:7.1f} MB  {path.relative_to(folder)}")
    total = sum(sizes.values())
    print(f"{total / 1e6:7.1f} MB  in {len(sizes)} files; at most {LARGEST / 1e6:.0f} MB")
    return int(total > LARGEST)


def _is_own(path: Path) -> bool:
    """Whether it is a file that takes place, not a name of another one."""
    return path.is_file() and not path.is_symlink()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
