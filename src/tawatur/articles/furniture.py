"""Tells the article from the page around it: menus, comment counts, related links are kept but not read."""

import re
from functools import cache
from typing import NamedTuple

from tawatur.arabic.letters import key
from tawatur.knowledge.files import load_yaml
from tawatur.model.span import Span

LONGEST_MENU_LINE = 12  # words; a longer line is prose
LONGEST_KEYWORDS = 160  # code points
_STOP = re.compile(r"[.؟!»\"]\s+")
_LINE = re.compile(r"[^\n]+")
_WORDS = re.compile(r"[^\W_]+")


class Line(NamedTuple):
    """A line of a text: its range and the keys of its words."""

    span: Span
    words: tuple[str, ...]


def body_of(text: str) -> tuple[Span, ...]:
    """The ranges of `text` that are the article itself, in order. Never empty for a text with words."""
    lines = [Line(Span(*m.span()), tuple(key(w) for w in _WORDS.findall(m.group()))) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line.words]
    kept = [line for line in lines[: _end(lines)] if not _opens(line, _markers()["lines"])] or lines
    parts = _joined(kept, text)
    if parts and (end := _before_keywords(parts[-1], text)) < parts[-1].end:
        parts = (*parts[:-1], Span(parts[-1].start, end))
    return parts


def _before_keywords(part: Span, text: str) -> int:
    """The end of a part without the keywords that some pages hang on the last sentence: "… قتلوا. سمات تفجير كابول"."""
    last = part.of(text)
    for found in _STOP.finditer(last, max(0, len(last) - LONGEST_KEYWORDS)):
        words = tuple(key(w) for w in _WORDS.findall(last[found.end() :]))
        marked = any(words[:size] in _markers()["keywords"] for size in (1, 2))
        if marked and len(words) <= LONGEST_MENU_LINE and not _STOP.search(last, found.end()) and last[-1] not in ".؟!":
            return part.start + found.start() + 1
    return part.end


def _end(lines: list[Line]) -> int:
    """The number of the first line of the closing furniture, or the number of lines."""
    end = len(lines)
    for number in range(len(lines) - 1, 0, -1):
        if len(lines[number].words) > LONGEST_MENU_LINE:
            break
        if _opens(lines[number], _markers()["endings"]):
            end = number
    return end


def _opens(line: Line, markers: frozenset[tuple[str, ...]]) -> bool:
    if len(line.words) > LONGEST_MENU_LINE:
        return False
    return any(line.words[:size] in markers for size in range(1, 5)) and len(line.words) <= LONGEST_MENU_LINE


@cache
def _markers() -> dict[str, frozenset[tuple[str, ...]]]:
    content = load_yaml("tawatur.articles", "furniture.yml")
    return {name: frozenset(tuple(key(w) for w in row.split()) for row in rows) for name, rows in content.items()}


def _joined(lines: list[Line], text: str) -> tuple[Span, ...]:
    """Neighbouring lines as one range each."""
    parts: list[Span] = []
    for line in lines:
        if parts and not text[parts[-1].end : line.span.start].strip():
            parts[-1] = Span(parts[-1].start, line.span.end)
        else:
            parts.append(line.span)
    return tuple(parts)
