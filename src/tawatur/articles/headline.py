"""Finds the headline that a text carries in its first line."""

import re

from tawatur.model.span import Span

LONGEST_HEADLINE = 20  # words
_WORD = re.compile(r"\w+")


def headline_of(text: str, body: tuple[Span, ...]) -> Span | None:
    """The first line where it is short, does not end like a sentence, and more text follows; else None."""
    if not body:
        return None
    first = text[body[0].start : body[-1].end]
    lead = len(first) - len(first.lstrip())
    line = first[lead:].split("\n", 1)[0].rstrip()
    rest = first[lead + len(line) :].strip()
    if not rest or not 2 <= len(_WORD.findall(line)) <= LONGEST_HEADLINE or line[-1] in ".،؛:,;":
        return None
    start = body[0].start + lead
    return Span(start, start + len(line))
