"""A GitHub that knows one repository and one pull request, and notes what is written to it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.made_up import git

REPOSITORY = "course/kafka-lab"
NUMBER = 7
RUN = 1001
BOT = {"login": "github-actions[bot]", "type": "Bot"}


def zipped(content: bytes, name: str = "result.json") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def event_for(head_sha: str) -> dict[str, Any]:
    return {
        "action": "completed",
        "repository": {"id": 1, "full_name": REPOSITORY, "default_branch": "main"},
        "workflow_run": {
            "id": RUN,
            "run_attempt": 1,
            "event": "pull_request",
            "path": ".github/workflows/grade.yml",
            "status": "completed",
            "conclusion": "success",
            "head_sha": head_sha,
            "head_branch": "my-solution",
            "repository": {"id": 1},
            "head_repository": {"id": 2, "owner": {"login": "a-student"}},
            "pull_requests": [],
        },
    }


class FakeGitHub:
    """Answers from a table; a test may change any answer before it is asked for."""

    def __init__(self, head_sha: str, files: list[dict[str, Any]], tree: list[dict[str, str]]) -> None:
        self.pull: dict[str, Any] = {
            "number": NUMBER,
            "state": "open",
            "head": {"sha": head_sha, "repo": {"id": 2}},
            "base": {"ref": "main"},
        }
        self.artifact: dict[str, Any] = {
            "id": 55,
            "name": "result-1",
            "expired": False,
            "size_in_bytes": 100,
            "workflow_run": {"id": RUN, "head_sha": head_sha},
        }
        self.zip = b""
        self.answers: dict[str, Any] = {
            "/pulls": [self.pull],
            f"/pulls/{NUMBER}": self.pull,
            f"/pulls/{NUMBER}/files": files,
            f"/git/trees/{head_sha}": {"truncated": False, "tree": tree},
            f"/actions/runs/{RUN}/artifacts": {"artifacts": [self.artifact]},
            f"/issues/{NUMBER}/comments": [],
        }
        self.asked: list[tuple[str, dict[str, object]]] = []
        self.written: list[tuple[str, str, dict[str, Any]]] = []

    @staticmethod
    def of(repository: Path, base: str, head: str) -> FakeGitHub:
        """Returns a GitHub whose pull request is the difference of two commits, in the API's form."""
        return FakeGitHub(head, _files(git(repository, "diff", "-M", "--name-status", "-z", base, head)), [
            {"mode": line.split()[0], "path": line.split("\t", 1)[1]}
            for line in git(repository, "ls-tree", "-r", "-z", head).split("\0") if line
        ])

    def get(self, path: str, **query: object) -> Any:
        self.asked.append((path, query))
        return self.answers[path]

    def pages(self, path: str, most: int, **query: object) -> Iterator[Any]:
        yield from self.get(path, **query)[:most]

    def post(self, path: str, body: dict[str, Any]) -> None:
        self.written.append(("POST", path, body))

    def patch(self, path: str, body: dict[str, Any]) -> None:
        self.written.append(("PATCH", path, body))

    def download(self, path: str, most: int) -> bytes:
        assert path == f"/actions/artifacts/{self.artifact['id']}/zip", path
        return self.zip

    @property
    def comment(self) -> str:
        return next(body["body"] for _, path, body in self.written if "comments" in path)

    @property
    def check(self) -> dict[str, Any]:
        return next(body for _, path, body in self.written if path == "/check-runs")


def _files(listed: str) -> list[dict[str, Any]]:
    words = {"A": "added", "M": "modified", "D": "removed", "T": "changed"}
    fields = iter(listed.split("\0")[:-1])
    files = []
    for status in fields:
        path = next(fields)
        if status[0] == "R":
            files.append({"status": "renamed", "previous_filename": path, "filename": next(fields)})
        else:
            files.append({"status": words[status], "filename": path})
    return files


def report(**changed: Any) -> bytes:
    """Returns a report with one criterion, some of its fields changed."""
    whole: dict[str, Any] = {
        "schema": "kafkalab/grade/v1",
        "finished": True,
        "score": 3,
        "maxScore": 5,
        "bonus": 0,
        "maxBonus": 0,
        "seed": 42,
        "problems": [],
        "criteria": [criterion()],
    }
    return json.dumps(whole | changed).encode()


def criterion(**changed: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "id": "topic.created",
        "outcome": "FAILED",
        "points": 3,
        "maxPoints": 5,
        "bonus": False,
        "message": "Expected 3 partitions, found 1.",
        "hint": "Ask for three.",
    }
    return whole | changed
