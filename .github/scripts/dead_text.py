"""Makes text that came from a pull request harmless where it is shown: in a job's log, and in Markdown on GitHub."""

from __future__ import annotations

import re
import string
import unicodedata

# Colours, cursor movements and window titles of a terminal.
_TERMINAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])")
# Controls, marks that reorder or hide text, lone surrogates (a path that is not UTF-8), and line separators.
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_NOT_A_CHARACTER = "\ufffd"

_NOTHING_VISIBLE = "\u200b"
# GitHub looks for mentions, references and addresses in the finished page, where an entity has become a plain character again.
# An invisible character behind one of these stops it: mentions, issues and formulas; addresses; keys such as GH-1;
# emoji; commits.
_LINKS = re.compile(
    r"[@#$]|:(?=//)|www(?=\.)|(?<=\w)-(?=\d)|:(?=[\w+-]+:)|[0-9a-f]{6}(?=[0-9a-f])", re.IGNORECASE
)


def visible(text: str) -> str:
    """Returns the text as one line in which every character is visible; its spaces stay as they are."""
    return "".join(
        " " if char in "\t\n\r" else _NOT_A_CHARACTER if unicodedata.category(char) in _INVISIBLE else char
        for char in _TERMINAL.sub("", text)
    )


def one_line(text: str, most: int = 300) -> str:
    """Returns the text as one line of at most this many characters, with single spaces between words."""
    line = " ".join(visible(text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def log_line(text: str, most: int = 2000) -> str:
    """Returns the text as one line that the runner does not take for a command, in either of its two notations."""
    line = visible(text).rstrip()
    line = line if len(line) <= most else line[: most - 1] + "…"
    line = re.sub(r"^(\W*?)::", r"\1: :", line)
    return line.replace("##[", "## [")


def markdown(text: str, most: int = 300) -> str:
    """Returns the text so that Markdown and HTML show it as it is, without links, mentions and references."""
    unlinked = _LINKS.sub(lambda found: found.group() + _NOTHING_VISIBLE, one_line(text, most))
    return "".join(
        f"&#{ord(char)};" if char in string.punctuation or char == _NOTHING_VISIBLE else char for char in unlinked
    )


def code(text: str, most: int = 300) -> str:
    """Returns the text as Markdown, set as code."""
    return f"<code>{markdown(text, most)}</code>"
