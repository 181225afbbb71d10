"""The grader's exit code, its reports and what its output may do."""

import contextlib
import io
import json
import os
from unittest import mock

import grade
import student_files
from changes import ChangedFiles, OtherFile
from student_files import Kind
from tests.made_up import TOPIC_SETUP, PairTest

RENAMED = "student-template/src/main/java/dev/kafkalab/lab/[x](y).java"


class GradeTest(PairTest):
    def setUp(self):
        super().setUp()
        self.submission = self.folder / "student-template"
        self.source = self.submission / TOPIC_SETUP.removeprefix(student_files.FOLDER)
        self.source.parent.mkdir(parents=True)
        self.source.write_text("class KafkaTopicSetup {}\n")
        self.result = self.folder / "result.json"
        self.summary = self.folder / "summary.md"

    def grade(self, *options: str) -> tuple[int, str]:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            code = grade.main(
                ["", str(self.submission), "--result", str(self.result), "--summary", str(self.summary),
                 "--lab", str(self.pair.base / "lab"), *options]
            )
        return code, printed.getvalue()

    def test_a_graded_submission_succeeds_whatever_its_score(self):
        code, printed = self.grade()
        self.assertEqual(0, code)
        self.assertEqual(3, json.loads(self.result.read_text())["score"])
        self.assertIn(f"::error file={TOPIC_SETUP},line=3,title=topic.created::Wrong\n", printed)
        self.assertEqual("## Kafka lab: 3 of 5 points\n", self.summary.read_text())

    def test_one_that_cannot_be_graded_fails_and_has_a_report(self):
        self.source.unlink()
        code, printed = self.grade()
        self.assertEqual(grade.CANNOT_BE_GRADED, code)
        self.assertTrue(json.loads(self.result.read_text())["problems"])
        self.assertIn("::error::The submission cannot be graded", printed)

    def test_a_grader_that_fails_costs_no_points(self):
        for said in (4, 2, 1, 137):
            with self.subTest(said):
                self.source.write_text(f"// EXIT {said}\n")
                code, printed = self.grade()
                self.assertEqual(grade.GRADER_FAILED, code)
                self.assertIn(f"::error::The grader itself failed (exit code {said}). This costs no points", printed)

    def test_a_success_without_a_report_is_none(self):
        self.assertEqual(grade.GRADER_FAILED, grade.verdict(0, self.folder / "missing")[0])

    def test_what_the_students_code_prints_is_no_command(self):
        self.source.write_text("::set-env name=A::b\n  ::add-mask::x\ny ##[error]z\n\x1b[2Jcleared\n")
        _, printed = self.grade()
        commands = [line for line in printed.splitlines() if line.lstrip().startswith("::")]
        self.assertEqual(1, len(commands), printed)
        self.assertNotIn("##[", printed)
        self.assertNotIn("\x1b", printed)

    def test_what_was_not_graded_is_said_in_the_summary(self):
        changed = ChangedFiles(
            written=[TOPIC_SETUP],
            renamed=[(TOPIC_SETUP, RENAMED)],
            others=[OtherFile("pom.xml", Kind.POM), OtherFile("<b>@octocat", Kind.OTHER)],
        )
        changes, selection = self.folder / "changes.json", self.folder / "selection.json"
        changes.write_text(json.dumps(changed.to_json()))
        selection.write_text(json.dumps({"leftOut": [["a_link.java", "a symlink"]]}))
        self.grade("--changes", str(changes), "--selection", str(selection))
        summary = self.summary.read_text()
        self.assertIn("These changes were not graded:", summary)
        self.assertIn("- <code>pom&#46;xml</code> (pom)", summary)
        self.assertIn("- <code>a&#95;link&#46;java</code>: a symlink", summary)
        self.assertIn("finds the lab's classes by their names", summary)
        for live in ("<b>", "@octocat", "[x](y)"):
            self.assertNotIn(live, summary)

    def test_a_long_list_is_cut(self):
        changed = ChangedFiles(others=[OtherFile(f"{number}", Kind.OTHER) for number in range(500)])
        self.assertIn("- and 480 more", grade.summary(self.folder / "missing", changed, []))

    def test_the_grader_gets_none_of_the_runners_variables(self):
        runners = {"GITHUB_TOKEN": "secret", "ACTIONS_RUNTIME_TOKEN": "secret", "GITHUB_ENV": "/x"}
        with mock.patch.dict(os.environ, {**runners, "KAFKALAB_BROKER": "embedded"}):
            _, printed = self.grade()
        for name in runners:
            self.assertNotIn(name, printed)
        for name in ("PATH", "KAFKALAB_BROKER"):
            self.assertIn(f"'{name}'", printed)
