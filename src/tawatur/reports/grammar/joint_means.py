"""Two helps by which one act is done: "بدعم ومساندة جوية من الطيران", "بإسناد بري وجوي من التحالف"."""

from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page

LONGEST = 2  # joined words behind the first help


def second_help(page: Page, index: int) -> bool:
    """Whether a joined noun of help only goes on with the one that "ب" governs right before it."""
    chunk = page.chunks[index]
    named = chunk.actor is not None or chunk.owner is not None
    if not chunk.bare or not chunk.joined or named or page.word(chunk).definite or page.word(chunk).enclitic:
        return False
    return index > page.sentence_first[index] and helps(page, chunk) and first_help(page, index - 1)


def first_help(page: Page, index: int) -> bool:
    """Whether a phrase is the help by which an act is done, without a name ("بدعم", "بغطاء جوي")."""
    chunk = page.chunks[index]
    return chunk.kind == "noun" and chunk.prep == "ب" and chunk.owner is None and helps(page, chunk)


def helps(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase is headed by a noun of help or company."""
    return page.word(chunk).stem_key in closed().accompaniments


def helped_before(page: Page, chunk: Chunk) -> Chunk:
    """The help that joined words behind it describe or go on with, else the phrase itself."""
    left = chunk
    for _ in range(LONGEST):
        alone = left.bare and left.joined and left.actor is None and left.owner is None and left.place is None
        if not alone or not left.index:
            break
        left = page.chunks[left.index - 1]
        if first_help(page, left.index):
            return left
    return chunk
