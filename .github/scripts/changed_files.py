"""Says what a pull request changed against the commit where it left the base:
``changed_files.py REPOSITORY BASE HEAD [--json FILE]``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import changes
import dead_text
from changes import ChangedFiles
from git_objects import Repository


def lines(changed: ChangedFiles) -> list[str]:
    """Returns one line per file: its kind, or what happened to it, and its path."""
    listed = [("student", path) for path in changed.written]
    listed += [("removed", path) for path in changed.removed]
    listed += [("renamed", f"{before} -> {after}") for before, after in changed.renamed]
    listed += [(other.kind.value, other.path) for other in changed.others]
    return [dead_text.log_line(f"{word:<10}{path}") for word, path in listed]


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("repository", type=Path)
    parser.add_argument("base")
    parser.add_argument("head")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(argv[1:])
    changed = changes.classify(Repository(options.repository).changes(options.base, options.head))
    print("\n".join(lines(changed)) or "The pull request changes nothing.")
    if options.json:
        options.json.write_text(json.dumps(changed.to_json(), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
