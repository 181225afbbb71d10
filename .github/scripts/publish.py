"""Publishes the result of a grading run as one comment and one check of its pull request, after verifying whose
result it is. Reads the event from GITHUB_EVENT_PATH. Exit code 1: refused, and the log says why."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import artifact
import comment
import dead_text
import grading
import workflow_run
from comment import Publication
from github_api import GitHub
from refused import Refused

BOT = "github-actions[bot]"
CHECK = "Kafka lab"
_MOST_COMMENTS = 1000


def publish(event: dict[str, Any], repository: str, api: GitHub, server: str = "https://github.com") -> str:
    """Verifies, then publishes; returns a sentence for the log."""
    run = workflow_run.verified_run(event, repository)
    pull = workflow_run.verified_pull_request(api, run, event["repository"]["default_branch"])
    graded = grading.read(artifact.download(api, run))
    address = f"{server}/{repository}/actions/runs/{run.id}"
    publication = comment.of(graded, pull.changed, run.head_sha, address)
    _put_comment(api, pull.number, publication)
    _put_check(api, run.head_sha, address, publication)
    return f"Pull request {pull.number}: {publication.title}."


def _put_comment(api: GitHub, number: int, publication: Publication) -> None:
    body: dict[str, object] = {"body": publication.comment}
    ours = next(filter(_is_ours, api.pages(f"/issues/{number}/comments", _MOST_COMMENTS)), None)
    if ours:
        api.patch(f"/issues/comments/{int(ours['id'])}", body)
    else:
        api.post(f"/issues/{number}/comments", body)


def _is_ours(written: dict[str, Any]) -> bool:
    """Anyone can write the marker: the author must be the bot, too."""
    author = written["user"] or {}
    return (
        author.get("login") == BOT
        and author.get("type") == "Bot"
        and (written["body"] or "").startswith(comment.MARKER)
    )


def _put_check(api: GitHub, head_sha: str, address: str, publication: Publication) -> None:
    api.post(
        "/check-runs",
        {
            "name": CHECK,
            "head_sha": head_sha,
            "status": "completed",
            "conclusion": publication.conclusion,
            "details_url": address,
            "output": {"title": publication.title, "summary": publication.text},
        },
    )


def main(argv: list[str], variables: Mapping[str, str] = os.environ) -> int:
    try:
        event = json.loads(Path(variables["GITHUB_EVENT_PATH"]).read_bytes())
        repository = variables["GITHUB_REPOSITORY"]
        api = GitHub(repository, variables["GITHUB_TOKEN"], variables.get("GITHUB_API_URL", "https://api.github.com"))
        print(publish(event, repository, api, variables.get("GITHUB_SERVER_URL", "https://github.com")))
    except Refused as refused:
        print(f"Nothing was published: {dead_text.log_line(str(refused))}.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Nothing was published: GitHub could not be reached ({type(error).__name__}).", file=sys.stderr)
        return 1
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        # GitHub's answers have an unknown form: what is not understood is not verified.
        print(f"Nothing was published: {type(error).__name__} in what GitHub sent.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
