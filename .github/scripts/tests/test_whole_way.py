"""The whole way of each made-up pull request: from the head's commit to what is published, or to the refusal."""

import contextlib
import io
import json
from dataclasses import dataclass

import changed_files
import grade
import publish
import select_submission
from refused import Refused
from tests.fake_github import REPOSITORY, FakeGitHub, event_for, zipped
from tests.made_up import CASES, SOURCES, PairTest


@dataclass
class Way:
    """What one pull request came to."""

    exit_code: int
    log: str
    summary: str
    api: FakeGitHub
    refusal: str = ""


class WholeWayTest(PairTest):
    def way(self, name: str) -> Way:
        self.setUp()
        head = self.pair.pull_request(CASES[name])
        base, out = str(self.pair.base), self.folder
        submission, result = str(out / "student-template"), out / "result.json"
        changes, selection, summary = str(out / "changes.json"), str(out / "selection.json"), out / "summary.md"
        with contextlib.redirect_stdout(io.StringIO()) as log:
            changed_files.main(["", base, self.pair.base_sha, head, "--json", changes])
            select_submission.main(["", base, head, submission, "--json", selection])
            code = grade.main(
                ["", submission, "--result", str(result), "--changes", changes, "--selection", selection,
                 "--summary", str(summary), "--lab", f"{base}/lab"]
            )
        api = FakeGitHub.of(self.pair.base, self.pair.base_sha, head)
        api.zip = zipped(result.read_bytes())
        way = Way(code, log.getvalue(), summary.read_text(), api)
        try:
            publish.publish(event_for(head), REPOSITORY, api)
        except Refused as refused:
            way.refusal = str(refused)
        return way

    def test_an_honest_one_is_graded_and_published(self):
        way = self.way("honest")
        self.assertEqual(0, way.exit_code)
        self.assertNotIn("not graded", way.summary)
        self.assertIn("3 of 5 points", way.api.comment)
        self.assertNotIn("also changes", way.api.comment)
        self.assertEqual("success", way.api.check["conclusion"])

    def test_one_that_edits_the_workflow_is_graded_and_not_published(self):
        way = self.way("workflow")
        self.assertEqual(0, way.exit_code)
        self.assertIn("(workflow)", way.summary)
        self.assertIn("changes .github", way.refusal)
        self.assertEqual([], way.api.written)

    def test_one_that_edits_the_grader_a_pom_or_maven_counts_for_the_students_files(self):
        for name in ("grader", "pom", ".mvn"):
            with self.subTest(name):
                way = self.way(name)
                self.assertEqual(0, way.exit_code)
                for shown in (way.summary, way.api.comment):
                    self.assertIn(f"({name})", shown)
                    self.assertIn("These changes were not graded", shown)
                self.assertEqual("neutral", way.api.check["conclusion"])

    def test_a_link_is_not_followed_and_named(self):
        way = self.way("symlink")
        self.assertEqual(0, way.exit_code)
        self.assertNotIn("root:", way.log)
        self.assertIn(f"left out, a symlink: {SOURCES}/Secret.java", way.log)
        for shown in (way.summary, way.api.comment):
            self.assertIn("(symlink)", shown)
        self.assertEqual("neutral", way.api.check["conclusion"])

    def test_a_renamed_class_is_told_and_the_grader_says_what_is_missing(self):
        way = self.way("rename")
        self.assertEqual(grade.CANNOT_BE_GRADED, way.exit_code)
        for shown in (way.summary, way.api.comment):
            self.assertIn("Classes were renamed", shown)
            self.assertNotIn("not graded", shown)
        self.assertIn("KafkaTopicSetup&#46;java is missing", way.api.comment)
        self.assertEqual("failure", way.api.check["conclusion"])

    def test_the_graders_report_is_what_is_published(self):
        way = self.way("honest")
        self.assertEqual(3, json.loads((self.folder / "result.json").read_text())["score"])
        self.assertIn("class Helper", way.log)
