"""``faceswap-gui doctor FILE…``: what pictures say of where they come from, in plain words."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faceswap_gui.errors import InputError

if TYPE_CHECKING:
    from faceswap_gui.imaging import ProvenanceReport

_KINDS = {
    "compositeWithTrainedAlgorithmicMedia": "a photograph into which a trained model has painted",
    "trainedAlgorithmicMedia": "made by a trained model",
    "compositeSynthetic": "put together with made-up parts",
    "algorithmicMedia": "made by a program",
    "algorithmicallyEnhanced": "a photograph improved by a program",
    "digitalCapture": "a photograph",
    "digitalArt": "painted by a person",
}
"""The IPTC's digital source types that pictures mostly have, in words."""


def tell_origins(paths: Sequence[Path]) -> int:
    """Print what each picture says of itself; return the exit code.

    One that cannot be read, or that was changed after it was signed, makes it that of an input, 3.
    """
    return max([_tell_origin(path) for path in paths])


def _tell_origin(path: Path) -> int:
    from faceswap_gui.imaging import read_provenance

    try:
        report = read_provenance(path)
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    print(path)
    for line in lines(report):
        print(f"  {line}")
    return InputError.exit_code if report is not None and report.intact is False else 0


def lines(report: ProvenanceReport | None) -> Iterator[str]:
    """Yield what is told of one picture."""
    if report is None:
        yield "says nothing of where it comes from"
        return
    yield f"is       {_kind(report.digital_source_type)}"
    if report.software:
        yield f"made by  {report.software}"
    if report.actions:
        yield f"steps    {', '.join(action.removeprefix('c2pa.') for action in report.actions)}"
    for name, digest in report.weights.items():
        yield f"with     {name}, SHA-256 {digest}"
    yield f"signed   {_signature(report)}"
    if report.intact is not None:
        yield "changed  " + ("not since it was signed" if report.intact else _CHANGED)


_CHANGED = "YES, after it was signed: what is said above may be of another picture"


def _kind(source_type: str | None) -> str:
    if not source_type:
        return "of a kind that it does not state"
    name = source_type.rpartition("/")[2]
    return f"{_KINDS[name]} ({name})" if name in _KINDS else name


def _signature(report: ProvenanceReport) -> str:
    if report.carrier == "XMP":
        return "no; it is only written in its XMP, which anybody can change"
    known = "vouched for by" if report.trusted else "which is not vouched for by"
    return f"by {report.signer or 'somebody unnamed'}, {known} a known authority"
