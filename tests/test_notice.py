"""NOTICE tells of every bundled file what it is, whose it is and where it came from."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
BUNDLED = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("weights", "resources")
    for path in (ROOT / folder).iterdir()
    # The program's own words, translations, presets and reference values need no origin.
    if path.is_file() and path.suffix not in (".md", ".ts", ".qm", ".json")
)


def entry(name: str) -> str:
    """Return the paragraph of one file."""
    paragraphs = [text for text in NOTICE.split("\n\n") if text.startswith(f"{name}\n")]
    assert len(paragraphs) == 1, f"NOTICE has {len(paragraphs)} entries for {name}"
    return paragraphs[0]


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_file_is_the_one_that_notice_speaks_of(name: str) -> None:
    found = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
    assert f"SHA-256: {found}" in entry(name), "run tools/update_notice.py if it was made anew"


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_file_has_a_licence_and_an_origin(name: str) -> None:
    for fact in ("Licence", "Origin"):
        assert re.search(rf"^  {fact}: +\S+", entry(name), re.MULTILINE)


def test_notice_speaks_of_no_file_that_is_gone() -> None:
    named = re.findall(r"^((?:weights|resources)/\S+)$", NOTICE, re.MULTILINE)
    assert sorted(named) == BUNDLED
