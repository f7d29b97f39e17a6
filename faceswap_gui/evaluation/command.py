"""``faceswap-gui evaluate DATA -o REPORT``: measure the product, and what artists have today."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from faceswap_gui.errors import OutputError
from faceswap_gui.evaluation.gallery import Gallery
from faceswap_gui.evaluation.methods import (
    Method,
    alternative_methods,
    geometry_methods,
    product_methods,
)
from faceswap_gui.evaluation.pairs import find_pairs, neutral_pictures
from faceswap_gui.evaluation.recogniser import Recogniser
from faceswap_gui.evaluation.report import Tally
from faceswap_gui.evaluation.run import Evaluation, Outcome
from faceswap_gui.evaluation.sitters import Sitters
from faceswap_gui.faces.analyser import FaceAnalyser
from faceswap_gui.pipeline.settings import Settings

Progress = Callable[[str, float], None]


@attrs.frozen(kw_only=True)
class EvaluationOptions:
    """What to measure; the command line's options of ``evaluate``."""

    weights: Path | None = None
    """Appearance weights; the shipped ones if None."""
    values: Mapping[str, float] = attrs.field(factory=dict)
    """Controls by name that differ from their defaults."""
    pairs: int | None = None
    """At most so many pairs of each family; all if None."""
    alternatives: bool = False
    """Also measure the alternatives, and the product without single parts."""
    geometry_only: bool = False
    """Measure step 1 alone, with Reinhard's colours in the networks' place."""
    device: str = "auto"


def evaluate(
    data: Path,
    output: Path,
    options: EvaluationOptions | None = None,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Measure on the pairs of a data folder; write ``report.md``, ``report.json`` and sheets.

    Args:
        data: a folder with ``london/`` and ``synthetic/validation/``.
        output: the folder to write into; made if missing.
        options: what to measure; the product alone, on all pairs, if None.
        progress: told what is done and the share of the work, 0..1.

    Returns:
        What ``report.json`` holds.

    Raises:
        InputError: the data folder lacks the pictures.
        UsageError: a control is unknown or out of its range.
        WeightsError: weights or the recogniser are missing.
        OutputError: the report cannot be written.
    """
    options = options or EvaluationOptions()
    pairs = find_pairs(data, options.pairs)
    methods = _methods(options)
    evaluation = Evaluation(Sitters(FaceAnalyser(), Recogniser()), neutral_pictures(data))
    tally, gallery = Tally(), Gallery()

    def each(done: int) -> None:
        if progress:
            progress("evaluate", done / max(len(pairs), 1))

    for outcome in evaluation.outcomes(pairs, methods, each):
        tally.add(outcome)
        if isinstance(outcome, Outcome) and outcome.method == methods[0].name:
            gallery.add(outcome)
    return _write(output, tally, gallery, options)


def _methods(options: EvaluationOptions) -> list[Method]:
    settings = Settings.from_values(options.values)
    if options.geometry_only:
        return geometry_methods(settings, options.values)
    methods = product_methods(options.weights, options.device, settings)
    if not options.alternatives:
        return methods[:1]
    return methods + alternative_methods(settings)


def _write(
    output: Path, tally: Tally, gallery: Gallery, options: EvaluationOptions
) -> dict[str, Any]:
    found = {"options": _as_json(options), **tally.as_json()}
    try:
        output.mkdir(parents=True, exist_ok=True)
        sheets = gallery.write(output)
        pictures = [f"![{sheet.stem}]({sheet.name})" for sheet in sheets]
        text = "\n\n".join(["# Evaluation", tally.as_markdown(), *pictures]) + "\n"
        (output / "report.md").write_text(text, encoding="utf-8")
        (output / "report.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"the report cannot be written to {output}: {error.strerror}; choose another folder"
        ) from error
    return found


def _as_json(options: EvaluationOptions) -> dict[str, Any]:
    values = attrs.asdict(options)
    return {**values, "weights": str(options.weights) if options.weights else None}
