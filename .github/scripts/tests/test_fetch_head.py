"""The head comes into the trusted repository, and nothing of it into the working tree."""

import base64
import contextlib
import io

import fetch_head
from git_objects import Repository
from tests.made_up import CASES, PairTest, git


class FetchHeadTest(PairTest):
    def test_the_head_is_there_and_not_checked_out(self):
        head = self.pair.pull_request(CASES["workflow"])
        trusted = self.folder / "trusted"
        git(self.folder, "clone", "--quiet", str(self.pair.base), str(trusted))
        git(trusted, "remote", "set-url", "origin", str(self.pair.fork))
        self.assertEqual(0, fetch_head.main(["", str(trusted), head]))
        self.assertTrue(Repository(trusted).entries(head, "student-template/"))
        self.assertEqual("", git(trusted, "status", "--porcelain"))
        self.assertEqual(self.pair.base_sha, git(trusted, "rev-parse", "HEAD").strip())

    def test_a_head_that_is_gone_is_said_so(self):
        with contextlib.redirect_stderr(io.StringIO()) as said:
            self.assertEqual(1, fetch_head.main(["", str(self.pair.fork), "1" * 40]))
        self.assertIn("The head could not be fetched", said.getvalue())

    def test_the_token_is_for_one_server_only(self):
        variables = fetch_head.authorization("secret", "https://github.com")
        self.assertEqual("http.https://github.com/.extraheader", variables["GIT_CONFIG_KEY_0"])
        coded = variables["GIT_CONFIG_VALUE_0"].rsplit(" ", 1)[1]
        self.assertEqual(b"x-access-token:secret", base64.b64decode(coded))

    def test_without_a_token_git_is_told_nothing(self):
        self.assertEqual({}, fetch_head.authorization("", "https://github.com"))
