"""The few calls of GitHub's REST API that publishing makes, each with limits."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

from refused import Refused

_SECONDS = 30
_MOST_BYTES = 10 << 20
_PER_PAGE = 100


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Leaves a redirect to the caller: followed blindly, it would take the token to another host."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _send(request: urllib.request.Request) -> tuple[int, dict[str, str], Any]:
    """Sends a request and returns the status, the headers and the open body."""
    try:
        answer = urllib.request.build_opener(_NoRedirects).open(request, timeout=_SECONDS)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer


class GitHub:
    """The API for one repository."""

    def __init__(
        self, repository: str, token: str, api: str = "https://api.github.com", send: Callable[..., Any] = _send
    ) -> None:
        self._root = f"{api}/repos/{repository}"
        self._token = token
        self._send = send

    def get(self, path: str, **query: object) -> Any:
        """Returns what is at a path of the repository."""
        return json.loads(self._call("GET", path + _query(query)))

    def pages(self, path: str, most: int, **query: object) -> Iterator[Any]:
        """Yields the items of a list, at most this many."""
        for page in range(1, -(-most // _PER_PAGE) + 1):
            items = self.get(path, **query, per_page=_PER_PAGE, page=page)
            yield from items
            if len(items) < _PER_PAGE:
                return

    def post(self, path: str, body: dict[str, object]) -> None:
        self._call("POST", path, body)

    def patch(self, path: str, body: dict[str, object]) -> None:
        self._call("PATCH", path, body)

    def download(self, path: str, most: int) -> bytes:
        """Returns a file that the API redirects to another host, which never sees the token."""
        status, headers, body = self._request("GET", self._root + path)
        body.close()
        place = headers.get("location", "")
        if status != 302 or not place.startswith("https://"):
            raise Refused(f"GitHub does not say where the artifact is (status {status})")
        status, _, body = self._send(urllib.request.Request(place))
        with body:
            return _bytes("GET", "the artifact", status, body, most)

    def _call(self, method: str, path: str, body: dict[str, object] | None = None) -> bytes:
        status, _, answer = self._request(method, self._root + path, body)
        with answer:
            return _bytes(method, path, status, answer, _MOST_BYTES)

    def _request(self, method: str, address: str, body: dict[str, object] | None = None) -> tuple:
        request = urllib.request.Request(
            address, method=method, data=None if body is None else json.dumps(body).encode()
        )
        request.add_header("Accept", "application/vnd.github+json")
        request.add_header("X-GitHub-Api-Version", "2022-11-28")
        request.add_header("Authorization", f"Bearer {self._token}")
        return self._send(request)


def _bytes(method: str, what: str, status: int, body: Any, most: int) -> bytes:
    content = body.read(most + 1)
    if not 200 <= status < 300:
        raise Refused(f"GitHub answers {method} {what.split('?')[0]} with status {status}")
    if len(content) > most:
        raise Refused(f"{what.split('?')[0]} is larger than {most} bytes")
    return content


def _query(parameters: dict[str, object]) -> str:
    return "?" + urllib.parse.urlencode(parameters) if parameters else ""
