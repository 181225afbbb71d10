"""Writes the student's files of a commit into an empty folder that can be graded:
``select_submission.py REPOSITORY HEAD OUT [--json FILE]``. Exit code 3: there are too many files."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

import dead_text
import student_files
from git_objects import Entry, Repository
from student_files import Kind

CANNOT_BE_GRADED = 3

# Files that are left out here are reported; the template's other files are not part of any submission.
_HANDED_IN = (student_files.JAVA, student_files.SCREENSHOTS, student_files.ANSWERS)


@dataclass
class Selection:
    """Which files of a commit are graded, and which are not, with the reason."""

    taken: list[Entry] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_too_large(self) -> bool:
        return len(self.taken) > student_files.MOST_FILES


def select(entries: list[Entry]) -> Selection:
    """Sorts a commit's files into those that are graded and those that are left out."""
    selection = Selection()
    for entry in entries:
        reason = _objection(entry)
        if reason is None:
            selection.taken.append(entry)
        elif entry.path.startswith(_HANDED_IN):
            selection.left_out.append((entry.path, reason))
    return selection


def _objection(entry: Entry) -> str | None:
    kind = student_files.kind_of(entry.path, entry.mode)
    if kind in (Kind.SYMLINK, Kind.SUBMODULE):
        return f"a {kind.value}"
    if kind is not Kind.STUDENT:
        return "not one of the lab's places or names"
    most = student_files.most_bytes(entry.path)
    return None if entry.size <= most else f"larger than {most >> 20} MiB"


def write(repository: Repository, taken: list[Entry], folder: Path) -> None:
    """Writes files below a folder, with their paths relative to the template."""
    for entry in taken:
        file = folder / entry.path[len(student_files.FOLDER) :]
        file.parent.mkdir(parents=True, exist_ok=True)
        # Anything that already exists there, even a link, is an error. Nothing is executable.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with open(descriptor, "wb") as out:
            out.write(repository.blob(entry.object_id))


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("repository", type=Path)
    parser.add_argument("head")
    parser.add_argument("out", type=Path)
    parser.add_argument("--json", type=Path, help="also write here what was left out")
    options = parser.parse_args(argv[1:])
    options.out.mkdir(parents=True, exist_ok=True)
    if any(options.out.iterdir()):
        parser.error("the folder for the submission is not empty")

    repository = Repository(options.repository)
    selection = select(repository.entries(options.head, student_files.FOLDER))
    for path, reason in selection.left_out:
        print(dead_text.log_line(f"left out, {reason}: {path}"))
    if options.json:
        options.json.write_text(json.dumps({"leftOut": selection.left_out}, indent=2))
    if selection.is_too_large:
        print(f"The submission has {len(selection.taken)} files; {student_files.MOST_FILES} are allowed.")
        return CANNOT_BE_GRADED
    write(repository, selection.taken, options.out)
    print(f"{len(selection.taken)} files will be graded.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
