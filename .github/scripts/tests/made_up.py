"""A made-up pair of repositories: a base that looks like this project, and a fork with a pull request for each case."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from collections.abc import Callable
from pathlib import Path

SOURCES = "student-template/src/main/java/dev/kafkalab/lab"
TOPIC_SETUP = f"{SOURCES}/KafkaTopicSetup.java"

_IDENTITY = ("-c", "user.name=A Student", "-c", "user.email=student@example.org", "-c", "init.defaultBranch=main")
_BASE = {
    TOPIC_SETUP: "class KafkaTopicSetup {\n  // TODO Task 1\n  void createTopic() {}\n}\n",
    f"{SOURCES}/package-info.java": "package dev.kafkalab.lab;\n",
    "student-template/ANSWERS.md": "# Answers\n\nPartition: ...\n",
    "student-template/pom.xml": "<project/>\n",
    "student-template/README.md": "# Lab\n",
    "student-template/src/test/java/dev/kafkalab/lab/LabTest.java": "class LabTest {}\n",
    "grader/src/main/java/dev/kafkalab/grader/Grader.java": "class Grader {}\n",
    "lab-api/src/main/java/dev/kafkalab/api/UserEvent.java": "record UserEvent() {}\n",
    "pom.xml": "<project/>\n",
    ".mvn/jvm.config": "-Xmx1g\n",
    ".github/workflows/grade.yml": "name: Grade\n",
    "README.md": "# Kafka Lab Grader\n",
}
_LAB = Path(__file__).with_name("stub_lab.py")


def _append(path: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        with open(root / path, "a", encoding="utf-8") as out:
            out.write(text)

    return edit


def _honest(root: Path) -> None:
    _append(TOPIC_SETUP, "class Helper {}\n")(root)
    (root / SOURCES / "Extra.java").write_text("class Extra {}\n")
    (root / "student-template/ANSWERS.md").write_text("# Answers\n\nPartition: 2\n")
    (root / "student-template/screenshots").mkdir()
    (root / "student-template/screenshots/The topic (1).png").write_bytes(b"\x89PNG\r\n\x1a\n\0")


def _link(root: Path) -> None:
    _append(TOPIC_SETUP, "// more\n")(root)
    os.symlink("/etc/passwd", root / SOURCES / "Secret.java")


def _rename(root: Path) -> None:
    (root / TOPIC_SETUP).rename(root / SOURCES / "MyTopicSetup.java")


def _with(path: str) -> Callable[[Path], None]:
    """Returns an edit of the student's own file and of another one."""

    def edit(root: Path) -> None:
        _append(TOPIC_SETUP, "// more\n")(root)
        _append(path, "# edited\n")(root)

    return edit


# The pull requests that have to be told apart.
CASES: dict[str, Callable[[Path], None]] = {
    "honest": _honest,
    "workflow": _with(".github/workflows/grade.yml"),
    "grader": _with("grader/src/main/java/dev/kafkalab/grader/Grader.java"),
    "pom": _with("student-template/pom.xml"),
    ".mvn": _with(".mvn/jvm.config"),
    "symlink": _link,
    "rename": _rename,
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *_IDENTITY, *arguments], capture_output=True, check=True)
    return done.stdout.decode(errors="surrogateescape")


class Pair:
    """The two repositories; the base has a launcher that grades without Java."""

    def __init__(self, folder: Path) -> None:
        self.base, self.fork = folder / "base", folder / "fork"
        for path, text in _BASE.items():
            file = self.base / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        shutil.copy(_LAB, self.base / "lab")
        (self.base / "lab").chmod(0o755)
        git(folder, "init", "--quiet", str(self.base))
        self.base_sha = self._commit(self.base)
        git(folder, "clone", "--quiet", str(self.base), str(self.fork))

    def pull_request(self, edit: Callable[[Path], None]) -> str:
        """Commits an edit of the base in the fork, fetches it into the base as GitHub does, and returns its SHA."""
        git(self.fork, "checkout", "--quiet", "--detach", self.base_sha)
        edit(self.fork)
        sha = self._commit(self.fork)
        git(self.base, "fetch", "--quiet", str(self.fork), sha)
        return sha

    def pull_request_of_tree(self, *entries: str) -> str:
        """Commits a tree of the base's entries and these, in git's own words: what no working tree could hold."""
        git(self.fork, "checkout", "--quiet", "--detach", self.base_sha)
        for entry in entries:
            git(self.fork, "update-index", "--add", "--cacheinfo", entry)
        git(self.fork, "commit", "--quiet", "--message", "Change the index")
        sha = git(self.fork, "rev-parse", "HEAD").strip()
        git(self.fork, "reset", "--quiet", "--hard", self.base_sha)
        git(self.base, "fetch", "--quiet", str(self.fork), sha)
        return sha

    def blob(self, content: bytes) -> str:
        file = self.fork / ".git" / "made-up"
        file.write_bytes(content)
        return git(self.fork, "hash-object", "-w", "--no-filters", str(file)).strip()

    @staticmethod
    def _commit(folder: Path) -> str:
        git(folder, "add", "--all", "--force")
        git(folder, "commit", "--quiet", "--message", "Change something")
        return git(folder, "rev-parse", "HEAD").strip()


class PairTest(unittest.TestCase):
    """A test that has a pair of repositories, and an empty folder for itself."""

    pair: Pair
    folder: Path

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.pair = Pair(Path(folder.name))

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
