"""What a batch is to do: one source on many targets, many on one, or a list in a file."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from faceswap_gui.errors import FaceSwapError, InputError, UsageError
from faceswap_gui.imaging.formats import SUFFIXES
from faceswap_gui.pipeline.settings import Settings
from faceswap_gui.project.batch.jobs import Job
from faceswap_gui.project.presets import Presets

COLUMNS = ("source", "target", "output", "preset", "settings", "target_face")
"""What a list may have; the first two it must have."""
ALL = "all"
"""What `target_face` is for every face of the target."""


def one_to_many(
    source: Path,
    targets: Iterable[Path],
    folder: Path,
    settings: Settings,
    target_face: int | None = 0,
    suffix: str | None = None,
) -> list[Job]:
    """Return a job for every target, its output in `folder` called like the target.

    `target_face` counts the target's faces from the largest; None is every one of them.
    `suffix` is the outputs' instead of the target's own.

    Raises:
        UsageError: two targets would become one file.
    """
    jobs = (
        Job(source, target, folder / output_name(target, suffix), settings, target_face=target_face)
        for target in targets
    )
    return _distinct(jobs, "give them to two batches")


def many_to_one(
    sources: Iterable[Path],
    target: Path,
    folder: Path,
    settings: Settings,
    target_face: int | None = 0,
    suffix: str | None = None,
) -> list[Job]:
    """Return a job for every source, its output called like the target and then the source.

    `target_face` and `suffix` are as for `one_to_many`.

    Raises:
        UsageError: two sources would become one file.
    """

    def output(source: Path) -> Path:
        like = Path(output_name(target, suffix))
        return folder / f"{like.stem}-{source.stem}{like.suffix}"

    jobs = (
        Job(source, target, output(source), settings, target_face=target_face) for source in sources
    )
    return _distinct(jobs, "give them to two batches")


def read_list(
    path: Path,
    folder: Path,
    settings: Settings,
    target_face: int | None = 0,
    suffix: str | None = None,
) -> list[Job]:
    """Return the jobs in a file: CSV, TSV (both with a heading) or JSON lines.

    Pictures are looked for beside the list, outputs go into `folder`. An output that is not given
    is called like the target. A row's preset replaces `settings`, and its own settings
    (``blend=0.8; feather=0.3``, in JSON also a table) go on top. `target_face`, a number or
    ``all``, is that of the rows that say nothing else; `suffix` is that of outputs that are not
    given.

    Raises:
        InputError: the file cannot be read, or a line names no pictures or what cannot be set.
        UsageError: two lines write one file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = error.strerror or error
        raise InputError(f"{path} could not be read ({reason}); check its name") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not text in UTF-8; save it as such") from error
    like = partial(_job, path, folder, settings, target_face, suffix)
    jobs = [like(number, row) for number, row in _rows(path, text)]
    if not jobs:
        raise InputError(f"{path} lists nothing; it takes {', '.join(COLUMNS)}")
    return _distinct(jobs, f"change one of them in {path.name}")


def _rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield every row with the number of its line."""
    if path.suffix.lower() in (".jsonl", ".ndjson", ".json"):
        yield from _json_rows(path, text)
        return
    delimiter = "\t" if path.suffix.lower() in (".tsv", ".tab") else ","
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter, restkey="", strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: {error}; mend it") from error


def _json_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}, line {number}: no JSON ({error}); mend it") from error
        if not isinstance(row, dict):
            raise InputError(f"{path}, line {number}: no table of {', '.join(COLUMNS)}")
        yield number, row


def _job(
    path: Path,
    folder: Path,
    settings: Settings,
    target_face: int | None,
    suffix: str | None,
    number: int,
    row: dict[str, Any],
) -> Job:
    try:
        unknown = sorted(set(row) - set(COLUMNS))
        if unknown:
            raise UsageError(
                f"there is no column {unknown[0]!r}; there are: {', '.join(COLUMNS)}"
                if unknown[0]
                else "there are more values than columns"
            )
        source, target = (_picture(path, row, name) for name in ("source", "target"))
        output = folder / (row.get("output") or output_name(target, suffix))
        if output.suffix.lower() not in SUFFIXES:
            raise UsageError(f"{output.name} cannot be written; use one of {', '.join(SUFFIXES)}")
        face = _face(row, target_face)
        return Job(source, target, output, _settings(row, settings), target_face=face)
    except FaceSwapError as error:
        raise InputError(f"{path}, line {number}: {error}") from error


def _picture(path: Path, row: dict[str, Any], name: str) -> Path:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"{name} is missing; name a picture")
    return path.parent / value.strip()


def _face(row: dict[str, Any], otherwise: int | None) -> int | None:
    """Return the row's target face, None for every one."""
    value = row.get("target_face")
    text = "" if value is None else str(value).strip()
    if text == ALL:
        return None
    if text and not text.isdecimal():
        raise UsageError(f"target_face is 0 for the largest face, 1 …, or {ALL}, not {text!r}")
    return int(text) if text else otherwise


def _settings(row: dict[str, Any], settings: Settings) -> Settings:
    if row.get("preset"):
        settings = Presets().find(str(row["preset"])).settings
    given = row.get("settings") or {}
    return settings.with_values(given if isinstance(given, dict) else _assigned(str(given)))


def _assigned(text: str) -> dict[str, Any]:
    """Return ``{"blend": "0.8"}`` of ``blend=0.8``."""
    values: dict[str, Any] = {}
    for assignment in filter(None, (part.strip() for part in text.split(";"))):
        name, sign, value = assignment.partition("=")
        if not sign:
            raise UsageError(f"settings take NAME=VALUE; NAME=VALUE, not {assignment!r}")
        values[name.strip()] = value.strip()
    return values


def output_name(target: Path, suffix: str | None = None) -> str:
    """Return the output's name; PNG where the target's own format is only read."""
    if suffix:
        return f"{target.stem}{suffix}"
    return target.name if target.suffix.lower() in SUFFIXES else f"{target.stem}.png"


def _distinct(jobs: Iterable[Job], remedy: str) -> list[Job]:
    found = list(jobs)
    outputs: Sequence[Path] = [job.output for job in found]
    twice = [output for output, count in Counter(outputs).items() if count > 1]
    if twice:
        raise UsageError(f"two pictures would be written to {twice[0]}; {remedy}")
    return found
