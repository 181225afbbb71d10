"""Says which files of a pull request are the student's, and what kind of file each other one is."""

from __future__ import annotations

import enum

import dead_text

FOLDER = "student-template/"
ANSWERS = FOLDER + "ANSWERS.md"
SCREENSHOTS = FOLDER + "screenshots/"
JAVA = FOLDER + "src/main/java/"
SOURCES = JAVA + "dev/kafkalab/lab/"

MOST_FILES = 200
MOST_BYTES_OF_TEXT = 1 << 20
MOST_BYTES_OF_PICTURE = 5 << 20

_PICTURES = (".png", ".jpg", ".jpeg")
_LONGEST_NAME = 255

# Git's modes. An executable file is a regular one here: it is written without the bit, which some systems set by themselves.
REGULAR = ("100644", "100755")
SYMLINK = "120000"
SUBMODULE = "160000"


class Kind(enum.Enum):
    """Whose file it is, or what it could do if it were run."""

    STUDENT = "student"
    WORKFLOW = "workflow"
    GRADER = "grader"
    POM = "pom"
    MVN = ".mvn"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"
    OTHER = "other"


def is_students(path: str) -> bool:
    """Returns whether a regular file with this path is the student's."""
    if not _is_plain(path):
        return False
    if path == ANSWERS:
        return True
    if path.startswith(SOURCES):
        return path.endswith(".java")
    return is_screenshot(path) and "/" not in path[len(SCREENSHOTS) :]


def is_screenshot(path: str) -> bool:
    """Returns whether the path has the folder and the extension of a picture."""
    return path.startswith(SCREENSHOTS) and path.lower().endswith(_PICTURES)


def most_bytes(path: str) -> int:
    """Returns the maximum size of a student's file."""
    return MOST_BYTES_OF_PICTURE if is_screenshot(path) else MOST_BYTES_OF_TEXT


def kind_of(path: str, mode: str) -> Kind:
    """Returns the kind of a file with this path and git mode."""
    if is_students(path) and mode not in (SYMLINK, SUBMODULE):
        return Kind.STUDENT
    parts = path.split("/")
    if parts[0] == ".github":
        return Kind.WORKFLOW
    if parts[0] in ("grader", "lab-api", "lab", "lab.cmd", "launcher"):
        return Kind.POM if parts[-1] == "pom.xml" else Kind.GRADER
    if parts[-1] == "pom.xml":
        return Kind.POM
    if ".mvn" in parts or parts[-1].startswith("mvnw"):
        return Kind.MVN
    return {SYMLINK: Kind.SYMLINK, SUBMODULE: Kind.SUBMODULE}.get(mode, Kind.OTHER)


def _is_plain(path: str) -> bool:
    """Returns whether the path stays in its folder on every system and is not misleading."""
    return (
        dead_text.visible(path) == path
        and "\\" not in path
        and all(_is_plain_name(name) for name in path.split("/"))
    )


def _is_plain_name(name: str) -> bool:
    return name.lower() not in ("", ".", "..", ".git") and len(name.encode()) <= _LONGEST_NAME
