"""The only way in which publishing refuses."""

from __future__ import annotations


class Refused(Exception):
    """Something could not be verified; the message is a sentence for the log."""


def require(holds: object, otherwise: str) -> None:
    """Refuses unless the condition holds."""
    if not holds:
        raise Refused(otherwise)
