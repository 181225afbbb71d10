"""Separates a pull request's changes of the student's files from its other changes."""

from __future__ import annotations

from dataclasses import dataclass, field

import student_files
from student_files import Kind

_DOES_NOT_MATTER = student_files.REGULAR[0]


@dataclass(frozen=True)
class Change:
    """One changed file: its path and mode at the head and, if it was renamed, its old path."""

    path: str
    mode: str
    previous: str | None = None
    is_removed: bool = False


@dataclass(frozen=True)
class OtherFile:
    """A changed file that is not the student's."""

    path: str
    kind: Kind


@dataclass
class ChangedFiles:
    """What a pull request changed, sorted."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    # The grader finds classes by their names, so readers of a result need to know about these.
    renamed: list[tuple[str, str]] = field(default_factory=list)
    others: list[OtherFile] = field(default_factory=list)

    @property
    def is_only_students(self) -> bool:
        return not self.others

    @property
    def touches_workflows(self) -> bool:
        """Returns whether the run's own workflow may differ from the base's."""
        return any(other.kind is Kind.WORKFLOW for other in self.others)

    def to_json(self) -> dict[str, object]:
        return {
            "written": self.written,
            "removed": self.removed,
            "renamed": [list(pair) for pair in self.renamed],
            "others": [{"path": other.path, "kind": other.kind.value} for other in self.others],
        }

    @staticmethod
    def from_json(read: dict) -> ChangedFiles:
        return ChangedFiles(
            written=list(read["written"]),
            removed=list(read["removed"]),
            renamed=[(before, after) for before, after in read["renamed"]],
            others=[OtherFile(other["path"], Kind(other["kind"])) for other in read["others"]],
        )


def classify(changes: list[Change]) -> ChangedFiles:
    """Sorts changes by whose files they are; a file that was moved into or out of the submission counts as both."""
    sorted_out = ChangedFiles()
    for change in changes:
        kind = student_files.kind_of(change.path, change.mode)
        before = change.previous and student_files.kind_of(change.previous, _DOES_NOT_MATTER)
        if kind is not Kind.STUDENT:
            sorted_out.others.append(OtherFile(change.path, kind))
        elif change.is_removed:
            sorted_out.removed.append(change.path)
        elif before is Kind.STUDENT:
            sorted_out.renamed.append((change.previous, change.path))
        else:
            sorted_out.written.append(change.path)
        if before and before is not Kind.STUDENT:
            sorted_out.others.append(OtherFile(change.previous, before))
        elif before and kind is not Kind.STUDENT:
            sorted_out.removed.append(change.previous)
    return sorted_out
