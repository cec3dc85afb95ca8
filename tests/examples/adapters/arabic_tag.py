"""Runs the tagger on an example: the part of speech, gender and number of every word."""

from tests.examples.adapters.arabic_cut import found

ROOM = "arabic/tag"
__all__ = ["ROOM", "found"]
