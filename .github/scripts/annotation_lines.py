"""Passes on only annotations of the student's own files, whatever else the grader's annotations file contains. The
student's code ran as the same user, so that file is untrusted data too."""

from __future__ import annotations

import re
from pathlib import Path

import dead_text
import student_files

MOST = 20
_MOST_TITLE = 200
_MOST_LINES = 60
_COMMAND = re.compile(r"::(error|warning|notice)(?: ([^\n]*?))?::(.*)")
_NUMBERS = ("line", "endLine", "col", "endColumn")


def checked(text: str, submission: Path) -> list[str]:
    """Returns the annotations among these lines, each rebuilt from its parts."""
    found = (_COMMAND.fullmatch(line) for line in text.split("\n"))
    return [_rebuilt(match, submission) for match in found if match][:MOST]


def message(level: str, text: str, most: int = 500) -> str:
    """Returns an annotation with this text that belongs to no file."""
    return f"::{level}::{_escaped(dead_text.one_line(text, most))}"


def _rebuilt(match: re.Match[str], submission: Path) -> str:
    level, properties, data = match.groups()
    kept = _properties(properties or "", submission)
    shown = [dead_text.visible(line) for line in _unescaped(data).split("\n")[:_MOST_LINES]]
    place = " " + ",".join(f"{name}={_escaped_property(value)}" for name, value in kept.items()) if kept else ""
    return f"::{level}{place}::{_escaped(chr(10).join(shown))}"


def _properties(text: str, submission: Path) -> dict[str, str]:
    read = dict(part.split("=", 1) for part in text.split(",") if "=" in part)
    kept = {}
    file = _unescaped(read.get("file", ""))
    if student_files.is_students(file) and (submission / file[len(student_files.FOLDER) :]).is_file():
        kept["file"] = file
        kept.update((name, read[name]) for name in _NUMBERS if re.fullmatch(r"[0-9]{1,6}", read.get(name, "")))
    if "title" in read:
        kept["title"] = dead_text.one_line(_unescaped(read["title"]), _MOST_TITLE)
    return kept


def _unescaped(text: str) -> str:
    for code, char in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
