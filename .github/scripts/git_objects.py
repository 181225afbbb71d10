"""Reads commits, trees and files from git's own store. Nothing is checked out, so filters, hooks, attributes and links
of a commit have no effect."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from changes import Change

_SECONDS = 120
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


@dataclass(frozen=True)
class Entry:
    """A file in a commit's tree; a submodule has no size."""

    mode: str
    object_id: str
    size: int
    path: str


class GitFailed(Exception):
    """Git failed; the message is its own."""


def checked_sha(text: str) -> str:
    """Returns the text if it is a commit's full name, so that git cannot take it for an option, path or range."""
    if not re.fullmatch(r"[0-9a-f]{40}", text):
        raise GitFailed("a commit must be given by the 40 digits of its SHA")
    return text


class Repository:
    """A trusted repository on disk that contains untrusted commits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, *arguments: str, variables: dict[str, str] | None = None) -> bytes:
        """Runs git and returns what it printed."""
        done = subprocess.run(
            ["git", "-C", str(self._folder), *arguments],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0", **(variables or {})},
        )
        if done.returncode != 0:
            raise GitFailed(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def entries(self, commit: str, folder: str) -> list[Entry]:
        """Returns all files of a commit below a folder."""
        listed = self.run("ls-tree", "-r", "-z", "-l", "--full-tree", checked_sha(commit), "--", folder)
        entries = []
        for line in _split(listed):
            facts, path = line.split("\t", 1)
            mode, _, object_id, size = facts.split()
            entries.append(Entry(mode, object_id, 0 if size == "-" else int(size), path))
        return entries

    def blob(self, object_id: str) -> bytes:
        """Returns a file's bytes as they were committed."""
        return self.run("cat-file", "blob", object_id)

    def changes(self, base: str, head: str) -> list[Change]:
        """Returns what a head changed since it left the base."""
        return _changes(
            self.run(
                "diff-tree", "-r", "-z", "-M", "--raw", "--no-ext-diff", "--no-textconv",
                self._fork_point(checked_sha(base), checked_sha(head)), head,
            )
        )

    def _fork_point(self, base: str, head: str) -> str:
        try:
            return self.run("merge-base", base, head).decode().split()[0]
        except GitFailed:
            # Two unrelated histories: then every file of the head is a change.
            return _EMPTY_TREE


def _changes(raw: bytes) -> list[Change]:
    """Reads git's raw format: ``:MODE MODE SHA SHA STATUS``, then one path, or two of a renamed file."""
    fields = iter(_split(raw))
    changes = []
    for facts in fields:
        _, mode, _, _, status = facts.lstrip(":").split()
        first = next(fields)
        if status[0] == "R":
            changes.append(Change(path=next(fields), mode=mode, previous=first))
        else:
            changes.append(Change(path=first, mode=mode, is_removed=status == "D"))
    return changes


def _split(listed: bytes) -> list[str]:
    """Splits at NUL; a path that is not UTF-8 keeps its bytes as lone surrogates, which no allowed path has."""
    return [line.decode(errors="surrogateescape") for line in listed.split(b"\0") if line]
