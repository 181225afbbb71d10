"""An artifact may be any bytes."""

import io
import struct
import unittest
import zipfile

import artifact
from refused import Refused
from tests.fake_github import FakeGitHub, event_for, zipped
from workflow_run import verified_run

HEAD = "a" * 40
REPOSITORY = "course/kafka-lab"


class ArtifactTest(unittest.TestCase):
    def refused(self, content: bytes) -> str:
        with self.assertRaises(Refused) as refused:
            artifact.result_in(content)
        return str(refused.exception)

    def test_its_only_file_is_read(self):
        self.assertEqual(b"{}", artifact.result_in(zipped(b"{}")))

    def test_another_name_is_refused(self):
        for name in ("../result.json", "/result.json", "a/result.json", "result.json/", "RESULT.JSON", "x"):
            with self.subTest(name):
                self.assertIn("something other", self.refused(zipped(b"{}", name)))

    def test_a_second_file_is_refused(self):
        for second in ("x", "../../.bashrc", "result.JSON"):
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as archive:
                archive.writestr("result.json", "{}")
                archive.writestr(second, "x")
            with self.subTest(second):
                self.assertIn("something other", self.refused(out.getvalue()))

    def test_a_bomb_is_refused_by_the_size_that_it_names(self):
        self.assertEqual("result.json is too large", self.refused(zipped(b" " * (artifact.MOST_BYTES + 1))))

    def test_a_bomb_that_lies_about_its_size_is_refused(self):
        bomb = bytearray(zipped(b" " * (artifact.MOST_BYTES * 2)))
        directory = bomb.rindex(b"PK\x01\x02")
        struct.pack_into("<L", bomb, directory + 24, 100)
        self.refused(bytes(bomb))

    def test_what_is_no_zip_is_refused(self):
        whole = zipped(b'{"schema": "kafkalab/grade/v1"}' * 50)
        damaged = bytearray(whole)
        damaged[45] ^= 0xFF
        for content in (b"", b"PK", b"{}", whole[:-10], bytes(damaged)):
            with self.subTest(content=content[:10]):
                self.refused(content)

    def test_an_encrypted_file_is_refused(self):
        content = bytearray(zipped(b"{}"))
        for place in (6, content.rindex(b"PK\x01\x02") + 8):
            content[place] |= 1
        self.refused(bytes(content))


class DownloadTest(unittest.TestCase):
    def setUp(self):
        self.api = FakeGitHub(HEAD, [], [])
        self.api.zip = zipped(b"{}")
        self.run_of_it = verified_run(event_for(HEAD), REPOSITORY)

    def refused(self) -> str:
        with self.assertRaises(Refused) as refused:
            artifact.download(self.api, self.run_of_it)
        return str(refused.exception)

    def test_the_runs_artifact_is_taken(self):
        self.assertEqual(b"{}", artifact.download(self.api, self.run_of_it))

    def test_another_runs_or_commits_artifact_is_refused(self):
        self.api.artifact["workflow_run"]["id"] = 5
        self.assertIn("another run", self.refused())
        self.api.artifact["workflow_run"] = {"id": 1001, "head_sha": "b" * 40}
        self.assertIn("another commit", self.refused())

    def test_one_that_is_too_large_or_expired_is_not_downloaded(self):
        self.api.artifact["size_in_bytes"] = 1 << 30
        self.assertIn("too large", self.refused())
        self.api.artifact["expired"] = True
        self.assertIn("expired", self.refused())

    def test_one_of_an_earlier_attempt_is_not_taken(self):
        self.api.artifact["name"] = "result-0"
        self.assertIn("0 artifacts named result-1", self.refused())

    def test_two_of_the_same_name_are_refused(self):
        self.api.answers["/actions/runs/1001/artifacts"]["artifacts"].append(self.api.artifact)
        self.assertIn("2 artifacts", self.refused())
