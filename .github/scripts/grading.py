"""Reads an untrusted report of the schema kafkalab/grade/v1: every field that is used is checked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from refused import Refused, require

SCHEMA = "kafkalab/grade/v1"
ISOLATIONS = ("auto", "process", "sandbox", "container")
OUTCOMES = ("PASSED", "FAILED", "NOT_ATTEMPTED", "BLOCKED", "INFRASTRUCTURE")
_MOST_POINTS = 1000
_MOST_CRITERIA = 100
_MOST_PROBLEMS = 20
_LONGEST_TEXT = 100_000
_LARGEST_SEED = 1 << 63


@dataclass(frozen=True)
class Feedback:
    """What happened and what to do next: untrusted text."""

    message: str
    hint: str


@dataclass(frozen=True)
class Criterion:
    """How one criterion was judged."""

    id: str
    outcome: str
    points: int
    max_points: int
    is_bonus: bool
    feedback: Feedback


@dataclass(frozen=True)
class Grading:
    """A report whose numbers add up."""

    score: int
    max_score: int
    bonus: int
    max_bonus: int
    isolation: str
    seed: int
    is_finished: bool
    problems: tuple[Feedback, ...]
    criteria: tuple[Criterion, ...]

    @property
    def counts(self) -> bool:
        """Returns whether the grader judged everything that it should."""
        return self.is_finished and all(criterion.outcome != "INFRASTRUCTURE" for criterion in self.criteria)

    @property
    def is_gradable(self) -> bool:
        return not self.problems


def read(content: bytes) -> Grading:
    """Returns the grading, or refuses and names the wrong field."""
    try:
        root = json.loads(content, parse_constant=_no_number, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as error:
        raise Refused("the report is not JSON") from error
    require(isinstance(root, dict) and root.get("schema") == SCHEMA, f"the report is not of the schema {SCHEMA}")
    criteria = tuple(_criterion(each) for each in _list(root, "criteria", _MOST_CRITERIA))
    grading = Grading(
        score=_points(root, "score"),
        max_score=_points(root, "maxScore"),
        bonus=_points(root, "bonus"),
        max_bonus=_points(root, "maxBonus"),
        isolation=_isolation(root),
        seed=_integer(root, "seed", -_LARGEST_SEED, _LARGEST_SEED),
        # An interrupted grading leaves a report of what it had judged by then.
        is_finished=_boolean(root, "finished"),
        problems=tuple(_feedback(each) for each in _list(root, "problems", _MOST_PROBLEMS)),
        criteria=criteria,
    )
    _check_sums(grading)
    return grading


def _isolation(root: dict[str, Any]) -> str:
    """Returns what kept the student's code apart, which a report without it does not claim."""
    isolation = root.get("isolation", "process")
    require(isolation in ISOLATIONS, "the report's isolation is none")
    return isolation


def _check_sums(grading: Grading) -> None:
    ids = [criterion.id for criterion in grading.criteria]
    require(len(set(ids)) == len(ids), "the report names a criterion twice")
    for bonus, earned, most in (
        (False, grading.score, grading.max_score),
        (True, grading.bonus, grading.max_bonus),
    ):
        judged = [criterion for criterion in grading.criteria if criterion.is_bonus == bonus]
        require(sum(each.points for each in judged) == earned, "the report's points do not add up")
        require(sum(each.max_points for each in judged) == most, "the report's points do not add up")


def _criterion(read: Any) -> Criterion:
    require(isinstance(read, dict), "a criterion of the report is no object")
    identifier = _text(read, "id")
    require(re.fullmatch(r"[a-z]{1,40}(\.[a-z-]{1,40})?", identifier), "a criterion's id is none")
    require(read.get("outcome") in OUTCOMES, "a criterion's outcome is none")
    points, most = _points(read, "points"), _points(read, "maxPoints")
    require(points <= most, "a criterion has more points than it can have")
    return Criterion(identifier, read["outcome"], points, most, _boolean(read, "bonus"), _feedback(read))


def _feedback(read: Any) -> Feedback:
    require(isinstance(read, dict), "a problem of the report is no object")
    return Feedback(_text(read, "message"), _text(read, "hint"))


def _points(read: dict, name: str) -> int:
    return _integer(read, name, 0, _MOST_POINTS)


def _integer(read: dict, name: str, least: int, most: int) -> int:
    value = read.get(name)
    # In Python a boolean is an integer as well.
    require(type(value) is int and least <= value <= most, f"the report's {name} is no such number")
    return value


def _boolean(read: dict, name: str) -> bool:
    require(isinstance(read.get(name), bool), f"the report's {name} is neither true nor false")
    return read[name]


def _text(read: dict, name: str) -> str:
    value = read.get(name)
    require(isinstance(value, str) and len(value) <= _LONGEST_TEXT, f"the report's {name} is no such text")
    return value


def _list(read: dict, name: str, most: int) -> list:
    value = read.get(name)
    require(isinstance(value, list) and len(value) <= most, f"the report's {name} is no such list")
    return value


def _no_number(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a name occurs twice")
    return read
