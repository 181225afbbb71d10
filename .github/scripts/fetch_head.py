"""Fetches a pull request's head into the trusted repository and checks nothing out: ``fetch_head.py REPOSITORY HEAD``.
With GITHUB_TOKEN set it can read a private repository; the token is never stored."""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path

import dead_text
from git_objects import GitFailed, Repository, checked_sha


def authorization(token: str, server: str) -> dict[str, str]:
    """Returns variables that let git send the token to this server only, without it appearing on a command line."""
    if not token:
        return {}
    credentials = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{server}/.extraheader",
        "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {credentials}",
    }


def fetch(repository: Repository, head: str, variables: dict[str, str]) -> None:
    """Fetches a commit with its history."""
    repository.run(
        "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "origin", checked_sha(head), variables=variables
    )


def main(argv: list[str]) -> int:
    folder, head = argv[1:]
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    try:
        fetch(Repository(Path(folder)), head, authorization(os.environ.get("GITHUB_TOKEN", ""), server))
    except GitFailed as failed:
        print(f"The head could not be fetched: {dead_text.log_line(str(failed))}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
