"""What is told of a pull request, and what is taken from it, by git's own store."""

import contextlib
import io
import json
import os
from pathlib import Path

import changed_files
import changes
import select_submission
import student_files
from changes import Change, ChangedFiles, OtherFile
from git_objects import GitFailed, Repository
from student_files import Kind
from tests.made_up import CASES, SOURCES, TOPIC_SETUP, PairTest, git


class PullRequestTest(PairTest):
    def changed(self, head: str) -> ChangedFiles:
        return changes.classify(Repository(self.pair.base).changes(self.pair.base_sha, head))

    def selected(self, head: str) -> tuple[int, list[str], str]:
        """Returns the exit code, the paths in the submission's folder, and what was printed."""
        out = self.folder / "submission"
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            code = select_submission.main(["", str(self.pair.base), head, str(out)])
        files = sorted(file.relative_to(out).as_posix() for file in out.rglob("*") if not file.is_dir())
        return code, files, printed.getvalue()


class ChangedFilesTest(PullRequestTest):
    def test_an_honest_one_changes_only_the_students_files(self):
        changed = self.changed(self.pair.pull_request(CASES["honest"]))
        self.assertTrue(changed.is_only_students)
        self.assertEqual(
            {
                TOPIC_SETUP,
                f"{SOURCES}/Extra.java",
                "student-template/ANSWERS.md",
                "student-template/screenshots/The topic (1).png",
            },
            set(changed.written),
        )

    def test_each_other_one_is_told_apart(self):
        for name, kind, path in (
            ("workflow", Kind.WORKFLOW, ".github/workflows/grade.yml"),
            ("grader", Kind.GRADER, "grader/src/main/java/dev/kafkalab/grader/Grader.java"),
            ("pom", Kind.POM, "student-template/pom.xml"),
            (".mvn", Kind.MVN, ".mvn/jvm.config"),
            ("symlink", Kind.SYMLINK, f"{SOURCES}/Secret.java"),
        ):
            with self.subTest(name):
                changed = self.changed(self.pair.pull_request(CASES[name]))
                self.assertEqual([OtherFile(path, kind)], changed.others)
                self.assertEqual([TOPIC_SETUP], changed.written)
                self.assertEqual(name == "workflow", changed.touches_workflows)

    def test_a_renamed_class_is_the_students_and_reported(self):
        changed = self.changed(self.pair.pull_request(CASES["rename"]))
        self.assertTrue(changed.is_only_students)
        self.assertEqual([(TOPIC_SETUP, f"{SOURCES}/MyTopicSetup.java")], changed.renamed)

    def test_a_removed_class_is_the_students(self):
        changed = self.changed(self.pair.pull_request(lambda root: (root / TOPIC_SETUP).unlink()))
        self.assertEqual(ChangedFiles(removed=[TOPIC_SETUP]), changed)

    def test_a_class_that_leaves_the_package_is_on_both_sides(self):
        moved = Change("student-template/A.java", "100644", previous=TOPIC_SETUP)
        changed = changes.classify([moved])
        self.assertEqual([OtherFile("student-template/A.java", Kind.OTHER)], changed.others)
        self.assertEqual([TOPIC_SETUP], changed.removed)

    def test_a_grader_file_that_becomes_the_students_is_on_both_sides(self):
        changed = changes.classify([Change(TOPIC_SETUP, "100644", previous="grader/A.java")])
        self.assertEqual([OtherFile("grader/A.java", Kind.GRADER)], changed.others)
        self.assertEqual([TOPIC_SETUP], changed.written)

    def test_what_the_base_changed_meanwhile_is_not_the_pull_requests(self):
        head = self.pair.pull_request(CASES["honest"])
        git(self.pair.base, "commit", "--quiet", "--allow-empty", "--message", "Meanwhile")
        (self.pair.base / "README.md").write_text("newer\n")
        git(self.pair.base, "commit", "--quiet", "--all", "--message", "Meanwhile")
        newer = git(self.pair.base, "rev-parse", "HEAD").strip()
        git(self.pair.base, "reset", "--quiet", "--hard", self.pair.base_sha)
        self.assertTrue(changes.classify(Repository(self.pair.base).changes(newer, head)).is_only_students)

    def test_a_history_of_its_own_changes_everything(self):
        git(self.pair.fork, "checkout", "--quiet", "--orphan", "alone")
        git(self.pair.fork, "commit", "--quiet", "--message", "Alone")
        head = git(self.pair.fork, "rev-parse", "HEAD").strip()
        git(self.pair.base, "fetch", "--quiet", str(self.pair.fork), head)
        self.assertTrue(self.changed(head).touches_workflows)

    def test_it_says_so_on_the_command_line_and_in_json(self):
        head = self.pair.pull_request(CASES["pom"])
        file = self.folder / "changes.json"
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            changed_files.main(["", str(self.pair.base), self.pair.base_sha, head, "--json", str(file)])
        self.assertEqual(f"student   {TOPIC_SETUP}\npom       student-template/pom.xml\n", printed.getvalue())
        self.assertEqual(self.changed(head), ChangedFiles.from_json(json.loads(file.read_text())))

    def test_a_name_of_a_file_is_no_command(self):
        name = "student-template/\n::error::100 points"
        head = self.pair.pull_request(lambda root: (root / name).write_text("x"))
        lines = changed_files.lines(self.changed(head))
        self.assertEqual(["other     student-template/ ::error::100 points"], lines)

    def test_only_the_full_name_of_a_commit_is_taken(self):
        for name in ("HEAD", "--output=x", "main", "a" * 39, "A" * 40, "a" * 40 + "\n"):
            with self.subTest(name), self.assertRaisesRegex(GitFailed, "40 digits"):
                Repository(self.pair.base).changes(self.pair.base_sha, name)


class SelectSubmissionTest(PullRequestTest):
    UNTOUCHED = ["ANSWERS.md", "src/main/java/dev/kafkalab/lab/KafkaTopicSetup.java"]

    def test_an_honest_one_is_taken_whole(self):
        code, files, _ = self.selected(self.pair.pull_request(CASES["honest"]))
        self.assertEqual(0, code)
        self.assertEqual(
            [
                "ANSWERS.md",
                "screenshots/The topic (1).png",
                "src/main/java/dev/kafkalab/lab/Extra.java",
                "src/main/java/dev/kafkalab/lab/KafkaTopicSetup.java",
                "src/main/java/dev/kafkalab/lab/package-info.java",
            ],
            files,
        )

    def test_of_each_other_one_only_the_students_files_are(self):
        for name in ("workflow", "grader", "pom", ".mvn", "symlink"):
            with self.subTest(name):
                self.setUp()
                code, files, _ = self.selected(self.pair.pull_request(CASES[name]))
                self.assertEqual(0, code)
                self.assertEqual([*self.UNTOUCHED, "src/main/java/dev/kafkalab/lab/package-info.java"], files)

    def test_a_renamed_class_has_its_new_name(self):
        _, files, _ = self.selected(self.pair.pull_request(CASES["rename"]))
        self.assertIn("src/main/java/dev/kafkalab/lab/MyTopicSetup.java", files)
        self.assertNotIn("src/main/java/dev/kafkalab/lab/KafkaTopicSetup.java", files)

    def test_a_link_is_left_out_and_named(self):
        _, _, printed = self.selected(self.pair.pull_request(CASES["symlink"]))
        self.assertIn(f"left out, a symlink: {SOURCES}/Secret.java", printed)

    def test_a_link_in_place_of_the_package_brings_nothing_in(self):
        def edit(root: Path) -> None:
            package = root / SOURCES
            package.rename(root / "elsewhere")
            os.symlink(root / "grader", package)

        _, files, printed = self.selected(self.pair.pull_request(edit))
        self.assertEqual(["ANSWERS.md"], files)
        self.assertIn("a symlink", printed)

    def test_a_submodule_is_left_out(self):
        head = self.pair.pull_request_of_tree(f"160000,{'1' * 40},{SOURCES}/sub.java")
        _, files, printed = self.selected(head)
        self.assertNotIn("src/main/java/dev/kafkalab/lab/sub.java", files)
        self.assertIn("left out, a submodule", printed)

    def test_an_attribute_of_the_head_changes_no_byte(self):
        attributes = self.pair.blob(b"*.java text eol=crlf working-tree-encoding=UTF-16 ident\n")
        head = self.pair.pull_request_of_tree(
            f"100644,{attributes},.gitattributes", f"100644,{attributes},student-template/.gitattributes"
        )
        self.selected(head)
        self.assertEqual(
            (self.pair.base / TOPIC_SETUP).read_bytes(),
            (self.folder / "submission/src/main/java/dev/kafkalab/lab/KafkaTopicSetup.java").read_bytes(),
        )

    def test_an_executable_source_is_written_as_a_plain_file(self):
        self.selected(self.pair.pull_request(lambda root: (root / TOPIC_SETUP).chmod(0o755)))
        file = self.folder / "submission/src/main/java/dev/kafkalab/lab/KafkaTopicSetup.java"
        self.assertFalse(file.stat().st_mode & 0o111)

    def test_a_file_that_is_too_large_is_left_out(self):
        large = self.pair.blob(b" " * (student_files.MOST_BYTES_OF_TEXT + 1))
        picture = self.pair.blob(b"\x89PNG" + b" " * student_files.MOST_BYTES_OF_TEXT)
        head = self.pair.pull_request_of_tree(
            f"100644,{large},{SOURCES}/Large.java",
            f"100644,{picture},student-template/screenshots/a.png",
        )
        _, files, printed = self.selected(head)
        self.assertIn(f"left out, larger than 1 MiB: {SOURCES}/Large.java", printed)
        self.assertIn("screenshots/a.png", files)

    def test_too_many_files_are_refused(self):
        empty = self.pair.blob(b"")
        head = self.pair.pull_request_of_tree(
            *(f"100644,{empty},student-template/screenshots/{number}.png" for number in range(201))
        )
        code, files, printed = self.selected(head)
        self.assertEqual(select_submission.CANNOT_BE_GRADED, code)
        self.assertEqual([], files)
        self.assertIn("200 are allowed", printed)

    def test_a_source_in_another_place_is_left_out_and_named(self):
        other = "student-template/src/main/java/org/apache/kafka/KafkaProducer.java"

        def edit(root: Path) -> None:
            (root / other).parent.mkdir(parents=True)
            (root / other).write_text("class KafkaProducer {}")

        _, files, printed = self.selected(self.pair.pull_request(edit))
        self.assertNotIn("src/main/java/org/apache/kafka/KafkaProducer.java", files)
        self.assertIn(other, printed)

    def test_a_folder_that_is_in_use_is_refused(self):
        out = self.folder / "submission"
        out.mkdir()
        (out / "ANSWERS.md").write_text("mine")
        with self.assertRaises(SystemExit), contextlib.redirect_stderr(io.StringIO()):
            select_submission.main(["", str(self.pair.base), self.pair.base_sha, str(out)])
        self.assertEqual("mine", (out / "ANSWERS.md").read_text())


