"""Only annotations of the student's own files come through."""

import tempfile
import unittest
from pathlib import Path

import annotation_lines
from tests.made_up import TOPIC_SETUP


class AnnotationLinesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.submission = Path(folder.name)
        source = self.submission / TOPIC_SETUP.removeprefix("student-template/")
        source.parent.mkdir(parents=True)
        source.touch()

    def checked(self, *lines: str) -> list[str]:
        return annotation_lines.checked("\n".join(lines), self.submission)

    def test_an_annotation_of_a_students_line_stays(self):
        line = f"::error file={TOPIC_SETUP},line=12,title=topic.created%3A 3 of 5 points::Expected 3%0AGot 1, 100%25"
        self.assertEqual([line], self.checked(line))

    def test_other_commands_are_dropped(self):
        for line in (
            "::add-mask::x",
            "::set-output name=a::b",
            "::stop-commands::x",
            "::debug::x",
            "::group::x",
            "##[error]x",
            " ::error::x",
            "text",
            "",
        ):
            with self.subTest(line=line):
                self.assertEqual([], self.checked(line))

    def test_another_file_loses_its_place(self):
        (self.submission / "pom.xml").touch()
        missing = TOPIC_SETUP.replace("Topic", "Other")
        for file in ("grader/A.java", f"{TOPIC_SETUP}/../../../A.java", missing, "/etc/x", "student-template/pom.xml"):
            with self.subTest(file=file):
                self.assertEqual(["::error title=a::b"], self.checked(f"::error file={file},line=1,title=a::b"))

    def test_a_line_that_is_no_number_and_an_unknown_property_are_dropped(self):
        self.assertEqual(
            [f"::warning file={TOPIC_SETUP}::b"], self.checked(f"::warning file={TOPIC_SETUP},line=x,own=1::b")
        )

    def test_colours_and_controls_are_dead(self):
        self.assertEqual(["::error title=a::b�c"], self.checked("::error title=\x1b[1ma::b\x07c"))

    def test_a_percent_sign_that_spells_a_line_break_stays_one(self):
        self.assertEqual(["::error::100%250A"], self.checked("::error::100%250A"))

    def test_their_number_is_bounded(self):
        self.assertEqual(annotation_lines.MOST, len(self.checked(*["::error::x"] * 99)))

    def test_an_own_message_is_one_command(self):
        self.assertEqual("::error::a ::b::", annotation_lines.message("error", "a\n::b::"))
