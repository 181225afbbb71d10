"""The API's calls are bounded, and the token goes to the API only."""

import io
import json
import unittest
from typing import Any

from github_api import GitHub
from refused import Refused


class GitHubTest(unittest.TestCase):
    def setUp(self):
        self.requests: list[Any] = []
        self.answers: list[tuple[int, dict[str, str], bytes]] = []
        self.api = GitHub("course/lab", "secret", send=self.send)

    def send(self, request: Any) -> tuple[int, dict[str, str], io.BytesIO]:
        self.requests.append(request)
        status, headers, body = self.answers.pop(0)
        return status, headers, io.BytesIO(body)

    def answer(self, body: object, status: int = 200) -> None:
        self.answers.append((status, {}, json.dumps(body).encode()))

    def test_a_query_is_encoded(self):
        self.answer([])
        self.api.get("/pulls", head="me:a&state=all #1")
        self.assertEqual(
            "https://api.github.com/repos/course/lab/pulls?head=me%3Aa%26state%3Dall+%231", self.requests[0].full_url
        )

    def test_pages_are_read_to_the_end(self):
        self.answer([1] * 100)
        self.answer([2])
        self.assertEqual(101, len(list(self.api.pages("/x", 3000))))
        self.assertIn("page=2", self.requests[1].full_url)

    def test_pages_are_bounded(self):
        for _ in range(3):
            self.answer([1] * 100)
        self.assertEqual(300, len(list(self.api.pages("/x", 300))))

    def test_another_status_is_refused(self):
        for status in (301, 403, 404, 500):
            self.answer({}, status)
            with self.assertRaisesRegex(Refused, f"status {status}"):
                self.api.get("/x")

    def test_a_file_is_downloaded_without_the_token(self):
        self.answers += [(302, {"location": "https://files.example.org/a?sig=x"}, b""), (200, {}, b"zip")]
        self.assertEqual(b"zip", self.api.download("/actions/artifacts/1/zip", 10))
        self.assertEqual("Bearer secret", self.requests[0].get_header("Authorization"))
        self.assertIsNone(self.requests[1].get_header("Authorization"))

    def test_a_file_that_is_too_large_is_refused(self):
        self.answers += [(302, {"location": "https://files.example.org/a"}, b""), (200, {}, b"x" * 11)]
        with self.assertRaisesRegex(Refused, "larger than 10 bytes"):
            self.api.download("/x", 10)

    def test_a_file_in_another_kind_of_place_is_refused(self):
        for place in ("http://files.example.org", "file:///etc/passwd", ""):
            self.answers.append((302, {"location": place}, b""))
            with self.assertRaises(Refused):
                self.api.download("/x", 10)

    def test_what_is_written_is_json(self):
        self.answer({}, 201)
        self.api.post("/check-runs", {"name": "x"})
        self.assertEqual(("POST", b'{"name": "x"}'), (self.requests[0].get_method(), self.requests[0].data))
