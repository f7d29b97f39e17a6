"""Write the present SHA-256 of every bundled file into NOTICE, after one of them was made anew.

    python tools/update_notice.py

An entry that NOTICE lacks is written by hand: licence and origin are nothing a program can know.
"""

import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_ENTRY = re.compile(r"^((?:weights|resources)/\S+)\n(\s+SHA-256: )[0-9a-f]{64}$", re.MULTILINE)


def updated(notice: str) -> str:
    """Return the text of NOTICE with the hashes of the files as they are."""

    def entry(found: re.Match[str]) -> str:
        digest = hashlib.sha256((ROOT / found[1]).read_bytes()).hexdigest()
        return f"{found[1]}\n{found[2]}{digest}"

    return _ENTRY.sub(entry, notice)


if __name__ == "__main__":
    path = ROOT / "NOTICE"
    path.write_text(updated(path.read_text(encoding="utf-8")), encoding="utf-8")
