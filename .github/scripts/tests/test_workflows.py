"""What holds for each workflow, and can be seen in its text."""

import re
import unittest
from pathlib import Path

WORKFLOWS = {file.name: file.read_text() for file in (Path(__file__).parents[2] / "workflows").glob("*.yml")}


class WorkflowsTest(unittest.TestCase):
    def test_these_are_all(self):
        self.assertEqual({"ci.yml", "grade.yml", "publish.yml"}, set(WORKFLOWS))

    def test_actions_are_pinned_by_sha_with_the_version_beside_it(self):
        for name, text in WORKFLOWS.items():
            with self.subTest(name):
                for used in re.findall(r"uses: (.*)", text):
                    self.assertRegex(used, r"^actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

    def test_one_action_has_one_version(self):
        used = set(re.findall(r"uses: (.*)", "".join(WORKFLOWS.values())))
        self.assertEqual(len({line.split("@")[0] for line in used}), len(used))

    def test_no_checkout_keeps_its_token(self):
        for name, text in WORKFLOWS.items():
            with self.subTest(name):
                self.assertEqual(text.count("uses: actions/checkout@"), text.count("persist-credentials: false"))

    def test_a_job_has_only_the_permissions_that_it_names(self):
        for name, text in WORKFLOWS.items():
            with self.subTest(name):
                self.assertIn("\npermissions: {}\n", text)
                writes = re.findall(r"(\S+): write", text)
                self.assertEqual(["checks", "pull-requests"] if name == "publish.yml" else [], writes)

    def test_there_are_no_secrets_and_no_dangerous_trigger(self):
        for name, text in WORKFLOWS.items():
            with self.subTest(name):
                self.assertNotIn("secrets.", text)
                self.assertNotIn("pull_request_target", text)

    def test_no_expression_is_part_of_a_command(self):
        for name, text in WORKFLOWS.items():
            with self.subTest(name):
                for command in re.findall(r"run: (.*(?:\n {10,}.*)*)", text):
                    self.assertNotIn("${{", command)

    def test_publishing_checks_out_the_default_branch_only(self):
        text = WORKFLOWS["publish.yml"]
        self.assertEqual(["${{ github.event.repository.default_branch }}"], re.findall(r"ref: (.*)", text))
        self.assertNotIn("download-artifact", text)

    def test_each_job_ends(self):
        for name, text in WORKFLOWS.items():
            with self.subTest(name):
                self.assertEqual(text.count("runs-on:"), text.count("timeout-minutes:"))
                self.assertIn("\nconcurrency:\n", text)
