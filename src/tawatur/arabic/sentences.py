"""Finds sentences, paragraphs and quotations over the words of a text."""

from collections.abc import Sequence

from tawatur.arabic.word import Quotation, Sentence, Word

STOPS = frozenset(".!?؟…") | {"..", "...", "....", "۔"}
OPENING, CLOSING = frozenset("«“„"), frozenset("»”")
LONGEST_QUOTATION = 250  # words; a mark left open must not swallow the article


def sentences(words: Sequence[Word], original: str) -> tuple[Sentence, ...]:
    """The sentences: cut after a stop outside an initial or number, and at every line break."""
    found: list[Sentence] = []
    first, paragraph = 0, 0
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        broken = following is None or "\n" in original[word.span.end : following.span.start]
        if broken or (word.text in STOPS and _ends(words, index)):
            if following is not None and not broken and following.text in ('"', "»", "”", ")"):
                continue
            found.append(Sentence(first, index + 1, paragraph))
            first = index + 1
        elif word.text in ('"', "»", "”", ")") and index and words[index - 1].text in STOPS and index - 1 >= first:
            if _ends(words, index):
                found.append(Sentence(first, index + 1, paragraph))
                first = index + 1
        paragraph += broken
    return tuple(found)


def _ends(words: Sequence[Word], index: int) -> bool:
    """A stop ends a sentence unless it stands after a single letter (an initial: "أ. ف. ب")."""
    before = words[index - 1] if index else None
    return not (before is not None and before.kind == "word" and len(before.text) == 1 and words[index].text == ".")


def quotations(words: Sequence[Word], found: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations, innermost included; straight marks pair off inside a paragraph, an open one ends with it."""
    result: list[Quotation] = []
    open_at: list[tuple[int, str]] = []
    paragraph_ends = {s.last for s, following in zip(found, [*found[1:], None][: len(found)], strict=True)
                      if following is None or following.paragraph != s.paragraph}
    for index, word in enumerate(words):
        mark = word.text
        if mark in OPENING or (mark == '"' and not (open_at and open_at[-1][1] == '"')):
            open_at.append((index, mark))
        elif (mark in CLOSING or mark == '"') and open_at:
            start, _ = open_at.pop()
            if index > start + 1:
                result.append(Quotation(start + 1, index))
        if index + 1 in paragraph_ends:
            result += [Quotation(s + 1, min(index + 1, s + LONGEST_QUOTATION), False) for s, _ in open_at if s < index]
            open_at.clear()
    return tuple(sorted(result, key=lambda q: (q.first, q.last)))
