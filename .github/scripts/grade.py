"""Grades a selected submission with the trusted grader and passes its exit code on:
``grade.py SUBMISSION --result FILE [--changes FILE] [--selection FILE] [--summary FILE] [--lab FILE]``."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import annotation_lines
import dead_text
import job_summary
import student_files
from changes import ChangedFiles

GRADED = 0
CANNOT_BE_GRADED = 3
GRADER_FAILED = 4

_LAB = Path(__file__).resolve().parents[2] / "lab"
# GitHub drops a step's summary that is larger than 1 MiB.
_MOST_SUMMARY = 900_000
_LONGEST_LINE = 10_000
# The student's code can read the environment of the process that started it: it must find none of the runner's variables there.
_PASSED_ON = ("PATH", "HOME", "LANG", "TZ", "TMPDIR")
_PASSED_ON_PREFIXES = ("JAVA_HOME", "LC_", "MAVEN_", "KAFKALAB_")


def run_lab(lab: Path, submission: Path, reports: dict[str, Path]) -> int:
    """Runs the grader, shows what it prints, and returns its exit code."""
    command = [str(lab), "grade", str(submission), "--path-prefix", student_files.FOLDER.rstrip("/")]
    for form, file in reports.items():
        command += ["--report", f"{form}={file}"]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=_environment(),
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        while line := process.stdout.readline(_LONGEST_LINE):
            print(dead_text.log_line(line), flush=True)
    return process.returncode


def _environment() -> dict[str, str]:
    return {
        name: value
        for name, value in os.environ.items()
        if name in _PASSED_ON or name.startswith(_PASSED_ON_PREFIXES)
    }


def verdict(exit_code: int, result: Path) -> tuple[int, str]:
    """Returns this script's exit code, and an annotation that explains it; none is needed for a graded submission."""
    if exit_code == GRADED and result.is_file():
        return GRADED, ""
    if exit_code == CANNOT_BE_GRADED:
        return CANNOT_BE_GRADED, annotation_lines.message(
            "error", "The submission cannot be graded: the report says why. It has no points yet."
        )
    # An invalid command line and a killed grader are our faults, too.
    return GRADER_FAILED, annotation_lines.message(
        "error",
        f"The grader itself failed (exit code {exit_code}). This costs no points, and no score counts: run the job again.",
    )


def summary(grader_summary: Path, changed: ChangedFiles, left_out: list[tuple[str, str]]) -> str:
    """Returns the job's summary: the grader's summary and what was not graded."""
    graded = _text(grader_summary)[:_MOST_SUMMARY].rstrip() or "The grader wrote no summary."
    return "\n".join([graded, *job_summary.of(changed, left_out), ""])


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def _json(file: Path | None, otherwise: dict) -> dict:
    return json.loads(file.read_text()) if file else otherwise


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("submission", type=Path)
    parser.add_argument("--result", type=Path, required=True, help="where to write the report as JSON")
    parser.add_argument("--changes", type=Path, help="what changed_files.py wrote")
    parser.add_argument("--selection", type=Path, help="what select_submission.py wrote")
    parser.add_argument("--summary", type=Path, default=os.environ.get("GITHUB_STEP_SUMMARY"))
    parser.add_argument("--lab", type=Path, default=_LAB, help="the grader's launcher")
    options = parser.parse_args(argv[1:])
    # Read before the student's code runs: it could change them.
    changed = ChangedFiles.from_json(_json(options.changes, ChangedFiles().to_json()))
    left_out = [tuple(pair) for pair in _json(options.selection, {"leftOut": []})["leftOut"]]

    with tempfile.TemporaryDirectory() as folder:
        markdown, annotations = Path(folder, "summary.md"), Path(folder, "annotations.txt")
        exit_code = run_lab(
            options.lab,
            options.submission,
            {"json": options.result, "github-summary": markdown, "github-annotations": annotations},
        )
        for line in annotation_lines.checked(_text(annotations), options.submission):
            print(line)
        if options.summary:
            with open(options.summary, "a", encoding="utf-8") as out:
                out.write(summary(markdown, changed, left_out))

    own_exit_code, explanation = verdict(exit_code, options.result)
    if explanation:
        print(explanation)
    return own_exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv))
