"""Which paths are a student's."""

import unittest

import student_files
from student_files import Kind
from tests.made_up import SOURCES


class StudentFilesTest(unittest.TestCase):
    def test_sources_answers_and_pictures_are_the_students(self):
        for path in (
            f"{SOURCES}/ProducerApp.java",
            f"{SOURCES}/package-info.java",
            f"{SOURCES}/inner/Größe.java",
            "student-template/ANSWERS.md",
            "student-template/screenshots/Bildschirmfoto 2026-10-01 um 10.00.00 (2).PNG",
            "student-template/screenshots/a.jpeg",
        ):
            with self.subTest(path=path):
                self.assertTrue(student_files.is_students(path))

    def test_nothing_else_is(self):
        for path in (
            "student-template/pom.xml",
            "student-template/README.md",
            "student-template/src/main/java/dev/kafkalab/other/A.java",
            "student-template/src/main/java/org/apache/kafka/A.java",
            "student-template/src/main/resources/a.properties",
            "student-template/src/test/java/dev/kafkalab/lab/LabTest.java",
            "student-template/screenshots/a.svg",
            "student-template/screenshots/deeper/a.png",
            "student-template/answers.md",
            "reference-solution/src/main/java/dev/kafkalab/lab/A.java",
            f"/{SOURCES}/A.java",
        ):
            with self.subTest(path=path):
                self.assertFalse(student_files.is_students(path))

    def test_a_path_with_a_trick_is_not(self):
        for name in (
            "../../Grader.java",
            "./A.java",
            "/A.java",
            ".git/A.java",
            ".GIT/A.java",
            "a\\A.java",
            "A\n::error::.java",
            "A\x1b[31m.java",
            "A\u202ejava.java",
            b"\xff.java".decode(errors="surrogateescape"),
            "x" * 260 + ".java",
        ):
            with self.subTest(name=name):
                self.assertFalse(student_files.is_students(f"{SOURCES}/{name}"))

    def test_each_kind_of_file_has_its_name(self):
        for path, mode, kind in (
            (f"{SOURCES}/A.java", "100644", Kind.STUDENT),
            (f"{SOURCES}/A.java", "100755", Kind.STUDENT),
            (f"{SOURCES}/A.java", "120000", Kind.SYMLINK),
            (f"{SOURCES}/A.java", "160000", Kind.SUBMODULE),
            (SOURCES, "120000", Kind.SYMLINK),
            (".github/workflows/grade.yml", "100644", Kind.WORKFLOW),
            (".github/scripts/grade.py", "100644", Kind.WORKFLOW),
            (".github", "120000", Kind.WORKFLOW),
            ("grader/src/main/java/A.java", "100644", Kind.GRADER),
            ("lab-api/src/main/java/A.java", "100644", Kind.GRADER),
            ("lab", "100755", Kind.GRADER),
            ("launcher/src/main/java/dev/kafkalab/launcher/Lab.java", "100644", Kind.GRADER),
            ("pom.xml", "100644", Kind.POM),
            ("grader/pom.xml", "100644", Kind.POM),
            ("student-template/pom.xml", "100644", Kind.POM),
            (".mvn/jvm.config", "100644", Kind.MVN),
            ("student-template/.mvn/extensions.xml", "100644", Kind.MVN),
            ("mvnw", "100755", Kind.MVN),
            ("README.md", "100644", Kind.OTHER),
            ("vendor", "160000", Kind.SUBMODULE),
        ):
            with self.subTest(path=path, mode=mode):
                self.assertEqual(kind, student_files.kind_of(path, mode))
