"""Words a verified grading as the comment on its pull request, and as a check of its commit."""

from __future__ import annotations

from dataclasses import dataclass

import dead_text
import job_summary
from changes import ChangedFiles
from grading import Criterion, Feedback, Grading

# A comment by the bot with this in its first line is ours.
MARKER = "<!-- kafkalab:grade -->"

# GitHub accepts 65,536 characters.
_MOST_CHARACTERS = 60_000
_MOST_MESSAGE = 600
_MARKS = {"PASSED": "✓", "FAILED": "✗", "NOT_ATTEMPTED": "·", "BLOCKED": "–", "INFRASTRUCTURE": "!"}


@dataclass(frozen=True)
class Publication:
    """What is published; the conclusion is one of GitHub's for check runs."""

    title: str
    conclusion: str
    text: str

    @property
    def comment(self) -> str:
        return f"{MARKER}\n## Kafka lab: {self.title}\n\n{self.text}"


def of(grading: Grading, changed: ChangedFiles, head_sha: str, run_address: str) -> Publication:
    """Returns what to publish about a grading."""
    head = [f"Commit {head_sha[:12]}, isolation: {grading.isolation}, seed {grading.seed}. [Full report]({run_address})."]
    if grading.counts and grading.is_gradable and grading.max_bonus:
        head.insert(0, f"{grading.bonus} of {grading.max_bonus} bonus points.")
    head += job_summary.of(changed, [])
    details = _details(grading)
    text = "\n".join(head + details)
    if len(text) > _MOST_CHARACTERS:
        text = "\n".join([*head, "", "There is too much feedback for this page: see the full report."])
    return Publication(_title(grading), _conclusion(grading, changed), text)


def _title(grading: Grading) -> str:
    if not grading.is_gradable:
        return "cannot be graded"
    if not grading.counts:
        return "the grader failed, no score counts"
    return f"{grading.score} of {grading.max_score} points"


def _conclusion(grading: Grading, changed: ChangedFiles) -> str:
    """Returns success for every submission that was graded: the score says how good it is."""
    if not grading.is_gradable:
        return "failure"
    # Someone should check the grader, or what else was changed.
    return "success" if grading.counts and changed.is_only_students else "neutral"


def _details(grading: Grading) -> list[str]:
    if not grading.is_gradable:
        return ["", *(line for problem in grading.problems for line in _item("", problem))]
    if not grading.counts:
        return ["", "Grading was interrupted, or the grader failed. This costs no points: run the job again."]
    failed = [criterion for criterion in grading.criteria if criterion.outcome == "FAILED"]
    return [
        "",
        "| | criterion | points |",
        "|---|---|--:|",
        *(_row(criterion) for criterion in grading.criteria),
        "",
        "`✓` passed, `✗` failed, `·` not attempted, `–` blocked by another criterion.",
        *([""] if failed else []),
        *(line for criterion in failed for line in _item(f"**{criterion.id}** ", criterion.feedback)),
    ]


def _row(criterion: Criterion) -> str:
    bonus = " (bonus)" if criterion.is_bonus else ""
    return f"| {_MARKS[criterion.outcome]} | `{criterion.id}`{bonus} | {criterion.points}/{criterion.max_points} |"


def _item(name: str, feedback: Feedback) -> list[str]:
    lines = [f"- {name}{dead_text.markdown(feedback.message, _MOST_MESSAGE)}"]
    if feedback.hint:
        lines.append(f"  → {dead_text.markdown(feedback.hint, _MOST_MESSAGE)}")
    return lines
