"""Verifies that a workflow_run event belongs to the trusted workflow, and finds the one pull request that it graded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import changes
import student_files
from changes import Change, ChangedFiles
from github_api import GitHub
from refused import require

WORKFLOW = ".github/workflows/grade.yml"
# A failed job has still uploaded a report, for example of a submission that does not compile.
_CONCLUSIONS = ("success", "failure")
# GitHub lists no more files of a pull request, and more open pull requests of one branch do not matter.
_MOST_FILES = 3000
_MOST_PULLS = 100


@dataclass(frozen=True)
class Run:
    """The fields of a verified run that are used."""

    id: int
    attempt: int
    head_sha: str
    head_branch: str
    head_owner: str
    head_repository_id: int


@dataclass(frozen=True)
class PullRequest:
    """The pull request that a run graded, and what it changes."""

    number: int
    changed: ChangedFiles


def verified_run(event: dict[str, Any], repository: str) -> Run:
    """Returns the event's run, if it is a finished one of the grading workflow for a pull request."""
    run = event["workflow_run"]
    require(event["repository"]["full_name"] == repository, "the event belongs to another repository")
    require(run["repository"]["id"] == event["repository"]["id"], "the run belongs to another repository")
    require(run["event"] == "pull_request", "the run is not for a pull request")
    # GitHub appends the ref to some paths.
    require(run["path"].split("@")[0] == WORKFLOW, f"the run is not a run of {WORKFLOW}")
    require(run["status"] == "completed", "the run is not finished")
    require(run["conclusion"] in _CONCLUSIONS, "the run was cancelled or skipped")
    require(re.fullmatch(r"[0-9a-f]{40}", run["head_sha"]), "the run has no head")
    head = run["head_repository"]
    require(head, "the head's repository no longer exists")
    return Run(
        id=int(run["id"]),
        attempt=int(run["run_attempt"]),
        head_sha=run["head_sha"],
        head_branch=run["head_branch"],
        head_owner=head["owner"]["login"],
        head_repository_id=head["id"],
    )


def verified_pull_request(api: GitHub, run: Run, default_branch: str) -> PullRequest:
    """Returns the open pull request whose head the run graded, if the run's workflow was the base's own."""
    # The event lists no pull request for a fork's head, and a fork's commit is found by its branch, not by its SHA.
    pulls = [
        pull
        for pull in api.pages("/pulls", _MOST_PULLS, state="open", head=f"{run.head_owner}:{run.head_branch}")
        if _has_head(pull, run)
    ]
    require(len(pulls) == 1, f"{len(pulls)} open pull requests have the run's head; there must be exactly one")
    number = int(pulls[0]["number"])
    require(pulls[0]["base"]["ref"] == default_branch, "the pull request is not for the default branch")
    changed = _changed_files(api, number, run.head_sha)
    require(not changed.touches_workflows, "the pull request changes .github, so its run cannot be trusted")
    # The list of files belongs to the newest head: it must still be the one that was graded.
    require(_has_head(api.get(f"/pulls/{number}"), run), "the pull request has a newer head")
    return PullRequest(number, changed)


def _has_head(pull: dict[str, Any], run: Run) -> bool:
    head = pull["head"]
    return (
        head["sha"] == run.head_sha
        and head["repo"] is not None
        and head["repo"]["id"] == run.head_repository_id
        and pull["state"] == "open"
    )


def _changed_files(api: GitHub, number: int, head_sha: str) -> ChangedFiles:
    files = list(api.pages(f"/pulls/{number}/files", _MOST_FILES))
    require(len(files) < _MOST_FILES, "the pull request changes too many files for GitHub to list")
    require(files, "the pull request changes nothing")
    modes = _modes(api, head_sha)
    return changes.classify([_change(file, modes) for file in files])


def _change(file: dict[str, Any], modes: dict[str, str]) -> Change:
    path, is_removed = file["filename"], file["status"] == "removed"
    require(is_removed or path in modes, "a changed file is not in the head's tree")
    is_renamed = file["status"] == "renamed"
    return Change(
        path=path,
        mode=student_files.REGULAR[0] if is_removed else modes[path],
        previous=file["previous_filename"] if is_renamed else None,
        is_removed=is_removed,
    )


def _modes(api: GitHub, head_sha: str) -> dict[str, str]:
    """Returns the mode of each file of a commit: only the mode distinguishes a link from a file."""
    tree = api.get(f"/git/trees/{head_sha}", recursive=1)
    require(tree["truncated"] is False, "the head has too many files for GitHub to list")
    return {entry["path"]: entry["mode"] for entry in tree["tree"]}
