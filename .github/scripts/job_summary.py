"""Says in Markdown, for a job's summary or a comment, which changed files were graded and which were not."""

from __future__ import annotations

import dead_text
from changes import ChangedFiles

_MOST_LISTED = 20


def of(changed: ChangedFiles, left_out: list[tuple[str, str]]) -> list[str]:
    """Returns lines of Markdown; none if only the student's files were changed and none of them was renamed."""
    lines: list[str] = []
    _paragraph(
        lines,
        "**This pull request also changes files outside the submission. These changes were not graded:** "
        "the grader of the base branch was used, and the result counts only for the student's files.",
        [f"{dead_text.code(other.path)} ({other.kind.value})" for other in changed.others],
    )
    _paragraph(
        lines,
        "**These files were left out of the submission:**",
        [f"{dead_text.code(path)}: {dead_text.markdown(reason)}" for path, reason in left_out],
    )
    _paragraph(
        lines,
        "**Classes were renamed.** The grader finds the lab's classes by their names:",
        [f"{dead_text.code(before)} is now {dead_text.code(after)}" for before, after in changed.renamed],
    )
    return lines


def _paragraph(lines: list[str], sentence: str, items: list[str]) -> None:
    if not items:
        return
    lines += ["", sentence, ""]
    lines += [f"- {item}" for item in items[:_MOST_LISTED]]
    if len(items) > _MOST_LISTED:
        lines.append(f"- and {len(items) - _MOST_LISTED} more")
