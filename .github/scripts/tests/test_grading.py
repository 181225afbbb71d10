"""A report is read only if each field that is used is of its type and within its bounds."""

import json
import unittest

import grading
from refused import Refused
from tests.fake_github import criterion, report


class GradingTest(unittest.TestCase):
    def refused(self, content: bytes) -> str:
        with self.assertRaises(Refused) as refused:
            grading.read(content)
        return str(refused.exception)

    def test_a_whole_report_is_read(self):
        read = grading.read(report())
        self.assertEqual((3, 5, 42), (read.score, read.max_score, read.seed))
        self.assertTrue(read.counts and read.is_gradable)

    def test_fields_that_nobody_knows_are_ignored(self):
        grading.read(report(news={"a": []}))

    def test_the_isolation_is_read_and_none_is_not_claimed(self):
        self.assertEqual("sandbox", grading.read(report(isolation="sandbox")).isolation)
        self.assertEqual("process", grading.read(report()).isolation)

    def test_what_is_no_json_is_refused(self):
        for content in (
            b"", b"\xff", b"[", b"[" * 100_000, b'{"a":NaN}', b'{"a":1,"a":2}', b'{"seed":' + b"9" * 5000 + b"}"
        ):
            with self.subTest(content=content[:20]):
                self.assertEqual("the report is not JSON", self.refused(content))

    def test_another_schema_is_refused(self):
        for content in (b"[]", b"null", b'"kafkalab/grade/v1"', b"{}", report(schema="kafkalab/grade/v2")):
            with self.subTest(content=content[:20]):
                self.assertIn("not of the schema", self.refused(content))

    def test_a_wrong_type_or_bound_is_refused(self):
        for name, value in (
            ("score", "3"),
            ("score", True),
            ("score", 3.0),
            ("score", -1),
            ("maxScore", 10**9),
            ("isolation", "fortress"),
            ("isolation", ["sandbox"]),
            ("seed", None),
            ("seed", True),
            ("finished", "yes"),
            ("problems", {}),
            ("problems", ["x"]),
            ("problems", [{"message": 1, "hint": ""}]),
            ("criteria", None),
            ("criteria", [criterion()] * 101),
            ("criteria", [[]]),
        ):
            with self.subTest(name=name, value=str(value)[:30]):
                self.refused(report(**{name: value}))

    def test_a_missing_field_is_refused(self):
        for name in ("score", "maxScore", "bonus", "maxBonus", "seed", "finished", "problems", "criteria"):
            with self.subTest(name):
                whole = json.loads(report())
                del whole[name]
                self.refused(json.dumps(whole).encode())

    def test_a_wrong_criterion_is_refused(self):
        for name, value in (
            ("id", "Topic <b>"),
            ("id", "topic.created\n"),
            ("outcome", "GREAT"),
            ("outcome", ["PASSED"]),
            ("points", 6),
            ("bonus", 0),
            ("message", None),
            ("hint", "x" * 100_001),
        ):
            with self.subTest(name=name, value=str(value)[:30]):
                self.refused(report(criteria=[criterion(**{name: value})]))

    def test_points_that_do_not_add_up_are_refused(self):
        for changed in ({"score": 4}, {"maxScore": 100}, {"bonus": 5, "maxBonus": 5}):
            with self.subTest(changed):
                self.assertEqual("the report's points do not add up", self.refused(report(**changed)))

    def test_a_criterion_that_is_there_twice_is_refused(self):
        self.assertIn("twice", self.refused(report(criteria=[criterion(), criterion()], score=6, maxScore=10)))

    def test_a_grading_without_its_end_does_not_count(self):
        self.assertFalse(grading.read(report(finished=False)).counts)
        failed = criterion(outcome="INFRASTRUCTURE")
        self.assertFalse(grading.read(report(criteria=[failed])).counts)
