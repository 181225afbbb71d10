"""One comment and one check, or a refusal that says why."""

import contextlib
import html
import io
import json
import string
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import comment
import publish
from refused import Refused
from tests.fake_github import BOT, NUMBER, REPOSITORY, FakeGitHub, criterion, event_for, report, zipped
from tests.made_up import TOPIC_SETUP

HEAD = "a" * 40
HOSTILE = (
    "<img src=x> **bold** @octocat see #1 and GH-2 [a](https://example.org)\n\n# Heading\n| a | `b` ``` <!-- \x1b[31m"
)


class PublishTest(unittest.TestCase):
    def setUp(self):
        self.files = [{"filename": TOPIC_SETUP, "status": "modified"}]
        self.tree = [{"path": TOPIC_SETUP, "mode": "100644"}]
        self.api = FakeGitHub(HEAD, self.files, self.tree)
        self.upload(report())

    def upload(self, content: bytes) -> None:
        self.api.zip = zipped(content)

    def publish(self) -> str:
        return publish.publish(event_for(HEAD), REPOSITORY, self.api)

    def test_a_score_is_published_as_a_comment_and_a_check(self):
        self.assertEqual("Pull request 7: 3 of 5 points.", self.publish())
        self.assertTrue(self.api.comment.startswith(f"{comment.MARKER}\n## Kafka lab: 3 of 5 points\n"))
        self.assertIn("| ✗ | `topic.created` | 3/5 |", self.api.comment)
        self.assertIn("Expected 3 partitions&#44; found 1&#46;", self.api.comment)
        self.assertIn(f"(https://github.com/{REPOSITORY}/actions/runs/1001)", self.api.comment)
        check = self.api.check
        self.assertEqual(
            ("Kafka lab", HEAD, "completed", "success", "3 of 5 points"),
            (check["name"], check["head_sha"], check["status"], check["conclusion"], check["output"]["title"]),
        )

    def test_the_second_time_the_comment_is_the_same_one(self):
        ours = {"id": 12, "user": BOT, "body": f"{comment.MARKER}\nold"}
        self.api.answers[f"/issues/{NUMBER}/comments"] = [{"id": 11, "user": None, "body": None}, ours]
        self.publish()
        self.assertEqual(("PATCH", "/issues/comments/12"), self.api.written[0][:2])

    def test_a_comment_with_the_marker_by_somebody_else_stays(self):
        others = [{"login": "a-student", "type": "User"}, {**BOT, "type": "User"}, {**BOT, "login": "another[bot]"}]
        written = [{"id": 12, "user": user, "body": f"{comment.MARKER}\n100 points"} for user in others]
        quoting = {"id": 13, "user": BOT, "body": f"A quotation: {comment.MARKER}"}
        self.api.answers[f"/issues/{NUMBER}/comments"] = [*written, quoting]
        self.publish()
        self.assertEqual(("POST", f"/issues/{NUMBER}/comments"), self.api.written[0][:2])

    def test_text_of_the_report_is_dead(self):
        self.upload(report(criteria=[criterion(message=HOSTILE, hint=HOSTILE)]))
        self.publish()
        for shown in (self.api.comment, self.api.check["output"]["summary"]):
            for markup in ("<img", "**bold", "](https://example", "\n# ", "`b`", "```", "\x1b", "-->\n\n", "| a |"):
                self.assertNotIn(markup, shown)
            # What GitHub searches for these is the finished page.
            for link in ("@octocat", "#1 ", "GH-2", "https://example"):
                self.assertNotIn(link, html.unescape(shown))
        self.assertEqual(1, self.api.comment.count("<!--"))

    def test_other_changes_are_named_and_the_check_is_neutral(self):
        self.files.append({"filename": "pom.xml", "status": "modified"})
        self.tree.append({"path": "pom.xml", "mode": "100644"})
        self.publish()
        self.assertIn("counts only for the student's files", self.api.comment)
        self.assertIn("<code>pom&#46;xml</code> (pom)", self.api.comment)
        self.assertEqual("neutral", self.api.check["conclusion"])

    def test_a_submission_that_cannot_be_graded_fails_its_check(self):
        blocked = criterion(outcome="BLOCKED", points=0)
        problem = {"message": "A.java does not compile", "hint": "Mend it."}
        self.upload(report(problems=[problem], criteria=[blocked], score=0))
        self.publish()
        self.assertIn("cannot be graded", self.api.comment)
        self.assertIn("does not compile", self.api.comment)
        self.assertEqual("failure", self.api.check["conclusion"])

    def test_a_grader_that_failed_publishes_no_score(self):
        self.upload(report(criteria=[criterion(outcome="INFRASTRUCTURE")]))
        self.publish()
        self.assertNotIn("3 of 5", self.api.comment)
        self.assertIn("costs no points", self.api.comment)
        self.assertEqual("neutral", self.api.check["conclusion"])

    def test_too_much_feedback_is_cut_and_the_score_stays(self):
        names = [a + b for a in string.ascii_lowercase for b in "abc"]
        many = [criterion(id=f"topic.{name}", message="<" * 5000, points=0, maxPoints=1) for name in names]
        self.upload(report(criteria=many, score=0, maxScore=78))
        self.publish()
        self.assertLess(len(self.api.comment), 65_536)
        self.assertIn("0 of 78 points", self.api.comment)

    def test_nothing_is_written_where_something_is_refused(self):
        self.upload(report(score=5))
        with self.assertRaises(Refused):
            self.publish()
        self.assertEqual([], self.api.written)


class MainTest(unittest.TestCase):
    def main(self, event: object, api: object) -> tuple[int, str]:
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()) as said:
            file = Path(folder, "event.json")
            file.write_text(json.dumps(event))
            variables = {"GITHUB_EVENT_PATH": str(file), "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": "t"}
            with mock.patch.object(publish, "GitHub", return_value=api):
                return publish.main([""], variables), said.getvalue()

    def test_a_refusal_says_why_and_exits_with_1(self):
        event = event_for(HEAD)
        event["workflow_run"]["path"] = ".github/workflows/\n::error::evil.yml"
        code, said = self.main(event, None)
        self.assertEqual(1, code)
        self.assertEqual("Nothing was published: the run is not a run of .github/workflows/grade.yml.\n", said)

    def test_an_event_in_another_form_is_refused(self):
        for event in ({}, [], None, {"workflow_run": None}, {"workflow_run": {}, "repository": {}}):
            with self.subTest(event=event):
                code, said = self.main(event, None)
                self.assertEqual(1, code)
                self.assertIn("in what GitHub sent", said)

    def test_a_github_that_does_not_answer_is_said_so(self):
        api = mock.Mock()
        api.pages.side_effect = TimeoutError
        code, said = self.main(event_for(HEAD), api)
        self.assertEqual(1, code)
        self.assertIn("could not be reached", said)
