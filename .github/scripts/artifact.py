"""Takes the one file out of a run's artifact. The zip may contain anything: it is read within limits and never unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from github_api import GitHub
from refused import Refused, require
from workflow_run import Run

FILE = "result.json"
_MOST_ZIPPED = 1 << 20
MOST_BYTES = 4 << 20


def name_of(run: Run) -> str:
    """Returns the artifact's name. A repeated run has one per attempt."""
    return f"result-{run.attempt}"


def download(api: GitHub, run: Run) -> bytes:
    """Returns the report that a run uploaded."""
    listed = api.get(f"/actions/runs/{run.id}/artifacts", name=name_of(run), per_page=100)["artifacts"]
    found = [each for each in listed if each["name"] == name_of(run)]
    require(len(found) == 1, f"the run has {len(found)} artifacts named {name_of(run)}; there must be exactly one")
    _verify(found[0], run)
    return result_in(api.download(f"/actions/artifacts/{int(found[0]['id'])}/zip", _MOST_ZIPPED))


def _verify(listed: dict[str, Any], run: Run) -> None:
    require(not listed["expired"], "the artifact has expired")
    require(listed["size_in_bytes"] <= _MOST_ZIPPED, "the artifact is too large")
    require(listed["workflow_run"]["id"] == run.id, "the artifact belongs to another run")
    require(listed["workflow_run"]["head_sha"] == run.head_sha, "the artifact belongs to another commit")


def result_in(zipped: bytes) -> bytes:
    """Returns the only file of a zip, if it has the right name and size."""
    try:
        with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
            entries = archive.infolist()
            require([entry.filename for entry in entries] == [FILE], f"the artifact contains something other than {FILE}")
            require(entries[0].file_size <= MOST_BYTES, f"{FILE} is too large")
            with archive.open(entries[0]) as file:
                content = file.read(MOST_BYTES + 1)
    # The sizes that a zip states may be wrong. An encrypted or unknown kind is a RuntimeError.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise Refused("the artifact is not a readable zip") from error
    require(len(content) <= MOST_BYTES, f"{FILE} is too large")
    return content
